import { describe, expect, it } from 'vitest';
import { splitName } from '../../main/triage/split-name.ts';

function split(name: string, { sender = '', language = 'es' } = {}) {
  const found = splitName(name.split(' '), sender, language);
  return found === null ? null : [found.givenName, found.surnames];
}

describe('a name is split', () => {
  it.each([
    ['Luis', 'Prueba de Ficticia Arrieta'],
    ['Ignacio', 'Vidal Pons de la Prueba'],
    ['Juan', 'de la Cruz Pérez'],
    ['María del Carmen', 'Pérez'],
    ['Francisco de Asís', 'Gil Vega'],
    ['Juan Ramón', 'Gil Vega'],
    ['Ramón', 'Vidal Vega'],
    ['Salvador', 'Jaime Vega'],
    ['Ricardo', 'Senén Prueba'],
    ['Mª Luz', 'Prueba Vidal'],
    ['Fco. Javier', 'Hdez. Gil'],
    ['J. Antonio', 'Gil Vega'],
    ['Pere', 'Vidal i Prats'],
    ['Santiago', 'Gil y Vega'],
    ['María José de los Ángeles', 'Gil Vega'],
    ['Luz Dary', 'Prueba Vélez'],
    ['Rebecca Louise', 'Fictional'],
    ['Aoife', 'Ní Fictional'],
    ['Seán', "O'Neill"],
    ['Mohamed Lamine', 'Diop'],
    ['Fatima Zohra', 'El Idrissi'],
    ['Jan', 'van der Prueba'],
    ['Wei', 'Zhang'],
    ['José Luis', null],
    ['Ángel', 'Sánchez-Prueba Loreto'],
    ['Rodrigo', 'Prueba Elvira'],
    ['Leoncio', 'Marina Prueba'],
    ['Ignacio', 'de la Vega y Ponce de León'],
    ['Maria de Lurdes', 'Pinheiro da Costa'],
    ['María del Águila', 'Gil Vega'],
    ['Blanca Nieves', 'Prueba'],
    ['Ane Miren', 'Uriarte'],
    ['Oksana Ivanivna', 'Shevchenko'],
    ['Petro Ivanovych', 'Prueba'],
    ['Wilma Roxana', 'Pruebahuanca Mamani'],
  ])('%s | %s', (givenName, surnames) => {
    expect(split([givenName, surnames].filter((part) => part !== null).join(' '))).toEqual([
      givenName,
      surnames,
    ]);
  });

  it.each([
    ['PÉREZ GÓMEZ MARÍA JOSÉ', 'María José', 'Pérez Gómez'],
    ['Prats Ana', 'Ana', 'Prats'],
    ['Zhang Wei', 'Wei', 'Zhang'],
    ['Wang Fictitious', 'Fictitious', 'Wang'],
    ['POPESCU GHEORGHE', 'Gheorghe', 'Popescu'],
    ['Dragomir Nicolae Florin', 'Nicolae Florin', 'Dragomir'],
    ['El Amrani Youssef', 'Youssef', 'El Amrani'],
    ['Shevchenko Oksana Ivanivna', 'Oksana Ivanivna', 'Shevchenko'],
    ['Vega Pruebaga Jon Ander', 'Jon Ander', 'Vega Pruebaga'],
  ])('with the surnames first: %s', (written, givenName, surnames) => {
    expect(split(written)).toEqual([givenName, surnames]);
  });

  it.each([
    ['Gonzalo Vega Mor', 'Gonzalo Vega', 'Gonzalo', 'Vega Mor'],
    ['Pruebenzuí Gil Felipe', 'Pruebenzuí', 'Pruebenzuí', 'Gil Felipe'],
    ['Vicent Ramon Prats i Vidal', 'Vicent Prats', 'Vicent Ramon', 'Prats i Vidal'],
    ['Radu Costel', 'Costel', 'Costel', 'Radu'],
    ['Xiaolong Chen', 'Chen Xiaolong', 'Xiaolong', 'Chen'],
    ['Ingrid Pruebasang', 'I. Pruebasang', 'Ingrid', 'Pruebasang'],
    ['Mª Carmen', 'M. Carmen', 'Mª Carmen', null],
  ])('as the sender calls himself: %s', (written, sender, givenName, surnames) => {
    expect(split(written, { sender })).toEqual([givenName, surnames]);
  });

  it('has no title', () => {
    expect(split('P. Luis')).toEqual(['Luis', null]);
    expect(split('M. Louis Pruebadie', { language: 'fr' })).toEqual(['Louis', 'Pruebadie']);
  });

  it('leaves out where somebody is from', () => {
    expect(split('Luis Gil de Zaragoza')).toEqual(['Luis', 'Gil']);
    expect(split('luis gil vega de villaficticia')).toEqual(['Luis', 'Gil Vega']);
  });
});
