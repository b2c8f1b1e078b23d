import { strings } from '../strings/es.ts';

/** Characters nobody sees that turn the reading direction or stand between letters (Unicode TR36, bidi spoofing). */
const HIDDEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A file name as it is written: what would reorder or hide letters is shown as its code, "[U+202E]". */
export function visible(name: string): string {
  return name.replace(
    HIDDEN,
    (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** What an attachment is called wherever it is listed. */
export const attachmentName = (name: string): string => visible(name) || strings.reading.attachments.unnamed;
