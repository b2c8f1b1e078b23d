import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectRoot } from '../../main/paths.ts';
import { aForm } from '../support/pdfs.ts';
import { copyDemo } from './demo-folder.ts';
import {
  casePanel,
  closeAll,
  DEMO,
  JOURNEY,
  LARGE,
  nothingStrange,
  openTab,
  signIn,
  startHost,
  temporaryDataDir,
} from './host.ts';
import { Inspection } from './inspection.ts';

afterAll(closeAll);

/** The same request twice: from home, and from a shop's address with one side of the card. */
const MAILS = [
  `From: Iria Lanuza <iria.lanuza@example.org>
Subject: Cambio de telefono
Date: Mon, 16 Mar 2026 09:00:00 +0100
Message-ID: <uno@example.org>

Buenos dias: soy Iria Lanuza Cebrian, con DNI 99193444X. He cambiado de numero y necesito que
registren mi nuevo movil, el 645 027 731, para poder entrar por SMS.
Un saludo
`,
  `From: Papeleria Lanuza <papeleria@example.com>
Subject: variacion de datos
Date: Thu, 19 Mar 2026 12:00:00 +0100
Message-ID: <dos@example.com>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

Como no me contestan les escribo desde el correo de la tienda. Iria Lanuza Cebrian, DNI 99193444X.
Quiero cambiar el telefono movil que consta por el 645 027 731. Adjunto el DNI por delante.
--b
Content-Type: image/png; name="dni delante.png"
Content-Disposition: attachment; filename="dni delante.png"
Content-Transfer-Encoding: base64

iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
--b--
`,
];

/** A form filled in wrongly: another letter in the document, another number than the message's. */
async function mailWithForm(): Promise<string> {
  const form = await aForm([
    { label: '1.1 PRIMER APELLIDO', value: 'BENJUMEA' },
    { label: 'SEGUNDO APELLIDO', value: 'CALA' },
    { label: 'NOMBRE', value: 'ROCÍO' },
    { label: 'Nº DE DOCUMENTO IDENTIFICATIVO', value: '99.193.443-A' },
    { label: 'TELÉFONO MÓVIL PARA SMS', value: '612 034 567' },
  ]);
  return `From: Rocio Benjumea <rociobenju@example.net>
Subject: el modelo que faltaba
Date: Fri, 20 Mar 2026 09:00:00 +0100
Message-ID: <tres@example.net>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

Adjunto el TA.1 para cambiar el movil al 645 027 731. Rocio Benjumea Cala, DNI 99193443D.
--b
Content-Type: application/pdf; name=TA1.pdf
Content-Disposition: attachment; filename=TA1.pdf
Content-Transfer-Encoding: base64

${form.toString('base64')}
--b--
`;
}

/** The demo, with these read into it as the command line reads a folder. */
async function demoWithRepeat(): Promise<string> {
  const dataDir = temporaryDataDir();
  await copyDemo(dataDir, async (made) => {
    const host = await startHost({ demo: true, dataDir: made });
    await host.stop();
  });
  const folder = mkdtempSync(join(dataDir, 'correo-'));
  [...MAILS, await mailWithForm()].forEach((mail, index) => {
    writeFileSync(join(folder, `${index}.eml`), mail.replaceAll('\n', '\r\n'));
  });
  const cli = join(projectRoot, 'main', 'cli', 'estafeta.ts');
  const key = join(dataDir, 'demo.key');
  execFileSync(process.execPath, [cli, 'ingest', folder, '--data', dataDir, '--key-file', key]);
  return dataDir;
}

it(
  'a repeated request becomes one case, what it needs is asked for with a click, and a form is compared',
  { timeout: JOURNEY },
  async () => {
    const host = await startHost({ demo: true, dataDir: await demoWithRepeat() });
    const tab = await openTab(host, LARGE);
    const { page } = tab;
    await signIn(page, DEMO.clerk);
    await page.getByRole('searchbox', { name: 'Buscar en mensajes' }).fill('99193444X');
    await page.getByRole('button', { name: 'Ciudadanos', exact: true }).click();
    await page.getByText('Se busca: «99193444X»').waitFor();
    await page.goBack();
    await page
      .getByRole('listbox', { name: 'Mensajes' })
      .getByRole('option')
      .filter({ hasText: 'Papeleria Lanuza' })
      .click();

    const repeated = page.getByRole('region', { name: 'Parece repetido' });
    await repeated.getByText('Igual: el documento, el teléfono, lo que pide').waitFor();
    await page.getByRole('list', { name: '1 adjunto' }).getByText('Parece: DNI, anverso').waitFor();
    await repeated.getByRole('button', { name: /^Poner en un solo expediente/ }).click();
    await repeated.getByText('Ya está en el mismo expediente').waitFor();

    const panel = casePanel(page);
    const suggested = panel.getByRole('region', { name: 'Sugerencias' });
    await suggested.getByText('falta el reverso, o está en la misma hoja').waitFor();
    await panel.getByRole('row', { name: /^Teléfono/ }).hover();
    expect(await page.locator('[data-pointed]').textContent()).toBe('645 027 731');
    await suggested.getByRole('button', { name: 'Escribir con esta plantilla' }).click();
    const answer = panel.getByRole('form', { name: 'Responder' });
    await answer.waitFor();
    const body = await answer.getByRole('textbox', { name: /^Texto/ }).inputValue();
    expect(body).toContain('- El modelo TA.1 rellenado y firmado');
    expect(body).toContain('- El reverso de su DNI');

    const line = page.getByRole('group', { name: 'Categoría', exact: true });
    await line.getByRole('button', { name: /^Confirmar/ }).click();
    await line.getByText(/^Decidida por/).waitFor();
    await line.getByRole('button', { name: 'Cambiar categoría' }).click();
    await page.getByRole('menuitem', { name: 'Retirar la decisión' }).click();
    await line.getByRole('button', { name: /^Confirmar/ }).waitFor();
    await line.getByRole('button', { name: /ide: / }).click();
    await page.getByRole('menuitem', { name: 'información', exact: true }).click();
    await suggested.getByText('falta el reverso, o está en la misma hoja').waitFor({ state: 'detached' });

    await page.getByRole('searchbox', { name: 'Buscar en mensajes' }).fill('asunto:modelo rociobenju');
    await page.getByRole('option').filter({ hasText: 'el modelo que faltaba' }).first().click();
    await panel.getByRole('button', { name: /^Crear expediente/ }).click();
    await panel.getByRole('button', { name: 'Leer los datos de TA1.pdf' }).click();
    const table = panel.getByRole('table').first();
    await table.getByText(/^La letra A no corresponde a esas cifras/).waitFor();
    const said = (value: string) => table.getByRole('row').filter({ hasText: value });
    expect(await said('DNI 99193443A').getByRole('button').count()).toBe(0);
    expect(await said('612 034 567').getByRole('button').count()).toBe(1);
    expect(await said('645 027 731').getByRole('button').count()).toBe(1);
    const inspection = new Inspection(page, LARGE);
    await table.scrollIntoViewIfNeeded();
    await inspection.look('case form compared');
    expect(inspection.faults).toEqual([]);
    nothingStrange(tab);
  },
);
