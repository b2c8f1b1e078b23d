import type { PdfItem } from './pdf-tasks.ts';
import { partOf, wordsOfName, type Ta1Part } from './ta1-labels.ts';

/** A value of the form and the box it stands in. */
export type Boxed = {
  readonly part: Ta1Part;
  readonly text: string;
  readonly label: string;
  readonly page: number;
};

type Label = PdfItem & { readonly part: Ta1Part };

/** What was typed into fields, by what the field calls itself, else by the label printed beside or above it. */
export function boxedFields(items: readonly PdfItem[]): Boxed[] {
  const labels = labelsIn(items);
  return inReadingOrder(items.filter((item) => item.field !== null)).flatMap((item) => {
    const own = [item.field?.label ?? '', wordsOfName(item.field?.name ?? '')];
    for (const label of own) {
      const part = partOf(label);
      if (part !== null) return [{ part, text: item.text, label, page: item.page }];
    }
    const near = nearest(item, labels);
    return near === null ? [] : [{ part: near.part, text: item.text, label: near.text, page: item.page }];
  });
}

/** What is printed: "Label: value" in one run, or a run beside or below a label. */
export function boxedText(items: readonly PdfItem[]): Boxed[] {
  const labels = labelsIn(items);
  return inReadingOrder(items.filter((item) => item.field === null)).flatMap((item) => {
    const { page } = item;
    const inline = /^([^:]{2,70}):\s*(\S.*)$/u.exec(item.text);
    const part = inline === null ? null : partOf(inline[1] ?? '');
    if (inline !== null && part !== null)
      return [{ part, text: inline[2] ?? '', label: inline[1] ?? '', page }];
    if (partOf(item.text) !== null) return [];
    const near = nearest(item, labels);
    return near === null ? [] : [{ part: near.part, text: item.text, label: near.text, page }];
  });
}

/** The printed words, line by line. */
export function linesOf(items: readonly PdfItem[]): string {
  const lines: PdfItem[][] = [];
  for (const item of inReadingOrder(items.filter((one) => one.field === null))) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line !== undefined && last !== undefined && sameLine(last, item)) line.push(item);
    else lines.push([item]);
  }
  return lines.map((line) => line.map(({ text }) => text).join(' ')).join('\n');
}

function labelsIn(items: readonly PdfItem[]): Label[] {
  return items.flatMap((item) => {
    const part = item.field === null ? partOf(item.text) : null;
    return part === null ? [] : [{ ...item, part }];
  });
}

/** Points between a label and what it is for, and by how much they may miss each other. */
const BESIDE = 120;
const ABOVE = 22;
const SLACK = 6;

/** The label on the same line to the left, or right above: whichever is nearer. */
function nearest(item: PdfItem, labels: readonly Label[]): Label | null {
  let best: { readonly label: Label; readonly distance: number } | null = null;
  for (const label of labels) {
    if (label.page !== item.page) continue;
    const gap = item.x - (label.x + label.width);
    const rise = label.y - (item.y + item.height);
    const beside = sameLine(label, item) && gap > -SLACK && gap < BESIDE;
    // A label may be printed inside the upper edge of its box.
    const above =
      rise > -item.height &&
      rise < ABOVE &&
      label.y > item.y &&
      label.x < item.x + item.width &&
      label.x + label.width > item.x - SLACK;
    if (!beside && !above) continue;
    const distance = beside ? Math.max(0, gap) : Math.abs(rise) + Math.abs(label.x - item.x) / 4;
    if (best === null || distance < best.distance) best = { label, distance };
  }
  return best?.label ?? null;
}

function sameLine(a: PdfItem, b: PdfItem): boolean {
  const middle = (item: PdfItem): number => item.y + item.height / 2;
  return a.page === b.page && Math.abs(middle(a) - middle(b)) < Math.max(4, Math.min(a.height, b.height) / 2);
}

function inReadingOrder(items: readonly PdfItem[]): PdfItem[] {
  return items.toSorted((a, b) => a.page - b.page || (sameLine(a, b) ? a.x - b.x : b.y - a.y));
}
