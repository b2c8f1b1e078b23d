import { settingsStrings } from '../../strings/es/settings.ts';

export type Piece = { readonly kind: 'TEXT' | 'FILLED' | 'UNKNOWN'; readonly text: string };

const HOLE = /\{\{([^{}]*)\}\}/gu;

/** As the service reads a name between braces (main/cases/placeholders.ts). */
function nameIn(hole: string): string {
  return hole.trim().normalize('NFC').toLowerCase();
}

/** A template's text with example values, in pieces, so that what was filled or cannot be can be marked. */
export function previewPieces(text: string, known: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(HOLE)) {
    const name = nameIn(match[1] ?? '');
    if (match.index > end) pieces.push({ kind: 'TEXT', text: text.slice(end, match.index) });
    pieces.push(
      known.has(name)
        ? { kind: 'FILLED', text: settingsStrings.samples[name] ?? match[0] }
        : { kind: 'UNKNOWN', text: match[0] },
    );
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: 'TEXT', text: text.slice(end) });
  return pieces;
}

/** Whether the text says that it is neither a receipt of the registry nor a notification. */
export function saysWhatItIsNot(body: string): boolean {
  return /\bregistro\b/i.test(body) && /\bnotificaci[óo]n\b/i.test(body);
}
