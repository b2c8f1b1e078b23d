import type { NameHit } from './find-names.ts';
import type { IdHit, PhoneHit } from './find-numbers.ts';
import { flatten } from './fold.ts';
import type { Page } from './readable.ts';
import { belongs, distance, ownership, phoneChange, type Ownership } from './roles.ts';

const OWNER_SCORE: Readonly<Record<Ownership, number>> = {
  BENEFICIARY: 1,
  UNSAID: 0.5,
  WRITER: 0.3,
  RELATIVE: -0.2,
  FORMER: -0.4,
  REPRESENTATIVE: -0.5,
};

/** The document of the person the request is for: by what is said around it, else the first one. */
export function chooseDocument(flat: string, documents: readonly IdHit[]): IdHit | null {
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
    const score = OWNER_SCORE[ownership(flat, hit)] - i * 0.1 - (weak ? 0.3 : 0);
    if (score > bestScore) {
      best = hit;
      bestScore = score;
    }
  }
  return best;
}

const AGENCY =
  /\b(?:gestoria|gestorias|asesoria|asesores|abogad[oa]s?|consultores|despacho|colegiad[oa]|nuestr[oa]s? client[ea]|una? cliente|en representacion de|departamento laboral|dpto\. rrhh|(?:el|la) trabajadora?|trabajadora? ?:|por la presente)\b/;
const AGENCY_NAME =
  /\b(?:gestori?a?|gestion|asesor\w*|abogad\w*|consult\w*|despacho|laboral|fiscal|graduad\w*|jurid\w*|rrhh)\b/;
const RELATIVE_WRITES =
  /\b(?:escribo (?:en nombre|por conta|de parte)|de parte de|en nombre de mi|mi (?:padre|madre|abuel[oa]|ti[oa]|herman[oa]),|yo soy su hij[oa]|soy su hij[oa]|a mi (?:mujer|marido)|la senora que|a senora que|precisa unha muller)/;

/** True when the words show that somebody else writes: an agency, a lawyer, an employer, a relative. */
export function writtenByOther(flat: string, fromName: string): boolean {
  return AGENCY.test(flat) || AGENCY_NAME.test(flatten(fromName.slice(0, 200))) || RELATIVE_WRITES.test(flat);
}

const BESIDE = 90;
const MINE =
  /\b(?:mi|meu|my|mon|nire) (?:\w+ ){0,2}(?:tel|tlf|tfno|movil|mobil|cel|numero|phone|number|sakelako)[^\d]{0,20}$/;

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
      if (owner === 'RELATIVE' || foreign || far || ((owner === 'WRITER' || mine) && other)) score -= 2;
    }
    if (score > bestScore) {
      best = hit;
      bestScore = score;
    }
  }
  return best;
}

/** Far away or in another paragraph: an agency's signature, not what it says of the person. */
function isApart(flat: string, document: IdHit, hit: PhoneHit): boolean {
  const between = flat.slice(Math.min(document.end, hit.end), Math.max(document.start, hit.start));
  return between.length > BESIDE || /\n\s*\n/.test(between);
}

const NAME_THEN_ID =
  /^[\s,;:()–—·/|.-]{0,6}(?:(?:con|amb|y|e|mi|el|de|ten|am|naiz|mayor de edad|my|own|is|num[a-z]*|titular del?)[\s,]+){0,4}(?:\(?\s*(?:d\.?\s?n\.?\s?i|n\.?\s?i\.?\s?[ef]|nan|documento|doc|carne de identidad|pasaporte|passport)\b[\s.:ºno(]*(?:es |vell\) |vecchio\) )?)?$/;
const ID_THEN_NAME = /^[\s,;:()–—·/|.-]{1,6}$/;
const REACH = 400;

/** The name that goes with the document; without one, the name announced as such, then the signature. */
export function chooseName(
  page: Page,
  names: readonly NameHit[],
  document: IdHit | null,
  other: boolean,
): { hit: NameHit; confidence: number } | null {
  const full = names.filter((hit) => hit.words.length > 1);
  if (document !== null) {
    const before = full.findLast((hit) => hit.end <= document.start);
    if (before !== undefined && NAME_THEN_ID.test(page.flat.slice(before.end, document.start))) {
      return { hit: before, confidence: 0.95 };
    }
    const after = full.find((hit) => hit.start >= document.end);
    if (after !== undefined && ID_THEN_NAME.test(page.flat.slice(document.end, after.start))) {
      return { hit: after, confidence: 0.9 };
    }
  }
  const near = (hit: NameHit) => (document === null ? 0 : distance(hit, document));
  const nearest = (hits: readonly NameHit[]) => hits.toSorted((a, b) => near(a) - near(b))[0];
  const cued = nearest(full.filter((hit) => hit.origin === 'CUE'));
  if (cued !== undefined && near(cued) < REACH) return { hit: cued, confidence: 0.85 };
  if (other && document === null) return null;
  const signed = nearest(full.filter((hit) => hit.origin === 'SIGNATURE'));
  if (signed !== undefined && near(signed) < REACH) return { hit: signed, confidence: 0.75 };
  const beside = document === null ? undefined : nearest(full);
  if (beside !== undefined && near(beside) <= BESIDE) return { hit: beside, confidence: 0.6 };
  const single = names.findLast((hit) => hit.words.length === 1 && hit.origin === 'SIGNATURE');
  return single === undefined || other ? null : { hit: single, confidence: 0.5 };
}
