import { expect, test } from 'vitest';
import {
  ALPHABET,
  inGroups,
  newActivationCode,
  readActivationCode,
} from '../../main/registrations/activation-code.ts';

test('twelve characters, none that is taken for another, each as likely as the next', () => {
  const codes = Array.from({ length: 3000 }, newActivationCode);
  const written = codes.join('');
  expect(codes.every((code) => /^[2-9CFHJKMRTWXY]{12}$/.test(code))).toBe(true);
  expect(new Set(codes).size).toBe(codes.length);
  const expected = written.length / ALPHABET.length;
  for (const character of ALPHABET) {
    const seen = written.split(character).length - 1;
    // Ten standard deviations: chance alone does not reach it, a lost or doubled character does.
    expect(Math.abs(seen - expected), character).toBeLessThan(10 * Math.sqrt(expected));
  }
});

test('is read as people type it, and nothing else is', () => {
  expect(inGroups('7K3MXR29TW5H')).toBe('7K3M-XR29-TW5H');
  for (const typed of [
    '7K3M-XR29-TW5H',
    ' 7k3m xr29 tw5h ',
    '7K3M–XR29–TW5H',
    '７K3MXR29TW5H',
    '7K3M.XR29.TW5H',
  ]) {
    expect(readActivationCode(typed), typed).toBe('7K3MXR29TW5H');
  }
  for (const typed of [
    '',
    '7K3MXR29TW5',
    '7K3MXR29TW5HH',
    '7K3MXR29TW5A',
    '7K3MXR29TW50',
    '7K3M/XR29/TW5H',
  ]) {
    expect(readActivationCode(typed), typed).toBeNull();
  }
});
