import { expect, test } from 'vitest';
import { readText } from '../../main/registrations/search.ts';

test.each([
  ['', false, ''],
  ['Lasierra', false, 'Lasierra'],
  ['usuario y contraseña', true, ''],
  ['Usuario + contraseña', true, ''],
  ['Cl@ve Permanente', true, ''],
  ['cl@ve', true, ''],
  ['CLAVE PERMANENTE rocío benjumea', true, 'rocio benjumea'],
  ['99193443D usuario y contraseña', true, '99193443d'],
  // A surname is no name of the system.
  ['Clave Martínez', false, 'Clave Martínez'],
  ['Usuario', false, 'Usuario'],
])('%j', (typed, onlyRegistered, text) => {
  expect(readText(typed)).toEqual({ onlyRegistered, text });
});
