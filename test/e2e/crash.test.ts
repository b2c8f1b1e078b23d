import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { WebSocket } from 'ws';
import { projectRoot } from '../../main/paths.ts';
import { startService, type Service } from '../../main/service/service.ts';
import { TEST_KEY } from '../support/store.ts';
import { copyDemo } from './demo-folder.ts';
import {
  casePanel,
  closeAll,
  DEMO,
  demoKey,
  fillSignIn,
  goTo,
  hostOf,
  JOURNEY,
  LARGE,
  nothingStrange,
  openRociosRequest,
  openTab,
  sections,
  setUpOffice,
  signIn,
  SMALL,
  startHost,
  temporaryDataDir,
} from './host.ts';

const ADMIN = { userName: 'irene', password: 'una frase bastante larga' };
/** Enough to be killed in the middle of, on a fast machine too. */
const MESSAGES = 1500;
/** Reading them all, on a machine that does other things as well. */
const READ = { timeout: 240_000 };

afterAll(closeAll);

function manyMessages(): string {
  const folder = temporaryDataDir();
  for (let n = 1; n <= MESSAGES; n += 1) {
    writeFileSync(
      join(folder, `${n}.eml`),
      [
        `From: Persona ${n} <persona${n}@ejemplo.test>`,
        'To: oficina@ejemplo.test',
        `Subject: Consulta ${n} sobre mi vida laboral`,
        'Date: Mon, 16 Mar 2020 10:00:00 +0100',
        `Message-ID: <corte-${n}@ejemplo.test>`,
        '',
        `Buenos días, esta es la consulta ${n}: ${'quisiera saber cómo va lo mío. '.repeat(40)}`,
        '',
      ].join('\r\n'),
    );
  }
  return folder;
}

async function read(page: Page, folder: string): Promise<void> {
  await goTo(page, 'ajustes/buzones');
  await page.getByLabel('Carpeta o archivo de este equipo').fill(folder);
  await page.getByRole('button', { name: 'Leer', exact: true }).click();
}

/** The real command line on the folder that the host has left. */
function estafeta(
  dataDir: string,
  ...args: string[]
): { readonly status: number | null; readonly stdout: string } {
  const cli = join(projectRoot, 'main', 'cli', 'estafeta.ts');
  return spawnSync(process.execPath, [cli, ...args, '--data', dataDir, '--json'], {
    env: { ...process.env, ESTAFETA_KEY: TEST_KEY },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
}

describe('a host that is killed', () => {
  it('loses no message and doubles none', { timeout: JOURNEY }, async () => {
    const folder = manyMessages();
    const killed = await startHost();
    const { page } = await openTab(killed);
    await setUpOffice(page, ADMIN);
    await read(page, folder);
    // "128 de 1.500": some are stored, and not all.
    const strip = page.getByRole('region', { name: 'Tareas en curso' });
    await strip.getByText(/^(?!1\.500)[1-9][\d.]* de 1\.500/).waitFor();
    await killed.kill();

    const again = await startHost({ dataDir: killed.dataDir });
    const tab = await openTab(again);
    await signIn(tab.page, ADMIN);
    await read(tab.page, folder);
    const mailbox = tab.page.getByRole('table', { name: 'Buzones leídos' }).getByRole('row').nth(1);
    await tab.page.getByRole('region', { name: 'Tareas en curso' }).getByText('Terminado').waitFor(READ);
    await mailbox.getByRole('cell', { name: '1.500', exact: true }).waitFor();
    await again.stop();

    const exported = estafeta(again.dataDir, 'export').stdout.trimEnd().split('\n');
    const sources = exported.map((line) => (JSON.parse(line) as { source: string }).source);
    expect(sources).toHaveLength(MESSAGES);
    expect(new Set(sources).size).toBe(MESSAGES);
    const verified = estafeta(again.dataDir, 'audit', 'verify');
    expect(JSON.parse(verified.stdout)).toMatchObject({ fault: null });
    expect(verified.status).toBe(0);
  });
});

/**
 * What the desktop shell is to the page: it stays while the service dies under it and is started again. Here the
 * service ends in order; that its data survive a kill is shown elsewhere.
 */
async function shellOver(start: () => Promise<Service>, dataDir: string) {
  let service: Service | null = await start();
  const pages = new Set<WebSocket>();
  const stop = async () => {
    const dying = service;
    service = null;
    for (const page of pages) page.terminate();
    pages.clear();
    await dying?.stop();
  };
  const host = await hostOf(
    {
      attachSocket: (page, clientId) => {
        if (service === null) return page.terminate();
        pages.add(page);
        service.attachSocket(page, clientId);
      },
      enterKiosk: () => null,
      attachKioskSocket: (page) => page.terminate(),
      stop,
    },
    dataDir,
  );
  const restart = async () => {
    service = await start();
  };
  return { host, die: stop, restart };
}

describe('a service that dies under a clerk who writes', () => {
  it(
    'leaves the note and the answer as they were, to the same person only',
    { timeout: JOURNEY },
    async () => {
      const dataDir = temporaryDataDir();
      const service = (folder: string) => () =>
        startService({ dataDir: folder, key: demoKey(folder), demo: true, host: 'web' });
      await copyDemo(dataDir, async (made) => (await service(made)()).stop());
      const { host, die, restart } = await shellOver(service(dataDir), dataDir);
      onTestFinished(() => host.stop());
      const tab = await openTab(host);
      const { page } = tab;
      const panel = casePanel(page);
      const note = panel.getByRole('form', { name: 'Nota interna' });
      const reply = panel.getByRole('form', { name: 'Responder' });
      const openForm = (name: string) => panel.getByRole('button', { name, exact: true }).click();
      await signIn(page, DEMO.clerk);
      await openRociosRequest(page);
      await panel.getByRole('button', { name: /^Crear expediente/ }).click();
      await openForm('Nota');
      await note.getByRole('textbox').fill('Ha llamado: enviará el TA.1');
      await openForm('Responder');
      await reply.getByLabel('Texto').fill('Buenos días: nos falta');
      const asked = page.waitForEvent('dialog');
      page.once('dialog', (dialog) => void dialog.dismiss());
      await page.evaluate(() => void setTimeout(() => location.reload()));
      expect((await asked).type()).toBe('beforeunload');

      await die();
      await page.getByText('Sin conexión con el servicio').waitFor();
      await reply.getByLabel('Texto').fill('Buenos días: nos falta el TA.1');
      await restart();
      await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
      await page.getByText(/^Marta .*Lo que tenía a medias sigue en esta ventana/).waitFor();
      await page.getByLabel(/^Contraseña/).fill(DEMO.clerk.password);
      await page.getByRole('button', { name: 'Entrar', exact: true }).click();
      await sections(page).waitFor();
      expect(await reply.getByLabel('Texto').inputValue()).toBe('Buenos días: nos falta el TA.1');
      await openForm('Nota');
      expect(await note.getByRole('textbox').inputValue()).toBe('Ha llamado: enviará el TA.1');
      // The second click of a double click finds nothing to do: it must not be refused as somebody else's change.
      await note.getByRole('button', { name: 'Guardar la nota' }).dblclick();
      await panel.getByText('Ha llamado: enviará el TA.1').first().waitFor();

      // What is being filled in stays when the window gets wide, and the panel goes beside the message.
      await openForm('Plazo');
      const day = panel.getByRole('form', { name: 'Plazo' }).getByLabel('Último día');
      await day.fill('2020-03-20');
      await panel.getByText('Ese día ya ha pasado.').waitFor();
      const over = page.getByText('El expediente se muestra sobre la lectura');
      await over.waitFor();
      await page.setViewportSize(LARGE);
      await over.waitFor({ state: 'detached' });
      expect(await day.inputValue()).toBe('2020-03-20');
      await page.setViewportSize(SMALL);
      await over.waitFor();
      expect(await day.inputValue()).toBe('2020-03-20');
      expect(await panel.getByText(/^Mientras usted lo veía/).count()).toBe(0);

      await die();
      await restart();
      await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
      await fillSignIn(page, DEMO.supervisor);
      await sections(page).waitFor();
      await openRociosRequest(page);
      await openForm('Responder');
      await reply.waitFor();
      expect(await reply.getByLabel('Texto').inputValue()).toBe('');
      nothingStrange(tab);
    },
  );
});
