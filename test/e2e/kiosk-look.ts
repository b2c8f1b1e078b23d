import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults, ContextObject, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { RESULTS } from './host.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const takePictures = process.env.ESTAFETA_SCREENSHOTS === '1';
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** What a finger needs (WCAG 2.5.5), in px. */
const FINGER = 44;

/** What is wrong with a screen of the kiosk: what axe finds, and everything that is too small for a finger. */
export async function look(page: Page, screen: string, themes: 1 | 2 = 1): Promise<void> {
  const faults: string[] = [];
  // What is still being sent looks otherwise in a moment.
  await expect.poll(() => page.locator('[aria-disabled=true]').count()).toBe(0);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  for (const [theme, only] of [
    ['LIGHT', null],
    ['DARK', COLOUR_RULES],
  ].slice(0, takePictures ? 2 : themes) as [string, string[] | null][]) {
    await page.emulateMedia({ colorScheme: theme === 'DARK' ? 'dark' : 'light', reducedMotion: 'reduce' });
    await page.locator(`#theme-root[data-theme=${theme}]`).waitFor();
    const found = await page.evaluate(async (rules) => {
      const { axe } = window as unknown as {
        readonly axe: { run(context: ContextObject, options: RunOptions): Promise<AxeResults> };
      };
      const moving = document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
      await Promise.allSettled(moving.map((one) => one.finished));
      const { violations } = await axe.run(
        { exclude: [['[data-tabster-dummy]']] },
        {
          resultTypes: ['violations'],
          ...(rules === null ? {} : { runOnly: { type: 'rule', values: [...rules] } }),
        },
      );
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join()}`,
      );
    }, only);
    faults.push(...found.map((fault) => `${theme}: ${fault}`));
    if (takePictures) await page.screenshot({ path: join(RESULTS, `kiosk-${screen}-${theme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const small = await page.evaluate(
    (least) =>
      [...document.querySelectorAll('button, a[href], select, .fui-Input, .fui-SearchBox')]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ element, box }) => element.checkVisibility() && Math.min(box.width, box.height) < least)
        .map(({ element, box }) => `too small: ${element.textContent} ${box.width} x ${box.height} px`),
    FINGER,
  );
  expect({ screen, faults: [...faults, ...small] }).toEqual({ screen, faults: [] });
}
