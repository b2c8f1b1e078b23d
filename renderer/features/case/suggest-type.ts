import type { CaseAttachment, DocumentType } from '../../../main/api/contract/index.ts';

/** What people call their files, first match wins. */
const NAMES: readonly (readonly [RegExp, DocumentType])[] = [
  [/\bta[ .-]?1\b/, 'TA1'],
  [/\bautori|\bpoder\b|representacion/, 'AUTHORISATION'],
  [/pasaport|passport|passaport/, 'PASSPORT'],
  [/\btie\b/, 'TIE'],
  [/(dni|carnet|\bnan\b).*(revers|detras|atras|atzeal|darrere|\(2\)|2\b)/, 'DNI_BACK'],
  [/\bdni|\bnan\b|carnet.*(cara|delante|anvers)/, 'DNI_FRONT'],
];

function plain(name: string): string {
  return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ');
}

/** The document type a file's name suggests; OTHER when it says nothing. Only a start: the clerk sees and changes it. */
export function suggestType(name: string): DocumentType {
  const words = plain(name);
  return NAMES.find(([pattern]) => pattern.test(words))?.[1] ?? 'OTHER';
}

const IDENTITY_TYPES: ReadonlySet<DocumentType> = new Set<DocumentType>([
  'DNI_FRONT',
  'DNI_BACK',
  'TIE',
  'PASSPORT',
]);

/** Linked as an identity document, or not linked yet and named like one. */
export function looksLikeIdentity(attachment: CaseAttachment): boolean {
  return IDENTITY_TYPES.has(attachment.documentType ?? suggestType(attachment.name));
}
