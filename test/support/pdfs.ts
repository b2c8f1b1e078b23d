import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { Store } from '../../main/store/store.ts';
import { aMessage, type MessageOverrides } from './builders.ts';

/** A box of a form: the label printed over it, and what was typed into it. */
export type Box = { readonly label: string; readonly value: string; readonly name?: string };

type Make = (doc: InstanceType<typeof PDFDocument>) => void;

/** A PDF as other programs make them: not tagged, typefaces not embedded. */
export async function aPdf(make: Make, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', compress: false, ...options });
  const parts: Buffer[] = [];
  const done = new Promise((resolve) => doc.on('end', resolve));
  doc.on('data', (part: Buffer) => parts.push(part));
  doc.font('Helvetica').fontSize(8);
  make(doc);
  doc.end();
  await done;
  return Buffer.concat(parts);
}

const PLACES = [0, 1, 2].map((column) => 40 + column * 180);

/** A form with fields, three to a line, each under its printed label; names say nothing unless given. */
export function aForm(boxes: readonly Box[]): Promise<Buffer> {
  return aPdf((doc) => {
    doc.initForm();
    doc.text('MODELO TA.1 SOLICITUD DE AFILIACIÓN Y VARIACIÓN DE DATOS', 40, 40);
    boxes.forEach(({ label, value, name }, index) => {
      const x = PLACES[index % 3] ?? 0;
      const y = 80 + Math.floor(index / 3) * 50;
      doc.text(label, x, y, { lineBreak: false });
      doc.formText(name ?? `Campo${index}`, x, y + 12, 160, 18, { value });
    });
  });
}

/** The same, printed: what a filled form becomes when it goes through a printer driver. */
export function aPrintedForm(boxes: readonly Box[]): Promise<Buffer> {
  return aPdf((doc) => {
    boxes.forEach(({ label, value }, index) => {
      const x = PLACES[index % 3] ?? 0;
      const y = 80 + Math.floor(index / 3) * 50;
      doc.text(label, x, y, { lineBreak: false });
      doc.text(value, x, y + 12, { lineBreak: false });
    });
  });
}

/** A message with one PDF attached, its bytes really in the raw source. Answers the ids of both. */
export async function aMessageWithPdf(
  store: Store,
  pdf: Buffer,
  overrides: MessageOverrides = {},
): Promise<{ messageId: number; attachmentId: number }> {
  const raw = Buffer.from(
    [
      'From: Rocío Benjumea <rocio@ejemplo.test>',
      'To: oficina@ejemplo.test',
      `Message-ID: <${createHash('sha256').update(pdf).digest('hex')}@ejemplo.test>`,
      'Subject: TA.1',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=parte',
      '',
      '--parte',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Adjunto el TA.1.',
      '--parte',
      'Content-Type: application/pdf; name=ta1.pdf',
      'Content-Disposition: attachment; filename=ta1.pdf',
      'Content-Transfer-Encoding: base64',
      '',
      pdf.toString('base64').replace(/.{76}/gu, '$&\r\n'),
      '--parte--',
      '',
    ].join('\r\n'),
  );
  const messageId = await aMessage(store, {
    sha256: createHash('sha256').update(raw).digest('hex'),
    size: raw.length,
    zstd: zstdCompressSync(raw),
    attachments: ['ta1.pdf'],
    ...overrides,
  });
  const attachment = await store.write((tx) =>
    tx.attachment.update({
      where: { messageId_ordinal: { messageId, ordinal: 0 } },
      data: { size: pdf.length, sha256: createHash('sha256').update(pdf).digest('hex') },
    }),
  );
  return { messageId, attachmentId: attachment.id };
}
