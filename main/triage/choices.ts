import type { ChosenName } from './choose-name.ts';
import type { IdHit, PhoneHit } from './find-numbers.ts';
import { flatten } from './fold.ts';
import { relativesIn } from './kin.ts';
import { wholeWordIndex } from './matches.ts';
import { isGiven } from './name-words.ts';
import { disowned } from './disowned.ts';
import type { Action } from './model.ts';
import { belongs, clauseBefore, distance, ownership, phoneChange, type Ownership } from './roles.ts';
import { isHimself, isHouse, namesIn } from './sender.ts';
import { DEAD, STANDS_IN } from './written-for.ts';

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

/** "Figura el DNI ..., y el correcto es ..." */
const RECORDED = /\b(?:figura(?:ba)?|consta(?:ba)?|aparecia?|grabado|puesto|pusieron)\b[^\d\n]{0,20}$/;
/** A worker is registered; what is to be paid for him is the firm's own matter. */
export const PAYS =
  /\b(?:cuotas?|recibos?|tramos?|cotiza[a-z]*|cotitza[a-z]*|bonifica[a-z]*|recargos?|deudas?|liquidaci[a-z]*|domicilia[a-z]*|aplaza[a-z]*)\b/;
export const REGISTERS =
  /\b(?:altas?|bajas?|baixas?|informes?|vida laboral|a1|contratar|asegurar|empieza|empezara|trabajara)\b/;
const FOR_COMPANY =
  /\b(?:como|en calidad de) (?:administradora?|gerente|representante legal|apoderad[oa]|president[ea]|secretari[oa]|tesorer[oa])\b/;
const WORKS =
  /\bsoy (?:la |una )?(?:emplead[oa]|trabajador[a]?|intern[oa]|cuidadora?|limpiadora?)\b|\btrabajo (?:de|como) (?:intern|emplead|cuidador|limpiador)/;

/** The document of the person the request is for: by what is said around it, else the first one. */
export function chooseDocument(
  flat: string,
  documents: readonly IdHit[],
  forAnother: boolean,
  own: IdHit | null,
  act: Action | null,
): IdHit | null {
  const [only] = documents;
  if (forAnother && isWithout(flat, documents)) return null;
  if (documents.length < 2) return only ?? null;
  const registration = act === 'ALTA' || act === 'BAJA';
  const represented = documents.find((hit) => isRepresented(flat, hit));
  if (represented !== undefined && !registration) return represented;
  const relative = STANDS_IN.test(flat) ? OWNER_SCORE.REPRESENTATIVE : FOR_RELATIVE;
  const personal = documents.filter((hit) => hit.type !== 'CIF');
  const companies = documents.filter((hit) => hit.type === 'CIF');
  // "Soy empleada de hogar ... la señora se llama ...": the one who works writes.
  const works = WORKS.test(flat);
  const ownMatter = !forAnother && PAYS.test(flat) && !REGISTERS.test(flat);
  // A list of workers, or the administrator of a company that registers: the company asks.
  const all = (owner: Ownership) => personal.every((hit) => ownership(flat, hit) === owner);
  const asksAsCompany =
    companies.length > 0 &&
    (personal.length > 2 ||
      all('REPRESENTATIVE') ||
      FOR_COMPANY.test(flat) ||
      (ownMatter && all('BENEFICIARY')));
  if (own !== null && !forAnother && !asksAsCompany && (works || !concernsAnother(flat, personal, own, act)))
    return own;
  const others = personal.filter((hit) => hit !== own && !ASIDE.has(ownership(flat, hit)));
  const forOthers = own !== null && others.length > 0 && !works && (forAnother || registration);
  const scoreOf = (owner: Ownership) => {
    if (owner === 'RELATIVE' && forAnother) return relative;
    if (owner === 'BENEFICIARY' && works) return OWNER_SCORE.EMPLOYER;
    if (ownMatter && (owner === 'BENEFICIARY' || owner === 'WRITER')) return OWNER_SCORE.UNSAID;
    return OWNER_SCORE[owner];
  };
  let best: IdHit | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [i, hit] of (asksAsCompany ? companies : forOthers ? others : personal).entries()) {
    // A passport is only asked for where there is no Spanish number yet.
    const weak = hit.type === 'PASSPORT' || hit.valid === false;
    const said = ownership(flat, hit);
    const owner = said === 'UNSAID' && hit === own ? 'WRITER' : said;
    // "Nuestra clienta Ana (DNI ...) ... Trabajadora: Eva": who engages is not who is registered.
    const clause = clauseBefore(flat, hit.start);
    const engages = registration && personal.length > 1 && CLIENT.test(clause);
    const weight = engages
      ? OWNER_SCORE.EMPLOYER
      : RECORDED.test(clause)
        ? OWNER_SCORE.FORMER
        : scoreOf(owner);
    const score = weight - i * 0.1 - (weak ? 0.3 : 0);
    if (score > bestScore) {
      best = hit;
      bestScore = score;
    }
  }
  return best;
}

const IN_NAME_OF =
  /\b(?:en (?:nombre|nom|nome)(?: (?:y|i|e) (?:en )?representacion?)? d|en representacion? d|por (?:encargo|cuenta) de )[^\n;\d]{2,60}$/;

/** "En nombre y representación de Ana Gil, con DNI ...": nobody else's document is meant. */
function isRepresented(flat: string, { start }: IdHit): boolean {
  return IN_NAME_OF.test(flat.slice(Math.max(0, start - 90), start));
}

const CLIENT = /\bclient[ea]\b/;

/** Whose document is there for another reason than that it is for him. */
const ASIDE: ReadonlySet<Ownership> = new Set(['FORMER', 'BYSTANDER', 'REPRESENTATIVE']);

/** Who writes has a document of his own in the text: it stands behind his name, or behind words like "yo soy". */
export function writersDocument(flat: string, documents: readonly IdHit[], fromName: string): IdHit | null {
  const sender = namesIn(fromName);
  const [first, ...rest] = isHouse(sender) ? [] : sender;
  const personal = documents.filter((hit) => hit.type !== 'CIF' && ownership(flat, hit) !== 'FORMER');
  const named = personal.find((hit, i) => {
    const before = flat.slice(Math.max(personal[i - 1]?.end ?? 0, hit.start - NAMED_BEFORE), hit.start);
    const words = namesIn(before);
    return (
      first !== undefined &&
      isHimself([first], words) &&
      (rest.length === 0 || rest.some((word) => words.includes(word)))
    );
  });
  return named ?? personal.find((hit) => ownership(flat, hit) === 'WRITER') ?? null;
}
const NAMED_BEFORE = 80;

/** Whether the one it is for is another than who writes, though he does not write for him: a worker, a dead relative. */
function concernsAnother(flat: string, personal: readonly IdHit[], own: IdHit, act: Action | null): boolean {
  switch (act) {
    case 'ALTA':
    case 'BAJA':
      return !REGISTERS_HIMSELF.test(flat);
    case 'DEBT':
    case 'DEFERRAL':
    case 'REFUND':
      return DEAD.test(flat);
    case 'ADDRESS_CHANGE':
    case 'COMPLAINT':
      return false;
    default:
      return personal.some(
        (hit) => hit !== own && ownership(flat, hit) === 'BENEFICIARY' && !DEAD.test(around(flat, hit)),
      );
  }
}

function around(flat: string, { start, end }: IdHit): string {
  return flat.slice(Math.max(0, start - 100), end + 100);
}

const REGISTERS_HIMSELF =
  /\b(?:d[ae]r?me|dadme|denme|deume|me (?:den|deis|de|dan|dieran|doy|di|tramit\w+|pued\w+ dar)) (?:de |en )?(?:alta|baja|baixa)|\b(?:mi|meva|mina) (?:propia )?(?:alta|baja|baixa)\b/;

/** A child without a document: "se llama Vera ... Yo soy su madre, DNI ...". Then every document is a parent's. */
function isWithout(flat: string, documents: readonly IdHit[]): boolean {
  return (
    /\bse llama\b|\bes diu\b|\bchamase\b/.test(flat) &&
    documents.every((hit) => ownership(flat, hit) === 'WRITER' || PARENT.test(clauseBefore(flat, hit.start)))
  );
}
const PARENT = /^\s*(?:(?:el|la|su|o|a) )?(?:padre|madre|pai|nai|pare|mare)\b/;

const EMPLOYER =
  /\b(?:nuestr[oa]s? client[ea]|una? cliente|departamento laboral|dpto\.? ?rrhh|(?:el|la) trabajadora?|trabajadora? ?:|por la presente|la senora que|a senora que|precisa unha muller)\b/;

/** True when the words show that an employer writes of who works for him. */
export function writtenByEmployer(flat: string): boolean {
  return EMPLOYER.test(flat);
}

const BESIDE = 90;
const MINE =
  /$(?<=\b(?:mi|meu|my|mon|nire) (?:\w+ ){0,2}(?:tel|tlf|tfno|movil|mobil|cel|numero|phone|number|sakelako)[^\d]{0,20}|\b(?:telefono|movil|mobil|telefon) (?:meu|mio)[^\d]{0,5}|\b(?:(?:me|nos) (?:pueden|podeis|poden) (?:llamar|chamar|trucar)|llamarme|llamenme|llamadme) (?:a mi\b|al)?[^\d]{0,8}|\ba mi(?:,| me (?:llam[a-z]+|pueden llamar))[^\d\n.]{0,8})/;

/** The telephone to be recorded: the new one, the labelled one, mobile before landline, and never somebody else's. */
export function choosePhone(
  flat: string,
  phones: readonly PhoneHit[],
  document: IdHit | null,
  documents: readonly IdHit[],
  beside: ChosenName | null,
  other: boolean,
  fromName: string,
  act: Action | null,
): PhoneHit | undefined {
  const isRecording = act === 'PHONE_REGISTER' || act === 'PHONE_CHANGE';
  const given = flatten(beside?.hit.words[0] ?? '');
  const [sender = ''] = namesIn(fromName);
  let best: PhoneHit | undefined;
  let bestScore = 0;
  for (const [i, hit] of phones.entries()) {
    const mine = MINE.test(flat.slice(Math.max(0, hit.start - 40), hit.start));
    const change = mine && !other ? 0.3 : phoneChange(flat, hit);
    const his =
      (given !== '' && saidBefore(flat, hit, `de ${given}`) >= 0) || isSameRelatives(flat, document, hit);
    const owner = his ? 'BENEFICIARY' : ownership(flat, hit);
    let score = 0.6 - i * 0.05 + (hit.labelled ? 0.2 : 0) + (hit.kind === 'MOBILE' ? 0.3 : 0) + change;
    // A company is reached through somebody; an agency's number is still not its own.
    const contact = owner === 'REPRESENTATIVE' && (other || document?.type !== 'CIF');
    if (contact || owner === 'FORMER') score -= 2;
    if (disowned(flat, hit) || isNamedAnothers(flat, hit, given)) score -= 2;
    if (owner === 'BENEFICIARY') score += 0.5;
    if (change <= 0 && owner !== 'BENEFICIARY') {
      const foreign =
        document?.type !== 'CIF' &&
        documents.length > 1 &&
        !belongs(flat, hit, document, documents) &&
        (other || owner !== 'UNSAID' || isInSentence(flat, hit, documents));
      const far = other && (document === null || isApart(flat, document, hit));
      const another = owner === 'RELATIVE' && !besideRelative(flat, document, hit);
      const signed = document?.type !== 'CIF' && saidBefore(flat, hit, sender) > saidBefore(flat, hit, given);
      const own = owner === 'WRITER' || owner === 'EMPLOYER' || mine || signed;
      // Whoever asks for a number to be recorded states it, be it a relative's own.
      if (another || foreign || far || (own && other)) score -= isRecording ? 0.5 : 2;
    }
    if (score > bestScore) {
      best = hit;
      bestScore = score;
    }
  }
  return best;
}

const NAMED_AFTER = /^[^\n.;\d]{0,6}\b(?:es|e) (?:el|o) d[eo] ([a-z]{3,})/;

/** "El 612 ... es el de Luis", where it is for somebody else. */
function isNamedAnothers(flat: string, { end }: PhoneHit, given: string): boolean {
  const name = NAMED_AFTER.exec(flat.slice(end, end + 40))?.[1];
  return name !== undefined && name !== given && isGiven(name);
}

/** Where words stand on the line shortly before a number, or -1: "el número de Gladys, que no contesta, es el 612 ...". */
function saidBefore(flat: string, { start }: PhoneHit, words: string): number {
  if (words === '') return -1;
  const before = flat.slice(Math.max(0, start - BESIDE), start);
  const line = before.lastIndexOf('\n') + 1;
  return wholeWordIndex(before.slice(line), words);
}

/** Whether a document stands in the sentence before it: a telephone in one of its own is the writer's. */
function isInSentence(flat: string, { start }: PhoneHit, documents: readonly IdHit[]): boolean {
  const from = start - clauseBefore(flat, start).length;
  return documents.some((document) => document.start >= from && document.end <= start);
}

/** "Para mi padre (Eloy ..., DNI ..., tel. ...)": what stands with the relative's document is the relative's. */
function besideRelative(flat: string, document: IdHit | null, hit: PhoneHit): boolean {
  return document !== null && ownership(flat, document) === 'RELATIVE' && distance(document, hit) < 40;
}

/** "Mi madre, DNI ...; el teléfono de mi madre es ...": of whom the document is, however far away. */
function isSameRelatives(flat: string, document: IdHit | null, { start }: PhoneHit): boolean {
  if (document === null) return false;
  const before = (at: number, reach: number) =>
    relativesIn(flat).findLast(({ index, 0: { length } }) => index < at && at - index - length <= reach)?.[0];
  const relative = before(start, BEFORE_HIS_PHONE);
  return relative !== undefined && relative === before(document.start, BESIDE);
}
/** Behind the relative at most " tiene este número: ". */
const BEFORE_HIS_PHONE = 20;

/** Far away or in another paragraph: an agency's signature, not what it says of the person. */
function isApart(flat: string, document: IdHit, hit: PhoneHit): boolean {
  const between = flat.slice(Math.min(document.end, hit.end), Math.max(document.start, hit.start));
  if (between.length > BESIDE || /\n\s*\n/.test(between)) return true;
  // Behind the firm's account stands the firm's telephone.
  return between.includes('ccc') && ownership(flat, document) === 'BENEFICIARY';
}

/** Whether a name is that of who sends, by its given name. */
export function isSender(name: ChosenName | null, fromName: string): boolean {
  const sender = namesIn(fromName);
  const [first] = sender;
  if (name === null || first === undefined || isHouse(sender)) return false;
  return isHimself(
    [first],
    name.hit.words.map((word) => flatten(word)),
  );
}

/**
 * Whether the one it is for is not who sends: he calls himself otherwise, and names himself too, or says of the other who
 * that is, or `engages` him: he gives the account of a firm.
 */
export function isStranger(
  flat: string,
  name: ChosenName | null,
  document: IdHit | null,
  own: IdHit | null,
  fromName: string,
  engages: boolean,
): boolean {
  if (document === null) return false;
  const owner = ownership(flat, document);
  const spoken = owner === 'BENEFICIARY' || owner === 'RELATIVE';
  const sender = namesIn(fromName);
  if (spoken && own !== null && own !== document) return true;
  const [first] = sender;
  if (name === null || first === undefined) return false;
  const words = name.hit.words.map((word) => flatten(word));
  if (isHimself([first], words)) return false;
  if (engages && name.hit.origin !== 'SIGNATURE') return true;
  if (isHouse(sender)) return false;
  return owner === 'RELATIVE' || new RegExp(String.raw`\b${first}\b`).test(flat);
}
