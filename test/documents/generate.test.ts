import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Settings } from '../../main/settings/model.ts';
import { writeSettings } from '../../main/settings/settings.ts';
import { taggedPdf } from '../../main/documents/tagged-pdf.ts';
import { aCitizen, allInOrder, aMessage, declared } from '../support/builders.ts';
import { apiDesk } from '../support/api.ts';
import { temporaryStore } from '../support/store.ts';
import type { CitizenData } from '../../main/citizens/model.ts';

async function desk(overrides: Partial<CitizenData> & { phone?: string; deceased?: boolean } = {}) {
  const store = await temporaryStore();
  const office = {
    provinceCode: '50',
    officeName: 'Dirección Provincial de Zaragoza',
    mailboxAddress: 'zaragoza@tgss.example',
  };
  await store.write((tx) => writeSettings(store, tx, Settings.parse({ office })));
  const desk = await apiDesk(store);
  const { client } = desk;
  const citizen = await aCitizen(store, {
    givenName: 'Núria',
    surnames: 'Güell Peñalver',
    birthDate: '1987-11-22',
    documents: [{ type: 'DNI', number: '00000000T' }],
    naf: '281234567840',
    address: 'Carrer del Col·legi, 5, 50001 Zaragoza',
    phone: '+34612034567',
    ...overrides,
  });
  const messageId = await aMessage(store, {
    attachments: ['dni.pdf'],
    person: declared({ id: '00000000T', phone: '+34645027731' }),
  });
  const made = await client.cases.create({ messageId });
  const found = await client.cases.setCitizen({
    caseId: made.id,
    version: made.version,
    citizenId: citizen.id,
  });
  const verify = () =>
    client.cases.verifyByDocument({
      caseId: found.id,
      version: found.version,
      checklist: allInOrder(...found.attachments.map(({ id }) => id)),
      result: 'VERIFIED',
    });
  return { ...desk, store, caseId: made.id, verify };
}

type Node = { role?: string; children?: Node[]; type?: string; id?: string };

/** What an independent reader finds in it: text, tags, language, title, typefaces. */
async function opened(file: File) {
  const task = getDocument({ data: new Uint8Array(await file.arrayBuffer()), verbosity: 0 });
  const pdf = await task.promise;
  const page = await pdf.getPage(1);
  const content = await page.getTextContent({ includeMarkedContent: true });
  const roles: string[] = [];
  const walk = (node: Node): void => {
    if (node.role !== undefined) roles.push(node.role);
    for (const child of node.children ?? []) walk(child);
  };
  walk(await page.getStructTree());
  const { info } = await pdf.getMetadata();
  let loose = 0;
  let depth = 0;
  for (const item of content.items) {
    if (!('str' in item)) depth += item.type === 'endMarkedContent' ? -1 : 1;
    else if (item.str.trim() !== '') loose += depth > 0 ? 0 : 1;
  }
  const names = z.map(z.string(), z.unknown());
  const markInfo = names.parse(await pdf.getMarkInfo());
  const preferences = names.parse(await pdf.getViewerPreferences());
  const found = {
    pages: pdf.numPages,
    text: content.items.map((item) => ('str' in item ? item.str : ' ')).join(''),
    roles,
    loose,
    language: (info as { Language?: string }).Language,
    title: (info as { Title?: string }).Title,
    isTagged: markInfo.get('Marked'),
    displayTitle: preferences.get('DisplayDocTitle'),
  };
  await task.destroy();
  return found;
}

describe('the report of identity and address', () => {
  it('is a tagged Spanish PDF with applicant, document and number, written down in the log', async () => {
    const { client, store, caseId, verify, clerk } = await desk();
    await verify();
    const file = await client.documents.report({ caseId });
    expect([file.name, file.type]).toEqual(['informe-datos-identificativos.pdf', 'application/pdf']);
    const report = await opened(file);
    expect(report).toMatchObject({
      pages: 1,
      language: 'es-ES',
      title: 'Informe de datos identificativos y de domicilio',
      isTagged: true,
      displayTitle: true,
      loose: 0,
    });
    expect(report.roles.slice(0, 3)).toEqual(['Root', 'Document', 'P']);
    for (const role of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD']) expect(report.roles).toContain(role);
    for (const words of [
      'Solicitante',
      'NÚRIA GÜELL PEÑALVER',
      'Documento identificativo',
      'D.N.I. 00000000T',
      'Número de la Seguridad Social',
      '281234567840',
      'Carrer del Col·legi, 5, 50001 Zaragoza',
      '22 de noviembre de 1987',
      '+34 612034***',
    ])
      expect(report.text).toContain(words);
    const raw = Buffer.from(await file.arrayBuffer()).toString('latin1');
    expect(raw.match(/\/FontFile2/gu)).toHaveLength(2);
    expect(raw).not.toContain('/Helvetica');
    const [entry] = await store.prisma.auditEntry.findMany({ where: { action: 'document.generated' } });
    expect(entry).toMatchObject({ actorId: clerk.id, objectType: 'CITIZEN', caseId });
    expect(entry?.details).not.toContain('Güell');
  });

  it('is refused before identity is verified by document, and for the dead', async () => {
    const { client, store, caseId } = await desk();
    await expect(client.documents.report({ caseId })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_YET',
      data: { details: { reason: 'IDENTITY' } },
    });
    await store.write((tx) => tx.citizen.updateMany({ data: { deceased: true } }));
    await expect(client.documents.report({ caseId })).rejects.toMatchObject({
      data: { details: { reason: 'DECEASED' } },
    });
    await expect(client.documents.requestSheet({ caseId, cause: 'Cambio de móvil' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_YET',
    });
    expect(await store.prisma.auditEntry.count({ where: { action: 'document.generated' } })).toBe(0);
  });

  it('leaves with an answer as a file of it', async () => {
    const { client, store, caseId, verify } = await desk();
    const detail = await verify();
    const file = await client.documents.report({ caseId });
    const queued = await client.replies.queue({
      caseId,
      version: detail.version,
      seenVersion: detail.version,
      inReplyToId: detail.messages[0]?.id ?? 0,
      to: [detail.messages[0]?.fromAddress ?? ''],
      subject: 'Su informe',
      body: 'Le adjunto el informe que ha pedido.',
      files: [file],
    });
    expect(queued.replies[0]?.attachments).toEqual([{ name: file.name, size: file.size }]);
    const kept = await store.prisma.replyAttachment.findFirstOrThrow();
    expect(Buffer.from(kept.content ?? []).equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
  });
});

describe('the sheet with the data of a TA.1', () => {
  it('has the record filled in, what is asked for as new, and room for the signature', async () => {
    const { client, caseId, verify } = await desk();
    await verify();
    const sheet = await opened(
      await client.documents.requestSheet({ caseId, cause: 'Cambio del teléfono móvil' }),
    );
    expect(sheet).toMatchObject({ pages: 1, language: 'es-ES', loose: 0 });
    for (const words of [
      'Variación de datos',
      'Cambio del teléfono móvil',
      '+34 645 02 77 31',
      '00000000T',
      'no sustituye al modelo oficial',
      'Firma',
    ])
      expect(sheet.text).toContain(words);
  });
});

describe('letters', () => {
  const document = (office: string) => ({ title: 'Título', office, madeAt: new Date(0), blocks: [] });

  it('prints every letter of the languages of Spain and of its neighbours', async () => {
    const letters = 'áéíóúüñç ÀÈÌÒÙ l·l Ŀ ŀ ş ș ț ł ğ ő Żółć Ж Ω €';
    const file = new File([await taggedPdf(document(letters))], 'a.pdf');
    expect((await opened(file)).text).toContain(letters);
  });

  it('takes off marks that the typeface lacks, and refuses what it cannot write at all', async () => {
    const file = new File([await taggedPdf(document('Nguyễn'))], 'a.pdf');
    expect((await opened(file)).text).toContain('Nguyên');
    await expect(taggedPdf(document('李'))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
