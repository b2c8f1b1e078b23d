import type { ChosenName } from './choose-name.ts';
import { isRegistration, isSender, REGISTERS_HIMSELF } from './choices.ts';
import { disowned } from './disowned.ts';
import type { IdHit, PhoneHit } from './find-numbers.ts';
import { flatten } from './fold.ts';
import { relativesIn } from './kin.ts';
import { wholeWordIndex } from './matches.ts';
import type { Action } from './model.ts';
import { isGiven } from './name-words.ts';
import { belongs, clauseBefore, distance, ownership, phoneChange } from './roles.ts';
import { namesIn } from './sender.ts';

const BESIDE = 90;
const MINE =
  /$(?<=\b(?:mi|meu|my|mon|nire) (?:\w+ ){0,2}(?:tel|tlf|tfno|movil|mobil|cel|numero|phone|number|sakelako)[^\d]{0,20}|\b(?:telefono|movil|mobil|telefon(?:ul)?) (?:meu|mio)[^\d]{0,5}|\b(?:(?:me|nos) (?:pueden|podeis|poden) (?:llamar|chamar|trucar)|llamarme|llamenme|llamadme) (?:a mi\b|al)?[^\d]{0,8}|\ba mi(?:,| por favor| me (?:llam[a-z]+|pueden llamar|encuentran|localizan|tienen))[^\d\n.]{0,12})/;

/** "El teléfono de la panadería es": of a firm that another writes for, and not that other's. */
const OF_THE_FIRM =
  /\b(?:la|nuestra) (?:empresa|sociedad|entidad|cooperativa|asociacion|fundacion|comunidad): ?(?:[a-z]+[.:]? ?)?$|\b(?:tel|tfn?o?|telef|telefon[oe]?|movil|mobil|numero|fijo|centralita)\.?(?: general)? d(?:e la|el|e l'|e) (?!x?gest|ass?es|despa|bufe|aboga|letrad|advoca|admin|geren|conta|encar|teso|segur|ofici)[a-z]{3,}[^\d\n]{0,30}$/;
/** "Su móvil", "el suyo", "llámenlo a él": of whom the words speak. */
const OF_THE_OTHER =
  /\b(?:(?:su|seu|seva|sua|his|her) (?:propi[oa] )?(?:tel|tlf|tfno|movil|mobil|numero|number|phone|fijo|fix|cel|fono)[a-z]*|(?:tel|tlf|tfno|movil|mobil|numero|fijo|cel|fono)[a-z]*(?: \w+)? (?:suyo|seu|d'ella?|de (?:el|ella|ell))|el (?:suyo|seu)(?: propi[oa])?|el de (?:el|ella)|(?<!\bestoy |\bestamos )(?:localizable|localizad[oa]|contactad[oa]|llamad[oa])|(?:le|li|lle) (?:han|hemos|ha|van) (?:dado|donat|dar|regalado|comprado|dejado)|(?:llam|truqu|cham)[a-z]*-?(?:l[oae]s?)? a (?:el|ella|ell))\b(?![^\d]*\b(?:yo|jo|mi|mio|meu)\b)[^\d\n.;]{0,28}$/;
/** "Mi abogada (Ana Gil, 612 ...)". */
const BEHIND_A_ROLE = /\b(?:mi|nuestr[oa]|meu|meva|mina|my|mon|ma) [a-z]+ \([^()\n\d]{0,40}$/;
/** "He llamado al 976 ...", "atendió el": a number that he called. */
const CALLED =
  /\b(?:(?:he|hemos|habia|hem|he|teno|hei) (?:llamado|trucat|chamado)|llam(?:o|amos|ando)|trucant|marco|marque|atendi[oa]|atienden|contestan|called|calling|angerufen|sunat)(?: [a-z]+){0,2} (?:a|al|el|en el|ao|au|la)?(?: ?(?:numero|telefono|telefon))? ?$/;
/** "Responsable: Ana Gil, RR. HH., móvil". */
const IN_CHARGE =
  /\b(?:responsable|encargad[oa]|rr\.? ?hh|recursos humanos|contacto|corporativ[oa]|gerencia|contabilidad|direccion|comercial)\b[^\d\n]{0,40}$/;
/** "Si necesitáis algo", "cualquier cosa": how to reach who writes, not what is to be recorded. */
const TO_BE_REACHED =
  /\b(?:si (?:necesit|hay|falta|hace falta|quier|tien|surge)[a-z]* (?:algo|algun[a]?|cualquier|alguna|mas)|cualquier (?:cosa|duda|consulta|problema|aclaracion)|lo que (?:sea|haga falta|necesit[a-z]+)|contact[ae][a-z]* conmigo|ponerse en contacto conmigo)\b[^\d\n]{0,40}$/;
/** Somebody is hired or has left, in the words of who employs him. */
const HIRES =
  /\b(?:despedi(?:do|r|mos)|(?:le|la|lo|les|los|las) (?:den|deis|dieran) (?:ustedes )?de (?:alta|baja)|contrat(?:e|o|ar|are|amos|ado|ada)|se (?:me|nos) (?:ha )?(?:ido|fue|marchado|marcho|despedido|despidio)|(?:alta|baja|baixa)(?: voluntaria)? (?:a|de|d'|del?) (?:un|una|el|la|l'|al|mi|meu|nuestr[oa]|trabajador[a]?|chic[oa]|emplead[oa]|camarer[oa]|dependient[ae]|senora|muchach[oa]|peon)\b)/;

/** Whether an employer registers who works for him, or takes him off: the telephone is his own, not the worker's. */
function registersWorker(flat: string, act: Action | null, his: boolean): boolean {
  return isRegistration(act) && !his && HIRES.test(flat) && !REGISTERS_HIMSELF.test(flat);
}

/** The telephone to be recorded: the new one, the labelled one, mobile before landline, and never somebody else's. */
export function choosePhone(
  flat: string,
  phones: readonly PhoneHit[],
  document: IdHit | null,
  documents: readonly IdHit[],
  beside: ChosenName | null,
  forAnother: boolean,
  fromName: string,
  act: Action | null,
): PhoneHit | undefined {
  const himself =
    isSender(beside?.hit ?? null, fromName) || (document !== null && ownership(flat, document) === 'WRITER');
  const other = forAnother || (document?.type !== 'CIF' && registersWorker(flat, act, himself));
  const isRecording = act === 'PHONE_REGISTER' || act === 'PHONE_CHANGE';
  const given = flatten(beside?.hit.words[0] ?? '');
  const [sender = ''] = namesIn(fromName);
  let best: PhoneHit | undefined;
  let bestScore = 0;
  for (const [i, hit] of phones.entries()) {
    const mine = MINE.test(flat.slice(Math.max(0, hit.start - 40), hit.start));
    const reach = flat.slice(Math.max(0, hit.start - BESIDE), hit.start);
    const theirs = OF_THE_OTHER.test(reach);
    const said = phoneChange(flat, hit);
    const change = other ? said : mine ? 0.3 : theirs ? Math.min(said, 0) : said;
    const his =
      (other && theirs) ||
      (document?.type === 'CIF' && OF_THE_FIRM.test(reach)) ||
      (given !== '' && saidBefore(reach, `de ${given}`) >= 0) ||
      isSameRelatives(flat, document, hit);
    const owner = his
      ? 'BENEFICIARY'
      : isOnAnothersLine(flat, hit, document, documents)
        ? 'UNSAID'
        : ownership(flat, hit);
    let score = 0.6 - i * 0.05 + (hit.labelled ? 0.2 : 0) + (hit.kind === 'MOBILE' ? 0.3 : 0) + change;
    // A company is reached through somebody; an agency's number is still not its own.
    const contact = owner === 'REPRESENTATIVE' && (other || (document !== null && document.type !== 'CIF'));
    if (contact || owner === 'FORMER') score -= 2;
    // A company's own comes before that of whom it names to be called.
    else if (owner === 'REPRESENTATIVE' || (document?.type === 'CIF' && IN_CHARGE.test(reach))) score -= 0.4;
    if (other && !his && TO_BE_REACHED.test(reach)) score -= 2;
    if (CALLED.test(reach)) score -= 2;
    if (document?.type === 'CIF' && isWorkersOwn(flat, hit, documents)) score -= 2;
    if (!other && !isRecording && change <= 0 && phones.length > 1 && (theirs || BEHIND_A_ROLE.test(reach)))
      score -= 2;
    if (disowned(flat, hit) || isNamedAnothers(flat, hit, given)) score -= 2;
    if (owner === 'BENEFICIARY' && (other || !theirs)) score += 0.5;
    if (change <= 0 && owner !== 'BENEFICIARY') {
      const foreign =
        document?.type !== 'CIF' &&
        documents.length > 1 &&
        !belongs(flat, hit, document, documents) &&
        (other || owner !== 'UNSAID' || isInSentence(flat, hit, documents));
      const far = other && (document === null || isApart(flat, document, hit));
      const another = owner === 'RELATIVE' && !besideRelative(flat, document, hit);
      const signed = document?.type !== 'CIF' && saidBefore(reach, sender) > saidBefore(reach, given);
      const own = owner === 'WRITER' || owner === 'EMPLOYER' || mine || signed;
      // Whoever asks for a number to be recorded states it, be it a relative's own.
      if (another || foreign || far || (own && other))
        score -= !isRecording ? 2 : phones.length > 1 ? 0.5 : 0;
    }
    if (score > bestScore) {
      best = hit;
      bestScore = score;
    }
  }
  return best;
}

const NAMED_AFTER = /^[^\n.;\d]{0,6}\b(?:es|e) (?:el|o) d[eo] (?!ella?\b)([a-z]{3,})/;

/** "El 612 ... es el de Luis", where it is for somebody else. */
function isNamedAnothers(flat: string, { end }: PhoneHit, given: string): boolean {
  const name = NAMED_AFTER.exec(flat.slice(end, end + 40))?.[1];
  return name !== undefined && name !== given && isGiven(name);
}

/** Where words stand on the line that ends `reach`, what is shortly before a number, or -1: "el número de Gladys, que no contesta, es el 612 ...". */
function saidBefore(reach: string, words: string): number {
  if (words === '') return -1;
  return wholeWordIndex(reach.slice(reach.lastIndexOf('\n') + 1), words);
}

/** Whether a document stands in the sentence before it: a telephone in one of its own is the writer's. */
function isInSentence(flat: string, { start }: PhoneHit, documents: readonly IdHit[]): boolean {
  const from = start - clauseBefore(flat, start).length;
  return documents.some((document) => document.start >= from && document.end <= start);
}

/** The documents that stand before it on its line. */
function documentsOnLine(flat: string, { start }: PhoneHit, documents: readonly IdHit[]): IdHit[] {
  const from = flat.lastIndexOf('\n', start) + 1;
  return documents.filter((document) => document.start >= from && document.end <= start);
}

/** "Padre: Luis, DNI ...", and below "Hija: Ana, DNI ..., tel. ...": whatever the line says, it is not of him. */
function isOnAnothersLine(
  flat: string,
  hit: PhoneHit,
  document: IdHit | null,
  documents: readonly IdHit[],
): boolean {
  const last = documentsOnLine(flat, hit, documents).at(-1);
  if (document === null || last === undefined) return false;
  return document.start <= flat.lastIndexOf('\n', hit.start) && last.value !== document.value;
}

/** In a table of a firm's workers each has his own. */
function isWorkersOwn(flat: string, hit: PhoneHit, documents: readonly IdHit[]): boolean {
  const workers = documents.filter(({ type }) => type !== 'CIF');
  return workers.length > 1 && documentsOnLine(flat, hit, workers).length > 0;
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
