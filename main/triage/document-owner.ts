import { isRegistration, PAYS, REGISTERS, writtenByEmployer } from './choices.ts';
import type { StoredModel } from './content/linear-model.ts';
import documentModel from './document-model.json' with { type: 'json' };
import type { IdHit } from './find-numbers.ts';
import { KIN, relativesIn } from './kin.ts';
import type { Action } from './model.ts';
import { IN_HIS_NAME, IS_KIN, OWN_MATTER } from './on-behalf.ts';
import { clauseBefore, lastEnd, ownership } from './roles.ts';
import { isHimself, isHouse, namesIn } from './sender.ts';
import {
  ASKS_FOR_HIMSELF,
  DEAD,
  FOR_HIM,
  isForWriter,
  MY_DOCUMENT,
  NEEDS,
  STANDS_IN,
} from './written-for.ts';
import type { WordPattern } from './word-pattern.ts';

/** A message's documents, and what the rules say of them. */
export type StatedDocuments = {
  readonly flat: string;
  readonly ownEnd: number;
  readonly fromName: string;
  readonly act: Action | null;
  readonly documents: readonly IdHit[];
  /** The writer's own (`writersDocument`). */
  readonly own: IdHit | null;
  /** Whether the words say that he writes for another (`writtenFor`). */
  readonly spoken: boolean;
  /** The one the words leave no doubt of (`certainDocument`). */
  readonly certain: IdHit | null;
  /** The one the rules choose (`chooseDocument`). */
  readonly byRules: IdHit | null;
};

/** "Para mí", "solicito que se me devuelva", but not "pido para mi hijo". */
const ASKS_FOR_ME = new RegExp(
  String.raw`\b(?:(?:para|a|per a|contra) mi|pra min|a min|for me|for myself|zu mir|(?:a|en) mi nombre)\b(?! (?!nombre|que|me|no|y)[a-z])|\b(?:lo|la|los|las) (?:pido|solicito|quiero) yo\b|\b(?:pido|solicito|demano|quiero|quisiera|vull|deman[oa]|reclamo)\b[^.\n]{0,80}\b(?:mis?|me|meva|meu|yo|jo)\b(?! (?:${KIN})(?!\w))`,
);
const HE_CANNOT =
  /\bno (?:puede|pot|pode|sabe|maneja|tiene (?:correo|movil|ordenador))|\bingresad|\benferm|\bmayor y|\bimpedid/;

/** What a message says as a whole of whose matter it is. */
const SAID: Readonly<Record<string, RegExp | WordPattern>> = {
  'own matter': OWN_MATTER,
  'is kin': IS_KIN,
  'in his name': IN_HIS_NAME,
  needs: NEEDS,
  'he cannot': HE_CANNOT,
  dead: DEAD,
  'for himself': ASKS_FOR_HIMSELF,
  'asks for me': ASKS_FOR_ME,
  'for him': FOR_HIM,
  'stands in': STANDS_IN,
  'my document': MY_DOCUMENT,
  pays: PAYS,
  registers: REGISTERS,
};

function signalsOfMessage({ flat, documents, act, spoken }: StatedDocuments): string[] {
  const found = Object.entries(SAID).flatMap(([signal, pattern]) => (pattern.test(flat) ? [signal] : []));
  found.push(`act ${act}`, documents.length > 2 ? 'several' : 'two');
  if (spoken) found.push('spoken');
  if (isForWriter(flat, act)) found.push('for me');
  if (relativesIn(flat).length > 0) found.push('kin');
  if (writtenByEmployer(flat)) found.push('employer');
  if (documents.some(({ type }) => type === 'CIF')) found.push('firm');
  return found;
}

const ANY_KIN = new RegExp(String.raw`(?<!\w)(?:${KIN})(?!\w)`, 'g');
const I = /\b(?:yo|jo|eu|nik|mi|meu|my|me llamo|em dic|chamome|soy|soc|son)\b/g;
const PARAGRAPH = 250;
const NAMED_BEFORE = 90;

/**
 * What speaks for each document's being that of the person the request is for, by name: whose it is by its own words, each
 * beside what the message says as a whole; where it stands; whom it stands with; what the rules say.
 */
export function signalsOfDocuments(stated: StatedDocuments): string[][] {
  const { flat, ownEnd, fromName, documents, own, byRules } = stated;
  const message = signalsOfMessage(stated);
  const sender = namesIn(fromName);
  const [first] = isHouse(sender) ? [] : sender;
  return documents.map((hit, i) => {
    const roles = [
      `own ${ownership(flat, hit)}`,
      hit === own ? "writer's" : "not writer's",
      hit.type === 'CIF' ? 'company' : 'personal',
      i === 0 ? 'first' : 'not first',
    ];
    const found = [...roles, ...roles.flatMap((role) => message.map((said) => `${role} & ${said}`))];
    const add = (signal: string, said: boolean) => {
      if (said) found.push(signal);
    };
    const reach = flat.slice(Math.max(0, hit.start - PARAGRAPH), hit.start);
    const paragraph = reach.slice(reach.lastIndexOf('\n\n') + 1);
    const kin = lastEnd(paragraph, ANY_KIN);
    add('rules', hit === byRules);
    add('invalid', hit.valid === false);
    add('kin in clause', lastEnd(clauseBefore(flat, hit.start), ANY_KIN) >= 0);
    add('kin nearer than me', kin >= 0 && kin > lastEnd(paragraph, I));
    add('in brackets', /\([^()\n]{0,80}$/.test(paragraph));
    add('late', hit.start > ownEnd * 0.75);
    add('dead near', DEAD.test(flat.slice(Math.max(0, hit.start - 150), hit.end + 100)));
    const line = paragraph.slice(paragraph.lastIndexOf('\n') + 1).slice(-NAMED_BEFORE);
    add('sender named on line', first !== undefined && isHimself([first], namesIn(line)));
    return found;
  });
}

const MODEL: StoredModel = documentModel;
/** In hundredths: above zero they speak for the document. */
const WEIGHTS = new Map(Object.entries(MODEL.weights).map(([signal, [weight = 0]]) => [signal, weight]));
/** How much surer of another it must be than of the one the rules choose: they hold also where nobody taught the model. */
const MARGIN = 100;

/** The document of the person the request is for, where several stand in the text and the rules found one of them to be. */
export function likeliestDocument(stated: StatedDocuments): IdHit | null {
  const { documents, certain, byRules, act } = stated;
  if (certain !== null || byRules === null || documents.length < 2) return byRules;
  let best: IdHit | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, signals] of signalsOfDocuments(stated).entries()) {
    const hit = documents[i] ?? null;
    // It is the worker who is registered, not the firm.
    if (hit?.type === 'CIF' && byRules.type !== 'CIF' && isRegistration(act)) continue;
    const start = hit === byRules ? MARGIN : 0;
    const sum = signals.reduce((all, signal) => all + (WEIGHTS.get(signal) ?? 0), start);
    if (sum > most) {
      most = sum;
      best = hit;
    }
  }
  return best;
}
