import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAIL_PASSWORD, removeDovecot, startDovecot, type Dovecot } from '../support/dovecot.ts';
import {
  closeAll,
  goTo,
  JOURNEY,
  nothingStrange,
  openTab,
  sections,
  setUpOffice,
  signIn,
  signOut,
  startHost,
} from './host.ts';
import { ACCOUNT, fillAccount, MAIL_USER, request, setReadable, trustAuthority } from './mailbox-account.ts';

const ADMIN = { userName: 'irene', password: 'una frase bastante larga' };
const CLERK = { userName: 'marta', password: 'otra frase bien larga' };

let dovecot: Dovecot;
beforeAll(async () => {
  // It refuses a message that it cannot open instead of hanging up.
  dovecot = await startDovecot({ extra: 'imap_fetch_failure = no-after' });
}, JOURNEY);
afterAll(async () => {
  await closeAll();
  await removeDovecot(dovecot);
});

const mailboxState = (page: Page) =>
  page.getByRole('banner').getByRole('link', { name: /^Estado del buzón/ });
const testResult = (page: Page) => page.getByRole('region', { name: 'Prueba de la conexión' });

describe('the office’s mailbox', () => {
  it(
    'is connected, read whole, and shows what is missing until it is not',
    { timeout: JOURNEY },
    async () => {
      await dovecot.deliver(MAIL_USER, [1, 2, 3, 4, 5].map(request));
      setReadable(dovecot, 5, false);
      const tab = await openTab(await startHost());
      const { page } = tab;
      await setUpOffice(page, ADMIN);
      await page.getByRole('link', { name: /^Ningún buzón conectado/ }).click();
      await fillAccount(page, dovecot);
      const password = page.locator('input[type=password]');
      const tryOut = page.getByRole('button', { name: 'Probar la conexión' });

      // Nothing typed: told at the field, and the keyboard is taken there.
      await tryOut.click();
      await page.getByText('Falta este dato.').waitFor();
      expect(await password.evaluate((input) => input === document.activeElement)).toBe(true);

      await password.fill('equivocada');
      await tryOut.click();
      await testResult(page).getByText('Recibir: falla en «Certificado»').waitFor();
      await testResult(page).getByText('Identificación: no se ha llegado a probar').waitFor();
      await trustAuthority(page, dovecot);
      await tryOut.click();
      await testResult(page).getByText('Recibir: falla en «Identificación»').waitFor();
      await testResult(page).getByText('Certificado: bien').waitFor();
      await password.fill(MAIL_PASSWORD);
      await tryOut.click();
      await testResult(page).getByText('Recibir: funciona').waitFor();
      await page.getByRole('checkbox', { name: 'Bandeja de entrada (INBOX) · 5 mensajes' }).waitFor();
      await page.getByRole('button', { name: 'Guardar la cuenta' }).click();
      await page.getByRole('cell', { name: ACCOUNT }).first().waitFor();

      // One message that the server does not give: red until it is read.
      await mailboxState(page).filter({ hasText: 'Descuadre: 1 mensaje' }).click();
      await page.getByRole('heading', { level: 2, name: ACCOUNT }).waitFor();
      await page.getByText('Descuadre: 1 mensaje del servidor no está guardado').first().waitFor();
      await page.getByRole('row', { name: /1 sin guardar: UID 5/ }).waitFor();
      const sum = page.getByRole('list', { name: 'Lo que hay en el servidor y dónde está' });
      expect(await sum.innerText()).toMatch(/5\s+en el servidor[^]*4\s+guardados[^]*1\s+sin guardar/);
      setReadable(dovecot, 5, true);
      await page.getByRole('button', { name: 'Volver a leer este' }).click();
      await mailboxState(page).filter({ hasText: 'Al día' }).waitFor();
      await page.getByRole('row', { name: /Cuadra 5 5 0 0 0$/ }).waitFor();

      // New mail comes by itself, and takes the keyboard from nobody.
      await goTo(page, 'bandeja');
      const list = page.getByRole('listbox', { name: 'Mensajes' });
      await list.getByText('Consulta 5 sobre mi vida laboral').waitFor();
      const search = page.getByRole('searchbox');
      await search.focus();
      await dovecot.deliver(MAIL_USER, [request(6)]);
      const fresh = page.getByRole('button', { name: '1 nuevo' });
      await fresh.waitFor();
      expect(await search.evaluate((input) => input === document.activeElement)).toBe(true);
      await fresh.click();
      await list.getByText('Consulta 6 sobre mi vida laboral').waitFor();

      // The server goes away and comes back.
      await dovecot.stop();
      await mailboxState(page).filter({ hasText: 'Sin conexión desde las' }).waitFor();
      await dovecot.start();
      await mailboxState(page).click();
      await page.getByRole('button', { name: 'Leer ahora' }).click();
      await mailboxState(page).filter({ hasText: 'Al día' }).waitFor();
      await page.getByRole('button', { name: 'Comparar ahora' }).click();
      await page.getByText('Comparado: todo cuadra. En el servidor hay 6.').first().waitFor();

      // The password is kept and never comes back.
      await goTo(page, 'ajustes/buzones');
      await page.getByRole('button', { name: `Cambiar ${ACCOUNT}` }).click();
      expect(await password.inputValue()).toBe('');
      expect(await password.getAttribute('placeholder')).toBe('Guardada');
      await tryOut.click();
      await testResult(page).getByText('Recibir: funciona').waitFor();
      await page.getByRole('button', { name: 'Cancelar' }).click();

      await createClerk(page);
      await signOut(page);
      await signIn(page, CLERK);
      await mailboxState(page).filter({ hasText: 'Al día' }).click();
      await page.getByText('Comparación con el servidor').waitFor();
      expect(await page.getByRole('button', { name: /leer|Comparar/ }).count()).toBe(0);
      await sections(page).waitFor();
      nothingStrange(tab);
    },
  );
});

async function createClerk(page: Page): Promise<void> {
  await goTo(page, 'ajustes/usuarios');
  await page.getByRole('button', { name: 'Nuevo usuario' }).click();
  const form = page.getByRole('form', { name: 'Nuevo usuario' });
  await form.getByLabel(/^Usuario/).fill(CLERK.userName);
  await form.getByLabel('Nombre y apellidos').fill('Marta Lasierra');
  await form.getByLabel('Contraseña').fill(CLERK.password);
  await form.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('cell', { name: 'Marta Lasierra', exact: true }).waitFor();
}
