import type { ChosenName } from './choose-name.ts';
import type { NameHit } from './find-names.ts';
import type { IdHit } from './find-numbers.ts';
import { flatten } from './fold.ts';
import type { Action } from './model.ts';
import { clauseBefore, ownership, type Ownership } from './roles.ts';
import { isHimself, isHouse, namesIn } from './sender.ts';
import { DEAD, isForWriter, STANDS_IN } from './written-for.ts';

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
/** "El alta de los dos trabajadores siguientes": more than one of those named. */
const WORKERS =
  /\b(?:trabajador(?:es|as)|treballador(?:s|es)|traballador(?:es|as)|langileak|empleados|workers|profesores|peones|camarer[oa]s|siguientes|seguents|seguintes)\b/;
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
  const registration = isRegistration(act);
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
      (personal.length > 1 && registration && WORKERS.test(flat)) ||
      all('REPRESENTATIVE') ||
      FOR_COMPANY.test(flat) ||
      (ownMatter && all('BENEFICIARY')));
  if (
    own !== null &&
    !forAnother &&
    !asksAsCompany &&
    (works || ownMatter || !concernsAnother(flat, personal, own, act))
  )
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

/** Where who is registered is another than who asks for it. */
export function isRegistration(act: Action | null): boolean {
  return act === 'ALTA' || act === 'BAJA';
}

/** The document that the words leave no doubt of: who is represented, who asks for himself, who wrote what is passed on. */
export function certainDocument(
  flat: string,
  documents: readonly IdHit[],
  own: IdHit | null,
  act: Action | null,
  forwardedStart: number,
): IdHit | null {
  const represented = documents.find((hit) => isRepresented(flat, hit));
  if (represented !== undefined && !isRegistration(act)) return represented;
  const passedOn = documents.find((hit) => hit.start >= forwardedStart && ownership(flat, hit) === 'WRITER');
  if (passedOn !== undefined) return passedOn;
  const asks = isForWriter(flat, act) || (isRegistration(act) && HIMSELF_ALONE.test(flat));
  return own !== null && asks ? own : null;
}

const IN_NAME_OF =
  /\b(?:(?:mi|nuestr[oa]) (?:representad[oa]|mandante|patrocinad[oa]|defendid[oa]),? |en (?:nombre|nom|nome)(?: (?:y|i|e) (?:en )?representacion?)? d|en representacion? d|por (?:encargo|cuenta) de )[^\n;\d]{2,60}$/;

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
  const named = personal.filter((hit, i) => {
    const before = flat.slice(Math.max(personal[i - 1]?.end ?? 0, hit.start - NAMED_BEFORE), hit.start);
    const words = namesIn(before);
    return (
      first !== undefined &&
      isHimself([first], words) &&
      (rest.length === 0 || rest.some((word) => words.some((said) => said.startsWith(word))))
    );
  });
  const writers = personal.find((hit) => ownership(flat, hit) === 'WRITER');
  // Father and son of one name.
  return named.find((hit) => !SPOKEN_OF.has(ownership(flat, hit))) ?? writers ?? named[0] ?? null;
}
const NAMED_BEFORE = 80;
const SPOKEN_OF: ReadonlySet<Ownership> = new Set(['BENEFICIARY', 'RELATIVE']);

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

/** Who asks to be registered himself. */
export const REGISTERS_HIMSELF =
  /\b(?:d[ae]r?me|dadme|denme|deume|me (?:den|deis|de|dan|dieran|doy|di|tramit\w+|pued\w+ dar)) (?:de |en )?(?:alta|baja|baixa)|\b(?:mi|meva|mina) (?:propia )?(?:alta|baja|baixa)\b/;

/** But not "denme de alta a la chica". */
const HIMSELF_ALONE = new RegExp(String.raw`(?:${REGISTERS_HIMSELF.source})(?! (?:a|al|la|el|mi)\b)`);

/** A child without a document: "se llama Vera ... Yo soy su madre, DNI ...". Then every document is a parent's. */
function isWithout(flat: string, documents: readonly IdHit[]): boolean {
  return (
    /\bse llama\b|\bes diu\b|\bchamase\b/.test(flat) &&
    !/\bmi (?:ficha|expediente|vida laboral|telefono|movil)\b|\bel mio\b/.test(flat) &&
    documents.every((hit) => ownership(flat, hit) === 'WRITER' || PARENT.test(clauseBefore(flat, hit.start)))
  );
}
const PARENT = /^\s*(?:(?:el|la|su|o|a) )?(?:padre|madre|pai|nai|pare|mare)\b/;

const EMPLOYER =
  /\b(?:nuestr[oa]s? client[ea]|(?:para|por) una? client[ea]|una? client[ea] (?:nuestr|mi[oa]|del?\b)|departamento laboral|dpto\.? ?rrhh|(?:el|la) trabajadora?|trabajadora? ?:|por la presente|la senora que|a senora que|precisa unha muller)\b/;

/** True when the words show that an employer writes of who works for him. */
export function writtenByEmployer(flat: string): boolean {
  return EMPLOYER.test(flat);
}

/** Whether a name is that of who sends, by its given name. */
export function isSender(name: NameHit | null, fromName: string): boolean {
  const sender = namesIn(fromName);
  const [first] = sender;
  if (name === null || first === undefined || isHouse(sender)) return false;
  return isHimself(
    [first],
    name.words.map((word) => flatten(word)),
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
