/** How many characters of a beginning are looked at, and what each is taken for: one of 32 symbols. */
export const BEGINNING = 3;
export const SYMBOL_BITS = 5;

const BEYOND_ASCII = 0;
const FIGURE = 27;
/** Also what stands behind a text's end. */
export const OTHER = 31;
/** Those that stand in patterns behind a short word; a to z are 1 to 26. */
const SIGNS: ReadonlyMap<string, number> = new Map([
  [' ', 28],
  ['.', 29],
  ['\n', 30],
]);
/** The symbol of a character by its UTF-16 unit. */
export const SYMBOLS = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  if (unit >= 0x80) return BEYOND_ASCII;
  const char = String.fromCharCode(unit);
  if (/[a-z]/i.test(char)) return (unit | 0x20) - 0x60;
  return /[\d_]/.test(char) ? FIGURE : (SIGNS.get(char) ?? OTHER);
});
const ASCII = Array.from({ length: 0x80 }, (_, unit) => String.fromCharCode(unit));
const symbolOf = (char: string) => SYMBOLS[char.charCodeAt(0)] ?? OTHER;
const ALL_SYMBOLS = [BEYOND_ASCII, ...new Set(ASCII.map(symbolOf))];

/** Whether a pattern may begin with a symbol behind another: a letter or figure behind no letter, or beyond ASCII. */
export function mayBegin(symbol: number, before: number): boolean {
  return symbol === BEYOND_ASCII || (symbol <= FIGURE && (before === BEYOND_ASCII || before >= FIGURE));
}

/**
 * What is known of a match's beginning: nothing yet (`''`), that it stands where a word begins (`START`), and the symbols
 * behind that, as characters.
 */
type Begun = ReadonlySet<string>;
type Step = (begun: Begun) => Begun;
const START = '^';
const UNBOUND: Begun = new Set(['']);
const WHOLE = START.length + BEGINNING;

/**
 * The codes (three symbols each) with which a match of a pattern may begin, perhaps some more. Throws where a match may
 * begin elsewhere than `mayBegin` says: each alternative must begin with `\b` or `(?<![a-z])` and a letter or figure, or
 * beyond ASCII. Knows as much of the syntax as the patterns of triage have, without flags.
 */
export function beginningsOf(source: string): Set<number> {
  const begun = filled(new Reader(source).alternatives()(UNBOUND));
  return new Set(
    Array.from(begun, (text) => codeOf(Array.from(text.slice(START.length), (char) => char.charCodeAt(0)))),
  );
}

function codeOf(symbols: readonly number[]): number {
  return symbols.reduce((code, symbol) => (code << SYMBOL_BITS) | symbol, 0);
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): Step {
    const ways = [this.#sequence()];
    while (this.#take(/\|/y) !== null) ways.push(this.#sequence());
    return (begun) => new Set(ways.flatMap((way) => [...way(begun)]));
  }

  #sequence(): Step {
    const steps: Step[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at))) {
      steps.push(this.#repeated(this.#item()));
    }
    return (begun) => {
      let reached = begun;
      for (const step of steps) {
        if (isWhole(reached)) break;
        reached = step(reached);
      }
      return reached;
    };
  }

  #repeated(step: Step): Step {
    const quantifier = this.#take(/(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/y);
    if (quantifier === null) return step;
    const [, sign, least, comma, most] = quantifier;
    if (sign === '?') return repeat(step, 0, 1);
    if (sign !== undefined) return repeat(step, sign === '+' ? 1 : 0, Infinity);
    return repeat(step, Number(least), comma === '' ? Number(least) : Number(most || Infinity));
  }

  #item(): Step {
    const boundary = this.#take(/\\b|\(\?<!\[a-z[^\]]*\]\)/y);
    if (boundary !== null) return (begun) => new Set(Array.from(begun, (text) => text || START));
    const group = this.#take(/\((\?(?:[:=!]|<[=!]))?/y);
    if (group !== null) {
      const inside = this.alternatives();
      if (this.#take(/\)/y) === null) throw new Error(`group without end: ${this.#source}`);
      const [, kind = '?:'] = group;
      if (kind === '?:') return inside;
      // Where a word begins, what must follow it tells enough.
      return kind === '?=' ? (begun) => (begun.has(START) ? filled(inside(begun)) : begun) : (begun) => begun;
    }
    if (this.#take(/[$^]/y) !== null) return (begun) => begun;
    const [atom] = this.#take(/\\u[\da-f]{4}|\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^]/iy) ?? [''];
    return (begun) => follow(begun, symbolsOf(atom));
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }
}

function isWhole(begun: Begun): boolean {
  return begun.values().every((text) => text.length === WHOLE);
}

function repeat(step: Step, least: number, most: number): Step {
  return (begun) => {
    let reached = begun;
    const all = new Set(least === 0 ? begun : []);
    for (let times = 1; times <= Math.min(most, Math.max(least, BEGINNING)); times++) {
      reached = step(reached);
      if (times >= least) for (const text of reached) all.add(text);
    }
    return all;
  };
}

/** Each with each of the symbols behind it. */
function follow(begun: Begun, symbols: readonly number[]): Begun {
  const next = new Set<string>();
  for (const text of begun) {
    if (text.length === WHOLE) next.add(text);
    else for (const symbol of symbols) next.add(extend(text, symbol));
  }
  return next;
}

function extend(text: string, symbol: number): string {
  const isBound = text === '' ? symbol === BEYOND_ASCII : text !== START || symbol <= FIGURE;
  if (!isBound) throw new Error('a pattern that may begin where no word does');
  return (text || START) + String.fromCharCode(symbol);
}

/** With anything behind those that are short. */
function filled(begun: Begun): Begun {
  let reached = begun;
  while (!isWhole(reached)) reached = follow(reached, ALL_SYMBOLS);
  return reached;
}

/** What a character, an escape or a class of a pattern may be. */
function symbolsOf(atom: string): number[] {
  const pattern = new RegExp(`^(?:${atom})$`);
  const own = ASCII.filter((char) => pattern.test(char)).map(symbolOf);
  const beyond = /[^\0-\x7f]|^\\[uSWDs]|^\[\^|^\.$|^\[.*\\[uSWDs]/.test(atom);
  return [...new Set(beyond ? [...own, BEYOND_ASCII] : own)];
}
