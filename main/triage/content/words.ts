import { LONG_NUMBER_FIGURES, LONGEST_WORD, SOME_NUMBER, stemOf, tokens } from './tokens.ts';

/**
 * Words as models and phrases know them: by number, found by the hash of their letters, so that of a word seen before
 * nothing is made and nothing compared. A number is good until strangers are forgotten; a learnt word's for ever.
 */

/** Where a number is missing: a word without a stem, a feature that a model does not have. */
export const NONE = -1;

/** The words of a language are few; those of hostile messages are not. */
const MOST_REMEMBERED = 65_536;

const texts: string[] = [];
const stems: number[] = [];
const learnt: boolean[] = [];
let learntWords = 0;
let free: number[] = [];
/** Counts how often strangers were forgotten. */
let generation = 0;

// Open addressing, at most half full: two hashes of a word and its number stand together. Two words of the same 64 bits
// would be taken for one another: among a hundred thousand there are none.
const CELL = 4;
let cells = new Int32Array(CELL * 2 * MOST_REMEMBERED).fill(NONE);

const FIRST_SEED = 0x811c9dc5;
const SECOND_SEED = 0x2545f491;

function firstHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function secondHash(hash: number, unit: number): number {
  return Math.imul(hash + unit, 0x5bd1e995) ^ (hash >>> 13);
}

/** Where the word stands in `cells`, or would. */
function cellOf(first: number, second: number): number {
  const last = cells.length - CELL;
  let cell = ((first ^ (first >>> 15)) * CELL) & last;
  while (cells[cell + 2] !== NONE && (cells[cell] !== first || cells[cell + 1] !== second)) {
    cell = (cell + CELL) & last;
  }
  return cell;
}

function remember(text: string, first: number, second: number): number {
  const number = free.pop() ?? texts.length;
  // A copy: a piece of a text would keep the whole text in memory.
  texts[number] = Buffer.from(text, 'utf16le').toString('utf16le');
  learnt[number] = false;
  if (2 * CELL * texts.length > cells.length) rebuild(2 * cells.length);
  cells.set([first, second, number], cellOf(first, second));
  const stem = stemOf(text);
  stems[number] = stem === null ? NONE : wordOf(stem);
  return number;
}

/** Makes the table anew with the words that have a text. */
function rebuild(length: number): void {
  const before = cells;
  cells = new Int32Array(length).fill(NONE);
  for (let cell = 0; cell < before.length; cell += CELL) {
    const [first = 0, second = 0, number = NONE] = before.subarray(cell, cell + 3);
    if (number !== NONE && texts[number] !== FORGOTTEN)
      cells.set([first, second, number], cellOf(first, second));
  }
}

const FORGOTTEN = '';

/**
 * Makes room when more words are remembered than a language has: those that no model has learnt are forgotten. Called
 * before a message is read, never between its parts.
 */
export function forgetStrangers(): void {
  if (texts.length - free.length < MOST_REMEMBERED + learntWords) return;
  free = [];
  for (let number = texts.length - 1; number >= 0; number--) {
    if (learnt[number] === true) continue;
    texts[number] = FORGOTTEN;
    free.push(number);
  }
  rebuild(cells.length);
  generation++;
}

/** The number of a word that is never forgotten: for those of models, which are bounded. */
export function learnWord(text: string): number {
  const number = wordOf(text);
  if (learnt[number] !== true) {
    learnt[number] = true;
    learntWords++;
    const stem = stemOf(text);
    if (stem !== null) learnWord(stem);
  }
  return number;
}

/** The number of a word, given to it now when it has none. */
export function wordOf(text: string): number {
  let first = FIRST_SEED;
  let second = SECOND_SEED;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    first = firstHash(first, unit);
    second = secondHash(second, unit);
  }
  return numberOf(text, 0, text.length, first, second);
}

function numberOf(text: string, from: number, to: number, first: number, second: number): number {
  const number = cells[cellOf(first, second) + 2] ?? NONE;
  return number === NONE ? remember(text.slice(from, to), first, second) : number;
}

export function textOf(word: number): string {
  return texts[word] ?? FORGOTTEN;
}

/** The number of a longer word's beginning, or NONE. */
export function stemNumberOf(word: number): number {
  return stems[word] ?? NONE;
}

const SEPARATOR = 0;
const LETTER = 1;
const OTHER = 2;
/** What a UTF-16 unit is; OTHER: not to be told from the unit alone, or of a script that needs more care. */
const UNITS = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  // Pictures are most of what comes as two units; those that begin so are no letters.
  if (unit === 0xd83d || (unit >= 0xdc00 && unit < 0xe000)) return SEPARATOR;
  if (unit >= 0x3000 && unit < 0xfe00) return OTHER;
  if (!/[\p{L}\p{N}]/u.test(String.fromCharCode(unit))) return SEPARATOR;
  return unit < 0x250 ? LETTER : OTHER;
});

/** The words of a piece of a flattened text, at most so many, as `tokens` cuts them. */
export function wordsOf(flat: string, from = 0, to = flat.length, most = Infinity): number[] {
  const found: number[] = [];
  let length = 0;
  let figures = 0;
  let first = FIRST_SEED;
  let second = SECOND_SEED;
  for (let at = from; at <= to; at++) {
    const unit = at < to ? flat.charCodeAt(at) : 0;
    const kind = UNITS[unit];
    if (kind === LETTER) {
      if (figures < LONG_NUMBER_FIGURES) figures = unit >= 0x30 && unit <= 0x39 ? figures + 1 : 0;
      if (length < LONGEST_WORD) {
        first = firstHash(first, unit);
        second = secondHash(second, unit);
      }
      length++;
    } else if (kind === OTHER) {
      return tokens(flat.slice(from, to)).slice(0, most).map(wordOf);
    } else if (length > 0) {
      const start = at - length;
      found.push(
        figures === LONG_NUMBER_FIGURES
          ? wordOf(SOME_NUMBER)
          : numberOf(flat, start, Math.min(at, start + LONGEST_WORD), first, second),
      );
      if (found.length === most) break;
      length = 0;
      figures = 0;
      first = FIRST_SEED;
      second = SECOND_SEED;
    }
  }
  return found;
}

/** What is found out about a word once. */
export class WordMemory<Value> {
  #known: (Value | undefined)[] = [];
  #generation = generation;
  readonly #make: (text: string) => Value;

  constructor(make: (text: string) => Value) {
    this.#make = make;
  }

  of(word: number): Value {
    const known = this.#known[word];
    if (known !== undefined && this.#generation === generation) return known;
    if (this.#generation !== generation) this.#known = [];
    this.#generation = generation;
    const value = this.#make(textOf(word));
    while (this.#known.length < word) this.#known.push(undefined);
    this.#known[word] = value;
    return value;
  }
}
