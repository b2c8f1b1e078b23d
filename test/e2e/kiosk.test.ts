import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../main/api/contract/index.ts';
import { startService, type Service } from '../../main/service/service.ts';
import { openStore } from '../../main/store/store.ts';
import { aCitizen } from '../support/builders.ts';
import { SEED_001 } from '../support/seed-001.ts';
import { copyDemo } from './demo-folder.ts';
import {
  closeAll,
  demoKey,
  hostOf,
  DEMO,
  JOURNEY,
  nothingStrange,
  openTab,
  signIn,
  temporaryDataDir,
  type Host,
} from './host.ts';
import { look } from './kiosk-look.ts';

/** The kiosk as a supervisor opens it and a citizen uses it, in a real browser. */

const EXIT_CODE = '135790';
/** Of the demo's citizens (test/fixtures/demo/citizens.csv). */
const ROCIO = { id: '99193443D', birth: '22/11/1987', phone: '633012290' };
const CELSO = { id: '99693738P', birth: '23/09/1947', phone: '648005119' }; // died
const ANSELMO = { id: '99838051L', birth: '04/02/1951', phone: '600123456' }; // has no telephone on record

/** Not of the demo's: the number stands on two records. */
const COUPLE = { id: '99000014X', birth: '22/11/1987', phone: '612034567' };

/** What is typed for each row of seed 001's table that comes before a code. */
const REFUSED = {
  ID_FORMAT: { ...ROCIO, id: '99193443A' },
  DATE_FORMAT: { ...ROCIO, birth: '31/02/1987' },
  PHONE_FORMAT: { ...ROCIO, phone: '976123456' },
  DECEASED: CELSO,
  PHONE_UNKNOWN: ANSELMO,
  PHONE_MISMATCH: { ...ROCIO, phone: '699999999' },
} as const satisfies Partial<Record<keyof typeof SEED_001, typeof ROCIO>>;

let service: Service;
let host: Host;
/** A window without a screen: the desk's side of what the kiosk shows. */
let desk: Client;

beforeAll(async () => {
  const dataDir = temporaryDataDir();
  const start = (folder: string) =>
    startService({ dataDir: folder, key: demoKey(folder), demo: true, host: 'web' });
  await copyDemo(dataDir, async (made) => (await start(made)).stop());
  const store = await openStore({ dataDir, key: demoKey(dataDir) });
  for (const number of [COUPLE.id, '99000015B'])
    await aCitizen(store, { documents: [{ type: 'DNI', number }], phone: `+34${COUPLE.phone}` });
  await store.close();
  service = await start(dataDir);
  host = await hostOf(service, dataDir);
  const { port1, port2 } = new MessageChannel();
  service.attachPort(port1, 'desk');
  port1.start();
  port2.start();
  desk = createORPCClient(new RPCLink({ port: port2 }));
  await desk.session.signIn(DEMO.admin);
  // A province with a second official language.
  const settings = await desk.settings.get();
  await desk.settings.save({ ...settings, office: { ...settings.office, provinceCode: '08' } });
}, JOURNEY);

afterAll(async () => {
  await closeAll();
  await host.stop();
});

/** The six digits of the newest message that the demo's telephone got. */
async function newestCode(): Promise<string> {
  const [newest] = await desk.identity.simulatedPhone();
  return /\d{6}/u.exec(newest?.text ?? '')?.[0] ?? '';
}

/** Moves the focus on, key by key, to what is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: one } = document;
      return (one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : one?.textContent) ?? '';
    });
  const seen: string[] = [];
  while (!name.test(await focused())) {
    if (seen.length > 40) throw new Error(`the Tab key does not get to ${String(name)}: ${seen.join()}`);
    await page.keyboard.press('Tab');
    seen.push(await focused());
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const heading = (page: Page, name: string) =>
  page.getByRole('heading', { name, exact: true }).first().waitFor();

it(
  'is opened by a supervisor, serves one citizen after another and forgets each, and is left with its code',
  async () => {
    const tab = await openTab(host);
    const { page } = tab;
    await page.clock.install();
    await signIn(page, DEMO.supervisor);
    await page.getByRole('button', { name: /^Usuario:/ }).click();
    await page.getByRole('menuitem', { name: 'Abrir el quiosco' }).click();
    await page.getByLabel('Código de salida').fill(EXIT_CODE);
    await press(page, 'Abrir el quiosco');
    await page.waitForURL('**/quiosco/');
    await page.getByRole('button', { name: 'Empezar en castellano' }).waitFor();
    await look(page, 'start');

    await press(page, 'Empezar en castellano');
    await heading(page, '¿Qué quiere hacer?');
    await look(page, 'home');
    await page.getByRole('button', { name: /^Qué se puede hacer por internet/ }).click();
    await page.getByLabel('Buscar un trámite o un servicio').fill('vida laboral');
    await page.getByText('Informe de Vida laboral', { exact: true }).first().waitFor();
    await look(page, 'services', 2);
    await page.goBack();

    // By the keyboard alone, until the citizen is in; but for the many ways in which he is not.
    await tabTo(page, /^Vía SMS/);
    await page.keyboard.press('Enter');
    await heading(page, 'Accede vía SMS');
    const enter = async (
      { id, birth, phone }: typeof ROCIO,
      write: (label: RegExp, words: string) => Promise<void>,
    ): Promise<void> => {
      await heading(page, 'Accede vía SMS');
      await write(/^Número de documento/, id);
      await write(/^Fecha de nacimiento/, birth);
      await write(/^Número de teléfono móvil/, phone);
      await page.keyboard.press('Enter');
    };
    const byKeys = async (label: RegExp, words: string): Promise<void> => {
      await tabTo(page, label);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(words);
    };
    const atOnce = async (label: RegExp, words: string): Promise<void> => {
      const field = page.getByLabel(label);
      await field.fill(words);
      await field.focus();
    };
    const read = (words: string) => page.getByText(words, { exact: true }).first().waitFor();
    for (const [row, typed] of Object.entries(REFUSED) as [keyof typeof REFUSED, typeof ROCIO][]) {
      await enter(typed, atOnce);
      await read(SEED_001[row].message);
      await read(SEED_001[row].solution);
    }
    await look(page, 'refused');
    await enter(COUPLE, atOnce);
    await read(
      'Con este teléfono no se puede entrar por SMS. Acérquese al mostrador con su DNI o NIE y se lo resuelven.',
    );
    expect(await desk.identity.simulatedPhone()).toEqual([]);
    await look(page, 'shared telephone');
    const answer = async (code: string): Promise<void> => {
      await tabTo(page, /^Código de seguridad/);
      await page.keyboard.type(code);
      await page.keyboard.press('Enter');
    };
    const resend = async (): Promise<void> => {
      // The answer to the one before takes the focus to the code's field.
      await page.getByRole('button', { name: 'No recibo el SMS', disabled: false }).waitFor();
      await tabTo(page, /^No recibo el SMS$/);
      await page.keyboard.press('Enter');
    };
    await enter(ROCIO, byKeys);
    await read(
      'Te hemos enviado un código de seguridad de 6 dígitos y un sólo uso por SMS al: +34 633012***',
    );
    await resend();
    await read(SEED_001.RESENT.message);
    for (const row of ['CODE_WRONG', 'CODE_WRONG', 'CODE_EXHAUSTED'] as const) {
      await answer((await newestCode()) === '000000' ? '000001' : '000000');
      await read(SEED_001[row].message);
      // The words are the same as after the code before: the answer is there once the field is empty.
      await expect
        .poll(() =>
          page.locator('form input').evaluateAll((all) => all.map((one) => 'value' in one && one.value)),
        )
        .toEqual(row === 'CODE_WRONG' ? [''] : []);
    }
    await look(page, 'code used up');
    await tabTo(page, /^Escribir los datos otra vez$/);
    await page.keyboard.press('Enter');
    await enter(ROCIO, byKeys);
    await read(SEED_001.RESENT.message);
    await resend();
    await expect.poll(async () => (await desk.identity.simulatedPhone()).length).toBe(4);
    await resend();
    await read(SEED_001.RESEND_LIMIT.message);
    await look(page, 'code', 2);
    await answer(await newestCode());
    await heading(page, 'Hola, Rocío Benjumea Cala');
    await page.getByText('+34 633012***').first().waitFor();
    await look(page, 'personal', 2);

    await page.getByRole('button', { name: /^Informe de datos identificativos/ }).click();
    await page.getByText('Informe generado correctamente. Pulse el enlace para abrirlo.').first().waitFor();
    await look(page, 'report made');
    await press(page, 'Informe de datos identificativos y de domicilio');
    await page.getByRole('img', { name: 'Página 1 de 1' }).waitFor();
    await look(page, 'report');

    await press(page, 'Terminar');
    await page.getByText('La visita ha terminado. No queda ningún dato en esta pantalla.').first().waitFor();
    for (let step = 1; step <= 3; step += 1) {
      await page.goBack();
      await page.getByRole('button', { name: 'Empezar en castellano' }).waitFor();
      expect(await page.content()).not.toMatch(/Benjumea|99193443|633012/);
    }

    await press(page, 'Començar en català / valencià');
    await heading(page, 'Què voleu fer?');
    await page.clock.fastForward(75_000);
    await page.getByRole('heading', { name: 'Encara hi sou?' }).waitFor();
    await page.getByText(/^Queden 1\d segons$/).waitFor();
    await look(page, 'idle');
    await press(page, 'Continuar aquí');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.clock.fastForward(75_000);
    await page.getByRole('heading', { name: 'Encara hi sou?' }).waitFor();
    await page.clock.fastForward(20_000);
    await page.getByText('La visita terminó por falta de actividad.').first().waitFor();

    await press(page, 'Personal de la oficina');
    await page.getByLabel('Código de salida').fill('000000');
    await press(page, 'Cerrar el quiosco');
    await page.getByText('El código de salida no es correcto.').first().waitFor();
    await look(page, 'leave');
    await page.getByLabel(/^Código de salida/).fill(EXIT_CODE);
    await press(page, 'Cerrar el quiosco');
    await page.getByRole('button', { name: 'Desbloquear' }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/');

    nothingStrange(tab);
  },
  JOURNEY,
);
