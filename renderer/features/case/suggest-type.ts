import type { CaseAttachment, DocumentType } from '../../../main/api/contract/index.ts';

/** What people call their files, first match wins. */
const NAMES: readonly (readonly [RegExp, DocumentType])[] = [
  [/\bta[\W_]?1\b|\bta[\W_]?0?1[\W_]|modelo.?ta/, 'TA1'],
  [/autoriza|represent|poder/, 'AUTHORISATION'],
  [/pasap|passport/, 'PASSPORT'],
  [/\btie\b|tarjeta.*extranj|\bnie\b/, 'TIE'],
  [/(dni|carnet|carne|documento).*(revers|detr|atras|tras|back|\bb\b|2)/, 'DNI_BACK'],
  [/dni|carnet|carne|anvers/, 'DNI_FRONT'],
  [/revers|detras/, 'DNI_BACK'],
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
