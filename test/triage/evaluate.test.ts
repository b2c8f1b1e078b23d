import { describe, expect, it } from 'vitest';
import { ABSTAINED, evaluate, LabelRow, PredictionRow } from '../../main/triage/evaluate.ts';

const nobody = {
  idType: null,
  id: null,
  idValid: null,
  givenName: null,
  surnames: null,
  birthDate: null,
  phone: null,
  email: null,
  naf: null,
  ccc: null,
};

function label(file: string, changes: Partial<LabelRow> = {}): LabelRow {
  return {
    file,
    category: 'COTIZACION',
    subjectCategory: null,
    kind: 'request',
    language: 'es',
    action: null,
    onBehalfOf: false,
    person: nobody,
    ...changes,
  };
}

function prediction(source: string, changes: Partial<PredictionRow> = {}): PredictionRow {
  return {
    source,
    kind: 'REQUEST',
    declaredCategory: null,
    category: null,
    confidence: 0,
    language: 'es',
    action: null,
    person: nobody,
    ...changes,
  };
}

describe('evaluate', () => {
  it('counts a wrong value against precision and recall, an absent one against recall only', () => {
    const labels = ['a', 'b', 'c', 'd'].map((file) =>
      label(file, { person: { ...nobody, phone: `+3460000000${file}` } }),
    );
    const predictions = [
      prediction('a', { person: { ...nobody, phone: '+3460000000a' } }),
      prediction('b', { person: { ...nobody, phone: '+34611111111' } }),
      prediction('c'),
      prediction('d', { person: {} }),
    ];
    expect(evaluate(predictions, labels).fields['phone']).toEqual({
      labelled: 4,
      predicted: 2,
      correct: 1,
      precision: 0.5,
      recall: 0.25,
      f1: 2 / 6,
    });
  });

  it('compares booleans too: false is a value', () => {
    const labels = [label('a', { person: { ...nobody, idValid: false } })];
    const predictions = [prediction('a', { person: { ...nobody, idValid: false } })];
    expect(evaluate(predictions, labels).fields['idValid']).toMatchObject({
      correct: 1,
      precision: 1,
      recall: 1,
    });
  });

  it('scores categories, fills the confusion matrix and knows abstention', () => {
    const labels = [label('a'), label('b'), label('c', { category: 'OTRAS' })];
    const predictions = [
      prediction('a', { category: 'COTIZACION', confidence: 0.9 }),
      prediction('b'),
      prediction('c', { category: 'COTIZACION', confidence: 0.9 }),
    ];
    const result = evaluate(predictions, labels);
    expect(result.categories['COTIZACION']).toMatchObject({
      labelled: 2,
      predicted: 2,
      correct: 1,
      precision: 0.5,
    });
    expect(result.categories['OTRAS']).toMatchObject({
      labelled: 1,
      predicted: 0,
      precision: null,
      recall: 0,
    });
    expect(result.confusion).toEqual({
      COTIZACION: { COTIZACION: 1, [ABSTAINED]: 1 },
      OTRAS: { COTIZACION: 1 },
    });
    // two answers at 0.9 of which half are right
    expect(result.calibrationError).toBeCloseTo(0.4);
  });

  it('weights the calibration error by bin', () => {
    const labels = [label('a'), label('b'), label('c'), label('d')];
    const predictions = [
      prediction('a', { category: 'COTIZACION', confidence: 1 }),
      prediction('b', { category: 'COTIZACION', confidence: 1 }),
      prediction('c', { category: 'COTIZACION', confidence: 1 }),
      prediction('d', { category: 'OTRAS', confidence: 0.2 }),
    ];
    expect(evaluate(predictions, labels).calibrationError).toBeCloseTo(0.05);
    expect(evaluate([], labels).calibrationError).toBeNull();
  });

  it('does not mind the case of kinds nor how accents are encoded', () => {
    const labels = [label('a', { kind: 'reply', person: { ...nobody, givenName: 'Òscar' } })];
    const predictions = [
      prediction('a', { kind: 'REPLY', person: { ...nobody, givenName: 'Òscar'.normalize('NFD') } }),
    ];
    const result = evaluate(predictions, labels);
    expect(result.kinds).toEqual({
      REPLY: { labelled: 1, predicted: 1, correct: 1, precision: 1, recall: 1, f1: 1 },
    });
    expect(result.fields['givenName']?.correct).toBe(1);
  });

  it('names what is missing and what has no label', () => {
    const result = evaluate([prediction('x')], [label('a')]);
    expect(result).toMatchObject({ messages: 1, missing: ['a'], unlabelled: ['x'] });
    expect(result.fields['kind']).toMatchObject({ labelled: 1, predicted: 0 });
  });

  it('reads rows with more fields than it compares', () => {
    expect(LabelRow.parse({ ...label('a'), note: 'x', attachments: [] })).toEqual(label('a'));
    expect(PredictionRow.parse({ ...prediction('a'), reasons: [] })).toEqual(prediction('a'));
  });
});
