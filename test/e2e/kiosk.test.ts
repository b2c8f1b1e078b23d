import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { AxeResults, RunOptions, ContextObject } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../main/api/contract/index.ts';
import { startService, type Service } from '../../main/service/service.ts';
import { copyDemo } from './demo-folder.ts';
import {
  closeAll,
  demoKey,
  hostOf,
  DEMO,
  JOURNEY,
  nothingStrange,
  openTab,
  RESULTS,
  signIn,
  temporaryDataDir,
  type Host,
} from './host.ts';

/** The kiosk as a supervisor opens it and a citizen uses it, in a real browser. */

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const takePictures = process.env.ESTAFETA_SCREENSHOTS === '1';
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const EXIT_CODE = '135790';
/** Of the demo's citizens (test/fixtures/demo/citizens.csv). */
const ROCIO = { id: '99193443D', birth: '22/11/1987', phone: '633012290' };

let service: Service;
let host: Host;
/** A window without a screen: the desk's side of what the kiosk shows. */
let desk: Client;

beforeAll(async () => {
  const dataDir = temporaryDataDir();
  const start = (folder: string) =>
    startService({ dataDir: folder, key: demoKey(folder), demo: true, host: 'web' });
  await copyDemo(dataDir, async (made) => (await start(made)).stop());
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

/** What axe finds wrong with the screen, and everything that is too small for a finger. */
async function look(page: Page, screen: string, faults: string[], themes: 1 | 2 = 1): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  for (const [theme, only] of [
    ['LIGHT', null],
    ['DARK', COLOUR_RULES],
  ].slice(0, takePictures ? 2 : themes) as [string, string[] | null][]) {
    await page.emulateMedia({ colorScheme: theme === 'DARK' ? 'dark' : 'light', reducedMotion: 'reduce' });
    await page.locator(`#theme-root[data-theme=${theme}]`).waitFor();
    const found = await page.evaluate(async (rules) => {
      const { axe } = window as unknown as {
        readonly axe: { run(context: ContextObject, options: RunOptions): Promise<AxeResults> };
      };
      const moving = document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
      await Promise.allSettled(moving.map((one) => one.finished));
      const { violations } = await axe.run(
        { exclude: [['[data-tabster-dummy]']] },
        {
          resultTypes: ['violations'],
          ...(rules === null ? {} : { runOnly: { type: 'rule', values: [...rules] } }),
        },
      );
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join()}`,
      );
    }, only);
    faults.push(...found.map((fault) => `${screen}, ${theme}: ${fault}`));
    if (takePictures) await page.screenshot({ path: join(RESULTS, `kiosk-${screen}-${theme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], .fui-Input, .fui-SearchBox')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
      .map((element) => `${element.textContent} ${element.getBoundingClientRect().height} px`),
  );
  faults.push(...small.map((one) => `${screen}: too small: ${one}`));
}

/** The six digits of the newest message that the demo's telephone got. */
async function newestCode(): Promise<string> {
  const [newest] = await desk.identity.simulatedPhone();
  return /\d{6}/u.exec(newest?.text ?? '')?.[0] ?? '';
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const heading = (page: Page, name: string) =>
  page.getByRole('heading', { name, exact: true }).first().waitFor();

it(
  'is opened by a supervisor, serves one citizen after another and forgets each, and is left with its code',
  async () => {
    const faults: string[] = [];
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
    await look(page, 'start', faults);

    await press(page, 'Empezar en castellano');
    await heading(page, '¿Qué quiere hacer?');
    await look(page, 'home', faults);
    await page.getByRole('button', { name: /^Qué se puede hacer por internet/ }).click();
    await page.getByLabel('Buscar un trámite o un servicio').fill('vida laboral');
    await page.getByText('Informe de Vida laboral', { exact: true }).first().waitFor();
    await look(page, 'services', faults, 2);
    await page.goBack();

    await page.getByRole('button', { name: /^Vía SMS/ }).click();
    await heading(page, 'Accede vía SMS');
    const fill = async (phone: string): Promise<void> => {
      await page.getByLabel('Número de documento (DNI o NIE)').fill(ROCIO.id);
      await page.getByLabel(/^Fecha de nacimiento/).fill(ROCIO.birth);
      await page.getByLabel('Número de teléfono móvil').fill(phone);
      await press(page, 'Entrar');
    };
    await fill('699999999');
    await page
      .getByText(/^Los datos que has introducido no coinciden\. Revisa los datos\./)
      .first()
      .waitFor();
    await look(page, 'refused', faults);
    await fill(ROCIO.phone);
    await page
      .getByText(
        'Te hemos enviado un código de seguridad de 6 dígitos y un sólo uso por SMS al: +34 633012***',
      )
      .first()
      .waitFor();
    await press(page, 'No recibo el SMS');
    await page.getByText('Te hemos reenviado el código de seguridad').first().waitFor();
    const code = await newestCode();
    await page
      .getByRole('textbox', { name: 'Código de seguridad' })
      .fill(code === '000000' ? '000001' : '000000');
    await press(page, 'Entrar');
    await page.getByText('Código de seguridad incorrecto').first().waitFor();
    await look(page, 'code', faults, 2);
    await page.getByRole('textbox', { name: 'Código de seguridad' }).fill(code);
    await press(page, 'Entrar');
    await heading(page, 'Hola, Rocío Benjumea Cala');
    await page.getByText('+34 633012***').first().waitFor();
    await look(page, 'personal', faults, 2);

    await page.getByRole('button', { name: /^Informe de datos identificativos/ }).click();
    await page.getByText('Informe generado correctamente. Pulse el enlace para abrirlo.').first().waitFor();
    await press(page, 'Informe de datos identificativos y de domicilio');
    await page.getByRole('img', { name: 'Página 1 de 1' }).waitFor();
    await look(page, 'report', faults);

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
    await look(page, 'idle', faults);
    await page.clock.fastForward(20_000);
    await page.getByText('La visita terminó por falta de actividad.').first().waitFor();

    await press(page, 'Personal de la oficina');
    await page.getByLabel('Código de salida').fill('000000');
    await press(page, 'Cerrar el quiosco');
    await page.getByText('El código de salida no es correcto.').first().waitFor();
    await look(page, 'leave', faults);
    await page.getByLabel(/^Código de salida/).fill(EXIT_CODE);
    await press(page, 'Cerrar el quiosco');
    await page.getByRole('button', { name: 'Desbloquear' }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/');

    expect(faults).toEqual([]);
    nothingStrange(tab);
  },
  JOURNEY,
);
