import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../main/paths.ts';
import { choose, closeBrowser, openTab, signIn, startHost, DEMO, type Tab } from './host.ts';

const MAILBOX = join(projectRoot, 'test', 'fixtures', 'mailboxes', 'provincial');
const JOURNEY = 180_000;

afterAll(closeBrowser);

function nothingStrange({ strayRequests, pageErrors }: Tab): void {
  expect(strayRequests).toEqual([]);
  expect(pageErrors).toEqual([]);
}

/** Finds the message in which Rocío Benjumea asks for another phone, and opens it. */
async function openPhoneRequest(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill('asunto:afiliacion benjumea tiene:adjunto');
  await page.getByRole('searchbox').press('Enter');
  await page
    .getByRole('option', { name: /Rocío Benjumea Cala/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 2, name: /VARIACIONES DE DATOS/ }).waitFor();
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'Expediente' });

describe('the main job', () => {
  it('goes from the first run to the proof', { timeout: JOURNEY }, async () => {
    const host = await startHost();
    const tab = await openTab(host, { viewport: { width: 1600, height: 900 } });
    const { page } = tab;

    // First run: five steps.
    const next = () => page.getByRole('button', { name: 'Siguiente' }).click();
    await page.getByText('Estafeta lleva el buzón de su oficina').waitFor();
    await next();
    await page.getByLabel('Provincia').selectOption({ label: 'Zaragoza' });
    await next();
    await page.getByLabel('Dirección del buzón (opcional)').fill('zaragoza.sincertificado@tgss.example');
    await next();
    await page.getByLabel('Nombre y apellidos').fill('Irene Cativiela');
    await page.getByLabel('Usuario', { exact: true }).fill('irene');
    await page.getByLabel('Contraseña', { exact: true }).fill('una frase bastante larga');
    await page.getByLabel('Repita la contraseña').fill('una frase bastante larga');
    await next();
    await page.getByRole('button', { name: 'Empezar a trabajar' }).click();
    await page.getByRole('navigation').first().waitFor();

    // The mailbox and the citizens come in.
    await page.goto(new URL('/#/ajustes', host.url).href);
    await page
      .getByRole('link', { name: 'Buzones' })
      .or(page.getByRole('tab', { name: 'Buzones' }))
      .first()
      .click();
    await page
      .getByLabel(/Carpeta/)
      .first()
      .fill(MAILBOX);
    await page.getByRole('button', { name: /^Leer/ }).first().click();
    await page.getByText(/220/).first().waitFor();
    await page.goto(new URL('/#/ciudadanos', host.url).href);
    await page
      .getByRole('button', { name: /Importar/ })
      .first()
      .click();
    await page
      .locator('input[type=file]')
      .setInputFiles(join(projectRoot, 'test', 'fixtures', 'demo', 'citizens.csv'));
    await page
      .getByRole('button', { name: /^Importar/ })
      .last()
      .click();
    await page.getByText(/140/).first().waitFor();
    nothingStrange(tab);
  });

  it('lets a clerk do the whole job and a supervisor see it', { timeout: JOURNEY }, async () => {
    const host = await startHost({ demo: true });
    const clerk = await openTab(host, { viewport: { width: 1600, height: 900 } });
    const { page } = clerk;
    await signIn(page, DEMO.clerk);
    await openPhoneRequest(page);

    // The category is confirmed and the case made.
    await page.getByRole('button', { name: /^Confirmar/ }).click();
    await page.getByText('Decidida por Marta Lasierra').waitFor();
    await panel(page).getByRole('button', { name: 'Crear expediente' }).click();
    await panel(page).getByRole('heading', { name: '50/2026/000001' }).waitFor();
    await panel(page)
      .getByRole('link', { name: /Abrir la ficha de Rocío Benjumea Cala/ })
      .waitFor();

    // The phone cannot be changed before somebody looked at the document.
    await panel(page).getByRole('button', { name: 'Teléfono', exact: true }).click();
    await panel(page).getByText('verificar su identidad con documento').waitFor();
    await panel(page).getByRole('button', { name: 'Cerrar' }).click();

    // Identity by the attached document.
    await panel(page)
      .getByRole('button', { name: /^Verificar con documento/ })
      .click();
    await panel(page).getByRole('checkbox', { name: /^DNI\.pdf/ }).check();
    for (const check of ['Se lee bien', 'Coincide con el ciudadano', 'Está en vigor']) {
      await panel(page).getByLabel(check).check();
    }
    await panel(page).getByRole('button', { name: 'Guardar la verificación' }).click();
    await panel(page).getByText('Identidad verificada con un documento adjunto.').waitFor();

    // The form TA.1 is linked and the phone changed on its evidence.
    const type = panel(page).getByRole('combobox', { name: 'Tipo de documento de TA1_Rocio_firmado.pdf' });
    await choose(type, 'Modelo TA.1');
    await panel(page).getByText('1 de 2 vinculados').waitFor();
    await panel(page).getByRole('button', { name: 'Teléfono', exact: true }).click();
    expect(await panel(page).getByLabel('Teléfono nuevo').inputValue()).toMatch(/645.*31/);
    await panel(page).getByRole('button', { name: 'Cambiar el teléfono', exact: true }).click();
    await panel(page).getByText('0 distintos').or(panel(page).getByText('sin diferencias')).first().waitFor();

    // The answer: a template, no holes left, into the outbox.
    await panel(page).getByRole('button', { name: 'Responder', exact: true }).click();
    await panel(page).getByRole('combobox', { name: 'Plantilla' }).selectOption({ label: 'Teléfono actualizado' });
    await panel(page).getByText('no es un justificante de registro ni una notificación').first().waitFor();
    await panel(page).getByRole('button', { name: 'Enviar' }).click();
    await panel(page).getByRole('button', { name: 'Confirmar el envío' }).click();
    await page.getByText('Respuesta guardada en la bandeja de salida.').first().waitFor();

    // Done.
    await panel(page)
      .getByRole('button', { name: /^Resolver/ })
      .click();
    await panel(page)
      .getByRole('button', { name: /^Reabrir/ })
      .waitFor();
    nothingStrange(clerk);

    // The supervisor finds it in the figures, and the log in order.
    const supervisor = await openTab(host, { viewport: { width: 1600, height: 900 } });
    await signIn(supervisor.page, DEMO.supervisor);
    await supervisor.page.keyboard.press('g');
    await supervisor.page.keyboard.press('s');
    await supervisor.page.getByText('Marta Lasierra').first().waitFor();
    await supervisor.page.keyboard.press('g');
    await supervisor.page.keyboard.press('l');
    await supervisor.page
      .getByText(/cambió el teléfono/i)
      .first()
      .waitFor();
    await supervisor.page
      .getByRole('button', { name: /Comprobar/ })
      .first()
      .click();
    await supervisor.page
      .getByText(/íntegr|sin alteraciones|en orden/i)
      .first()
      .waitFor();
    nothingStrange(supervisor);
  });
});
