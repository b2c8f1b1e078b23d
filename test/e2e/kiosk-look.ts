import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { COLOUR_RULES, showTheme, takePictures, THEMES, violations, type Theme } from './axe.ts';
import { LARGE, RESULTS, SMALL } from './host.ts';

/** What a finger needs (WCAG 2.5.5), in px. */
const FINGER = 44;

/** What is wrong with a screen of the kiosk: what axe finds, and everything that is too small for a finger. */
export async function look(page: Page, screen: string, themes: 1 | 2 = 1): Promise<void> {
  const faults: string[] = [];
  // What is still being sent looks otherwise in a moment.
  await expect.poll(() => page.locator('[aria-disabled=true]').count()).toBe(0);
  for (const theme of takePictures ? THEMES : THEMES.slice(0, themes)) {
    await showTheme(page, theme);
    const found = await violations(page, theme.name === 'LIGHT' ? null : COLOUR_RULES);
    faults.push(...found.map((fault) => `${theme.name}: ${fault}`));
    if (takePictures) await picture(page, screen, theme);
  }
  await showTheme(page, THEMES[0]);
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

/** For people to look at, in both sizes. */
async function picture(page: Page, screen: string, theme: Theme): Promise<void> {
  for (const size of [LARGE, SMALL]) {
    await page.setViewportSize(size);
    await showTheme(page, theme);
    await page.screenshot({ path: join(RESULTS, `kiosk-${screen}-${theme.name}-${size.width}.png`) });
  }
}
