import { z } from 'zod';
import { TICKED, type PdfAnswer, type PdfItem, type PdfTask } from './pdf-tasks.ts';

// pdf.js tells the console that it cannot draw here. Nobody draws, and nobody reads this thread's console.
Object.assign(console, { warn: () => undefined });
// pdf.js would start a thread of its own; this is one already. Found here, its worker is run in place.
Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs') });
// The engine's own decompression gives no time to be stopped in; pdf.js's is slower and lets a bomb run into the clock.
Reflect.deleteProperty(globalThis, 'DecompressionStream');
const { AnnotationType, PasswordException, getDocument } =
  await import('pdfjs-dist/legacy/build/pdf.min.mjs');

const LONGEST_VALUE = 1000;

const TextRun = z.object({
  str: z.string(),
  width: z.number(),
  height: z.number(),
  transform: z.array(z.number()).length(6),
});

const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** Only what is typed or ticked: buttons, signatures and pictures say nothing of a person. */
const Widget = z.object({
  annotationType: z.literal(AnnotationType.WIDGET),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  fieldType: z.enum(['Tx', 'Ch', 'Btn']),
  fieldName: z.string().catch(''),
  alternativeText: z.string().nullish().catch(null),
  fieldValue: z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .catch(null),
  checkBox: z.boolean().catch(false),
  radioButton: z.boolean().catch(false),
  exportValue: z.string().nullish().catch(null),
  buttonValue: z.string().nullish().catch(null),
  hidden: z.boolean().catch(false),
});

/** Reads text and form fields. Runs in a worker: hostile bytes may take it down or keep it busy. */
export async function parsePdf({ bytes, bounds }: PdfTask): Promise<PdfAnswer> {
  // The mark may stand a little inside (ISO 32000-1, annex H); readers look in the first kilobyte.
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return refused('NOT_A_PDF');
  const task = getDocument({
    data: bytes,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > bounds.pages) return refused('TOO_LONG');
    const items: PdfItem[] = [];
    let room = bounds.characters;
    const add = (item: PdfItem): void => {
      const text = item.text.trim();
      if (text === '') return;
      room -= text.length;
      items.push({ ...item, text });
    };
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      for (const annotation of await page.getAnnotations()) {
        const widget = Widget.safeParse(annotation);
        if (widget.success && !widget.data.hidden) add(fieldItem(number, widget.data));
        if (items.length > bounds.items || room < 0) return refused('TOO_LONG');
      }
      const reader = page.streamTextContent().getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        for (const item of z.object({ items: z.array(z.unknown()) }).parse(part.value).items) {
          const run = TextRun.safeParse(item);
          if (run.success) add(textItem(number, run.data));
        }
        if (items.length > bounds.items || room < 0) return refused('TOO_LONG');
      }
      page.cleanup();
    }
    // A form of XFA alone has one page that asks for another program.
    if (pdf.isPureXfa) return refused('ONLY_XFA');
    if (items.length === 0) {
      const [left, bottom, right, top] = Box.parse((await pdf.getPage(1)).view);
      return { kind: 'REFUSED', problem: 'NO_TEXT', page: { width: right - left, height: top - bottom } };
    }
    return { kind: 'READ', content: { pages: pdf.numPages, items } };
  } catch (error) {
    return refused(error instanceof PasswordException ? 'ENCRYPTED' : 'DAMAGED');
  } finally {
    await task.destroy();
  }
}

function refused(problem: Extract<PdfAnswer, { kind: 'REFUSED' }>['problem']): PdfAnswer {
  return { kind: 'REFUSED', problem };
}

function fieldItem(page: number, widget: z.infer<typeof Widget>): PdfItem {
  const [left, bottom, right, top] = widget.rect;
  return {
    page,
    x: Math.min(left, right),
    y: Math.min(bottom, top),
    width: Math.abs(right - left),
    height: Math.abs(top - bottom),
    text: fieldText(widget).slice(0, LONGEST_VALUE),
    field: { name: widget.fieldName, label: widget.alternativeText ?? '' },
  };
}

function fieldText(widget: z.infer<typeof Widget>): string {
  const value =
    typeof widget.fieldValue === 'string' ? widget.fieldValue : (widget.fieldValue ?? []).join(' ');
  if (widget.fieldType !== 'Btn') return value;
  const own = widget.checkBox ? widget.exportValue : widget.radioButton ? widget.buttonValue : null;
  return own !== null && own !== undefined && value === own ? TICKED : '';
}

function textItem(page: number, { str, width, height, transform }: z.infer<typeof TextRun>): PdfItem {
  const [, , , , x = 0, y = 0] = transform;
  return { page, x, y, width, height, text: str, field: null };
}
