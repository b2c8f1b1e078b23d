import { describe, expect, it } from 'vitest';
import type { DeclaredPerson } from '../../../main/triage/model.ts';
import { describe as say, stretchesOf } from '../../../renderer/features/reading/found.ts';

function found(start: number | null, end: number | null, where: 'BODY' | 'SUBJECT' = 'BODY') {
  return { value: 'x', where, start, end, confidence: 1 };
}

function person(values: DeclaredPerson['values']): DeclaredPerson {
  return { values, idValid: null, onBehalfOf: false, action: null };
}

describe('stretchesOf', () => {
  it('orders what was found in the body and leaves out the rest', () => {
    const stretches = stretchesOf(
      person({
        phone: found(30, 39),
        id: found(5, 14),
        givenName: found(0, 4, 'SUBJECT'),
        email: found(null, null),
      }),
      100,
    );
    expect(stretches.map(({ field }) => field)).toEqual(['id', 'phone']);
  });

  it('keeps the longer of two that overlap, so that text is never shown twice', () => {
    const stretches = stretchesOf(
      person({ givenName: found(10, 15), surnames: found(10, 30), phone: found(29, 40), naf: found(40, 50) }),
      100,
    );
    expect(stretches.map(({ start, end, fields }) => [start, end, fields])).toEqual([
      [10, 30, ['surnames', 'givenName', 'phone']],
      [40, 50, ['naf']],
    ]);
  });

  it('ignores offsets past the text', () => {
    expect(stretchesOf(person({ phone: found(95, 104) }), 100)).toEqual([]);
  });

  it('is said with the name of the field', () => {
    expect(say({ field: 'phone', value: '+34600123456' })).toBe('Teléfono: +34600123456');
  });
});
