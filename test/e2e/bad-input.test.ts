import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startService } from '../../main/service/service.ts';
import { openSql } from '../../main/store/connection.ts';
import type { KeySource } from '../../main/store/key.ts';
import { DATABASE_FILE, openStore } from '../../main/store/store.ts';
import { TEST_KEY } from '../support/store.ts';
import { violations } from './axe.ts';
import {
  closeAll,
  DEMO,
  fillSignIn,
  goTo,
  hostOf,
  JOURNEY,
  nothingStrange,
  openTab,
  sections,
  signIn,
  signOut,
  startHost,
  temporaryDataDir,
  type Host,
} from './host.ts';
import { faxedPage, PICTURE, withPapers } from './papers.ts';

let host: Host;
beforeAll(async () => {
  host = await startHost({ demo: true });
}, JOURNEY);
afterAll(closeAll);

/** The file chooser of the import page is a hidden input with a label. */
async function checkCsv(page: Page, csv: string): Promise<void> {
  await page
    .getByLabel('Archivo CSV')
    .setInputFiles({ name: 'ciudadanos.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
}

const HEADER = 'idType,id,givenName,surnames,birthDate,naf,phone,email,address,deceased';

/** A server that mail would like to talk to. It remembers what it was asked for. */
async function trap(): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function mail(subject: string, body: readonly string[]): string {
  return [
    'From: Atacante <atacante@ejemplo.test>',
    'To: oficina@ejemplo.test',
    `Subject: ${subject}`,
    'Date: Mon, 16 Mar 2020 10:00:00 +0100',
    `Message-ID: <${subject.replaceAll(' ', '-')}@ejemplo.test>`,
    'MIME-Version: 1.0',
    ...body,
    '',
  ].join('\r\n');
}

async function receive(page: Page, subject: string, body: readonly string[]): Promise<void> {
  const folder = temporaryDataDir();
  writeFileSync(join(folder, 'uno.eml'), mail(subject, body));
  await goTo(page, 'ajustes/buzones');
  await page.getByLabel('Carpeta o archivo de este equipo').fill(folder);
  await page.getByRole('button', { name: 'Leer', exact: true }).click();
  await page.getByRole('cell', { name: folder }).waitFor();
  await goTo(page, 'bandeja');
  await page.getByRole('button', { name: /^Todos los mensajes/ }).click();
  await page.getByRole('searchbox').fill(`asunto:"${subject}"`);
  await page.getByRole('option', { name: new RegExp(subject) }).click();
  await page.getByRole('heading', { level: 2, name: subject }).waitFor();
}

type ClosedData = {
  readonly code: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly dataDir: string;
  readonly key: KeySource;
  /** What IT does about it. */
  readonly mend: () => void;
};

/** Data folders that cannot be opened, each for a reason of its own. */
async function closedData(): Promise<ClosedData[]> {
  const key = { kind: 'hex', hex: TEST_KEY } as const;
  const whole = temporaryDataDir();
  await (await openStore({ dataDir: whole, key })).close();
  const copy = () => {
    const dataDir = temporaryDataDir();
    cpSync(whole, dataDir, { recursive: true });
    return { dataDir, file: join(dataDir, DATABASE_FILE) };
  };

  const damaged = copy();
  writeFileSync(damaged.file, readFileSync(damaged.file).fill(7, 0, 8192));
  const newer = copy();
  const sql = openSql(newer.file, TEST_KEY, 'WRITE');
  sql.exec(`INSERT INTO "_migration" VALUES (9999, '9999_later', '', 0)`);
  sql.close();
  const keyless = copy();
  const keyFile = join(keyless.dataDir, 'clave');
  const full = temporaryDataDir();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', full]);
  onTestFinished(() => {
    execFileSync('umount', ['-l', full]);
  });
  const file = join(temporaryDataDir(), 'archivo');
  writeFileSync(file, '');

  const nothing = { facts: [], key };
  return [
    {
      ...nothing,
      ...{ code: 'STORE_DAMAGED', title: 'El archivo de datos está dañado', dataDir: damaged.dataDir },
      mend: () => cpSync(join(whole, DATABASE_FILE), damaged.file),
    },
    {
      ...nothing,
      ...{ code: 'STORE_NEWER', title: 'Los datos son de una versión más nueva', dataDir: newer.dataDir },
      facts: ['Versión de los datos: 9999'],
      mend: () => cpSync(join(whole, DATABASE_FILE), newer.file),
    },
    {
      ...nothing,
      ...{ code: 'KEY_MISSING', title: 'Falta la clave de los datos', dataDir: keyless.dataDir },
      key: { kind: 'file', path: keyFile, create: false },
      mend: () => writeFileSync(keyFile, TEST_KEY),
    },
    {
      ...nothing,
      ...{ code: 'DISK_FULL', title: 'El disco está lleno', dataDir: full },
      mend: () => execFileSync('mount', ['-o', 'remount,size=64m', full]),
    },
    {
      ...nothing,
      ...{
        code: 'FOLDER_UNUSABLE',
        title: 'No se puede usar la carpeta de datos',
        dataDir: join(file, 'datos'),
      },
      mend: () => rmSync(file),
    },
  ];
}

/** In the page: how much of a drawing is dark. */
function darkShare(canvas: Element): number {
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error('not a drawing');
  const { width, height } = canvas;
  const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (Number(data[at + 3]) > 128 && Number(data[at]) < 64) dark += 1;
  }
  return dark / (width * height);
}

describe('bad input', () => {
  it('a broken CSV is reported row by row and nothing of it is stored', { timeout: JOURNEY }, async () => {
    const tab = await openTab(host);
    const { page } = tab;
    await signIn(page, DEMO.admin);
    await goTo(page, 'ciudadanos/importar');
    await checkCsv(page, 'nombre;apellidos\nAna;López\n');
    const problems = page.getByRole('region', { name: 'Filas rechazadas' });
    await problems.waitFor();
    expect(await page.getByRole('button', { name: 'Importar todo' }).isDisabled()).toBe(true);

    await checkCsv(
      page,
      [
        HEADER,
        'DNI,99000001A,Letra,Equivocada,1980-01-01,,,,,false',
        'DNI,99000002C,Fecha,Imposible,1980-02-31,,,,,false',
        'DNI,12345678Z,Zenobia,Quintanar Prueba,1980-01-01,,,,,false',
      ].join('\n'),
    );
    await page.getByRole('button', { name: 'Importar solo la fila correcta' }).waitFor();
    await problems.getByRole('row', { name: /^2 id / }).waitFor();
    await problems.getByRole('row', { name: /^3 birthDate / }).waitFor();

    // Not asked to, it stores nothing: not even the good row.
    await goTo(page, 'ciudadanos');
    await page.getByRole('searchbox').fill('Zenobia');
    await page.getByRole('searchbox').press('Enter');
    await page.getByText('Nadie coincide').waitFor();
    await page.getByRole('button', { name: 'Ver el registro entero' }).click();
    await signOut(page);
    nothingStrange(tab);
  });

  it(
    'a search of signs says so, one that is too long stops at what can be asked',
    { timeout: JOURNEY },
    async () => {
      const tab = await openTab(host);
      const { page } = tab;
      await signIn(page, DEMO.admin);
      const box = page.getByRole('searchbox');
      await box.fill('😀');
      await page.getByText('No hay letras ni cifras que buscar.').waitFor();
      await page.getByText('0 mensajes', { exact: true }).first().waitFor();
      await box.fill('');
      await box.pressSequentially('vida laboral ');
      await page.keyboard.insertText('x'.repeat(700));
      expect((await box.inputValue()).length).toBe(500);
      await page.getByText('Ningún mensaje contiene lo que busca.').first().waitFor();
      expect(await page.getByText('INVALID_INPUT').count()).toBe(0);
      await box.fill('');
      await signOut(page);
      nothingStrange(tab);
    },
  );

  it('a wrong password is refused, and the fifth closes the account', { timeout: JOURNEY }, async () => {
    const { page } = await openTab(host);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await fillSignIn(page, { userName: DEMO.supervisor.userName, password: `equivocada ${attempt}` });
      await page.getByText('SIGN_IN_REFUSED').waitFor();
      // Emptied, with the cursor in it, for the next try.
      const password = page.locator('input[type=password]:focus');
      await expect.poll(() => password.inputValue(), { timeout: 60_000 }).toBe('');
    }
    await fillSignIn(page, DEMO.supervisor);
    await page.getByText('El acceso de este usuario está bloqueado por intentos fallidos.').first().waitFor();
    await page.getByText('SIGN_IN_BLOCKED').waitFor();
    expect(await sections(page).count()).toBe(0);
  });

  it(
    'mail that attacks loads nothing, runs nothing, and shows where its links go',
    { timeout: JOURNEY },
    async () => {
      const { url, asked } = await trap();
      const tab = await openTab(host);
      const { page } = tab;
      await signIn(page, DEMO.admin);
      const run = 'top.atacado = window.atacado = true';
      await receive(page, 'correo hostil', [
        'Content-Type: text/html; charset=utf-8',
        '',
        `<html><head><base href="${url}/base/"><meta http-equiv="refresh" content="0;url=${url}/refresh">`,
        `<link rel="stylesheet" href="${url}/hoja.css"><link rel="prefetch" href="${url}/prefetch">`,
        `<style>@import "${url}/import.css"; @font-face{font-family:x;src:url(${url}/letra.woff)}`,
        `body{background:url(${url}/fondo.png);font-family:x}</style></head>`,
        `<body background="${url}/atributo.png" onload="${run}"><p>Este texto sí se lee.</p>`,
        `<script>${run}</script><script src="${url}/guion.js"></script>`,
        `<img src="${url}/pixel.gif"><img src="x" onerror="${run}"><img srcset="${url}/doble.png 2x">`,
        `<div style="background-image:url('${url}/estilo.png')" onmouseover="${run}">caja</div>`,
        `<svg onload="${run}"><image href="${url}/svg.png"/><script>${run}</script></svg>`,
        `<iframe src="${url}/marco" srcdoc="&lt;script&gt;${run}&lt;/script&gt;"></iframe>`,
        `<object data="${url}/objeto"></object><embed src="${url}/incrustado"><video src="${url}/video" autoplay poster="${url}/cartel.png"></video>`,
        `<form action="${url}/formulario"><input name="clave" autofocus onfocus="${run}"><button>Enviar</button></form>`,
        `<a href="javascript:${run}">pulse aquí</a>`,
        '<p><a href="https://robo.example/entrar?a=1">https://sede.seg-social.gob.es</a></p></body></html>',
      ]);
      const frame = page.frameLocator('iframe[title="Texto del mensaje"]');
      await frame.getByText('Este texto sí se lee.').waitFor();
      await page.getByText(/^No se ha(n)? cargado/).waitFor();
      for (const forbidden of [
        'script',
        'iframe',
        'form',
        'input',
        'object',
        'embed',
        'base',
        'link',
        'video',
      ]) {
        expect(await frame.locator(forbidden).count(), forbidden).toBe(0);
      }

      // The link says one thing and is another: the real one is shown before anything is opened.
      await frame.getByText('https://sede.seg-social.gob.es').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('El texto del enlace y su destino no coinciden.').waitFor();
      expect(await dialog.getByLabel('Dirección real').textContent()).toBe('https://robo.example/entrar?a=1');
      await dialog.getByRole('button', { name: 'No abrir' }).click();
      await dialog.waitFor({ state: 'detached' });

      // The other ways of reading it are as safe.
      await page.getByRole('button', { name: 'Ver como texto' }).click();
      await page.getByRole('button', { name: 'Ver con formato' }).waitFor();
      await page.getByRole('tab', { name: 'Original' }).click();
      await page.getByText('Bytes guardados sin cambios').waitFor();

      for (const each of page.frames()) {
        expect(await each.evaluate(() => 'atacado' in window)).toBe(false);
      }
      // Whoever asks the trap is seen: the mail did not.
      await fetch(`${url}/comprobación`);
      expect(asked).toEqual([encodeURI('/comprobación')]);
      expect(page.context().pages()).toHaveLength(1);
      await signOut(page);
      nothingStrange(tab);
    },
  );

  it(
    'an attachment that lies about its type is saved at the second click only',
    { timeout: JOURNEY },
    async () => {
      const tab = await openTab(host);
      const { page } = tab;
      const saved: string[] = [];
      page.on('download', (download) => saved.push(download.suggestedFilename()));
      await signIn(page, DEMO.admin);
      const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(510, 0x90)]);
      const paper = { name: 'TA1.pdf', type: 'application/pdf', bytes: program };
      await receive(page, 'adjunto falso', withPapers([paper]));
      const save = page.getByRole('button', { name: /^Guardar: TA1/ });
      await save.click();
      const warning = page.getByRole('alertdialog');
      await warning.getByText('Este adjunto puede ser peligroso').waitFor();
      await warning.getByText('Su contenido no es lo que dice su nombre').first().waitFor();
      await warning.getByRole('button', { name: 'Cancelar' }).click();
      await warning.waitFor({ state: 'detached' });
      expect(saved).toEqual([]);

      await save.click();
      const download = page.waitForEvent('download');
      await warning.getByRole('button', { name: 'Guardar de todos modos' }).click();
      expect((await download).suggestedFilename()).toMatch(/^TA1/);
      await signOut(page);
      nothingStrange(tab);
    },
  );

  it(
    'papers are looked at beside the message, and those that cannot be say so',
    { timeout: JOURNEY },
    async () => {
      const tab = await openTab(host);
      const { page } = tab;
      await signIn(page, DEMO.admin);
      const [pdf, png, txt] = ['application/pdf', 'image/png', 'text/plain'];
      const brokenPicture = Buffer.concat([PICTURE.subarray(0, 8), Buffer.alloc(90, 7)]);
      await receive(
        page,
        'papeles de toda clase',
        withPapers([
          { name: 'fax.pdf', type: pdf, bytes: faxedPage() },
          { name: 'roto.pdf', type: pdf, bytes: Buffer.from('%PDF-1.4 y nada más') },
          { name: 'foto.png', type: png, bytes: PICTURE },
          { name: 'rota.png', type: png, bytes: brokenPicture },
          { name: 'windows.txt', type: txt, bytes: Buffer.from('Año y cotización', 'latin1') },
          { name: 'unicode.txt', type: txt, bytes: Buffer.from('\ufeffCañón y acción', 'utf16le') },
          { name: 'largo.txt', type: txt, bytes: Buffer.from(`|${'ñ'.repeat(300_000)}`) },
        ]),
      );
      const look = async (name: string): Promise<Locator> => {
        await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
        return page.getByRole('region', { name: `Adjunto ${name}` });
      };
      const back = () => page.getByRole('button', { name: /^Volver al mensaje/ }).click();

      // Half of the faxed page is black, if what decodes it was found.
      const faxed = (await look('fax.pdf')).getByRole('img');
      const darkness = () => faxed.evaluate(darkShare);
      await expect.poll(darkness, { timeout: 60_000 }).toBeGreaterThan(0.3);
      await back();
      const photo = (await look('foto.png')).getByRole('img', { name: 'foto.png' });
      await photo.waitFor();
      await back();
      for (const name of ['roto.pdf', 'rota.png']) {
        await (await look(name)).getByText(/^No se puede mostrar: el archivo parece dañado/).waitFor();
        expect(await violations(page, null)).toEqual([]);
        await back();
      }
      await (await look('windows.txt')).getByText('Año y cotización', { exact: true }).waitFor();
      await back();
      await (await look('unicode.txt')).getByText('Cañón y acción', { exact: true }).waitFor();
      await back();
      const long = await look('largo.txt');
      await long.getByText('Se muestran los primeros 512 KB de 586 KB.').waitFor();
      await long.getByText(/^\|ñ+$/).waitFor();
      await back();
      await signOut(page);
      nothingStrange(tab);
    },
  );

  it('data in use by another process are waited for', { timeout: JOURNEY }, async () => {
    const first = await startHost();
    const second = await startHost({ dataDir: first.dataDir });
    const tab = await openTab(second);
    const { page } = tab;
    await page.getByRole('heading', { name: 'Los datos están en uso' }).waitFor();
    await page.getByText('STORE_LOCKED').waitFor();
    await page.getByRole('button', { name: 'Reintentar' }).click();
    await page.getByText('Sigue sin poder abrirse.').first().waitFor();
    await first.stop();
    await page.getByRole('button', { name: 'Reintentar' }).click();
    await page.getByRole('heading', { name: 'Primera puesta en marcha' }).waitFor();
    nothingStrange(tab);
    await second.stop();

    // A wrong key is another screen, and the right one opens the same folder afterwards.
    const locked = await startHost({ dataDir: first.dataDir, key: 'fedcba9876543210'.repeat(4) });
    const wrong = await openTab(locked);
    await wrong.page.getByRole('heading', { name: 'La clave no abre los datos' }).waitFor();
    await wrong.page.getByText('KEY_WRONG').waitFor();
    await wrong.page.getByRole('button', { name: 'Reintentar' }).click();
    await wrong.page.getByText('Sigue sin poder abrirse.').first().waitFor();
    nothingStrange(wrong);
    await locked.stop();
    const right = await openTab(await startHost({ dataDir: first.dataDir }));
    await right.page.getByRole('heading', { name: 'Primera puesta en marcha' }).waitFor();
  });

  it(
    'each way in which the data cannot be opened is told, loses nothing, and is gone on from',
    { timeout: JOURNEY },
    async () => {
      for (const { code, title, facts, dataDir, key, mend } of await closedData()) {
        const tab = await openTab(
          await hostOf(await startService({ dataDir, key, demo: false, host: 'web' }), dataDir),
        );
        const { page } = tab;
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        await page.getByText(`Código para informática: ${code}`).waitFor();
        for (const fact of [`Carpeta de datos: ${dataDir}`, ...facts]) await page.getByText(fact).waitFor();
        // Trying again is all that is offered: nothing here deletes or makes anew.
        expect(await page.getByRole('button').allInnerTexts()).toEqual(['Reintentar']);
        expect(await page.getByRole('link').count()).toBe(0);
        await page.getByRole('button', { name: 'Reintentar' }).click();
        await page.getByText('Sigue sin poder abrirse.').first().waitFor();
        expect(await violations(page, null), code).toEqual([]);
        mend();
        await page.getByRole('button', { name: 'Reintentar' }).click();
        await page.getByRole('heading', { name: 'Primera puesta en marcha' }).waitFor();
        nothingStrange(tab);
      }
    },
  );
});
