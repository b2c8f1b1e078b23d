import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { imageShape } from '../../main/documents/image-shape.ts';
import { likelyType, toldBy, type Content } from '../../main/documents/likely-type.ts';
import { apiDesk } from '../support/api.ts';
import { aMessage } from '../support/builders.ts';
import { aMessageWithPdf, aPdf } from '../support/pdfs.ts';
import { temporaryStore } from '../support/store.ts';

const UNREAD: Content = { kind: 'OTHER', told: null, shape: null };
const CARD: Content = { kind: 'IMAGE', told: null, shape: { width: 1000, height: 631 } };
const mailbox = join(import.meta.dirname, '../fixtures/mailboxes/provincial/labels.jsonl');

describe('by the name', () => {
  test.each([
    ['TA_1 (V.6) Iria.pdf', 'TA1'],
    ['TA1_Rocio_firmado.pdf', 'TA1'],
    ['DNI_reverso.png', 'DNI_BACK'],
    ['dni unai (1).jpg', 'DNI_FRONT'],
    ['dni unai (2).jpg', 'DNI_BACK'],
    ['dni2.jpg', 'DNI_BACK'],
    ['DNI dos caras.pdf', 'DNI_BOTH'],
    ['carnet detras.jpg', 'DNI_BACK'],
    ['Autorización papá.pdf', 'AUTHORISATION'],
    ['scan_passport_CJO.pdf', 'PASSPORT'],
    ['justificante transferencia.pdf', 'PAYMENT'],
    ['Vida laboral.pdf', 'REPORT'],
    ['TA0521-1 Macarena.pdf', 'OTHER'],
    ['carnet textil.jpg', 'OTHER'],
    ['IMG_0412.jpeg', 'OTHER'],
  ] as const)('%s is taken for %s', (name, type) => {
    expect(likelyType(name, UNREAD, '')).toMatchObject({
      type,
      where: type === 'OTHER' ? 'NOTHING' : 'NAME',
    });
  });

  test('what a name of the fixture mailbox suggests is what the attachment is', () => {
    const Label = z.object({ attachments: z.array(z.object({ name: z.string(), kind: z.string() })) });
    const attachments = readFileSync(mailbox, 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => Label.parse(JSON.parse(line)).attachments);
    const wrong = attachments.flatMap(({ name, kind }) => {
      const { type } = likelyType(name, UNREAD, '');
      const labelled = { DNI_FRONT: 'ID_FRONT', DNI_BOTH: 'ID_FRONT', DNI_BACK: 'ID_BACK', TIE: 'ID_FRONT' };
      const same = (type in labelled ? labelled[type as keyof typeof labelled] : type) === kind;
      return type === 'OTHER' || same ? [] : [`${name}: ${type}, is ${kind}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('by the content', () => {
  test.each([
    ['MODELO TA.1\nSolicitud de afiliación', 'TA1'],
    ['Solicitud de afiliación, asignación de número de Seguridad Social y variación de datos', 'TA1'],
    ['TA.0521 SOLICITUD DE ALTA RETA', null],
    ['Documento Nacional de Identidad\nBENJUMEA CALA', 'DNI_FRONT'],
    ['DNI, anverso y reverso', 'DNI_BOTH'],
    ['ESPAÑOLA CARMEN\nIDESPBAA000589599999999R<<<<<<', 'DNI_BACK'],
    ['P<ESPESPANOLA<<CARMEN<<<<<<', 'PASSPORT'],
    ['CERTIFICADO DE REGISTRO DE CIUDADANO DE LA UNIÓN', 'TIE'],
    ['Yo, Eusebio, con DNI 99193443D, autorizo a mi hija a gestionar ante la TGSS', 'AUTHORISATION'],
    ['Informe de vida laboral', 'REPORT'],
    ['SOLICITUD DE RECTIFICACIÓN DEL INFORME DE VIDA LABORAL', 'OTHER'],
    ['ADEUDO POR DOMICILIACIÓN 286,15 EUR', 'PAYMENT'],
    [`Contrato entre las partes, con DNI 99193443D${' y demás cláusulas'.repeat(20)}`, null],
  ] as const)('%s is taken for %s', (text, type) => {
    expect(toldBy(text)?.type ?? null).toBe(type);
  });

  test('counts before the name, but only the name says which side of a card it is', () => {
    const told = (text: string): Content => ({ kind: 'PDF', told: toldBy(text), shape: null });
    expect(likelyType('dni.pdf', told('MODELO TA.1'), '')).toMatchObject({ type: 'TA1', where: 'CONTENT' });
    expect(likelyType('dni reverso.pdf', told('DNI 99193443D'), '')).toMatchObject({ type: 'DNI_BACK' });
  });
});

describe('by the shape', () => {
  test('of a photograph without a name, when the message says that it sends the card; two, and no more', () => {
    const message = 'Buenas: le adjunto foto de mi DNI por los dos lados.';
    const front = likelyType('IMG-20200605-WA0003.jpg', CARD, message);
    const back = likelyType('IMG-20200605-WA0004.jpg', CARD, message, [front]);
    expect([front, back]).toEqual([
      { type: 'DNI_FRONT', where: 'SHAPE', quote: 'dni' },
      { type: 'DNI_BACK', where: 'SHAPE', quote: 'dni' },
    ]);
    expect(likelyType('IMG-20200605-WA0005.jpg', CARD, message, [front, back]).type).toBe('OTHER');
  });

  test('says nothing alone, nor for a photograph of another shape', () => {
    const message = 'Le adjunto mi DNI.';
    expect(likelyType('IMG_1.jpg', CARD, 'Le adjunto el recibo.').type).toBe('OTHER');
    expect(likelyType('IMG_1.jpg', { ...CARD, shape: { width: 4000, height: 3000 } }, message).type).toBe(
      'OTHER',
    );
    expect(likelyType('playa.jpg', CARD, message).type).toBe('OTHER');
  });

  test('is read off the header of a JPEG or PNG', () => {
    const frame = [0xff, 0xc0, 0, 11, 8, 0x01, 0x40, 0x02, 0x00, 1, 1, 0x11, 0];
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frame]);
    expect(imageShape(jpeg)).toEqual({ width: 512, height: 320 });
    expect(imageShape(jpeg.subarray(0, 14))).toBeNull();
    const png = Buffer.alloc(33);
    png.write('89504e470d0a1a0a0000000d49484452', 'hex');
    png.writeUInt32BE(856, 16);
    png.writeUInt32BE(540, 20);
    expect(imageShape(png)).toEqual({ width: 856, height: 540 });
    for (const bytes of [new Uint8Array(), Uint8Array.of(0xff, 0xd8), Buffer.from('GIF89a'), jpeg.fill(0, 4)])
      expect(imageShape(bytes)).toBeNull();
  });
});

describe('over the contract', () => {
  test('a PDF is told by its text, a scan by its page, the rest by the name; the unknown is left out', async () => {
    const store = await temporaryStore();
    const { client } = await apiDesk(store);
    const ta1 = await aMessageWithPdf(
      store,
      await aPdf((doc) => doc.text('MODELO TA.1, variación de datos')),
    );
    const card = await aMessageWithPdf(store, await aPdf(() => undefined, { size: [243, 153] }), {
      attachments: ['escaneo0008.pdf'],
    });
    const named = await aMessage(store, { attachments: ['pasaporte.pdf'] });
    const passport = (await client.messages.get({ id: named })).attachments[0]?.id ?? 0;
    const attachmentIds = [ta1.attachmentId, card.attachmentId, passport, 9999];
    const expected = [
      { attachmentId: ta1.attachmentId, type: 'TA1', where: 'CONTENT', quote: 'modelo ta.1' },
      { attachmentId: card.attachmentId, type: 'DNI_FRONT', where: 'SHAPE', quote: '' },
      { attachmentId: passport, type: 'PASSPORT', where: 'NAME', quote: 'pasaport' },
    ];
    expect(await client.documents.likelyTypes({ attachmentIds })).toEqual(expected);
    expect(await client.documents.likelyTypes({ attachmentIds })).toEqual(expected);
  });

  test('of a message that is too long to take apart, only the name counts', async () => {
    const store = await temporaryStore();
    const { client } = await apiDesk(store);
    const pdf = await aPdf((doc) => doc.text('MODELO TA.1 en un mensaje muy largo'));
    const long = { attachments: ['hoja.pdf'], size: 20_000_000 };
    const { attachmentId } = await aMessageWithPdf(store, pdf, long);
    expect(await client.documents.likelyTypes({ attachmentIds: [attachmentId] })).toMatchObject([
      { type: 'OTHER', where: 'NOTHING' },
    ]);
  });
});
