import {
  certainDocument,
  chooseDocument,
  isSender,
  isStranger,
  writersDocument,
  writtenByEmployer,
} from './choices.ts';
import { chooseEmail } from './choose-email.ts';
import { disowned, takenBack } from './disowned.ts';
import { choosePhone } from './choose-phone.ts';
import { chooseName, inFull, nameBeside } from './choose-name.ts';
import { likeliestDocument, type StatedDocuments } from './document-owner.ts';
import { findBirthDates } from './find-dates.ts';
import { findNames, nameInForm } from './find-names.ts';
import {
  findCccs,
  findEmails,
  findIdentityDocuments,
  findNafs,
  findPhones,
  type Hit,
} from './find-numbers.ts';
import { findAddresses } from './find-address.ts';
import { flatten } from './fold.ts';
import type { Action, DeclaredField, DeclaredPerson, Found, Kind } from './model.ts';
import { findNumberWords, type NumberWords } from './number-words.ts';
import type { Body } from './quoted.ts';
import { isOnBehalf, type BehalfText } from './on-behalf.ts';
import { readable, type Page } from './readable.ts';
import { belongs, ownership, phoneChange } from './roles.ts';
import { namesIn } from './sender.ts';
import { signatureStart } from './signature.ts';
import { splitName } from './split-name.ts';
import { isAgency, writtenFor } from './written-for.ts';

type Extracted = Omit<DeclaredPerson, 'action'>;

export type PersonText = {
  readonly subject: string;
  readonly body: Body;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly kind: Kind;
  readonly language: string | null;
  /** What the act model takes it for: who is registered is another than who asks for himself. */
  readonly act: Action | null;
};

/**
 * What a message states about the person or company it is FOR: from the subject, the body, the signature and a
 * forwarded message, never from what a reply quotes nor from the From header (`fromName` only tells a given name
 * from a surname, and a writer who is an agency). Offsets point into the original text. Precise rather than
 * complete: a field that could belong to somebody else is left out.
 */
export function extractPerson(message: PersonText): Extracted {
  const text = behalfTextOf(message);
  const onBehalfOf = isOnBehalf(text);
  // Where the words alone did not tell, it is read again, now that it is known: whose a name or a telephone is depends on it.
  const { person } = onBehalfOf && !text.spoken ? behalfTextOf(message, true) : text;
  return { ...person, onBehalfOf };
}

/**
 * The person, and all that tells whether the message is written for somebody else: what `isOnBehalf` and its training
 * read. `known`: that it is has been found out already.
 */
export function behalfTextOf(
  message: PersonText,
  known = false,
): BehalfText & { readonly person: Extracted } {
  const page = readable(message.body, message.kind);
  const person = readPerson(message, page, known);
  const { flat, ownEnd } = message.body;
  const signature = signatureStart(flat, ownEnd);
  for (const found of Object.values(person.values)) {
    const start = found.where === 'BODY' ? (found.start ?? 0) : 0;
    if (start >= signature && start < ownEnd) found.where = 'SIGNATURE';
  }
  const forwards =
    message.kind === 'FORWARD' &&
    Object.values(person.values).some(
      ({ where, start }) => where !== 'SUBJECT' && (start ?? 0) >= message.body.earlierStart,
    );
  const { fromName, fromAddress, kind, act } = message;
  return { flat: page.flat, fromName, fromAddress, kind, act, person, spoken: person.onBehalfOf, forwards };
}

/** The documents of a message that asks for something, and what tells which is the person's: what the training reads. */
export function statedDocuments(
  { body, fromName, fromAddress, kind, act }: PersonText,
  flat: string,
  words: readonly NumberWords[],
): StatedDocuments {
  const stated = findIdentityDocuments(flat, words);
  const kept = stated.filter((hit) => !takenBack(flat, hit));
  const documents = kept.length > 0 ? kept : stated;
  const own = writersDocument(flat, documents, fromName);
  const spoken = writtenFor(flat, { fromName, fromAddress }, own, act);
  const forwardedStart = kind === 'FORWARD' ? body.earlierStart : Number.POSITIVE_INFINITY;
  const certain = certainDocument(flat, documents, own, act, forwardedStart);
  const byRules = certain ?? chooseDocument(flat, documents, spoken, own, act);
  return { flat, ownEnd: body.ownEnd, fromName, act, documents, own, spoken, certain, byRules };
}

function readPerson(message: PersonText, page: Page, knownOnBehalf: boolean): Extracted {
  const { subject, body, fromName, kind, language, act } = message;
  const { flat } = page;
  const flatSubject = flatten(subject.slice(0, 500));
  const words = findNumberWords(flat);
  const values: Partial<Record<DeclaredField, Found>> = {};

  const stated = statedDocuments(message, flat, words);
  const { documents, own, spoken } = stated;
  const document = likeliestDocument(stated);
  const chosen = document ?? findIdentityDocuments(flatSubject, [])[0] ?? null;
  const company = chosen?.type === 'CIF';
  // "Somos Asesoría Prueba, S.L., CIF ...": an agency for itself.
  const onBehalfOf = spoken && !(company && document !== null && ownership(flat, document) === 'WRITER');
  const nafs = apart(findNafs(flat), documents).filter((hit) => !disowned(flat, hit));
  const naf = nafs.find((hit) => belongs(flat, hit, document, documents));
  const cccs = apart(findCccs(flat), [...documents, ...nafs]).filter((hit) => !disowned(flat, hit));
  // A worker is often known by his number alone.
  const anchor = document ?? naf ?? null;
  // In a forward whose number stands in the forwarded words, the person wrote those; who forwards is another.
  const byAgency = kind === 'FORWARD' && isAgency(flat, message);
  const inForwarded =
    kind === 'FORWARD' &&
    (anchor === null ? cccs.length === 0 && byAgency : anchor.start >= body.earlierStart);
  const from = inForwarded ? body.earlierStart : 0;
  const names = findNames(page, fromName, anchor).filter((hit) => hit.start >= from);
  const beside = nameBeside(page, names, anchor);
  // Whoever else is spoken of: it is for the writer where the document is his, as the name with it is.
  const his = document !== null && document === own && isSender(beside?.hit ?? null, fromName);
  const other =
    !inForwarded &&
    !his &&
    (onBehalfOf ||
      (!company &&
        (knownOnBehalf ||
          writtenByEmployer(flat) ||
          isStranger(flat, beside, document, own, fromName, cccs.length > 0))));
  if (chosen !== null) {
    const sure = chosen.valid === true ? 0.95 : chosen.labelled ? 0.7 : 0.5;
    values.id = found(chosen, document === null, documents.length > 1 ? sure - 0.15 : sure);
    values.idType = { ...values.id, value: chosen.type };
  }

  if (!company) add(values, 'naf', naf, findNafs(flatSubject)[0], 0.85);
  add(values, 'ccc', cccs.find(({ labelled }) => labelled) ?? cccs[0], findCccs(flatSubject)[0], 0.85);

  // He says who he is and passes on what others wrote to him: the numbers in it are theirs.
  const passedOn =
    kind === 'FORWARD' &&
    !inForwarded &&
    names.some((hit) => hit.end <= body.ownEnd && hit.words.length > 1 && isSender(hit, fromName));
  const isHis = ({ start }: Hit) => start >= from && (!passedOn || start < body.ownEnd);
  const numbers = [...documents, ...nafs, ...cccs];
  const phones = apart(findPhones(masked(flat, numbers), words), numbers).filter(
    (hit) => isHis(hit) || phoneChange(flat, hit) > 0,
  );
  // What an agency passes on its client wrote.
  const clients = byAgency ? phones.filter(({ start }) => start >= body.earlierStart) : [];
  const phone =
    clients.length > 0
      ? choosePhone(flat, clients, document, documents, beside, false, fromName, act)
      : choosePhone(flat, phones, document, documents, beside, other, fromName, act);
  const inSubject = phone === undefined && !other ? findPhones(flatSubject, [])[0] : undefined;
  add(values, 'phone', phone, inSubject, 0.75);
  const addEmail = (name: readonly string[]) =>
    add(
      values,
      'email',
      chooseEmail(
        flat,
        findEmails(flat).filter((hit) => !passedOn || isHis(hit)),
        other,
        name,
        fromName,
      ),
      undefined,
      0.6,
    );
  const said = { values, idValid: chosen?.valid ?? null, onBehalfOf };
  if (company) {
    addEmail([]);
    return said;
  }

  const form = nameInForm(page);
  if (form !== null) {
    const where = { where: 'BODY', start: form.start, end: form.end, confidence: LABELLED } as const;
    values.givenName = { value: form.givenName, ...where };
    if (form.surnames !== null) values.surnames = { value: form.surnames, ...where };
  }
  const chosenName = chooseName(page, names, anchor, beside, other, fromName);
  const named = chosenName === null ? null : inFull(names, chosenName);
  const name = form !== null || named === null ? null : splitName(named.hit.words, fromName, language);
  if (named !== null && name !== null) {
    const { start, end } = named.hit;
    const where = { where: 'BODY', start, end, confidence: named.confidence } as const;
    values.givenName = { value: name.givenName, ...where };
    if (name.surnames !== null) values.surnames = { value: name.surnames, ...where };
  }
  addEmail(namesIn(values.givenName?.value ?? ''));
  const beginnings = [anchor, beside?.hit, named?.hit].filter((hit) => hit !== undefined && hit !== null);
  add(
    values,
    'birthDate',
    findBirthDates(flat, beginnings, words).find(
      (hit) =>
        belongs(flat, hit, document, documents) ||
        (!other && BORN_HIMSELF.test(flat.slice(Math.max(0, hit.start - 40), hit.start))) ||
        (document === null && onBehalfOf && ownership(flat, hit) === 'RELATIVE'),
    ),
    undefined,
    0.6,
  );
  const addresses = findAddresses(flat, page.text).filter(
    (hit) => hit.start >= from && (hit.labelled || !other) && belongs(flat, hit, document, documents),
  );
  add(values, 'address', addresses.find(({ labelled }) => labelled) ?? addresses[0], undefined, 0.6);
  return said;
}

/** "Nací el", "vaig néixer": the writer, whoever else has a document in the text. */
const BORN_HIMSELF =
  /\b(?:naci|nacin|nasci|vaig (?:neixer|naixer)|so[yc] nascu[td]a?|i was born|(?:je suis|ich bin) (?:nee?|geboren)|m-am nascut|sono nat[oa])\b[^\n.;\d]{0,30}$/;

const LABELLED = 0.9;

function add(
  values: Partial<Record<DeclaredField, Found>>,
  field: DeclaredField,
  inBody: Hit | undefined,
  inSubject: Hit | undefined,
  unlabelled: number,
): void {
  const hit = inBody ?? inSubject;
  if (hit !== undefined)
    values[field] = found(hit, inBody === undefined, hit.labelled ? LABELLED : unlabelled);
}

function found(hit: Hit, inSubject: boolean, confidence: number): Found {
  return {
    value: hit.value,
    where: inSubject ? 'SUBJECT' : 'BODY',
    start: hit.start,
    end: hit.end,
    confidence,
  };
}

function apart<T extends Hit>(hits: readonly T[], taken: readonly Hit[]): T[] {
  return hits.filter((hit) => !taken.some((other) => hit.start < other.end && other.start < hit.end));
}

/** Blanks out what is already understood, so that no phone is read out of an account number. */
function masked(flat: string, taken: readonly Hit[]): string {
  let result = flat;
  for (const { start, end } of taken) {
    result = result.slice(0, start) + '#'.repeat(end - start) + result.slice(end);
  }
  return result;
}
