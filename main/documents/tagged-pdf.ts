import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';
import { encodeQR } from 'qr';
import { AppError } from '../errors.ts';
import { projectRoot } from '../paths.ts';

/** What a document is made of, top to bottom. */
export type Block =
  | { readonly kind: 'HEADING' | 'TEXT' | 'SMALL'; readonly text: string }
  /** One name and one value a row. An empty value is a line to write on. */
  | { readonly kind: 'ROWS'; readonly rows: readonly (readonly [name: string, value: string])[] }
  /** Names above, values below. */
  | {
      readonly kind: 'COLUMNS';
      readonly columns: readonly (readonly [name: string, value: string])[];
    }
  /** Where the paper is cut; `text` says so. */
  | { readonly kind: 'CUT'; readonly text: string }
  /** Something to be read aloud, large, beside the QR of an address. */
  | { readonly kind: 'CODE'; readonly code: string; readonly address: string; readonly says: string };

export type TaggedDocument = {
  readonly title: string;
  readonly office: string;
  readonly madeAt: Date;
  readonly blocks: readonly Block[];
};

const MARGIN = 56; // points
const INK = '#1b1a19';
const FAINT = '#484644';
const LINE = '#8a8886';
const SHADE = '#f3f2f1';
const THIN = { top: 0.5, right: 0.5, bottom: 0.5, left: 0.5 };
const BORDERS = {
  border: THIN,
  borderColor: { top: LINE, right: LINE, bottom: LINE, left: LINE },
} as const;

/**
 * A PDF that a screen reader can read: tagged, in Spanish, with its title, in an embedded typeface (Latin with every
 * European letter, Greek, Cyrillic). Letters that it lacks lose their marks (Nguyễn becomes Nguyên); a name without any
 * letter of its own in it is refused: INVALID_INPUT with what cannot be written.
 */
export async function taggedPdf(document: TaggedDocument): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'es-ES',
    displayTitle: true,
    font: fontPath('Regular'),
    // No author: documents that leave carry no more than they show (ENS, mp.info.5).
    info: { Title: document.title, CreationDate: document.madeAt, Producer: 'Estafeta', Creator: 'Estafeta' },
  });
  const parts: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.registerFont('text', fontPath('Regular')).registerFont('bold', fontPath('Bold'));
  doc.fillColor(INK);
  const root = doc.struct('Document');
  doc.addStructure(root);
  // Whose paper it is, is part of it: read first, as it stands first.
  paragraph(doc, root, 'P', writable(document.office), { font: 'text', size: 9, colour: FAINT, after: 4 });
  paragraph(doc, root, 'H1', writable(document.title), { font: 'bold', size: 17, colour: INK, after: 14 });
  for (const block of document.blocks) draw(doc, root, block);
  root.end();
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(parts));
}

type Doc = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Doc['struct']>;

function draw(doc: Doc, root: Element, block: Block): void {
  switch (block.kind) {
    case 'HEADING':
      doc.moveDown(0.4);
      return paragraph(doc, root, 'H2', writable(block.text), {
        font: 'bold',
        size: 11.5,
        colour: INK,
        after: 5,
      });
    case 'TEXT':
      return paragraph(doc, root, 'P', writable(block.text), {
        font: 'text',
        size: 10,
        colour: INK,
        after: 7,
      });
    case 'SMALL':
      return paragraph(doc, root, 'P', writable(block.text), {
        font: 'text',
        size: 8.5,
        colour: FAINT,
        after: 4,
      });
    case 'ROWS':
      return table(doc, root, {
        columnStyles: ['36%', '*'],
        data: block.rows.map(([name, value]) => [
          { ...headCell(name), scope: 'Row' as const },
          valueCell(value),
        ]),
      });
    case 'COLUMNS':
      return table(doc, root, {
        data: [
          block.columns.map(([name]) => ({ ...headCell(name), scope: 'Column' as const })),
          block.columns.map(([, value]) => valueCell(value)),
        ],
      });
    case 'CUT':
      return cut(doc, root, writable(block.text));
    case 'CODE':
      return code(doc, root, block);
  }
}

function cut(doc: Doc, root: Element, text: string): void {
  doc.moveDown(0.3);
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .save()
    .lineWidth(0.75)
    .dash(4, { space: 3 })
    .moveTo(MARGIN, doc.y)
    .lineTo(doc.page.width - MARGIN, doc.y)
    .stroke(LINE)
    .restore();
  doc.endMarkedContent();
  doc.y += 4;
  paragraph(doc, root, 'P', text, { font: 'text', size: 8.5, colour: FAINT, after: 6 });
}

/** Side of the QR with its quiet zone, in points: 30 mm, which telephones read at arm's length. */
const QR_SIDE = 85;

function code(doc: Doc, root: Element, { code: text, address, says }: Block & { kind: 'CODE' }): void {
  const top = doc.y;
  const modules = encodeQR(address, 'raw', { ecc: 'medium' });
  const size = QR_SIDE / modules.length;
  const left = doc.page.width - MARGIN - QR_SIDE;
  paragraph(doc, root, 'P', text, { font: 'bold', size: 24, colour: INK, after: 0 });
  const bottom = doc.y;
  const figure = doc.struct('Figure', { alt: says, bbox: [left, top, left + QR_SIDE, top + QR_SIDE] }, () => {
    modules.forEach((row, y) => {
      row.forEach((dark, x) => {
        if (dark) doc.rect(left + x * size, top + y * size, size, size);
      });
    });
    doc.fill(INK);
  });
  root.add(figure);
  figure.end();
  doc.x = MARGIN;
  doc.y = Math.max(bottom, top + QR_SIDE) + 4;
}

function paragraph(
  doc: Doc,
  root: Element,
  tag: 'H1' | 'H2' | 'P',
  text: string,
  look: { font: string; size: number; colour: string; after: number },
): void {
  const element = doc.struct(tag, {}, () => {
    doc.font(look.font).fontSize(look.size).fillColor(look.colour).text(text, { lineGap: 2 });
  });
  root.add(element);
  element.end();
  doc.y += look.after;
}

type Table = Pick<PDFKit.Mixins.TableOptionsWithData, 'data' | 'columnStyles'>;

function table(doc: Doc, root: Element, content: Table): void {
  doc.font('text').fontSize(10).fillColor(INK);
  doc.table({
    ...content,
    structParent: root,
    rowStyles: { minHeight: 20 },
    defaultStyle: { ...BORDERS, padding: 5 },
  });
  doc.x = MARGIN;
  doc.moveDown(0.5);
}

function headCell(text: string) {
  return {
    text: writable(text),
    type: 'TH' as const,
    backgroundColor: SHADE,
    font: { src: 'bold', size: 9 },
  };
}

function valueCell(text: string) {
  return { text: writable(text), type: 'TD' as const };
}

/** Liberation Sans, from pdf.js, which draws with it what others left out. */
function fontPath(weight: 'Regular' | 'Bold'): string {
  return join(projectRoot, 'node_modules', 'pdfjs-dist', 'standard_fonts', `LiberationSans-${weight}.ttf`);
}

let letters: ReadonlySet<number> | null = null;

/** The text in letters that the typeface has. */
function writable(text: string): string {
  letters ??= new Set(fontkit.create(readFileSync(fontPath('Regular'))).characterSet);
  const known = letters;
  const has = (letter: string): boolean => known.has(letter.codePointAt(0) ?? 0) || letter === '\n';
  const lost: string[] = [];
  const written = Array.from(text.normalize('NFC'), (letter) => {
    if (has(letter)) return letter;
    // Mark after mark is taken off, the last one first, until the typeface has it.
    for (let bare = letter.normalize('NFD').slice(0, -1); bare !== ''; bare = bare.slice(0, -1)) {
      if (has(bare.normalize('NFC'))) return bare.normalize('NFC');
    }
    lost.push(letter);
    return '';
  });
  if (lost.length > 0) throw new AppError('INVALID_INPUT', { fields: ['letters'] });
  return written.join('');
}
