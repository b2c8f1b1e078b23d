import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLASSES, contentClassifier } from '../../../main/triage/content/classifier.ts';
import { features } from '../../../main/triage/content/features.ts';
import shippedCount from '../../../main/triage/content/shipped-count.json' with { type: 'json' };
import firstModel from '../../../main/triage/content/first-model.json' with { type: 'json' };
import { LinearModel, SCALE, softmax } from '../../../main/triage/content/linear-model.ts';
import { PhraseFinder } from '../../../main/triage/content/phrases.ts';
import { tokens } from '../../../main/triage/content/tokens.ts';
import {
  forgetStrangers,
  learnWord,
  NONE,
  stemNumberOf,
  textOf,
  wordOf,
  wordsOf,
} from '../../../main/triage/content/words.ts';
import { train } from '../../../main/triage/content/train.ts';
import { flatten } from '../../../main/triage/fold.ts';
import type { TriageText } from '../../../main/triage/model.ts';
import { mailboxMessages, trainingMessages } from '../../support/labelled.ts';

function message(subject: string, text: string, overrides: Partial<TriageText> = {}): TriageText {
  const flat = flatten(text);
  return {
    subject,
    flat,
    ownEnd: flat.length,
    earlierStart: flat.length,
    fromAddress: 'q@x.es',
    attachmentNames: [],
    declaredCategory: null,
    kind: 'REQUEST',
    ...overrides,
  };
}

describe('words', () => {
  test('are letters and short figures; long numbers are nobody’s, scripts without spaces come in pairs', () => {
    expect(tokens(flatten('Mi DNI es 12345678Z, el artículo 34: ¡adiós! 社保卡'))).toEqual([
      ...['mi', 'dni', 'es', '#', 'el', 'articulo', '34', 'adios', '社保', '保卡'],
    ]);
  });

  test('words are cut alike whether they are numbered or spelt out', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'aeñç0123456789  .,-\n’€…ª²'),
      fc.constantFrom('я', 'ع', '社', 'ไ', '😀', '𝐀', '\u0301', '\ud83d', '٣', '１', 'ƀ', 'ɐ'),
    );
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 120 }),
        fc.nat(40),
        fc.integer({ min: 1, max: 8 }),
        (text, from, most) => {
          const flat = flatten(text);
          const start = Math.min(from, flat.length);
          expect(wordsOf(flat, start, flat.length, most).map(textOf)).toEqual(
            tokens(flat.slice(start)).slice(0, most),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('of many words of strangers none is kept for ever, and what is learnt keeps its number', () => {
    const learnt = learnWord('cotizaciones');
    const [own = NONE, other = NONE] = wordsOf('unapalabrarara cotizaciones');
    expect(other).toBe(learnt);
    expect(textOf(stemNumberOf(learnt))).toBe('cotiza');
    const finder = new PhraseFinder(['alguien m*']);
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 70_000; n++) wordOf(`palabra${round}x${n}`);
      forgetStrangers();
      expect(textOf(own)).not.toBe('unapalabrarara');
      expect([wordOf('cotizaciones'), wordOf('cotiza')]).toEqual([learnt, stemNumberOf(learnt)]);
      expect(finder.find(wordsOf(`alguien mas${round}`))).toEqual([0]);
      expect(finder.find(wordsOf(`otro mas${round}`))).toEqual([]);
    }
    expect(wordOf('nueva')).toBeLessThan(200_000);
  });

  test('phrases allow beginnings and up to four words between', () => {
    const phrases = ['alta .. autonom*', 'estar al corriente', 'moratori*'];
    const finder = new PhraseFinder(phrases);
    const find = (text: string) => finder.find(wordsOf(flatten(text))).map((at) => phrases[at]);
    expect(find('Quiero el alta en el régimen de autónomos')).toEqual(['alta .. autonom*']);
    expect(find('alta a b c d e autónomos')).toEqual([]);
    expect(find('Certificado de estar al corriente; moratorias')).toEqual([
      'estar al corriente',
      'moratori*',
    ]);
    expect(find('estar corriente')).toEqual([]);
  });
});

describe('learning', () => {
  test('the same examples give the same model, which knows them again and says why', () => {
    const texts = [
      ['Me han embargado la cuenta por una deuda', 'RECAUDACION'],
      ['Deuda en apremio, quiero pagar el embargo', 'RECAUDACION'],
      ['Quiero cambiar la base de cotización', 'COTIZACION'],
      ['Subir la base de cotización en enero', 'COTIZACION'],
    ] as const;
    const examples = texts.map(([text, category]) => ({
      features: features(message('', text)),
      label: category,
    }));
    const options = { classes: CLASSES, version: 7, leastExamples: 1 };
    const stored = train(examples, options);
    expect(train(examples, options)).toEqual(stored);
    expect(stored).toMatchObject({ version: 7, trainedOn: 4 });
    const classifier = contentClassifier(stored);
    for (const [text, category] of texts)
      expect(classifier.propose(message('', text)).category).toBe(category);
    const { reasons } = classifier.propose(message('', 'un embargo'));
    expect(reasons[0]).toMatchObject({ where: 'BODY', quote: expect.stringMatching(/^embarg/) as string });
    expect(reasons[0]?.weight).toBeGreaterThan(0);
  });

  test('nobody’s number is learnt', () => {
    const names = Object.keys(firstModel.weights);
    expect(names.filter((name) => /\d{5}/.test(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(1000);
  });

  test('the model that ships was trained on all that was written for it (npm run train)', () => {
    expect(firstModel.trainedOn).toBe(trainingMessages().length);
    expect(shippedCount.messages).toBe(firstModel.trainedOn);
  });
});

describe('proposing', () => {
  const first = contentClassifier(firstModel);

  test('the text decides where the subject names another category', () => {
    const asked = message(
      'COTIZACIÓN',
      'Me han embargado la cuenta del banco por una deuda en vía ejecutiva. Quiero que levanten el embargo.',
      { declaredCategory: 'COTIZACION' },
    );
    expect(first.propose(asked).category).toBe('RECAUDACION');
  });

  test('what is no request by its kind is NONE', () => {
    expect(first.propose(message('', 'Estoy fuera de la oficina', { kind: 'AUTOREPLY' })).category).toBe(
      'NONE',
    );
  });

  test('any text gets an answer with a confidence between 0 and 1 and at most six reasons', () => {
    const model = new LinearModel(firstModel, CLASSES);
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 500 }),
        fc.string({ maxLength: 80 }),
        (text, subject) => {
          const { confidence } = model.score(message(subject, text));
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(first.propose(message(subject, text)).reasons.length).toBeLessThanOrEqual(6);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('how many telephones, documents and accounts stand in the text is seen, not which', () => {
    const told = features(
      message(
        '',
        'Ya no tengo el 622 08 23 85, ahora es el 624014659. DNI 97962358-E, cuenta 21/99963341/30, son 3.480 €.',
      ),
    );
    const counts = [...told.keys()].filter((name) => /^[TICE]/.test(name));
    expect(counts).toEqual(['T2', 'I1', 'C1', 'E1']);
  });

  test('scores what the named features weigh, though it names none of them', () => {
    const model = new LinearModel(firstModel, CLASSES);
    const weights: Readonly<Record<string, readonly number[]>> = firstModel.weights;
    for (const { text } of trainingMessages().slice(0, 200)) {
      const sums = firstModel.bias.map((bias) => bias / SCALE);
      for (const [name, value] of features(text)) {
        for (const [at, weight] of (weights[name] ?? []).entries()) {
          sums[at] = (sums[at] ?? 0) + (value * weight) / SCALE;
        }
      }
      const named = Math.max(...softmax(sums.map((sum) => sum / firstModel.temperature)));
      expect(model.score(text).confidence).toBeCloseTo(named, 9);
    }
  });

  test('reads the fixture mailbox, which it was not trained on, far better than the subjects alone', async () => {
    const mailbox = await mailboxMessages();
    const right = mailbox.filter(({ text, category }) => first.propose(text).category === category).length;
    const declared = mailbox.filter(({ text, category }) => text.declaredCategory === category).length;
    expect(declared / mailbox.length).toBeLessThan(0.6);
    expect(right / mailbox.length).toBeGreaterThan(0.88);
  });
});
