import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { COLOUR_RULES, showTheme, takePictures, THEMES, violations } from './axe.ts';
import { RESULTS } from './host.ts';

const PICTURES = join(RESULTS, 'screens');

/** English words of libraries; what people read is Spanish. */
const ENGLISH =
  /\b(clear|close|open|search|loading|dismiss|select|required|toggle|previous|next|more|undefined|NaN|null|object)\b/i;

/** What is wrong with the screens looked at so far. */
export class Inspection {
  readonly #page: Page;
  readonly #viewport: { readonly width: number };
  readonly faults: string[] = [];
  #looks = 0;

  constructor(page: Page, viewport: { readonly width: number }) {
    this.#page = page;
    this.#viewport = viewport;
  }

  /**
   * Looks at the screen as it is now: in the light theme and in one of the others in turn; for pictures in every one.
   * It stays in the theme that was looked at last, for painting a screen in another costs as much as axe does.
   */
  async look(screen: string): Promise<void> {
    const page = this.#page;
    const [light, dark, highContrast] = THEMES;
    const inTurn = this.#looks++ % 2 === 0 ? [light, dark] : [highContrast, light];
    for (const theme of takePictures ? THEMES : inTurn) {
      await showTheme(page, theme);
      const { name } = theme;
      for (const violation of await violations(page, name === 'LIGHT' ? null : COLOUR_RULES)) {
        this.faults.push(`${screen}, ${name}: ${violation}`);
      }
      if (takePictures && name !== 'HIGH_CONTRAST') await this.#picture(screen, name);
    }
    const [tooWide, tooTall] = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth - innerWidth, scrollHeight - innerHeight];
    });
    if (tooWide > 0) this.faults.push(`${screen}: ${tooWide} px wider than the window`);
    if (tooTall > 0) this.faults.push(`${screen}: ${tooTall} px taller than the window`);
    for (const words of await this.#names()) {
      if (ENGLISH.test(words)) this.faults.push(`${screen}: English: ${words}`);
    }
  }

  /** Names and hints of controls, apart from those that repeat what is in the data. */
  #names(): Promise<string[]> {
    return this.#page.evaluate(() =>
      [...document.querySelectorAll('button, [role=tab], label, th, [aria-label], [placeholder]')]
        .filter((element) => element.checkVisibility())
        .flatMap((element) =>
          [
            element.getAttribute('aria-label'),
            element.getAttribute('placeholder'),
            element.matches('button, [role=tab], label, th') ? element.textContent : null,
          ].filter((words) => words !== null),
        ),
    );
  }

  async #picture(screen: string, theme: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    const file = `${screen}-${theme.toLowerCase()}-${this.#viewport.width}.png`.replaceAll(' ', '-');
    await this.#page.screenshot({ path: join(PICTURES, file) });
  }
}
