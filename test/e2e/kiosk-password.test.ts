import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { importEmployment } from '../../main/citizens/import-employment.ts';
import { WORD_CATEGORIES } from '../../main/registrations/word-question.ts';
import { startService } from '../../main/service/service.ts';
import { SimulatedPhone } from '../../main/sms/simulator.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { openStore } from '../../main/store/store.ts';
import { copyDemo } from './demo-folder.ts';
import { aRegistration, type Registered } from '../support/registration.ts';
import {
  closeAll,
  DEMO,
  demoKey,
  hostOf,
  JOURNEY,
  nothingStrange,
  openTab,
  signIn,
  temporaryDataDir,
  type Host,
} from './host.ts';
import { look } from './kiosk-look.ts';
import { saved, textOf } from './saved-file.ts';

const FIRST = 'Tortug4;verde';
const NEXT = 'Elefant3;gris';
const categories = new Map<string, readonly string[]>(Object.entries(WORD_CATEGORIES));
const sent = vi.spyOn(SimulatedPhone.prototype, 'send');

let host: Host;
let registered: Registered;

beforeAll(async () => {
  const dataDir = temporaryDataDir();
  await copyDemo(dataDir, async (made) => {
    await (await startService({ dataDir: made, key: demoKey(made), demo: true, host: 'web' })).stop();
  });
  const key = demoKey(dataDir);
  const store = await openStore({ dataDir, key });
  registered = await aRegistration(store);
  const { number } = registered.document;
  const csv = `idType,id,employer,from,to,days\nDNI,${number},Talleres Ejemplo,2010-01-01,2019-12-31,3652\n`;
  await importEmployment(store, SYSTEM_ACTOR, { csv, dryRun: false });
  await store.close();
  const service = await startService({ dataDir, key, demo: true, host: 'web' });
  host = await hostOf(service, dataDir);
}, JOURNEY);

afterAll(async () => {
  await host.stop();
  await closeAll();
});

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = (page: Page, name: RegExp) => page.getByRole('button', { name }).click();
const type = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
const read = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** The form of seed 004, step 4; the word that is asked for is the one of its category. */
async function proveByCode(page: Page, activationCode: string, email?: string): Promise<void> {
  await type(page, '(*) Número de Documento', registered.document.number);
  if (email !== undefined) await type(page, '(*) Dirección de Correo Electrónico', email);
  await type(page, '(*) Código de Activación', activationCode);
  const question = page.locator('[data-question]');
  const category = (await question.getAttribute('data-question')) ?? '';
  const words = ((await question.textContent()) ?? '').split(': ');
  await type(page, '(*) Respuesta', words.find((word) => categories.get(category)?.includes(word)) ?? '');
  await press(page, 'Siguiente');
}

function lastCode(): string {
  return /\b\d{6}\b/u.exec(sent.mock.calls.at(-1)?.[1] ?? '')?.[0] ?? '';
}

async function answerCode(page: Page): Promise<void> {
  await read(
    page,
    'Te hemos enviado un código de seguridad de 6 dígitos y un sólo uso por SMS al: +34 600123***',
  );
  await type(page, 'Código', lastCode());
  await press(page, 'Siguiente');
  await heading(page, 'Su nueva contraseña');
}

async function setPassword(page: Page, password: string, repeated = password): Promise<void> {
  await type(page, 'Contraseña', password);
  await type(page, 'Repita la contraseña', repeated);
  await press(page, 'Aceptar');
}

async function signInWith(page: Page, password: string): Promise<void> {
  await type(page, 'DNI/NIE', registered.document.number);
  await type(page, 'Contraseña', password);
  await press(page, 'Autenticar');
}

it(
  'a citizen activates his user, signs in, changes, forgets and blocks his password, and gives it up',
  { timeout: JOURNEY },
  async () => {
    const tab = await openTab(host);
    const { page } = tab;
    await signIn(page, DEMO.supervisor);
    await page.getByRole('button', { name: /^Usuario:/u }).click();
    await page.getByRole('menuitem', { name: 'Abrir el quiosco' }).click();
    await page.getByLabel('Código de salida').fill('135790');
    await page.getByRole('dialog').getByRole('button', { name: 'Abrir el quiosco' }).click();
    await press(page, 'Empezar');
    await choose(page, /^Usuario y contraseña/u);
    await heading(page, 'Usuario y contraseña');
    await look(page, 'menu', 2);

    await choose(page, /^Activación de usuario/u);
    await read(page, /usted recibirá un código de un solo uso en su teléfono móvil/u);
    await look(page, 'activation');
    await proveByCode(page, registered.activationCode, 'otra@correo.example');
    await read(page, /^Los datos no son correctos, o el código de activación está bloqueado/u);
    await proveByCode(page, registered.activationCode, registered.email);
    await read(page, 'Puede tardar en recibir su código vía SMS. De no recibirlo, revise sus datos.');
    await read(page, /^Te hemos enviado un código de seguridad/u);
    await look(page, 'password code');
    await answerCode(page);
    await type(page, 'Contraseña', 'Benjumea');
    await page.locator('[data-met=true]', { hasText: 'Tener al menos una letra mayúscula' }).last().waitFor();
    await page.locator('[data-met=false]', { hasText: 'No puede contener su nombre' }).waitFor();
    await look(page, 'policy', 2);
    await setPassword(page, FIRST, NEXT);
    await read(page, 'Las dos contraseñas no son iguales.');
    await setPassword(page, FIRST);
    await read(page, /^Su usuario está activado/u);
    await look(page, 'done');
    await press(page, 'Seguir');

    await choose(page, /^Cambio de contraseña/u);
    await heading(page, 'Cambio de contraseña');
    await look(page, 'change');
    await type(page, 'DNI/NIE', registered.document.number);
    await type(page, 'Contraseña actual', FIRST);
    await press(page, 'Siguiente');
    await heading(page, 'Su nueva contraseña');
    await setPassword(page, FIRST);
    await read(page, 'Es la contraseña que tiene o la última que tuvo. Elija otra.');
    await setPassword(page, NEXT);
    await read(page, 'La contraseña está cambiada. La anterior no sirve.');
    await press(page, 'Seguir');

    await choose(page, /^Entrar con usuario y contraseña/u);
    await heading(page, 'Entrar con usuario y contraseña');
    for (let turn = 0; turn < 5; turn++) {
      await signInWith(page, FIRST);
      await read(page, /^El documento o la contraseña no son correctos/u);
      await expect.poll(() => page.getByLabel('Contraseña', { exact: true }).inputValue()).toBe('');
    }
    await look(page, 'password refused');
    await signInWith(page, NEXT);
    await read(page, /^El documento o la contraseña no son correctos/u);
    await press(page, 'Volver');

    await choose(page, /^Olvido de contraseña/u);
    await heading(page, 'Olvido de contraseña');
    await look(page, 'forgotten');
    await proveByCode(page, registered.activationCode);
    await answerCode(page);
    await setPassword(page, FIRST);
    await read(page, /^La contraseña nueva ya vale/u);
    await press(page, 'Seguir');

    await choose(page, /^Entrar con usuario y contraseña/u);
    await signInWith(page, FIRST);
    await heading(page, 'Hola, Rocío Benjumea Cala');
    await page.getByRole('region', { name: 'Vida laboral y jubilación' }).waitFor();
    await read(page, 'Desde el 22 de noviembre de 2054, con 67 años.');
    await look(page, 'personal page');
    await choose(page, /^Informe de datos identificativos/u);
    await page.getByRole('button', { name: 'Enviarme el código' }).waitFor();
    await look(page, 'second factor');
    await press(page, 'Enviarme el código');
    const code = page.getByRole('textbox', { name: 'Código de seguridad' });
    await code.waitFor();
    await code.fill(lastCode());
    await press(page, 'Entrar');
    await read(page, 'Informe generado correctamente. Pulse el enlace para abrirlo.');
    await read(
      page,
      'Se recomienda guardar el PDF antes de imprimirlo por si tiene problemas con la impresora.',
    );
    const { name, bytes } = await saved(page, press(page, 'Descargar'));
    expect(name).toBe('informe-datos-identificativos.pdf');
    const report = await textOf(bytes);
    expect(report).toContain('Informe de datos identificativos y de domicilio');
    expect(report).toContain('ROCÍO BENJUMEA CALA');
    expect(report).toContain(registered.document.number);
    await read(page, /^El informe se ha descargado como fichero PDF\./u);
    await look(page, 'report saved');
    await press(page, 'Volver');
    await heading(page, 'Hola, Rocío Benjumea Cala');
    await press(page, 'Volver');
    await heading(page, 'Usuario y contraseña');

    await choose(page, /^Baja de usuario/u);
    await heading(page, 'Baja de usuario');
    await type(page, 'DNI/NIE', registered.document.number);
    await type(page, 'Contraseña actual', FIRST);
    await press(page, 'Siguiente');
    await read(page, /^La baja es definitiva/u);
    await look(page, 'close');
    await press(page, 'Darme de baja');
    await read(page, /^Se ha dado de baja/u);
    await look(page, 'closed', 2);
    nothingStrange(tab);
  },
);
