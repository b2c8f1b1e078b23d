import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { updateUser } from '../../main/accounts/accounts.ts';
import type { CounterChecklist } from '../../main/registrations/model.ts';
import { saveGateway } from '../../main/sms/config.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { apiDesk, type ApiDesk } from '../support/api.ts';
import { aCitizen } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

const SHOWN: CounterChecklist = {
  shown: 'MIDNI',
  number: '99193443D',
  supportNumber: null,
  validUntil: null,
  dataMatch: true,
  isBearer: true,
};

async function counter(role: 'CLERK' | 'SUPERVISOR' = 'CLERK') {
  const store = await temporaryStore();
  const desk = await apiDesk(store, role);
  const { clerk, client } = desk;
  await saveGateway(store, SYSTEM_ACTOR, { data: { kind: 'SIMULATOR' }, secret: null });
  await updateUser(store, SYSTEM_ACTOR, {
    ...{ id: clerk.id, displayName: clerk.name, role, active: true, password: null },
    document: '12345678Z',
  });
  const surnames = 'Benjumea de los Santos y Fernández de Córdoba Martínez de la Rosa';
  const { id: citizenId } = await aCitizen(store, {
    surnames,
    documents: [{ type: 'DNI', number: SHOWN.number }],
  });
  const { registrations } = client;
  for (const address of [
    { kind: 'PHONE', address: '612034567' },
    { kind: 'EMAIL', address: 'rocio@correo.example' },
  ] as const) {
    const of = { citizenId, ...address };
    const { sent } = await registrations.sendCode({ ...of, language: 'es' });
    expect(sent.outcome).toBe('SENT');
    const [text] = await client.identity.simulatedPhone();
    const code = /\b\d{6}\b/.exec(text?.text ?? '')?.[0] ?? '';
    const { check, challenge } = await registrations.checkCode({ ...of, code });
    expect([check.outcome, challenge.state]).toEqual(['VERIFIED', 'USED']);
  }
  const register = () =>
    registrations.register({
      citizenId,
      checklist: SHOWN,
      phone: '612034567',
      email: 'rocio@correo.example',
    });
  return { ...desk, store, citizenId, register };
}

async function textsOf(file: File) {
  const task = getDocument({ data: new Uint8Array(await file.arrayBuffer()), verbosity: 0 });
  const pdf = await task.promise;
  const page = await pdf.getPage(1);
  const { items } = await page.getTextContent();
  const roles: string[] = [];
  const walk = (node: { role?: string; children?: object[] }): void => {
    if (node.role !== undefined) roles.push(node.role);
    for (const child of node.children ?? []) walk(child);
  };
  walk(await page.getStructTree());
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  const facts = { pages: pdf.numPages, text, roles, qr: await readQr(pdf, page) };
  await task.destroy();
  return facts;
}

/** What a telephone's camera reads off the printed page: its pixels, and nothing of what made them. */
async function readQr(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<string> {
  const viewport = page.getViewport({ scale: 2 });
  const [width, height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
  const factory = pdf.canvasFactory as {
    create(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };
  };
  const { canvas, context } = factory.create(width, height);
  await page.render({ canvas, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  return decodeQR({ width, height, data }, { timeLimit: Number.POSITIVE_INFINITY });
}

test('the sheet is one tagged page with the code below the cut, and comes once', async () => {
  const { client, citizenId, register, told } = await counter();
  const { code, sheet } = await register();
  expect(code).toMatch(/^[2-9CFHJKMRTWXY]{4}(-[2-9CFHJKMRTWXY]{4}){2}$/);
  const { pages, text, roles, qr } = await textsOf(sheet);
  expect(pages).toBe(1);
  expect(qr).toBe('https://sede.seg-social.gob.es');
  expect(text).toContain('Registro de usuario y contraseña (Cl@ve Permanente)');
  expect(text.indexOf(code)).toBeGreaterThan(text.indexOf('Corte por aquí'));
  expect(text.split(code)).toHaveLength(2);
  expect(roles).toContain('Figure');
  expect(told).toContainEqual({ type: 'CITIZEN_CHANGED', citizenId });
  const [view] = await client.registrations.ofCitizen({ citizenId });
  expect(JSON.stringify(view)).not.toContain(code);
});

test('is found under both names, by its citizen, and says how it stands', async () => {
  const { client, store, citizenId, register } = await counter();
  const other = await aCitizen(store, { surnames: 'Lasierra' });
  const find = async (text: string) =>
    (await client.registrations.search({ text, cursor: null, limit: 20 })).rows.map((row) => row.id);
  expect(await find('Cl@ve Permanente')).toEqual([]);
  await register();
  for (const text of [
    '',
    'Cl@ve Permanente',
    'usuario y contraseña',
    'clave permanente benjumea',
    'Benjumea',
  ]) {
    expect(await find(text), text).toEqual([citizenId]);
  }
  expect(await find('Lasierra')).toEqual([other.id]);
  expect(await find('usuario y contraseña Lasierra')).toEqual([]);
  const { rows } = await client.registrations.search({ text: '', cursor: null, limit: 20 });
  expect(rows[0]?.registration).toMatchObject({ state: 'OPEN', code: 'ACTIVE', password: 'NONE' });
});

test('a name that no typeface here can print makes no code', async () => {
  const { store, citizenId, register } = await counter();
  await store.write((tx) => tx.citizen.update({ where: { id: citizenId }, data: { surnames: '李' } }));
  await expect(register()).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  expect(await store.prisma.registration.count()).toBe(0);
});

test('only a supervisor ends a registration without the citizen', async () => {
  const end = async ({ client, citizenId, register }: ApiDesk & Awaited<ReturnType<typeof counter>>) => {
    await register();
    const [view] = await client.registrations.ofCitizen({ citizenId });
    const on = { registrationId: view?.id ?? 0, version: view?.version ?? 0 };
    return client.registrations.closeByOffice({ ...on, reason: 'Falleció' });
  };
  await expect(end(await counter())).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await end(await counter('SUPERVISOR'));
});
