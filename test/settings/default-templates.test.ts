import { expect, test } from 'vitest';
import { isPlaceholder, placeholdersIn } from '../../main/cases/placeholders.ts';
import { DEFAULT_TEMPLATES } from '../../main/settings/default-templates.ts';

test.each(DEFAULT_TEMPLATES.map((template) => [template.name, template] as const))(
  '«%s» says what it is not, and asks only for values that exist',
  (_name, { subject, body }) => {
    expect(body).toContain('no es un justificante de presentación en registro ni una notificación');
    expect(placeholdersIn(`${subject}\n${body}`).filter((name) => !isPlaceholder(name))).toEqual([]);
    expect(`${subject}${body}`).not.toMatch(/[¡!]|\{(?!\{)[^{}]*\}(?!\})/);
    expect(body.length).toBeLessThan(20_000);
  },
);

test('every name is used once', () => {
  const names = DEFAULT_TEMPLATES.map((template) => template.name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(80);
});
