import { KIN, MY_KIN } from './kin.ts';
import { matchesOf } from './matches.ts';

/** Whose a number or document is, by the words in front of it. */
export type Ownership =
  'BENEFICIARY' | 'WRITER' | 'EMPLOYER' | 'RELATIVE' | 'REPRESENTATIVE' | 'BYSTANDER' | 'FORMER' | 'UNSAID';

export type Span = { readonly start: number; readonly end: number };

const REACH = 110;

const BENEFICIARY =
  /(?:\bsus datos\b|\b(?:datos|dades) (?:dela|d'ella?)\b|(?:^|[\n.,;(] ?)(?:elle|lui|ell|ela|ele|she|he|him|her|sie|er|hura|bera) ?:|\b(?:hij[oa]|menor) ?:|\b(?:el|o|la) de (?:ella|el)\b|\bdatos de(?: (?:ella|el)\b(?=\s*(?:son|:))|l trabajador\b| la trabajadora\b| mi [a-z]+| [a-z]+:)|\b(?<!emplead(?:or|ora) es )(?:ella|el)(?=\s*:| es\b| se llama\b| nacio\b)|\b(?:se llama(?:ba)?|se chama|chamase|es diu)\b|\btrabajador[ae]?\b|\btreballador[a]?\b|\ba traballadora\b|\bempleada\b|\blangile[a-z]*\b|\bcontrat(?:ada|ado|ar|amos|o a)\b|\b(?:una?|la|el) (?:senora|senor|chic[oa]|mujer|persona|muchach[oa]|rapaz[a]?|noi[a]?|moz[oa]) (?:que|para)\b|\bcuida(?:ba|ra)?\b|\balumn[oa]\b|\binteresad[oa]\b|\brepresentad[oa]\b|\bmandante\b|\bclient[ea]\b|\bsu (?:dni|nie|nif|naf)\b|\b(?:dni|nie|nif|naf|documento|carnet) (?:suyo\b|seu\b|d'ell|de (?:el|ella)(?= ?:))|\bahora tengo\b|\ben nom(?:bre)? (?:y representacion )?de\b|\brepresentacion[^\n,]{0,30} de\b|\brepresentacion que)/;
const WRITER =
  /(?:\b(?:los mios|os meus|els meus|les meves|as minas)\b|\b(?:el|lo|o) (?:mio|meu)\b|\bmis datos\b|(?:^|[\n.,;(]\s*)(?:yo\b\s*:?|(?:jo|eu|ni|ich|moi|io|me|myself)\s*:)|\b(?:y|i|e) (?:yo|jo|eu)\b|\b(?:soy(?! de (?:la |el )?(?:gestori|asesori|despacho))|soc|sou|me llamo|em dic|chamome|me chamo|mi chiamo|my name is|je m'appelle|ma numesc|ich heisse)\b|\bmi (?:propio )?(?:dni|nie|nif|naf|documento|carnet)\b|\bsomos\b(?! autorizad)(?: (?:la |una )?(?:asesoria|gestoria|empresa|despacho|bufete))?|\bnosaltres som\b|\bnuestra (?:propia )?empresa\b(?! client))/;
/** Who engages the one that is registered. */
const EMPLOYER =
  /\b(?:trabaj(?:o|e|aba) para|emplead(?:ora?|ores)|patron[a]?|jef[ea]|empresari[oa]|ocupador[a]?|(?:en|para|por|per) (?:la |l')empresa|titular del hogar|cabeza de familia)\b(?: es (?:ella|el|la|mi [a-z]+))?/;
/** Somebody who is only mentioned: a colleague, who owes, who was a client. */
const BYSTANDER =
  /\b(?:otr[oa] (?:companer[oa]|trabajador[a]?|persona|emplead[oa]|client[ea])|proveedor[a]?|deudor[a]?|acreedor[a]?|deudas de (?:la|el) [a-z]+|subcontract?at[a-z]+|(?:antigua|anterior) empresa|empresa anterior)\b/;
const RELATIVE = new RegExp(
  String.raw`${MY_KIN}|(?:^|\n)[ \t]*(?:el |la )?(?:${KIN})[ \t]*:|\b(?:d?a|de la) (?:${KIN})(?!\w)`,
);
/** "En calidad de tutora de Luis Gil, con DNI". */
const IN_CHARGE = new RegExp(
  String.raw`\b(?:tutora?(?: legal)?|${KIN})(?: [ye] hereder[oa])? de (?:don |dona |d\.? )?[a-z]+`,
);
const REPRESENTATIVE =
  /(?:\badministrador[ae]?\b|\bgerente\b|\bpresident[ea]\b|\bsecretari[oa]\b|\btesorer[oa]\b|\bdirector[a]?\b|\bautoriz(?:o|amos|ar|ad[oa]|acion)\b(?: a (?:mi |la )?[a-z]+)?|\bapoderad[oa]\b|\brepresentante\b|\b(?:abogad|letrad)[oa]\b(?! de )|\bgestori?a?\b|\basesori?a?\b|(?<!\bde )\bcontacto\b|\bnuestro tel|\bllam(?:adnos|ennos)\b|\bpregunta[dr] por\b|\bcolegiad)/;
const FORMER =
  /\b(?:antes|(?<!\ben (?:vez|lugar|lloc|comptes) d[a-z' ]{1,5})(?:antigu[oa]|viej[oa]|anterior|vell)|vello|vecchio|otro numero|(?<!, que )tenia|(?:sigo|consto|figuro|aparezco|estaba) con|puse|escribi|ponia|en (?:vez|lugar) del?(?! (?:es[eoa]\b|aquel|antigu|anterior|viej)))\b(?![^\d\n]*\b(?:buen[oa]|nuev[oa]|correct[oa]|actual|ahora|por)\b)[^\d\n]{0,20}$/;

// The same few spans of a message are asked about again and again: the last text's answers are kept.
let known: { readonly text: string; readonly owners: Map<number, Ownership> } = {
  text: '',
  owners: new Map(),
};

/** What the clause in front of a span says about its owner; the nearest words win. */
export function ownership(text: string, span: Span): Ownership {
  if (known.text !== text) known = { text, owners: new Map() };
  const answered = known.owners.get(span.start);
  if (answered !== undefined) return answered;
  const owner = readOwnership(text, span);
  known.owners.set(span.start, owner);
  return owner;
}

function readOwnership(text: string, span: Span): Ownership {
  // What is said between brackets is said of something else: "mi DNI (el de mi hermana es otro)".
  const clause = clauseBefore(text, span.start).replace(/\([^()]*\)/g, ' ');
  let owner: Ownership = 'UNSAID';
  let nearest = -1;
  for (const [name, pattern] of OWNERS) {
    const end = lastEnd(clause, pattern);
    if (end > nearest) {
      nearest = end;
      owner = name;
    }
  }
  return owner === 'UNSAID' ? ownerOfBlock(text, span) : owner;
}

const BLOCK = 160;
/** The line that begins a block of a form, "Representante: Ana ...", says whose the lines below it are. */
const BLOCK_LABEL =
  /(?:^|\n)[ \t]*(?:(solicitante|interesad[oa]|trabajador[a]?|afiliad[oa]|titular|representad[oa]|beneficiari[oa])|(representante|autorizad[oa]|gestor[a]?|presentador[a]?)|empleador[a]?)\b[^:\n]{0,20}:/g;

function ownerOfBlock(text: string, { start }: Span): Ownership {
  const before = text.slice(Math.max(0, start - BLOCK), start);
  const block = before.slice(before.lastIndexOf('\n\n') + 1);
  const last = block.includes(':') ? matchesOf(block, BLOCK_LABEL).at(-1) : undefined;
  if (last === undefined) return 'UNSAID';
  if (last[1] !== undefined) return 'BENEFICIARY';
  return last[2] === undefined ? 'EMPLOYER' : 'REPRESENTATIVE';
}

const OWNERS: readonly (readonly [Ownership, RegExp])[] = (
  [
    ['BENEFICIARY', BENEFICIARY],
    ['BENEFICIARY', IN_CHARGE],
    ['WRITER', WRITER],
    ['EMPLOYER', EMPLOYER],
    ['BYSTANDER', BYSTANDER],
    ['RELATIVE', RELATIVE],
    ['REPRESENTATIVE', REPRESENTATIVE],
    ['FORMER', FORMER],
  ] as const
).map(([name, pattern]) => [name, new RegExp(pattern.source, 'g')]);

/** Where the last match of a global pattern ends, or -1. */
export function lastEnd(text: string, pattern: RegExp): number {
  let last = -1;
  pattern.lastIndex = 0;
  while (pattern.test(text)) last = pattern.lastIndex;
  return last;
}

const CLAUSE_END =
  /\n|(?<=[a-z\d]{3}|\d|\))(?<!\b(?:dna|tel|tlf|mov|sra|don|nss|naf|num|nie|dni|cif|nif|fdo))[.!?]\s|(?<=[a-z\d]) [!?]\s/g;
const SENTENCE_END = /\n\s*\n|(?<=[a-z]{3}|\d[a-z]?|\))[.!?]\s/g;

/** From the last blank line, line end or end of sentence to the span. "D.ª" and "Tel." end no sentence. */
export function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - REACH), start);
  return before.slice(Math.max(0, lastEnd(before, CLAUSE_END)));
}

const NEW_PHONE =
  /(?:\b(?:su|seu|seva) (?:telefono|telefon|movil|mobil)\b|\btelefon[oe]? d(?:e el|e ella|el representado|e la representada)\b|\bs(?:ustituy|ubstitu)\w+|\bnuev[oa]\b|\bnou\b|\bnov[oa]\b|\bahora\b|\bel bueno\b|\bel (?:correct[oe]|bo)\b|\bdebe decir\b|\bten(?:er|ed|gan) en cuenta\b|\bo sea\b|\b(?:mettre|noter|enregistrer|desormais)\b|\bel mio\b|\b(?:debe|tiene que|ha de|ten que) (?:constar|figurar|salir|aparecer)\b|\bpon(?:ed|gan|gueu|er|an|edme)\b|\bapunt(?:en|ad|asen|aran)|\banot[a-z]+|\bregistr[a-z]+|\bnew\b|\bd'alta el m|\brexistr|\berregistra|\bsino\b|\bcambi[a-z]+ por\b|\bara (?:es|tinc)\b|\bagora e\b|\by es (?=el |$)|\b(?:por|pel|polo) (?:el |este |el siguiente |el numero )?(?:de (?:casa|el|ella),? )?$|\bapare(?:zca|ciera)\b|\bgrab(?:en|ar|ad)\b|\bconst(?:e|ara|ase)\b|\bberria\b|\bneue|\bnouveau\b|\ba la place\b|\bnou[al]?\b|\bacum\b|\bnuovo\b|\bnovy?i\b|\b(?:ara|agora|orain|now|de alta|maintenant|adesso|jetzt)\b(?! (?:mateix|mismo|no)\b)|новый|новий|الجديد)/g;
const OLD_PHONE =
  /(?:(?<!\ben (?:vez|lugar|lloc|comptes) d[a-z' ]{1,5})\b(?:viejo|antiguo|anterior)\b|\bvell\b|\bold\b|\b(?:el|o|lo|l'|un) ?(?:otro|outro|altre)\b|\bapuntado\b|\b(?:tienen|teneis|tengan|tenan|tinguen|tedes) (?:puesto|posto|posat)\b|(?<!\blo )\b(?:teneis|tedes|tienen)\b|\bera\b|\bacaba en(?=\W{0,2}\d)|\baparece\b|\bfigura el\b|\b(?:ya|xa|ja) no (?:es|e|tengo|tinc|uso|usamos|utilizo|fem servir|faig servir|va|vale|sirve|funciona|existe|existeix)\b|\bno (?:es|e) (?:el |o )?$|\blehengoa|\bzaharra|\bdejado de usar\b|\bdonde dice\b|\balte\b|\bancien|\bc'etait\b|\bperdu\b|\bvechi|\bvecchio\b|\bantigo\b|\b(?:abans|antes(?! del?\b)|lehen|de baja|inainte|prima era|previously|formerly)\b|\b(?:no (?:me |lo )?(?:pongan|pongais|poneu|usen|useis|apunten|registren)|quit(?:en|ar|ad|e)|borr(?:en|ar|ad|e)|elimin(?:en|ar|ad|e))\b|старый|старий|القديم)/g;
const OLD_AFTER =
  /^(?:[^\n.\d]{0,20}(?<!que )\bno (?:l[oae']+(?: ?hi)? |el |se )?(?:pongan|poseu|pongais|registren|anoten|apunten|graben|usen|deben? (?:anotar|poner|constar|figurar))|[^\n.\d]{0,24}\b(?:ya no|xa non|ja no)\b|[^\n.]{0,12}(?:fuera\b|que perd|dado de baja|no longer|resilie|больше не|ist abgeschaltet|nu mai|zaharra)|[ ,;)]*(?:por|pel|polo|per|->|=>|→|sino)\s?(?:el |est[ea] |l'|o |lo |por )*(?:nuevo )?[+(\d])/;
/** "Del 612 ... al 645 ...", "from ... to ...". */
const MOVED_FROM = /\b(?:de|del|dal|from)(?: el| the)?\s*$/;
const MOVED_TO = /^ (?:al?|to)(?: the)? [+(\d]/;
const NEW_AFTER = /^[^\n.\d]{0,6}\bes (?:el (?:suyo|nuevo|bueno|de (?:ella|el)\b)|suyo|su )/;

/** Above zero where the words make a number the one to record, below where they make it the one to replace. */
export function phoneChange(text: string, span: Span): number {
  const after = text.slice(span.end, span.end + 40);
  if (OLD_AFTER.test(after)) return -1;
  if (NEW_AFTER.test(after)) return 0.4;
  const reach = text.slice(Math.max(0, span.start - 90), span.start);
  const before = reach.slice(Math.max(0, lastEnd(reach, SENTENCE_END)));
  if (MOVED_TO.test(after) && MOVED_FROM.test(before)) return -1;
  const fresh = lastEnd(before, NEW_PHONE);
  const old = lastEnd(before, OLD_PHONE);
  if (fresh < 0 && old < 0) return 0;
  return fresh > old ? 0.4 : -0.6;
}

const ANOTHER: ReadonlySet<Ownership> = new Set<Ownership>([
  'FORMER',
  'REPRESENTATIVE',
  'RELATIVE',
  'EMPLOYER',
  'BYSTANDER',
]);

/** The same number may be stated twice: in words and in figures. */
type Stated = Span & { readonly value: string };

/** A number belongs to the chosen document unless its words or a closer document say that it is another's. */
export function belongs(
  flat: string,
  hit: Span,
  document: Stated | null,
  documents: readonly Stated[],
): boolean {
  // "mi madre (DNI ..., nacida ...)": the relative is the one the request is for.
  const owner = ownership(flat, hit);
  if (ANOTHER.has(owner) && (document === null || !isHis(flat, document, hit, owner))) return false;
  if (document === null || documents.length < 2) return true;
  // Another document counts only on the same line: a line of its own in a signature is the writer's.
  return documents.every((other) => {
    const between = flat.slice(Math.min(other.end, hit.end), Math.max(other.start, hit.start));
    // The number somebody had before is still that somebody.
    const others = ownership(flat, other);
    // What is said of somebody stands behind him, and the next one begins a sentence of his own.
    const next =
      document.end <= hit.start && hit.end <= other.start && /(?:^|[a-z\d)]{2})[.;]\s/.test(between);
    return (
      other.value === document.value ||
      between.includes('\n') ||
      next ||
      others === 'FORMER' ||
      (owner === 'BENEFICIARY' && others !== owner) ||
      (owner !== 'UNSAID' && others !== owner && ownership(flat, document) === owner) ||
      distance(other, hit) >= distance(document, hit)
    );
  });
}

/** "Nuestra hermana Ana Gil, nacida el ..., con DNI ...": of whom the sentence speaks, however far in front of it. */
function isHis(flat: string, document: Stated, hit: Span, owner: Ownership): boolean {
  const said = ownership(flat, document);
  return (
    said === owner ||
    (said === 'UNSAID' && document.start - clauseBefore(flat, document.start).length <= hit.start)
  );
}

/** Characters between two spans, 0 when they touch. */
export function distance(a: Span, b: Span): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}
