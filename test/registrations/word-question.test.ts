import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  WORD_CATEGORIES,
  answersQuestion,
  newWordQuestion,
  type Random,
} from '../../main/registrations/word-question.ts';
import { fold } from '../../main/triage/fold.ts';

const categories = new Map<string, readonly string[]>(Object.entries(WORD_CATEGORIES));

/** Draws from a list of fractions, so that a failure can be told again. */
const source = fc.array(fc.nat(), { minLength: 40, maxLength: 40 }).map((numbers): Random => {
  let at = 0;
  return (bound) => (numbers[at++ % numbers.length] ?? 0) % bound;
});

describe('the word question', () => {
  test('no word belongs to two categories, nor is one the name of a category', () => {
    const words = [...categories.values()].flat().map(fold);
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => [...categories.keys()].map(fold).includes(word))).toEqual([]);
  });

  test('has exactly one answer, which is among five different words', () => {
    fc.assert(
      fc.property(source, (random) => {
        const { question, answer } = newWordQuestion(null, random);
        const fitting = question.words.filter((word) => categories.get(question.category)?.includes(word));
        expect(fitting).toEqual([answer]);
        expect(new Set(question.words).size).toBe(5);
        expect(question.words.filter((word) => answersQuestion(word, answer))).toEqual([answer]);
      }),
    );
  });

  test('is never the same twice in a row, and neither is its answer', () => {
    fc.assert(
      fc.property(source, (random) => {
        let before = newWordQuestion(null, random);
        for (let turn = 0; turn < 20; turn++) {
          const next = newWordQuestion(before.question, random);
          expect(next.question).not.toEqual(before.question);
          expect(next.question.category).not.toBe(before.question.category);
          expect(next.answer).not.toBe(before.answer);
          before = next;
        }
      }),
      { numRuns: 50 },
    );
  });

  test('the place of the answer tells nothing: it stands in each', () => {
    const places = new Set<number>();
    for (let turn = 0; turn < 200; turn++) {
      const { question, answer } = newWordQuestion(null);
      places.add(question.words.indexOf(answer));
    }
    expect([...places].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  test('is answered whatever the capitals, accents and spaces', () => {
    const words = fc.constantFrom(...[...categories.values()].flat());
    const dress = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => `  ${text.toLowerCase()}\t`,
      (text) => text.normalize('NFD'),
      (text) => fold(text),
      (text) => `«${text}».`,
    );
    fc.assert(
      fc.property(words, dress, (word, dressed) => {
        expect(answersQuestion(dressed(word), word)).toBe(true);
      }),
    );
  });

  test('nothing else answers it', () => {
    expect(answersQuestion('', 'Londres')).toBe(false);
    expect(answersQuestion('Londre', 'Londres')).toBe(false);
    expect(answersQuestion('Olivo Londres', 'Londres')).toBe(false);
  });
});
