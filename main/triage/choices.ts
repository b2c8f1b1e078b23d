import type { ChosenName } from './choose-name.ts';
import type { IdHit, PhoneHit } from './find-numbers.ts';
import { flatten } from './fold.ts';
import { wholeWordIndex } from './matches.ts';
import type { Action } from './model.ts';
import { belongs, clauseBefore, distance, KIN, ownership, phoneChange, type Ownership } from './roles.ts';
import { isHimself, isHouse, namesIn, type Sender } from './sender.ts';

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
const PAYS =
  /\b(?:cuotas?|recibos?|tramos?|cotiza[a-z]*|cotitza[a-z]*|bonifica[a-z]*|recargos?|deudas?|liquidaci[a-z]*|domicilia[a-z]*|aplaza[a-z]*)\b/;
const REGISTERS =
  /\b(?:altas?|bajas?|baixas?|informes?|vida laboral|a1|contratar|asegurar|empieza|empezara|trabajara)\b/;
const FOR_COMPANY =
  /\b(?:como|en calidad de) (?:administradora?|gerente|representante legal|apoderad[oa]|president[ea]|secretari[oa]|tesorer[oa])\b/;
const WORKS =
  /\bsoy (?:la |una )?(?:emplead[oa]|trabajador[a]?|intern[oa]|cuidadora?|limpiadora?)\b|\btrabajo (?:de|como) (?:intern|emplead|cuidador|limpiador)/;

/** Lets somebody act for him, or asks for both: then whom he names beside himself is not the one it is for. */
const STANDS_IN =
  /\bme represent[ea]\b|\brecogera\b|\bpoder (?:a|para) mi\b|\b(?:autoriz|apoder)(?:o|ar) a\b|\bautoritzo\b|\b(?:mi|meu|mina) (?:marido|mujer|esposa|esposo|pareja|home|muller)\b[^.\n]{0,50} y yo\b/;

/** The document of the person the request is for: by what is said around it, else the first one. */
export function chooseDocument(
  flat: string,
  documents: readonly IdHit[],
  forAnother: boolean,
  fromName: string,
  own: IdHit | null,
  act: Action | null,
): IdHit | null {
  const [only] = documents;
  if (forAnother && isWithout(flat, documents)) return null;
  if (documents.length < 2) return only ?? null;
  const sender = namesIn(fromName);
  const relative = STANDS_IN.test(flat) ? OWNER_SCORE.REPRESENTATIVE : FOR_RELATIVE;
  const personal = documents.filter((hit) => hit.type !== 'CIF');
  const companies = documents.filter((hit) => hit.type === 'CIF');
  // "Soy empleada de hogar ... la señora se llama ...": the one who works writes.
  const works = WORKS.test(flat);
  const registers = REGISTERS.test(flat);
  const ownMatter = !forAnother && PAYS.test(flat) && !registers;
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
  const registration = act === 'ALTA' || act === 'BAJA';
  const forOthers = own !== null && others.length > 0 && !works && (forAnother || registration);
  // "Me llegan cartas de Ana (DNI ...). Luis, DNI ...": nobody is said to be the one it is for, so it is for the writer.
  const spokenOf = (hit: IdHit) => /BENEFICIARY|RELATIVE/.test(ownership(flat, hit));
  const mentions = !forAnother && !registers && !personal.some(spokenOf);
  const scoreOf = (owner: Ownership) => {
    if (owner === 'RELATIVE' && forAnother) return relative;
    if (owner === 'BENEFICIARY' && works) return OWNER_SCORE.EMPLOYER;
    if (owner === 'WRITER' && mentions) return FOR_RELATIVE;
    if (ownMatter && (owner === 'BENEFICIARY' || owner === 'WRITER')) return OWNER_SCORE.UNSAID;
    return OWNER_SCORE[owner];
  };
  let best: IdHit | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [i, hit] of (asksAsCompany ? companies : forOthers ? others : personal).entries()) {
    // A passport is only asked for where there is no Spanish number yet.
    const weak = hit.type === 'PASSPORT' || hit.valid === false;
    const owner = ownerOf(flat, hit, sender);
    // "Nuestra clienta Ana (DNI ...) ... Trabajadora: Eva": who engages is not who is registered.
    const engages = registration && personal.length > 1 && CLIENT.test(clauseBefore(flat, hit.start));
    const said = engages
      ? OWNER_SCORE.EMPLOYER
      : RECORDED.test(clauseBefore(flat, hit.start))
        ? OWNER_SCORE.FORMER
        : scoreOf(owner);
    const score = said - i * 0.1 - (weak ? 0.3 : 0);
    if (score > bestScore) {
      best = hit;
      bestScore = score;
    }
  }
  return best;
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

/** Whose a document is; without a word, the sender's where all the words by which he calls himself stand before it. */
function ownerOf(flat: string, hit: IdHit, sender: readonly string[]): Ownership {
  const said = ownership(flat, hit);
  if (said !== 'UNSAID' || sender.length < 2) return said;
  const clause = clauseBefore(flat, hit.start);
  return sender.every((word) => clause.includes(word)) ? 'WRITER' : said;
}

/** "Mi madre, Ana ...", "mi abuelo Vicente (DNI": the relative is named where the request begins with him. */
const KIN_NAMED = new RegExp(
  String.raw`\b(?:mi|nuestr[oa]|mina|meu|el meu|la meva|mon|my|nire) (?:difunt[oa] |pobre )?(?:${KIN})\b(?! y yo)[^.\n]{0,60}?(?:\(?(?:con )?(?:d\.?n\.?i|nie|nif|nan)\b|\b(?:se llama|es diu|se chama|chamase)\b|\d{2}\D?\d{3}\D?\d{3}|\b[xyz]\d{7})`,
);
/** He is the one who needs something ... */
const NEEDS =
  /\b(?:necesita|quiere|quer[rn]ia|quisiera|precisa|solicita|desea|pide|vol|no (?:puede|pot|pode|sabe|ve|tiene)|(?:l[aeo]s?|li|lle) (?:han|ha|llegan?|piden?|salen?|faltan?|corresponde|demanen|den|deis|dieran|robaron)|se (?:jubila|da de|quedo)|esta (?:ingresad|enferm|incapacit|impedid|ingress)|dejo (?:la|el|de))/;
/** The writer is. */
const ASKS_FOR_HIMSELF =
  /\b(?:me|m') ?(?:l[aoe]s? )?(?:tramit|arregl|pong|pag|han?\b|llega|cobr|quit|embarg|deb|dev[ou]l|den\b|deis|corresponde|deneg|reclam|const|falt|sal[eg])[a-z]*|\bmi (?:devolucion|vida laboral|pension|cuenta|nomina|deuda|solicitud|recibo|aplazamiento)\b|\bi (?:need|want|wish|would like) to\b|\bmy (?:mobile|phone|pension|record)\b/;
/** ... or is dead, and what is asked for was his. */
const DEAD = /\b(?:fallec|murio|ha muerto|difunt|mor[ir]\w* |va morir|finad)/;
const OF_THE_DEAD: ReadonlySet<Action | null> = new Set(['BAJA', 'DEBT', 'REFUND', 'REPORT', 'DEFERRAL']);

const KIN_OF = new RegExp(
  // Its beginnings are tried only where a word begins, and only those of words that there are: half the time it takes.
  String.raw`\b(?=mi |nuestr|nire|mina|meu|el |la |mon |my |so[ymcn] |escri|en no|en re|de parte|ayudo|acomp|on be|au nom|un |como |en cal|hered)(?:` +
    // "soy su hija", "(su hijo)", ", la nieta", "soy la mujer de", "escribo por mi hermano"
    String.raw`so[ymcn] (?:el|la|su|o|a|l'|lo) ?(?:${KIN}|tutora?|cuidadora?)\b` +
    String.raw`|escrib[oa]? (?:yo |esto )?(?:en nombre|de parte|(?:por|para) (?:(?:mi|nuestr[oa]|un|una) (?:${KIN}|amig[oa]|conocid[oa])|ella|ellos|don|dona|dna|d\.))\b|escrivo (?:per|en nom)\b|en nome da? |en nom d|de parte de\b|ayudo a m|acompan(?:o|amos) a [a-z]+ [a-z]+,? |on behalf of\b|au nom de\b` +
    String.raw`|en nombre (?:y representacion )?(?:de|y)\b|en representacion de\b|(?:(?:mi|nuestr[oa]) (?:client[ea]|paciente|usuari[oa])|(?:mi|nuestr[oa]|un|el|la) (?:representad[oa]|mandante|patrocinad[oa]))\b|nuestra residente\b|(?:como|en calidad de) (?:tutora?|(?:su )?(?:abogad[oa]|letrad[oa]) de|(?:${KIN}) de|apoderad[oa]|albacea|hereder[oa]s?|administrador concursal|delegad[oa])\b|hereder[oa]\b|[,)] (?:hij[oa]|padre|madre|espos[oa]|herman[oa]|niet[oa]) de (?:don |dona |d\.? )?[a-z]+ )` +
    String.raw`|(?:[(,] ?(?:su|seu|seva|la seva|el seu|el|la)|[\n.] *su) (?:${KIN})\b\s*(?:[),.\n]|$)|(?:^|[\n.] *)(?:ella|el) ?: `,
);
/** "Mi hijo empieza el lunes en un taller. ... Se llama Unai". */
const CALLED_KIN = new RegExp(
  String.raw`\b(?:mi|nuestr[oa]|mina|meu|la meva) (?:${KIN})\b[^]{0,250}?\b(?:se llama|chamase|es diu)\b`,
);
const MY_DOCUMENT = /\bmi (?:dni|nie|nif|d\.n\.i|documento|carnet)\b/;
/** What agencies are called. */
export const AGENCY_NAME =
  /\b(?:gestori?a?|xestor\w*|gestio|gestion|ass?ess?or\w*|(?<!\bdepartamento |\bdpto\.? )laboral(?:es)?|procurador\w*|servicios sociales|abogad\w*|advocat\w*|avogad\w*|consult(?:or[ae]?s?|oria|ing|ants?)|gabinete|despacho|bufete|notari\w*|tax|fiscal|graduad\w*|jurid\w*|administradores|administracion de fincas|trabajo social)\b/;
const AGENCY_DOMAIN =
  /@.*(?:gestori|xestori|gestoria|ass?ess?or|laboral|abogad|abogac|advocat|avogad|procurador|graduadosocial|bufete|despacho|aholkulari)/i;
const AGENCY_SIGNS =
  /\b(?:gestoria|xestoria|ass?ess?oria|aholkularitza|bufete|administra(?:cion|dora?) de fincas|(?:soy|como) (?:la )?(?:trabajadora? social|educadora?|administradora de la comunidad)|abogad[oa]s? (?:del|de la|colegiad)|[a-z]+ (?:y|&) [a-z]+,? abogad[oa]s|despacho (?:de abogados|profesional)|colegiad[oa]|(?<!\bno (?:somos|soy|estamos|estoy) )autorizad[oa]s? red|somos (?:la |una )?(?:gestoria|asesoria))\b/;

/** True when a relative, an agency or a lawyer writes for somebody else; an employer with his own duties does not. */
export function writtenFor(flat: string, sender: Sender, own: IdHit | null, act: Action | null): boolean {
  return isAgency(flat, sender) || speaksForAnother(flat, own, act);
}

/** Whether the sender's business is to write for others, by what he is called, by his house's domain or by how he signs. */
export function isAgency(flat: string, { fromName, fromAddress }: Sender): boolean {
  return (
    AGENCY_NAME.test(flatten(fromName.slice(0, 200))) ||
    AGENCY_DOMAIN.test(fromAddress.slice(fromAddress.lastIndexOf('@'), 200)) ||
    (AGENCY_SIGNS.test(flat.slice(-SIGNATURE)) && !OWN_AGENCY.test(flat))
  );
}

function speaksForAnother(flat: string, own: IdHit | null, act: Action | null): boolean {
  const found =
    KIN_OF.exec(flat) ??
    kinInNeed(flat, own, act) ??
    (/se llama|chamase|es diu/.test(flat) ? CALLED_KIN.exec(flat) : null);
  if (found === null || STANDS_IN.test(flat)) return false;
  // "Mi DNI es ..., mi marido ...": he is only mentioned.
  const mine = MY_DOCUMENT.exec(flat);
  return mine === null || mine.index > found.index + found[0].length;
}

/** A relative named with his document; not where the writer names his own and asks for himself. */
function kinInNeed(flat: string, own: IdHit | null, act: Action | null): RegExpExecArray | null {
  const named = KIN_NAMED.exec(flat);
  if (named === null || own === null) return named;
  const around = flat.slice(Math.max(0, named.index - 100), named.index + 300);
  const his = DEAD.test(around) ? OF_THE_DEAD.has(act) : NEEDS.test(around);
  return his || !ASKS_FOR_HIMSELF.test(flat) ? named : null;
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
  /$(?<=\b(?:mi|meu|my|mon|nire) (?:\w+ ){0,2}(?:tel|tlf|tfno|movil|mobil|cel|numero|phone|number|sakelako)[^\d]{0,20}|\b(?:telefono|movil|mobil|telefon) (?:meu|mio)[^\d]{0,5}|\b(?:(?:me|nos) (?:pueden|podeis|poden) (?:llamar|chamar|trucar)|llamarme|llamenme|llamadme) (?:a mi\b|al)?[^\d]{0,8})/;

/** The telephone to be recorded: the new one, the labelled one, mobile before landline, and never somebody else's. */
export function choosePhone(
  flat: string,
  phones: readonly PhoneHit[],
  document: IdHit | null,
  documents: readonly IdHit[],
  beside: ChosenName | null,
  other: boolean,
  fromName: string,
): PhoneHit | undefined {
  const given = flatten(beside?.hit.words[0] ?? '');
  const [sender = ''] = namesIn(fromName);
  let best: PhoneHit | undefined;
  let bestScore = 0;
  for (const [i, hit] of phones.entries()) {
    const mine = MINE.test(flat.slice(Math.max(0, hit.start - 40), hit.start));
    const change = mine && !other ? 0.3 : phoneChange(flat, hit);
    const owner =
      given !== '' && saidBefore(flat, hit, `de ${given}`) >= 0 ? 'BENEFICIARY' : ownership(flat, hit);
    let score = 0.6 - i * 0.05 + (hit.labelled ? 0.2 : 0) + (hit.kind === 'MOBILE' ? 0.3 : 0) + change;
    // A company is reached through somebody; an agency's number is still not its own.
    const contact = owner === 'REPRESENTATIVE' && (other || document?.type !== 'CIF');
    if (contact || owner === 'FORMER') score -= 2;
    if (owner === 'BENEFICIARY') score += 0.5;
    if (change <= 0 && owner !== 'BENEFICIARY') {
      const foreign =
        document?.type !== 'CIF' && documents.length > 1 && !belongs(flat, hit, document, documents);
      const far = other && (document === null || isApart(flat, document, hit));
      const another = owner === 'RELATIVE' && !besideRelative(flat, document, hit);
      const signed = document?.type !== 'CIF' && saidBefore(flat, hit, sender) > saidBefore(flat, hit, given);
      const own = owner === 'WRITER' || owner === 'EMPLOYER' || mine || signed;
      if (another || foreign || far || (own && other)) score -= 2;
    }
    if (score > bestScore) {
      best = hit;
      bestScore = score;
    }
  }
  return best;
}

/** Where words stand on the line shortly before a number, or -1: "el número de Gladys, que no contesta, es el 612 ...". */
function saidBefore(flat: string, { start }: PhoneHit, words: string): number {
  if (words === '') return -1;
  const before = flat.slice(Math.max(0, start - BESIDE), start);
  const line = before.lastIndexOf('\n') + 1;
  return wholeWordIndex(before.slice(line), words);
}

/** "Para mi padre (Eloy ..., DNI ..., tel. ...)": what stands with the relative's document is the relative's. */
function besideRelative(flat: string, document: IdHit | null, hit: PhoneHit): boolean {
  return document !== null && ownership(flat, document) === 'RELATIVE' && distance(document, hit) < 40;
}

/** Far away or in another paragraph: an agency's signature, not what it says of the person. */
function isApart(flat: string, document: IdHit, hit: PhoneHit): boolean {
  const between = flat.slice(Math.min(document.end, hit.end), Math.max(document.start, hit.start));
  if (between.length > BESIDE || /\n\s*\n/.test(between)) return true;
  // Behind the firm's account stands the firm's telephone.
  return between.includes('ccc') && ownership(flat, document) === 'BENEFICIARY';
}

/**
 * Whether the one it is for is not who sends: he calls himself otherwise, and names himself too, or says of the other who
 * that is, or `engages` him: he gives the account of a firm.
 */
export function isStranger(
  flat: string,
  name: ChosenName | null,
  document: IdHit | null,
  documents: readonly IdHit[],
  fromName: string,
  engages: boolean,
): boolean {
  if (document === null) return false;
  const owner = ownership(flat, document);
  const spoken = owner === 'BENEFICIARY' || owner === 'RELATIVE';
  const sender = namesIn(fromName);
  if (spoken && documents.some((hit) => hit !== document && ownerOf(flat, hit, sender) === 'WRITER')) {
    return true;
  }
  const [first] = sender;
  if (name === null || first === undefined) return false;
  const words = name.hit.words.map((word) => flatten(word));
  if (isHimself([first], words)) return false;
  if (engages && name.hit.origin !== 'SIGNATURE') return true;
  if (isHouse(sender)) return false;
  return owner === 'RELATIVE' || new RegExp(String.raw`\b${first}\b`).test(flat);
}
