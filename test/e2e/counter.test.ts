import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import {
  closeAll,
  DEMO,
  goTo,
  JOURNEY,
  nothingStrange,
  openTab,
  signIn,
  signOut,
  startHost,
  type Host,
} from './host.ts';

let host: Host;
beforeAll(async () => {
  host = await startHost({ demo: true });
}, JOURNEY);
afterAll(closeAll);

/** What stands on what has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** The code of the newest message on the telephone of the demo, once it is that address's. */
async function received(form: Locator, to: string | RegExp): Promise<string> {
  const message = form
    .getByRole('region', { name: 'Teléfono de la demostración' })
    .getByRole('listitem')
    .filter({ hasText: to })
    .first();
  await message.waitFor();
  return /\b\d{6}\b/.exec((await message.textContent()) ?? '')?.[0] ?? '';
}

it(
  'registers a citizen in person: document, mobile and e-mail shown, the code once, the signed sheet kept',
  { timeout: JOURNEY },
  async () => {
    const tab = await openTab(host);
    const { page } = tab;
    // An office that asks for more than the document.
    await signIn(page, DEMO.supervisor);
    await goTo(page, 'ajustes/identidad');
    await page.getByLabel('Registrar en el mostrador con usuario y contraseña').selectOption('SMS');
    await page.getByRole('button', { name: 'Guardar los cambios' }).click();
    await page.getByText('Guardado.').first().waitFor();
    await signOut(page);
    await signIn(page, DEMO.clerk);
    await goTo(page, 'mostrador');
    const people = page.getByRole('grid', { name: 'Personas en el mostrador' });
    await people.getByText('Concepción Biarge Nasarre').waitFor();
    const search = page.getByRole('searchbox');
    await search.fill('Benjumea');
    await search.press('Enter');
    await people.getByText('Sin registrar').first().waitFor();
    await people.getByText('Rocío Benjumea Cala').first().click();
    await page.getByRole('button', { name: 'Registrar', exact: true }).click();

    const form = page.getByRole('form', { name: 'Registrar en persona' });
    await form.getByRole('textbox', { name: 'Número', exact: true }).fill('99193443D');
    await form.getByLabel('Número de soporte').fill('BAA000589');
    await form.getByLabel('Permanente').check();
    await form.getByLabel('El nombre y los apellidos son los de la ficha').check();
    await form.getByLabel('La fotografía es de quien está en el mostrador').check();
    const save = form.getByRole('button', { name: 'Registrar y preparar la hoja' });
    expect(await save.isDisabled()).toBe(true);

    await form.getByLabel('Teléfono móvil').fill('645 027 118');
    await form.getByRole('button', { name: 'Enviar código por SMS' }).click();
    const sms = await received(form, '645 027 118');
    await form.getByLabel('Código de 6 dígitos que le dice la persona').fill(sms);
    await form.getByRole('button', { name: 'Comprobar', exact: true }).click();
    await form.getByText('Comprobado: la persona tiene el teléfono.').waitFor();
    // The field is gone: the focus stays where the next thing is.
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Cambiar');

    await form.getByLabel('Correo electrónico').fill('rocio@correo.example');
    await form.getByRole('button', { name: 'Enviar código por correo' }).click();
    const mail = await received(form, 'rocio@correo.example');
    await form.getByLabel('Código de 6 dígitos que le dice la persona').fill(mail);
    await form.getByRole('button', { name: 'Comprobar', exact: true }).click();
    await form.getByText('Comprobado: la persona lee ese correo.').waitFor();
    await save.click();

    await form.getByText(/^La oficina pide además un código al móvil que consta en la ficha/).waitFor();
    const onRecord = form.getByRole('group', { name: 'Teléfono que consta en la ficha' });
    await onRecord.getByLabel('Teléfono móvil').fill('633 012 290');
    await onRecord.getByRole('button', { name: 'Enviar código por SMS' }).click();
    await onRecord
      .getByLabel('Código de 6 dígitos que le dice la persona')
      .fill(await received(form, '633 012 290'));
    await onRecord.getByRole('button', { name: 'Comprobar', exact: true }).click();
    await onRecord.getByText('Comprobado: la persona tiene el teléfono.').waitFor();
    await save.click();

    const issued = page.getByRole('region', { name: 'Código de activación' });
    const shown = issued.getByText(/^[2-9CFHJKMRTWXY]{4}(-[2-9CFHJKMRTWXY]{4}){2}$/);
    await shown.waitFor();
    const code = (await shown.textContent()) ?? '';
    await issued.getByRole('img', { name: /Página 1/i }).waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Imprimir la hoja');
    await page
      .getByText(`Para leerlo en voz alta, de uno en uno: ${[...code].join(' ').replaceAll(' - ', ', ')}`)
      .waitFor();
    // Nothing leads away from a code that nobody can see again, but saying that it was handed over.
    expect(await page.getByRole('button', { name: /^Volver al mostrador/ }).count()).toBe(0);
    await issued.getByRole('button', { name: 'He entregado la hoja' }).click();
    await issued.waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Guardar la hoja firmada');

    await page.getByRole('button', { name: 'Guardar la hoja firmada' }).first().waitFor();
    await page
      .getByLabel('Guardar la hoja firmada')
      .last()
      .setInputFiles({
        name: 'escaneo.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7\n%firmada\n'),
      });
    await page.getByText(/^El .+ Marta Lasierra guardó la hoja firmada\.$/).waitFor();
    await page.getByText(/^El .+ Marta Lasierra registró a la persona\.$/).waitFor();
    await page.getByText(/^El .+ Marta Lasierra entregó un código de activación\.$/).waitFor();
    await page.getByText('Sin crear: falta que active el usuario').waitFor();
    expect(await page.content()).not.toContain(code);

    await page.getByRole('button', { name: 'Bloquear el acceso' }).click();
    const block = page.getByRole('form', { name: 'Bloquear el acceso' });
    await block.getByLabel('Motivo').fill('Le han robado el bolso');
    await block.getByRole('button', { name: 'Bloquear', exact: true }).click();
    await page.getByText(/bloqueó el código de activación\. Motivo: Le han robado el bolso\.$/).waitFor();
    nothingStrange(tab);
  },
);
