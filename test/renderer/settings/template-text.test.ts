import { expect, test } from 'vitest';
import { PLACEHOLDERS } from '../../../main/cases/placeholders.ts';
import { DEFAULT_TEMPLATES } from '../../../main/settings/default-templates.ts';
import { previewPieces, saysWhatItIsNot } from '../../../renderer/features/settings/template-text.ts';

const known = new Set<string>(PLACEHOLDERS.map((placeholder) => placeholder.name));

test('every placeholder has an example value', () => {
  for (const name of known) {
    expect(previewPieces(`{{${name}}}`, known)).toEqual([
      { kind: 'FILLED', text: expect.not.stringContaining('{{') as string },
    ]);
  }
});

test('what is filled, what does not exist and what is text are told apart, and nothing is lost', () => {
  expect(previewPieces('Hola, {{ Nombre }}: {{nota}}.', known)).toEqual([
    { kind: 'TEXT', text: 'Hola, ' },
    { kind: 'FILLED', text: 'Rocío' },
    { kind: 'TEXT', text: ': ' },
    { kind: 'UNKNOWN', text: '{{nota}}' },
    { kind: 'TEXT', text: '.' },
  ]);
  expect(previewPieces('', known)).toEqual([]);
});

test('the shipped templates say what they are not; a bare text does not', () => {
  for (const { body } of DEFAULT_TEMPLATES) expect(saysWhatItIsNot(body)).toBe(true);
  expect(saysWhatItIsNot('Hola, {{nombre}}: ya está.')).toBe(false);
});
