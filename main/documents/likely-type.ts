import type { DocumentType } from '../cases/model.ts';
import { fold } from '../triage/fold.ts';
import type { LikelyType } from './model.ts';

/** Points (PDF) or pixels: only their relation counts. */
export type Shape = { readonly width: number; readonly height: number };

/** What the bytes of an attachment say of it, whatever it is called. */
export type Content = {
  readonly kind: 'PDF' | 'IMAGE' | 'OTHER';
  readonly told: Pick<LikelyType, 'type' | 'quote'> | null;
  /** Of a photograph, or of the first page of a PDF that is a picture. */
  readonly shape: Shape | null;
};

type Rule = readonly [type: DocumentType, pattern: RegExp];

/** Titles and formulas that documents carry, without accents and capitals; the first that matches. */
const CONTENT: readonly Rule[] = [
  [
    'TA1',
    /\bmodelo ta ?[._-]? ?1\b|\bta\.1\b(?!\/)|asignacion de numero de (la )?seguridad social y variacion/,
  ],
  ['OTHER', /^\W*(?:solicitud|escritura de constitucion|certificado de (?:empresa|titularidad|defuncion))\b/],
  ['PASSPORT', /\bp<[a-z]{3}[a-z<]{10}|\b(?:pasaporte|passport|passeport)\b/],
  ['DNI_BACK', /\bid(?:esp|rou|ita)[a-z0-9<]{10}/], // the lines for machines stand on the back of a card
  [
    'TIE',
    /\btarjeta de (?:identidad de )?extranjer|\bpermiso de residencia\b|\bresidence permit\b|\bcertificado de registro de ciudadan/,
  ],
  [
    'DNI_BOTH',
    /\b(?:dni|documento nacional de identidad)\b.{0,40}\b(?:anverso y reverso|ambas caras|dos caras)\b/,
  ],
  [
    'AUTHORISATION',
    /^.{0,200}?\b(?:autorizacion\b(?! de trabajo| administrativa)|autoritzacio|apoderamiento|escritura de poder|poder (?:notarial|general|especial)|otorgamiento de (?:la )?representacion)|\bautoriz[oa] a\b/,
  ],
  [
    'REPORT',
    /\binforme de (?:la )?(?:vida laboral|bases|situacion|datos|cotizacion)|\bcertificado de estar al corriente|\bresolucion (?:de|sobre)(?: reconocimiento de)? (?:alta|baja)\b/,
  ],
  [
    'PAYMENT',
    /\b(?:justificante|comprobante|resguardo|recibo) (?:de|del) (?:pago|ingreso|adeudo|cobro|la transferencia|transferencia)|\badeudos?\b|\bextracto (?:bancario|de (?:la )?cuenta)|\borden de transferencia|\bcargo en (?:su )?cuenta/,
  ],
];
/** A sheet that names the card and says little else is a copy of it. */
const CARD_NAMED = /\b(?:dni|documento nacional de identidad)\b/;
const CARD_CHARACTERS = 250;
const READ_CHARACTERS = 3000;

/** What people call their files; the first that matches. */
const NAMES: readonly Rule[] = [
  ['TA1', /\bta[ .-]?1\b/],
  ['AUTHORISATION', /\bautori|\bpoder\b|\bapoderamiento|representacio/],
  ['PASSPORT', /\b(?:pasaport|passport|passaport|passeport)/],
  ['TIE', /\btie\b|\btarjeta (?:de )?(?:residencia|extranjer)/],
  ['DNI_BOTH', /\b(?:dni|carnet|carne|nan|nie)\b.*\b(?:dos caras|ambas caras|2 caras|completo)\b/],
  [
    'DNI_BACK',
    /\b(?:dni|carnet|carne|nan|nie) ?(?:.*(?:\brevers|\bdetras|\batras|\batzeal|\bdarrer|\btrasera|\(2\))|.*\b2$|2\b)/,
  ],
  ['DNI_FRONT', /\bdni|\bnan\b|\b(?:carnet|carne)\b.*\b(?:cara|delante|anvers|davant|frontal)|\bnie\b/],
  ['REPORT', /\bvida ?laboral\b|\binforme (?:de )?(?:bases|vida|cotizacion|situacion)/],
  [
    'PAYMENT',
    /\b(?:extracto|adeudo|transferencia|comprobante|justificante|resguardo|rebut)|\bpago\b|\brecibos?\b(?! de (?:salario|nomina))/,
  ],
];

/** As cameras, scanners and telephones call what they make. */
const UNNAMED =
  /^(?:img|imagen|image|foto|photo|dsc|scan|escaneo|escaneado|documento?|doc|whatsapp|adjunto|\d|pxl)[\s\d\p{P}a-z]{0,40}$/u;
const SENT =
  /\b(?:adjunt|mand|envi|remit|aport|acompan|incluy|foto|copia|escane|enclos|attach|bidal|erants)[a-z]*\b[^.\n]{0,80}?\b(dni|nie|d\.n\.i|carne|carnet|documento de identidad|nan|id card)\b/;

/** An identity card is 85.6 by 54 mm (ISO/IEC 7810 ID-1); photographs cut to it are so within a tenth. */
const CARD = 85.6 / 53.98;
const TENTH = 0.1;

/**
 * What a PDF's text says that it is: the words are those of the document, null when it says nothing telling.
 * `text` as it stands in reading order.
 */
export function toldBy(text: string): Content['told'] {
  const flat = fold(text).replace(/\s+/g, ' ').trim();
  const read = flat.slice(0, READ_CHARACTERS);
  for (const [type, pattern] of CONTENT) {
    const found = pattern.exec(read);
    if (found !== null) return { type, quote: lastWords(found[0]) };
  }
  const card = flat.length <= CARD_CHARACTERS ? CARD_NAMED.exec(flat) : null;
  return card === null ? null : { type: 'DNI_FRONT', quote: card[0] };
}

/** What an attachment probably is, and why: by its content, else its name, else its shape and what the message says. */
export function likelyType(
  name: string,
  content: Content,
  message: string,
  earlier: readonly LikelyType[] = [],
): LikelyType {
  const words = fold(name)
    .replace(/[_]+/g, ' ')
    .replace(/\.[a-z0-9]{1,5}$/, '');
  const named = NAMES.find(([, pattern]) => pattern.test(words));
  const byName = named === undefined ? null : { type: named[0], quote: named[1].exec(words)?.[0] ?? '' };
  const { told } = content;
  // The sheet says "DNI"; which side of it, only the name may say.
  if (told !== null && !(told.type === 'DNI_FRONT' && byName !== null && CARD_SIDES.has(byName.type))) {
    return { ...told, where: 'CONTENT' };
  }
  if (byName !== null) return { ...byName, where: 'NAME' };
  const nothing: LikelyType = { type: 'OTHER', where: 'NOTHING', quote: '' };
  if (content.shape === null || !isCard(content.shape)) return nothing;
  // A page is seldom as large as a card by chance, a photograph often: then the message must say that it sends one.
  const sent = UNNAMED.test(words) ? SENT.exec(fold(message)) : null;
  if (content.kind !== 'PDF' && sent === null) return nothing;
  const photographs = earlier.filter(({ where }) => where === 'SHAPE').length;
  const side = (['DNI_FRONT', 'DNI_BACK'] as const)[photographs];
  return side === undefined ? nothing : { type: side, where: 'SHAPE', quote: sent?.[1] ?? '' };
}

const CARD_SIDES: ReadonlySet<DocumentType> = new Set<DocumentType>([
  'DNI_FRONT',
  'DNI_BACK',
  'DNI_BOTH',
  'TIE',
]);

function isCard({ width, height }: Shape): boolean {
  const relation = Math.max(width, height) / Math.min(width, height);
  return Math.abs(relation / CARD - 1) < TENTH;
}

/** The telling end of a match: a pattern may have come a long way to it. */
function lastWords(match: string): string {
  return match.split(' ').slice(-6).join(' ');
}
