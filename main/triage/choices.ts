import type { ChosenName } from './choose-name.ts';
import type { IdHit, PhoneHit } from './find-numbers.ts';
import { flatten } from './fold.ts';
import { belongs, clauseBefore, distance, KIN, ownership, phoneChange, type Ownership } from './roles.ts';
import { isHimself, isHouse, namesIn } from './sender.ts';

const OWNER_SCORE: Readonly<Record<Ownership, number>> = {
  BENEFICIARY: 1,
  UNSAID: 0.5,
  WRITER: 0.3,
  EMPLOYER: 0,
  RELATIVE: -0.2,
  FORMER: -0.4,
  BYSTANDER: -0.4,
  REPRESENTATIVE: -0.5,
};

/** Where somebody writes for a relative, unless the words name another. */
const FOR_RELATIVE = 0.75;

/** Lets somebody act for him, or asks for both: then whom he names beside himself is not the one it is for. */
const STANDS_IN =
  /\bme represent[ea]\b|\bpoder (?:a|para) mi\b|\b(?:autoriz|apoder)(?:o|ar) a\b|\bautoritzo\b|\b(?:mi|meu|mina) (?:marido|mujer|esposa|esposo|pareja|home|muller)\b[^.\n]{0,50} y yo\b/;

/** The document of the person the request is for: by what is said around it, else the first one. */
export function chooseDocument(
  flat: string,
  documents: readonly IdHit[],
  forAnother: boolean,
  fromName: string,
): IdHit | null {
  const [only] = documents;
  if (documents.length < 2) return only ?? null;
  const sender = namesIn(fromName);
  const relative = STANDS_IN.test(flat) ? OWNER_SCORE.REPRESENTATIVE : FOR_RELATIVE;
  const personal = documents.filter((hit) => hit.type !== 'CIF');
  const companies = documents.filter((hit) => hit.type === 'CIF');
  // A list of workers, or the administrator of a company that registers: the company asks.
  const asksAsCompany =
    companies.length > 0 &&
    (personal.length > 2 || personal.every((hit) => ownership(flat, hit) === 'REPRESENTATIVE'));
  let best: IdHit | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [i, hit] of (asksAsCompany ? companies : personal).entries()) {
    // A passport is only asked for where there is no Spanish number yet.
    const weak = hit.type === 'PASSPORT' || hit.valid === false;
    const owner = ownerOf(flat, hit, sender);
    const said = forAnother && owner === 'RELATIVE' ? relative : OWNER_SCORE[owner];
    const score = said - i * 0.1 - (weak ? 0.3 : 0);
    if (score > bestScore) {
      best = hit;
      bestScore = score;
    }
  }
  return best;
}

/** Whose a document is; without a word, the sender's where all the words by which he calls himself stand before it. */
function ownerOf(flat: string, hit: IdHit, sender: readonly string[]): Ownership {
  const said = ownership(flat, hit);
  if (said !== 'UNSAID' || sender.length < 2) return said;
  const clause = clauseBefore(flat, hit.start);
  return sender.every((word) => clause.includes(word)) ? 'WRITER' : said;
}

const KIN_OF = new RegExp(
  // Its beginnings are tried only where a word begins, and only those of words that there are: half the time it takes.
  String.raw`\b(?=mi |nuestr|mina|meu|el |la |mon |my |so[ymcn] |escri|en no|en re|de parte|ayudo|acomp|on be|au nom|un |como |hered)(?:` +
    // "Mi madre, Ana ...", "mi abuelo Vicente (DNI": the relative is named where the request begins with him.
    String.raw`(?:mi|nuestr[oa]|mina|meu|el meu|la meva|mon|my) (?:difunt[oa] |pobre )?(?:${KIN})\b(?! y yo)[^.\n]{0,60}?(?:\(?(?:dni|nie|nif|nan|con dni)\b|\d{8}|\b[xyz]\d{7})` +
    // "soy su hija", "(su hijo)", ", la nieta", "soy la mujer de", "escribo por mi hermano"
    String.raw`|so[ymcn] (?:el|la|su|o|a|l'|lo) ?(?:${KIN}|tutora?|cuidadora?)\b` +
    String.raw`|escrib[oa]? (?:yo |esto )?(?:en nombre|por|de parte|para)\b|escribo por\b|escrivo (?:per|en nom)\b|en nome da? |en nom d|de parte de\b|ayudo a m|acompan(?:o|amos) a [a-z]+ [a-z]+,? |on behalf of\b|au nom de\b` +
    String.raw`|en nombre (?:y representacion )?(?:de|y)\b|en representacion de\b|(?:mi|nuestr[oa]|un|el|la) (?:client[ea]|representad[oa]|mandante|clienta|patrocinad[oa])\b|nuestra residente\b|como (?:tutora?|apoderad[oa]|albacea|hereder[oa]s?|administrador concursal|delegad[oa])\b|hereder[oa]\b)` +
    String.raw`|[(,] ?(?:su|seu|seva|la seva|el seu|el|la) (?:${KIN})\b\s*(?:[).\n]|$)|(?:^|[\n.] *)(?:ella|el) ?: `,
);
const MY_DOCUMENT = /\bmi (?:dni|nie|nif|d\.n\.i|documento|carnet)\b/;
const AGENCY_NAME =
  /\b(?:gestori?a?|xestor\w*|gestio|gestion|asesor\w*|abogad\w*|advocat\w*|avogad\w*|consult(?:or[ae]?s?|oria|ing|ants?)|gabinete|despacho|bufete|notari\w*|tax|fiscal|graduad\w*|jurid\w*|residencia|administradores|trabajo social)\b/;
const AGENCY_SIGNS =
  /\b(?:gestoria|asesoria|bufete|abogad[oa]s? (?:del|de la|colegiad)|despacho (?:de abogados|profesional)|colegiad[oa]|(?<!\bno (?:somos|soy|estamos|estoy) )autorizad[oa]s? red|somos (?:la |una )?(?:gestoria|asesoria))\b/;

/** True when a relative, an agency or a lawyer writes for somebody else; an employer with his own duties does not. */
export function writtenFor(flat: string, fromName: string): boolean {
  return (
    AGENCY_NAME.test(flatten(fromName.slice(0, 200))) ||
    speaksForAnother(flat) ||
    (AGENCY_SIGNS.test(flat.slice(-SIGNATURE)) && !OWN_AGENCY.test(flat))
  );
}

function speaksForAnother(flat: string): boolean {
  const found = KIN_OF.exec(flat);
  if (found === null || STANDS_IN.test(flat)) return false;
  // "Mi DNI es ..., mi marido ...": he is only mentioned.
  const mine = MY_DOCUMENT.exec(flat);
  return mine === null || mine.index > found.index + found[0].length;
}

/** A signature stands at the end. */
const SIGNATURE = 300;
const OWN_AGENCY = /\b(?:mi|nuestra|el|la|su|de la|a la|por la) (?:gestori?a?|asesori?a?|abogad[oa])\b/;

const EMPLOYER =
  /\b(?:nuestr[oa]s? client[ea]|una? cliente|departamento laboral|dpto\.? ?rrhh|(?:el|la) trabajadora?|trabajadora? ?:|por la presente|la senora que|a senora que|precisa unha muller)\b/;

/** True when the words show that an employer writes of who works for him. */
export function writtenByEmployer(flat: string): boolean {
  return EMPLOYER.test(flat);
}

const BESIDE = 90;
const MINE =
  /$(?<=\b(?:mi|meu|my|mon|nire) (?:\w+ ){0,2}(?:tel|tlf|tfno|movil|mobil|cel|numero|phone|number|sakelako)[^\d]{0,20})/;

/** The telephone to be recorded: the new one, the labelled one, mobile before landline, and never somebody else's. */
export function choosePhone(
  flat: string,
  phones: readonly PhoneHit[],
  document: IdHit | null,
  documents: readonly IdHit[],
  other: boolean,
): PhoneHit | undefined {
  let best: PhoneHit | undefined;
  let bestScore = 0;
  for (const [i, hit] of phones.entries()) {
    const mine = MINE.test(flat.slice(Math.max(0, hit.start - 40), hit.start));
    const change = mine && !other ? 0.3 : phoneChange(flat, hit);
    const owner = ownership(flat, hit);
    let score = 0.6 - i * 0.05 + (hit.labelled ? 0.2 : 0) + (hit.kind === 'MOBILE' ? 0.3 : 0) + change;
    // A company is reached through somebody; an agency's number is still not its own.
    const contact = owner === 'REPRESENTATIVE' && (other || document?.type !== 'CIF');
    if (contact || owner === 'FORMER') score -= 2;
    if (owner === 'BENEFICIARY') score += 0.5;
    if (change <= 0 && owner !== 'BENEFICIARY') {
      const foreign = documents.length > 1 && !belongs(flat, hit, document, documents);
      const far = other && (document === null || isApart(flat, document, hit));
      const another = owner === 'RELATIVE' && !besideRelative(flat, document, hit);
      const own = owner === 'WRITER' || owner === 'EMPLOYER' || mine;
      if (another || foreign || far || (own && other)) score -= 2;
    }
    if (score > bestScore) {
      best = hit;
      bestScore = score;
    }
  }
  return best;
}

/** "Para mi padre (Eloy ..., DNI ..., tel. ...)": what stands with the relative's document is the relative's. */
function besideRelative(flat: string, document: IdHit | null, hit: PhoneHit): boolean {
  return document !== null && ownership(flat, document) === 'RELATIVE' && distance(document, hit) < 40;
}

/** Far away or in another paragraph: an agency's signature, not what it says of the person. */
function isApart(flat: string, document: IdHit, hit: PhoneHit): boolean {
  const between = flat.slice(Math.min(document.end, hit.end), Math.max(document.start, hit.start));
  return between.length > BESIDE || /\n\s*\n/.test(between);
}

/**
 * Whether the one it is for is not who sends: he calls himself otherwise, and names himself too, or says of the other who
 * that is.
 */
export function isStranger(
  flat: string,
  name: ChosenName | null,
  document: IdHit | null,
  documents: readonly IdHit[],
  fromName: string,
): boolean {
  if (document === null) return false;
  const owner = ownership(flat, document);
  const spoken = owner === 'BENEFICIARY' || owner === 'RELATIVE';
  const sender = namesIn(fromName);
  if (spoken && documents.some((hit) => hit !== document && ownerOf(flat, hit, sender) === 'WRITER')) {
    return true;
  }
  const [first] = sender;
  if (name === null || first === undefined || isHouse(sender)) return false;
  const words = name.hit.words.map((word) => flatten(word));
  if (isHimself(sender, words)) return false;
  return owner === 'RELATIVE' || new RegExp(String.raw`\b${first}\b`).test(flat);
}
