import type { PdfProblem } from './model.ts';

/** Something written on a page: a run of text, or a form field's value at the field's place. Points, from below left. */
export type PdfItem = {
  readonly page: number; // from 1
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** A form field's name and what it tells a reader of itself, null for plain text. */
  readonly field: { readonly name: string; readonly label: string } | null;
};

/** A ticked box's text, which no field that is typed into has by accident. */
export const TICKED = '\u2612';

/** What a PDF says, as far as the bounds let it be read. */
export type PdfContent = { readonly pages: number; readonly items: readonly PdfItem[] };

export type PdfAnswer =
  | { readonly kind: 'READ'; readonly content: PdfContent }
  | {
      readonly kind: 'REFUSED';
      readonly problem: PdfProblem;
      /** NO_TEXT: the first page's size in points. */
      readonly page?: { readonly width: number; readonly height: number };
    };

/** Bounds of what is read: a TA.1 has two pages and some sixty fields. */
export type PdfBounds = {
  readonly bytes: number;
  readonly pages: number;
  readonly items: number;
  readonly characters: number;
};

export const PDF_BOUNDS: PdfBounds = {
  bytes: 10 * 1024 * 1024,
  pages: 20,
  items: 20_000,
  characters: 200_000,
};

export type PdfTask = { readonly bytes: Uint8Array; readonly bounds: PdfBounds };
