import { TEXT_LIMIT } from './fold.ts';
import { BEGINNING, beginningsOf, mayBegin, OTHER, SYMBOL_BITS, SYMBOLS } from './pattern-beginnings.ts';

// Many patterns look through one text, one after another: where its words begin is read once, and kept until the next.
let known = '';
/** By the code of their beginning: the first place of it in the text, and from each place the next. Places count from 1. */
const firsts = new Int32Array(2 ** (BEGINNING * SYMBOL_BITS));
let nexts = new Int32Array(TEXT_LIMIT + 2);
let codes: number[] = [];

const OLDER_SYMBOLS = (BEGINNING - 1) * SYMBOL_BITS;

/** Read from its end, as a place's code is made of what stands behind it. */
function readPlaces(text: string): void {
  for (const code of codes) firsts[code] = 0;
  codes = [];
  known = text;
  if (text.length + 2 > nexts.length) nexts = new Int32Array(text.length + 2);
  let symbol = OTHER;
  let code = 0;
  for (let place = text.length; place >= 0; place--) {
    const before = place === 0 ? OTHER : (SYMBOLS[text.charCodeAt(place - 1)] ?? 0);
    if (mayBegin(symbol, before)) {
      nexts[place + 1] = firsts[code] ?? 0;
      if (firsts[code] === 0) codes.push(code);
      firsts[code] = place + 1;
    }
    symbol = before;
    code = (symbol << OLDER_SYMBOLS) | (code >> SYMBOL_BITS);
  }
}

/**
 * A pattern of flattened text whose matches begin where a word does (see `beginningsOf`): it is tried only at the words
 * that begin like it, where a RegExp tries every character. Answers what the RegExp would.
 */
export class WordPattern {
  readonly #source: string;
  readonly #pattern: RegExp;
  /** The codes that a match may begin with; read when they are first needed. */
  #beginnings: readonly number[] | null = null;

  constructor(pattern: RegExp | string) {
    const { source, flags } = new RegExp(pattern);
    this.#source = source;
    this.#pattern = new RegExp(source, `${flags}y`);
  }

  test(text: string): boolean {
    return this.exec(text) !== null;
  }

  /** The first match. */
  exec(text: string): RegExpExecArray | null {
    let first: RegExpExecArray | null = null;
    for (const beginning of this.#beginningsIn(text)) {
      for (let place = firsts[beginning] ?? 0; place !== 0; place = nexts[place] ?? 0) {
        if (first !== null && place > first.index) break;
        const match = this.#at(text, place - 1);
        if (match === null) continue;
        first = match;
        break;
      }
    }
    return first;
  }

  /** All matches in order, none of them within another. */
  all(text: string): readonly RegExpExecArray[] {
    const found: RegExpExecArray[] = [];
    for (const beginning of this.#beginningsIn(text)) {
      for (let place = firsts[beginning] ?? 0; place !== 0; place = nexts[place] ?? 0) {
        const match = this.#at(text, place - 1);
        if (match !== null) found.push(match);
      }
    }
    if (found.length < 2) return found;
    let end = 0;
    return found
      .sort((a, b) => a.index - b.index)
      .filter(({ index, 0: { length } }) => {
        if (index < end) return false;
        end = index + length;
        return true;
      });
  }

  #beginningsIn(text: string): readonly number[] {
    if (known !== text) readPlaces(text);
    return (this.#beginnings ??= [...beginningsOf(this.#source)]);
  }

  #at(text: string, start: number): RegExpExecArray | null {
    this.#pattern.lastIndex = start;
    return this.#pattern.exec(text);
  }
}
