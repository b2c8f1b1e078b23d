/** A number as people write it, made ready for looking at its shape. */
export type Written = {
  /** In capitals, without label, separators and invisible characters. */
  readonly number: string;
  /** The same as it was parted. */
  readonly groups: readonly string[];
  /** What its label says it is, where that decides how it is read. */
  readonly label: 'PASSPORT' | 'IPF' | null;
};

const LONGEST = 80;
const PLAIN = /^[\x20-\x7e]*$/u;
const SEPARATOR = '[\\s.,:;_/\\\\·\'’"“”«»()[\\]{}<>‐-―−-]';
const SEPARATORS = new RegExp(`${SEPARATOR}+`, 'u');
const LEADING = new RegExp(`^${SEPARATOR}+`, 'u');

/** What stands in front of a number: a closed list, so that a letter too many is never taken for a label. */
const LABEL_WORD = [
  'D\\.?\\s?N\\.?\\s?I',
  'N\\.?\\s?I\\.?\\s?[EF]',
  'C\\.?\\s?I\\.?\\s?F',
  'T\\.?\\s?I\\.?\\s?E',
  'I\\.?\\s?P\\.?\\s?F',
  'N\\.?\\s?A\\.?\\s?F',
  'N\\.?\\s?U?\\.?\\s?S\\.?\\s?S',
  'S\\.?\\s?S',
  'C\\.?\\s?C\\.?\\s?C',
  'PASAPORTE|PASSPORT|DOCUMENTO|CARN[EÉ]T?|TARJETA|EXTRANJERO|IDENTIDAD|NACIONAL|IDENTIFICADOR|PERSONA|F[IÍ]SICA',
  'SEGURIDAD|SOCIAL|AFILIACI[OÓ]N|CUENTA|C[OÓ]DIGO|COTIZACI[OÓ]N|N[UÚ]M(?:ERO)?',
].join('|');
const LABEL = new RegExp(
  `^(?:${LABEL_WORD})${SEPARATOR}+(?:(?:${LABEL_WORD}|DE|DEL|LA|A\\s+LA)${SEPARATOR}+)*(?=[A-Z\\d])`,
  'u',
);
/** "DNI12345678Z": only where the rest is whole, because DNI123456 has the shape of a Spanish passport. */
const GLUED_LABEL = /^(?:DNI|NI[EF]|TIE)(?=(?:\d{8}|[XYZ]\d{7})[A-Z]$)/u;

/**
 * Full-width and other compatibility forms are made plain (NFKC), invisible characters (zero width, soft hyphens,
 * direction marks) and a leading label are taken away, brackets and the like are separators. Null: longer than any.
 */
export function readWritten(raw: string): Written | null {
  if (raw.length > LONGEST) return null;
  const plain = PLAIN.test(raw) ? raw : unfolded(raw);
  const whole = plain.toUpperCase().replace(LEADING, '');
  if (whole.length > LONGEST) return null;
  const [label = ''] = LABEL.exec(whole) ?? [];
  const groups = whole.slice(label.length).split(SEPARATORS).filter(Boolean);
  return { number: groups.join('').replace(GLUED_LABEL, ''), groups, label: labelOf(label) };
}

/** "Nº" is a label of its own, and would become "No". */
function unfolded(raw: string): string {
  return raw
    .replaceAll('º', '°')
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/n\s?\.?\s?°/giu, 'num ');
}

function labelOf(label: string): Written['label'] {
  if (/PAS/u.test(label)) return 'PASSPORT';
  return /I\W*P\W*F|IDENTIFICADOR/u.test(label) ? 'IPF' : null;
}
