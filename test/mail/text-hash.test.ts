import { expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../main/mail/model.ts';
import { parseMessage } from '../../main/mail/parse.ts';
import { textHash } from '../../main/mail/text-hash.ts';
import { fixture } from './fixtures.ts';

const text = 'Buenos días: solicito la devolución de la cuota de abril de 2020, que pagué dos veces.';
const hashOf = async (name: string) =>
  textHash((await parseMessage(await fixture(name), DEFAULT_LIMITS)).text);

it('is the same for a resend in another MIME shape', async () => {
  expect(await hashOf('045.eml')).toBe(await hashOf('017.eml'));
  expect(await hashOf('045.eml')).not.toBeNull();
});

it.each([
  ['line breaks', text.replaceAll(' ', '\n')],
  ['case and accents', text.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '')],
  ['punctuation', text.replace(/[:,.]/g, ' -')],
  [
    'a quoted reply below',
    `${text}\n\nEl 5 de mayo de 2020 a las 10:00, TGSS escribió:\n> Falta el DNI\n> Un saludo`,
  ],
])('does not depend on %s', (_, other) => {
  expect(textHash(other)).toBe(textHash(text));
});

it.each([
  ['a number', text.replace('2020', '2021')],
  ['a word', text.replace('abril', 'mayo')],
])('differs with %s', (_, other) => {
  expect(textHash(other)).not.toBe(textHash(text));
});

it('is null for a text too short to tell', () => {
  expect(textHash('Gracias, un saludo.')).toBeNull();
});
