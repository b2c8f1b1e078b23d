import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { createUser } from '../../main/accounts/accounts.ts';
import { createCase } from '../../main/cases/create.ts';
import { setUpOffice } from '../../main/settings/set-up.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { openStore } from '../../main/store/store.ts';
import { smtpServer, type TestServer } from '../mail/outbox/smtp-desk.ts';
import { anAccount } from '../mail/outbox/outbox-desk.ts';
import { aMessage } from '../support/builders.ts';
import { TEST_KEY } from '../support/store.ts';
import {
  closeAll,
  goTo,
  JOURNEY,
  nothingStrange,
  openTab,
  RESULTS,
  signIn,
  startHost,
  temporaryDataDir,
} from './host.ts';

const ANA = { userName: 'ana', displayName: 'Ana Gil', password: 'una frase bastante larga' };
const WRITER = 'rocio@correo.example';
const takePictures = process.env.ESTAFETA_SCREENSHOTS === '1';

afterAll(closeAll);

/** An office with one case, and an account that sends through the server. */
async function office(server: TestServer): Promise<{ dataDir: string; caseId: number }> {
  const dataDir = temporaryDataDir();
  const store = await openStore({ dataDir, key: { kind: 'hex', hex: TEST_KEY } });
  await setUpOffice(store, {
    provinceCode: '50',
    officeName: 'Dirección Provincial de Zaragoza',
    mailboxAddress: 'zaragoza@tgss.example',
    admin: { userName: 'irene', displayName: 'Irene Cativiela', password: 'otra frase bastante larga' },
  });
  const { id } = await createUser(store, SYSTEM_ACTOR, { ...ANA, role: 'CLERK' });
  const accountId = await anAccount(store, { port: server.port });
  await store.write((tx) =>
    tx.secret.create({ data: { key: `mailAccount/${accountId}`, value: 'secreto', updatedAt: new Date() } }),
  );
  const messageId = await aMessage(store, { subject: 'Cambio de móvil', fromAddress: WRITER });
  const made = await createCase(store, { id, name: ANA.displayName }, { messageId });
  await store.close();
  return { dataDir, caseId: made.id };
}

async function picture(page: Page, name: string): Promise<void> {
  if (!takePictures) return;
  const folder = join(RESULTS, 'screens');
  mkdirSync(folder, { recursive: true });
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.locator(`#theme-root[data-theme=${colorScheme.toUpperCase()}]`).waitFor();
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${width}.png`) });
    }
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

it('an answer is reviewed, taken back, sent, refused, and told why', { timeout: JOURNEY }, async () => {
  const fate = { refuse: false };
  const server = await smtpServer({
    recipient: () => (fate.refuse ? { code: 550, words: '5.1.1 No such user here' } : 'NONE'),
  });
  const { dataDir, caseId } = await office(server);
  const host = await startHost({ dataDir });
  const tab = await openTab(host);
  const { page } = tab;
  await signIn(page, ANA);
  await goTo(page, 'expedientes');
  await page.evaluate((id) => {
    location.hash = `#/expedientes/${id}`;
  }, caseId);
  const panel = page.getByRole('region', { name: /^Expediente 50/ });
  const reply = panel.getByRole('form', { name: 'Responder' });

  await panel.getByRole('button', { name: 'Responder', exact: true }).click();
  await reply.getByLabel('Texto').fill('Su teléfono ya está cambiado. Un saludo.');
  await reply.locator('input[type=file]').setInputFiles({
    name: 'instrucciones.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Lea esto con atención.\n'),
  });
  await reply.getByText('instrucciones.txt').waitFor();
  await picture(page, 'reply form');
  await reply.getByRole('button', { name: 'Revisar', exact: true }).click();
  const review = reply.getByRole('group', { name: 'Así saldrá la respuesta' });
  await review.getByText('De: zaragoza@tgss.example').waitFor();
  await review.getByText(/escribió:/).waitFor();
  await picture(page, 'reply review');
  await reply.getByRole('button', { name: 'Enviar', exact: true }).click();

  // Taken back: nothing left, and what was written is there again.
  await page.getByRole('button', { name: /^Deshacer/ }).click();
  await reply.waitFor();
  expect(await reply.getByLabel('Texto').inputValue()).toBe('Su teléfono ya está cambiado. Un saludo.');
  await panel.getByText('Retirada', { exact: true }).waitFor();
  expect(server.messages).toEqual([]);

  // Sent: ten seconds later it is at the server, with its file and what it answers.
  await reply.getByRole('button', { name: 'Revisar', exact: true }).click();
  await reply.getByRole('button', { name: 'Enviar', exact: true }).click();
  await panel.getByText('Enviada', { exact: true }).waitFor();
  await picture(page, 'reply sent');
  expect(server.messages).toHaveLength(1);
  expect(server.messages[0]?.to).toEqual([WRITER]);
  expect(server.messages[0]?.raw).toContain('filename=instrucciones.txt');

  // Refused: said in Spanish, with the server's own words at hand, in the case and in the outbox.
  fate.refuse = true;
  await panel.getByRole('button', { name: 'Responder', exact: true }).click();
  await reply.getByLabel('Texto').fill('Una cosa más.');
  await reply.getByRole('button', { name: 'Revisar', exact: true }).click();
  await reply.getByRole('button', { name: 'Enviar', exact: true }).click();
  await panel.getByText('No enviada', { exact: true }).waitFor();
  await panel.getByText('Esa dirección no existe. Compruebe cómo está escrita.').waitFor();
  await picture(page, 'reply refused');
  await goTo(page, 'salida');
  await page.getByLabel('Situación').selectOption('FAILED');
  const grid = page.getByRole('grid', { name: 'Respuestas y remisiones' });
  await grid.getByRole('row').nth(1).click();
  const chosen = page.getByRole('region', { name: 'Respuesta elegida' });
  await chosen.getByText('Esa dirección no existe. Compruebe cómo está escrita.').waitFor();
  await picture(page, 'outbox failed');
  fate.refuse = false;
  await chosen.getByRole('button', { name: 'Enviar otra vez' }).click();
  await page.getByLabel('Situación').selectOption('SENT');
  await expect.poll(() => grid.getByRole('row').count(), { timeout: 60_000 }).toBe(3);
  expect(server.messages).toHaveLength(2);
  nothingStrange(tab);
});
