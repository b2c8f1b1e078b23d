import { describe, expect, it } from 'vitest';
import { asDigits, asNumber, findNumberWords } from '../../main/triage/number-words.ts';

const only = (text: string) => findNumberWords(text)[0]?.words ?? [];

describe('number words', () => {
  it.each([
    ['noventa y nueve millones doscientos cuatro mil quinientos ochenta y seis', 99_204_586],
    ['mil novecientos cincuenta y uno', 1951],
    ['dos mil veinte y tres', 2023],
    ['mil nou-cents seixanta-u', 1961],
    ['mil novecentos cincuenta e dous', 1952],
  ])('%s is one number', (text, number) => {
    expect(asNumber(only(text))).toBe(number);
  });

  it.each([
    ['seis seis uno, cero dos dos, cero cuatro cinco', '661022045'],
    ['seis cero dos, cero uno, diecisiete, ochenta y uno', '602011781'],
    ['seiscientos diecinueve, cero ochenta y ocho, cuatrocientos tres', '619088403'],
    ['seiscientos doce treinta y cuatro cincuenta', '6123450'],
    ['sis-cents vint-i-u, zero trenta-quatre, vuit-cents setanta-u', '621034871'],
    ['seiscentos vinte e un, cero trinta e catro, oitocentos setenta e un', '621034871'],
    ['sei bat bi, hiru lau bost, sei zazpi zortzi', '612345678'],
  ])('%s is digits', (text, digits) => {
    expect(asDigits(only(text))).toBe(digits);
  });

  it('finds the stretch and its offsets, and no single words', () => {
    const text = 'llame al seis uno dos, cero tres; tengo dos hijos y un perro';
    const [stretch, ...others] = findNumberWords(text);
    expect(others).toEqual([]);
    expect(text.slice(stretch?.start, stretch?.end)).toBe('seis uno dos, cero tres');
  });

  it.each([
    '.\n\nun saludo',
    '\n\ndos besos',
    '.\nuna cosa mas',
    '\nun cordial saludo',
    ', un saludo',
    '\nun abrazo',
  ])('ends before the words that close a letter: %j', (closing) => {
    const text = `movil: seis uno dos cero tres cuatro cinco seis siete${closing}`;
    const [stretch] = findNumberWords(text);
    expect(text.slice(stretch?.end)).toBe(closing);
  });
});
