import { zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { CLASSES } from '../../../main/triage/content/classifier.ts';
import { features } from '../../../main/triage/content/features.ts';
import { officeClassifier } from '../../../main/triage/content/office-classifier.ts';
import { ruleWords } from '../../../main/triage/content/rule-words.ts';
import { shippedMessages } from '../../../main/triage/content/shipped-messages.ts';
import { train } from '../../../main/triage/content/train.ts';
import { flatten } from '../../../main/triage/fold.ts';
import type { Category, TriageText } from '../../../main/triage/model.ts';
import { trainingMessages } from '../../support/labelled.ts';

function message(text: string, overrides: Partial<TriageText> = {}): TriageText {
  const flat = flatten(text);
  return {
    subject: '',
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

const rule = (phrase: string, category: Category) => ({ phrase, words: ruleWords(phrase), category });

describe('rules', () => {
  test('are words without accents and marks; a star stands for all that begin so; nobody’s number is taught', () => {
    expect(ruleWords('  Derivación de  RESPONSABILIDAD. ')).toBe('derivacion de responsabilidad');
    expect(ruleWords('embarg*')).toBe('embarg*');
    expect(ruleWords('artículo 34')).toBe('articulo 34');
    expect(ruleWords('99123456R')).toBe('');
    expect(ruleWords('* — ·')).toBe('');
  });

  test('the longest phrase decides, in subject and text, for requests only', () => {
    const classifier = officeClassifier({
      model: null,
      rules: [rule('Zurbana', 'OTRAS'), rule('hoja zurb*', 'COTIZACION')],
    });
    expect(classifier.propose(message('La hoja zurbana')).category).toBe('COTIZACION');
    expect(classifier.propose(message('Una zurbana', { subject: '¿Hoja?' })).category).toBe('OTRAS');
    expect(classifier.propose(message('Hola', { subject: 'HOJA ZURBANA' })).category).toBe('COTIZACION');
    expect(classifier.propose(message('hoja zurbana', { kind: 'AUTOREPLY' })).category).toBe('NONE');
    const quoted = flatten('Vean lo de abajo.\nhoja zurbana');
    expect(classifier.propose({ ...message(''), flat: quoted, ownEnd: 18, earlierStart: 18 }).category).toBe(
      'COTIZACION',
    );
  });

  test('the rule is the first reason; the model’s own follow where it agrees', () => {
    const embargo = message('Me han embargado la cuenta por una deuda');
    const [agreed, against] = (['RECAUDACION', 'MORATORIAS'] as const).map((category) =>
      officeClassifier({ model: null, rules: [rule('embarg*', category)] }).propose(embargo),
    );
    expect(agreed?.reasons[0]).toEqual({ where: 'RULE', quote: 'embarg*', weight: 1 });
    expect(agreed?.reasons.length).toBeGreaterThan(1);
    expect(against).toMatchObject({ category: 'MORATORIAS', reasons: [{ where: 'RULE' }] });
    expect(against?.confidence).toBeGreaterThan(0.9);
  });
});

test('the office’s own model answers in place of the shipped one', () => {
  const texts = [
    ['hoja zurbana del mes', 'COTIZACION'],
    ['la zurbana de marzo', 'COTIZACION'],
    ['cuenta embargada', 'RECAUDACION'],
    ['embargo de la cuenta', 'RECAUDACION'],
  ] as const;
  const stored = train(
    texts.map(([text, label]) => ({ features: features(message(text)), label })),
    { classes: CLASSES, version: 2, leastExamples: 1 },
  );
  const model = new Uint8Array(zstdCompressSync(JSON.stringify(stored)));
  expect(officeClassifier({ model, rules: [] }).propose(message('zurbana')).category).toBe('COTIZACION');
});

test('the training messages ship with the program, none but those written for it (npm run train)', () => {
  const brief = ({ text, category }: { text: TriageText; category: Category }) =>
    `${category} ${text.subject}`;
  const written = new Set(trainingMessages().map(brief));
  const shipped = shippedMessages();
  expect(shipped.filter((one) => !written.has(brief(one)))).toEqual([]);
  expect(shipped.length).toBeGreaterThan(1500);
});
