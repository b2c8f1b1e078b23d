import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Dovecot } from '../support/dovecot.ts';
import { goTo } from './host.ts';

export const ACCOUNT = 'Sin certificado';
/** Whose mailbox it is at the test's mail server. */
export const MAIL_USER = 'zaragoza';

/** Fills in a new account at the test's mail server, up to its password; the form stays open. */
export async function fillAccount(page: Page, dovecot: Dovecot): Promise<void> {
  await goTo(page, 'ajustes/buzones');
  await page.getByRole('button', { name: 'Añadir una cuenta' }).click();
  const form = page.getByRole('form', { name: 'Cuenta nueva' });
  await form.getByLabel(/^Nombre/).fill(ACCOUNT);
  await form.getByLabel('Dirección de correo').fill('zaragoza@tgss.example');
  await form.getByLabel(/^Servidor/).fill('127.0.0.1');
  await form.getByLabel('Puerto').fill(String(dovecot.tlsPort));
  await form.getByLabel(/^Usuario/).fill(MAIL_USER);
}

/** Tells the open form which authority signed the server's certificate. */
export async function trustAuthority(page: Page, dovecot: Dovecot): Promise<void> {
  await page.getByRole('switch', { name: 'El organismo tiene su propia autoridad de certificación' }).check();
  await page.getByLabel('Certificado de la autoridad (PEM)').fill(dovecot.caPem);
}

/** A citizen's message, another for every number. */
export function request(n: number): string {
  return [
    `From: Persona ${n} <persona${n}@ejemplo.test>`,
    'To: zaragoza@tgss.example',
    `Subject: Consulta ${n} sobre mi vida laboral`,
    'Date: Mon, 16 Mar 2020 10:00:00 +0100',
    `Message-ID: <buzon-${n}@ejemplo.test>`,
    '',
    `Buenos días, esta es la consulta ${n}.`,
    '',
  ].join('\r\n');
}

/** Lets the server open a message of the mailbox, or takes that from it. */
export function setReadable(dovecot: Dovecot, n: number, readable: boolean): void {
  const files = ['new', 'cur'].flatMap((part) => {
    const folder = join(dovecot.maildir(MAIL_USER), part);
    return readdirSync(folder).map((name) => join(folder, name));
  });
  const file = files.find((path) => readFileSync(path, 'utf8').includes(`<buzon-${n}@`));
  if (file === undefined) throw new Error('no such message in the mailbox');
  chmodSync(file, readable ? 0o644 : 0o000);
}
