import { hash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setCitizen } from '../../main/cases/acts.ts';
import { createCase } from '../../main/cases/create.ts';
import { requestPhoneChange } from '../../main/cases/phone-request.ts';
import { BatchFile } from '../../main/handover/model.ts';
import { verifyByDocument } from '../../main/identity/verify.ts';
import { saveSettings, loadSettings } from '../../main/settings/settings.ts';
import { setUpOffice } from '../../main/settings/set-up.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { aCitizen, aUser, declared, type Clerk } from '../support/builders.ts';
import { aForm, aMessageWithPdf } from '../support/pdfs.ts';
import { TEST_KEY } from '../support/store.ts';
import {
  closeAll,
  goTo,
  JOURNEY,
  nothingStrange,
  openTab,
  signIn,
  SMALL,
  startHost,
  temporaryDataDir,
  type Host,
} from './host.ts';
import { Inspection } from './inspection.ts';
import { saved, textOf } from './saved-file.ts';

const SUPERVISOR = { userName: 'julian', displayName: 'Julián Artal', password: 'una frase bastante larga' };
const PEOPLE = [
  {
    givenName: 'Rocío',
    surnames: 'Benjumea Cala',
    number: '99193443D',
    naf: '281234567840',
    to: '612034567',
  },
  { givenName: 'Hadi', surnames: 'Ferrer Abad', number: '99743236X', naf: null, to: '612034568' },
] as const;

/** One of them with a TA.1, verified on it and with a change of phone that has taken effect; answers the case. */
async function aChange(store: Store, clerk: Clerk, person: (typeof PEOPLE)[number]): Promise<number> {
  const { givenName, surnames, number, naf, to } = person;
  const citizen = await aCitizen(store, {
    ...{ givenName, surnames, naf, birthDate: '1987-11-22', phone: '+34600000001' },
    documents: [{ type: 'DNI', number }],
  });
  const form = await aForm([
    { label: 'APELLIDOS Y NOMBRE', value: `${surnames}, ${givenName}` },
    { label: 'NÚMERO DE DOCUMENTO', value: number },
    { label: 'TELÉFONO MÓVIL', value: to },
  ]);
  const { messageId, attachmentId } = await aMessageWithPdf(store, form, {
    person: declared({ id: number }),
  });
  const made = await createCase(store, clerk, { messageId });
  const found = await setCitizen(store, clerk, {
    caseId: made.id,
    version: made.version,
    citizenId: citizen.id,
  });
  const { version } = await verifyByDocument(store, clerk, {
    ...{ caseId: made.id, version: found.version, result: 'VERIFIED', notes: '' },
    checklist: { attachmentIds: [attachmentId], legible: true, matches: true, inForce: true },
  });
  await requestPhoneChange(store, clerk, {
    ...{ caseId: made.id, version, contactSet: 'ELECTRONIC', channel: 'MAILBOX' },
    ...{ wish: { act: 'SET', phone: to }, cause: 'Cambio de móvil', attachmentIds: [] },
  });
  return made.id;
}

let host: Host;
let cases: readonly number[] = [];

beforeAll(async () => {
  const dataDir = temporaryDataDir();
  const store = await openStore({ dataDir, key: { kind: 'hex', hex: TEST_KEY } });
  const office = { provinceCode: '50', officeName: 'Zaragoza', mailboxAddress: 'zaragoza@tgss.example' };
  const admin = await setUpOffice(store, { ...office, admin: SUPERVISOR });
  const settings = await loadSettings(store);
  const phones = { ...settings.phones, possession: false, secondPerson: false };
  await saveSettings(store, { id: admin.id, name: admin.displayName }, { ...settings, phones });
  const clerk = await aUser(store);
  cases = [await aChange(store, clerk, PEOPLE[0]), await aChange(store, clerk, PEOPLE[1])];
  await store.close();
  host = await startHost({ dataDir, key: TEST_KEY });
}, JOURNEY);

afterAll(closeAll);

it(
  'the report is saved and says who he is; a batch leaves and one of its changes comes back rejected',
  { timeout: JOURNEY },
  async () => {
    const tab = await openTab(host);
    const { page } = tab;
    await signIn(page, SUPERVISOR);

    await goTo(page, `expedientes/${cases[0] ?? 0}`);
    await page
      .getByRole('button', { name: /^Documentos/ })
      .first()
      .click();
    const form = page.getByRole('form', { name: 'Preparar un documento' });
    const report = await saved(page, form.getByRole('button', { name: 'Guardar', exact: true }).click());
    expect(report.name).toBe('informe-datos-identificativos.pdf');
    const words = await textOf(report.bytes);
    for (const word of [
      'ROCÍO BENJUMEA CALA',
      '99193443D',
      '281234567840',
      'Informe de datos identificativos y de domicilio',
    ]) {
      expect(words.toLocaleUpperCase('es')).toContain(word.toLocaleUpperCase('es'));
    }

    await goTo(page, 'supervision/traspasos');
    await page.getByText('2 cambios a la espera de salir.').first().waitFor();
    await page.getByRole('button', { name: 'Preparar un lote con 2 cambios' }).click();
    await page.getByRole('button', { name: 'Preparar el lote', exact: true }).click();
    const batch = await saved(page, page.getByRole('button', { name: 'Descargar JSON del lote 1' }).click());
    const { changes } = BatchFile.parse(JSON.parse(batch.bytes.toString('utf8')));
    expect(changes.map(({ id, to }) => [id, to])).toEqual(
      PEOPLE.map(({ number, to }) => [number, `+34${to}`]),
    );
    const answer = {
      ...{ format: 'estafeta/acuse-telefonos/1', province: '50', batch: 1 },
      sha256: hash('sha256', batch.bytes, 'hex'),
      results: changes.map(({ line, change }) =>
        line === 2
          ? { line, change, outcome: 'REJECTED', reason: 'El teléfono consta en otra persona.' }
          : { line, change, outcome: 'ACCEPTED' },
      ),
    };
    await page
      .getByLabel('Cargar una respuesta', { exact: true })
      .first()
      .setInputFiles({
        name: 'acuse.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(answer)),
      });
    await page.getByRole('cell', { name: '1 aceptado, 1 rechazado' }).waitFor();

    await goTo(page, 'expedientes');
    await page.getByLabel('Estado', { exact: true }).selectOption('Por atender');
    const rejected = page.getByRole('row', { name: /Rechazo de la base central/ }).first();
    await rejected.waitFor();
    await page.getByRole('button', { name: 'Guardar la vista' }).click();
    await page.getByRole('textbox', { name: 'Nombre de la vista' }).fill('Lo que vuelve');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Quitar filtros' }).click();
    await page.getByRole('button', { name: 'Lo que vuelve', exact: true }).click();
    await page.getByRole('option', { name: 'Por atender', selected: true }).waitFor({ state: 'attached' });
    const inspection = new Inspection(page, SMALL);
    await inspection.look('cases to attend');
    expect(inspection.faults).toEqual([]);
    await rejected.click();
    await page.getByText('El teléfono consta en otra persona.').first().waitFor();
    await page.getByRole('button', { name: 'Dar por tratado' }).click();
    await page
      .getByText(/Tratado por Julián Artal/)
      .first()
      .waitFor();
    nothingStrange(tab);
  },
);
