import type { Page } from 'playwright-core';
import type { Dovecot } from '../support/dovecot.ts';
import { goTo } from './host.ts';

export const ACCOUNT = 'Sin certificado';

/** Fills in a new account at the test's mail server, up to its password; the form stays open. */
export async function fillAccount(page: Page, dovecot: Dovecot, userName: string): Promise<void> {
  await goTo(page, 'ajustes/buzones');
  await page.getByRole('button', { name: 'Añadir una cuenta' }).click();
  const form = page.getByRole('form', { name: 'Cuenta nueva' });
  await form.getByLabel(/^Nombre/).fill(ACCOUNT);
  await form.getByLabel('Dirección de correo').fill('zaragoza@tgss.example');
  await form.getByLabel(/^Servidor/).fill('127.0.0.1');
  await form.getByLabel('Puerto').fill(String(dovecot.tlsPort));
  await form.getByLabel(/^Usuario/).fill(userName);
}

/** Tells the open form which authority signed the server's certificate. */
export async function trustAuthority(page: Page, dovecot: Dovecot): Promise<void> {
  await page.getByRole('switch', { name: 'El organismo tiene su propia autoridad de certificación' }).check();
  await page.getByLabel('Certificado de la autoridad (PEM)').fill(dovecot.caPem);
}
