import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import {
  casePanel,
  closeAll,
  DEMO,
  JOURNEY,
  LARGE,
  nothingStrange,
  openTab,
  sections,
  startHost,
} from './host.ts';

afterAll(closeAll);

/**
 * Whether a person sees where the keyboard is: a control in sight with a ring or a bar of its own, or the row of the
 * list under the cursor while the keys belong to the window.
 */
function seesFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const inSight = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    };
    const marked = (element: Element, pseudo?: string): boolean => {
      const { outlineStyle, outlineWidth, boxShadow, borderBottomWidth } = getComputedStyle(element, pseudo);
      return (
        (outlineStyle !== 'none' && outlineWidth !== '0px') ||
        boxShadow !== 'none' ||
        (pseudo !== undefined && borderBottomWidth !== '0px')
      );
    };
    const active = document.activeElement;
    if (active === null || active === document.body) {
      const row = document.querySelector('[role=option][aria-selected=true]');
      return row !== null && inSight(row);
    }
    if (!inSight(active)) return false;
    if (active.matches('[role=listbox]')) {
      const row = document.getElementById(active.getAttribute('aria-activedescendant') ?? '');
      return marked(active) || (row !== null && inSight(row));
    }
    const around = [active, active.parentElement, active.nextElementSibling].filter((part) => part !== null);
    return around.some((part) => marked(part) || marked(part, '::after') || marked(part, '::before'));
  });
}

describe('the main job without a mouse', () => {
  it('is done by keys alone', { timeout: JOURNEY }, async () => {
    const host = await startHost({ demo: true });
    const tab = await openTab(host, LARGE);
    const { page } = tab;
    const { keyboard } = page;
    const panel = casePanel(page);
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await keyboard.press(key);
    };
    const focusIsSeen = (): Promise<void> =>
      expect.poll(() => seesFocus(page), { timeout: 60_000, message: 'the focus is in sight' }).toBe(true);
    const focused = page.locator(':focus');
    /** Moves through a list of options until the wanted one is active, and takes it. */
    const take = async (option: string): Promise<void> => {
      const active = (): Promise<string> =>
        page.evaluate(() => {
          const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
          return document.getElementById(id)?.textContent ?? '';
        });
      await page.getByRole('option', { name: option, exact: true }).waitFor();
      await press('Home');
      for (let step = 0; step < 30 && (await active()) !== option; step += 1) await press('ArrowDown');
      expect(await active()).toBe(option);
      await press('Enter');
    };
    /** Checks the boxes from the focused one on, whatever was checked before. */
    const checkAll = async (count: number): Promise<void> => {
      for (let box = 0; box < count; box += 1) {
        if (!(await focused.isChecked())) await press('Space');
        await focusIsSeen();
        await press('Tab');
      }
    };

    // The name has the focus; Enter sends the form.
    await page.getByLabel(/^Usuario/).waitFor();
    await keyboard.type(DEMO.clerk.userName);
    await press('Tab');
    await keyboard.type(DEMO.clerk.password);
    await focusIsSeen();
    await press('Enter');
    await sections(page).waitFor();
    const list = page.getByRole('listbox', { name: 'Mensajes' });
    await list.getByRole('option').first().waitFor();

    // The help, and away with it.
    await press('?');
    await page.getByRole('dialog', { name: 'Atajos de teclado' }).waitFor();
    await focusIsSeen();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    // Search; Enter goes on to what was found.
    await press('/');
    await keyboard.type('benjumea');
    await focusIsSeen();
    await press('Enter');
    await page.getByText(/Se busca: «benjumea»/).waitFor();
    await list.getByRole('option').first().waitFor();

    // j and k rest on messages, Enter goes into the one under the cursor.
    const request = page.getByRole('heading', { level: 2, name: /VARIACIONES DE DATOS/ });
    const rows = await list.getByRole('option').count();
    for (let row = 0; row < rows; row += 1) {
      await press('j');
      const cursor = list.getByRole('option', { selected: true });
      await focusIsSeen();
      if ((await cursor.textContent())?.includes('AFILIACIÓN E INSCRIPCIÓN') === true) break;
    }
    await press('k', 'j', 'Enter');
    await request.waitFor();
    await focusIsSeen();

    // Category: confirmed, taken back, given by its number.
    const category = page.getByRole('group', { name: 'Categoría', exact: true }).last();
    await press('c');
    await category.getByText(/^Decidida por Marta Lasierra/).waitFor();
    await press('z');
    await category.getByRole('button', { name: /^Confirmar/ }).waitFor();
    await press('1');
    await category.getByText(/^Decidida por Marta Lasierra/).waitFor();
    await focusIsSeen();

    // The case, and who writes.
    await press('e');
    await panel.getByRole('heading', { name: /^50\/\d{4}\/000001$/ }).waitFor();
    await panel.getByRole('link', { name: 'Abrir la ficha de Rocío Benjumea Cala' }).waitFor();
    await press('i');
    await panel.getByRole('form', { name: 'Comprobación del documento' }).waitFor();
    await checkAll(5);
    await press('Control+Enter');
    await panel.getByText('Identidad verificada con un documento adjunto.').waitFor();
    await focusIsSeen();

    // The TA.1 is linked as what its name suggests.
    await press('a');
    await take('Modelo TA.1');
    await panel.getByText('1 de 2 vinculados').waitFor();
    await focusIsSeen();

    // The phone.
    await press('t');
    await panel.getByLabel('Teléfono nuevo').waitFor();
    await focusIsSeen();
    await press('Control+Enter');
    await panel.getByRole('form', { name: 'Cambiar el teléfono registrado' }).waitFor({ state: 'detached' });
    await focusIsSeen();

    // The answer leaves after a second Ctrl+Enter.
    await press('r');
    await panel.getByRole('form', { name: 'Responder' }).waitFor();
    await focusIsSeen();
    await press('Enter');
    await take('Teléfono actualizado');
    await expect
      .poll(() => panel.getByRole('textbox', { name: 'Texto' }).inputValue(), { timeout: 60_000 })
      .toContain('Rocío');
    await press('Control+Enter');
    await panel.getByRole('button', { name: 'Enviar', exact: true }).waitFor();
    await press('Control+Enter');
    await panel.getByText('En la bandeja de salida', { exact: true }).waitFor();
    await focusIsSeen();

    // Resolved, taken back, resolved.
    await press('m');
    await panel.getByRole('button', { name: 'Reabrir' }).waitFor();
    await press('z');
    await panel.getByRole('button', { name: /^Resolver/ }).waitFor();
    await press('m');
    await panel.getByRole('button', { name: 'Reabrir' }).waitFor();
    await focusIsSeen();

    // Everywhere by two keys.
    await press('g', 'e');
    await page.getByRole('heading', { level: 1, name: 'Expedientes' }).waitFor();
    await press('g', 'c');
    await page.getByRole('heading', { level: 1, name: 'Ciudadanos' }).waitFor();
    await press('g', 'b');
    await request.waitFor();
    nothingStrange(tab);
  });
});
