import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ContextObject, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const takePictures = process.env.ESTAFETA_SCREENSHOTS === '1';

/** All that can differ between themes: the page is the same, its colours are not. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The system's own wish decides the theme of whoever has chosen none. */
export const THEMES = [
  { name: 'LIGHT', media: { colorScheme: 'light', contrast: 'no-preference' } },
  { name: 'DARK', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  { name: 'HIGH_CONTRAST', media: { colorScheme: 'dark', contrast: 'more' } },
] as const;
export type Theme = (typeof THEMES)[number];

/** Waits until the screen is painted in the theme. */
export async function showTheme(page: Page, { name, media }: Theme): Promise<void> {
  await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
  await page.locator(`#theme-root[data-theme=${name}]`).waitFor();
  await page.evaluate(painted);
}

/** In the page: what the document says is on the screen. */
async function painted(): Promise<void> {
  for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** What axe finds by these rules; null: all. */
export async function violations(page: Page, rules: readonly string[] | null): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async (only) => {
    const { axe } = window as unknown as {
      readonly axe: { run(context: ContextObject, options: RunOptions): Promise<AxeResults> };
    };
    // A colour on its way to another is neither: what moves is waited for, and a notice that begins to fade meanwhile
    // (or is gone already) is left out. How long a notice stands is an animation too, of nothing that can be seen.
    const moving = () =>
      document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState === 'running' &&
            Number.isFinite(Number(effect?.getComputedTiming().endTime)) &&
            !(effect instanceof KeyframeEffect && effect.target?.matches('[data-timer-status]')),
        );
    await Promise.allSettled(moving().map((one) => one.finished));
    const stands = (selector: string) => {
      const element = document.querySelector(selector);
      const fades = moving().some(
        ({ effect }) => effect instanceof KeyframeEffect && effect.target?.contains(element),
      );
      return element !== null && !fades;
    };
    const { violations, incomplete } = await axe.run(
      // Empty stops that Fluent puts around its focus traps; they hand the focus on.
      { exclude: [['[data-tabster-dummy]']] },
      // Mail is shown in a frame without scripts, where axe cannot run; what mail looks like is its writer's.
      {
        ...{ iframes: false, resultTypes: ['violations', 'incomplete'] },
        ...(only === null ? {} : { runOnly: { type: 'rule', values: [...only] } }),
      },
    );
    // Text of the very colour it stands on is no violation to axe: it may be hidden on purpose. Here it never is.
    const unseen = incomplete.map(({ nodes, ...rule }) => ({
      ...rule,
      nodes: nodes.filter(({ any }) =>
        any.some(({ data }: { data: { messageKey?: string } | null }) => data?.messageKey === 'equalRatio'),
      ),
    }));
    return [...violations, ...unseen].flatMap(({ id, nodes }) => {
      // Notices stand outside the landmarks; the live region says them too.
      const found = nodes.filter(({ html, target }) =>
        html.includes('toast-title') ? id !== 'region' && stands(String(target[0])) : true,
      );
      return found.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`);
    });
  }, rules);
}
