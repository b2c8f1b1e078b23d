import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../main/paths.ts';
import { TEST_KEY } from '../support/store.ts';
import {
  closeAll,
  goTo,
  JOURNEY,
  openTab,
  setUpOffice,
  signIn,
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
