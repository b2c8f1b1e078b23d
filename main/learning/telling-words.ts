import type { Contribution } from '../triage/content/linear-model.ts';
import { stemOf } from '../triage/content/tokens.ts';

/** A word, pair or phrase that told what a message is about. */
export type TellingWord = {
  /** 32 bits that stand for it and its other forms. */
  readonly number: number;
  /** As a person reads it. */
  readonly text: string;
  /** More than 0: how much it told. */
  readonly weight: number;
};

const MOST_WORDS = 24;
/** Subject, body, quoted text and attachment names: not the sender's domain, nor what was merely declared. */
const PLACES = new Set(['s', 'b', 'q', 'a']);
const SHAPES = new Set([':', '+', '~', '*']);

/** What told most about a message, wherever it stood in it, strongest first. */
export function tellingWords(contributions: readonly Contribution[]): TellingWord[] {
  const found: TellingWord[] = [];
  const said = new Set<string>();
  for (const { name, weight } of contributions) {
    if (found.length === MOST_WORDS) break;
    if (!PLACES.has(name.charAt(0)) || !SHAPES.has(name.charAt(1))) continue;
    const text = name.slice(2);
    const parts = text.split(' ').map((word) => stemOf(word) ?? word);
    // A word says nothing new once a pair with it was told, nor the other way round.
    if (parts.every((part) => said.has(part))) continue;
    for (const part of parts) said.add(part);
    const readable = text.replaceAll('..', '…').replaceAll('*', '…');
    found.push({
      number: hashOf(parts.join(' ')),
      text: name.charAt(1) === '~' ? `${readable}…` : readable,
      weight: Math.abs(weight),
    });
  }
  return found;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
