import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  PLACEHOLDERS,
  fill,
  isPlaceholder,
  placeholdersIn,
  type PlaceholderName,
  type PlaceholderValues,
} from '../../main/cases/placeholders.ts';

const nothing = Object.fromEntries(PLACEHOLDERS.map(({ name }) => [name, null])) as Record<
  PlaceholderName,
  null
>;

function values(some: Partial<PlaceholderValues>): PlaceholderValues {
  return { ...nothing, ...some };
}

describe('placeholders', () => {
  test('fills what it knows, also with spaces, capitals and decomposed accents', () => {
    const filled = fill('Estimada {{ Nombre }}: {{teléfono_oficina}}', values({ nombre: 'Rocío' }));
    expect(filled).toEqual({
      text: 'Estimada Rocío: {{teléfono_oficina}}',
      missing: ['teléfono_oficina'],
    });
    expect(fill('{{tele\u0301fono_oficina}}', values({ teléfono_oficina: '976' })).text).toBe('976');
  });

  test('leaves and names what has no value, each once', () => {
    expect(fill('{{plazo}} {{invento}} {{plazo}} {{unidad}}', values({ unidad: '' }))).toEqual({
      text: '{{plazo}} {{invento}} {{plazo}} {{unidad}}',
      missing: ['plazo', 'invento', 'unidad'],
    });
  });

  test('does not fill a value that looks like a placeholder', () => {
    const filled = fill('Re: {{asunto}}', values({ asunto: '{{documento}}', documento: '***4567**' }));
    expect(filled).toEqual({ text: 'Re: {{documento}}', missing: [] });
  });

  test('finds every hole that is left, so that none is sent', () => {
    expect(placeholdersIn('{{}} {{a b}} { {c} } {{{plazo}}}')).toEqual(['', 'a b', 'plazo']);
    expect(isPlaceholder('plazo')).toBe(true);
    expect(isPlaceholder('toString')).toBe(false);
  });

  test('what is left over is always named, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', ' ', '{{plazo}}', '\n') }), (text) => {
        expect(fill(text, values({})).missing).toEqual(placeholdersIn(text));
      }),
    );
  });
});
