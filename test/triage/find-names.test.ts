import { describe, expect, it } from 'vitest';
import { extractPerson } from '../../main/triage/extract-person.ts';
import type { Kind } from '../../main/triage/model.ts';
import { readBody } from '../../main/triage/quoted.ts';

function named(text: string, { fromName = '', kind = 'REQUEST' }: { fromName?: string; kind?: Kind } = {}) {
  const { values } = extractPerson({
    subject: '',
    body: readBody(text),
    kind,
    fromName,
    language: 'es',
    act: null,
    fromAddress: '',
  });
  return [values.givenName?.value ?? null, values.surnames?.value ?? null];
}

describe('a name that closes the text', () => {
  it.each([
    ['No sé qué hacer. Gracias, Marc', 'Marc', null],
    ['¿Hay que pedir cita? Un saludo, Eloísa.', 'Eloísa', null],
    ['¿Cómo se pide? Marina, 976 04 51 13', 'Marina', null],
    ['Es una pregunta. Luis Vidal Gil', 'Luis', 'Vidal Gil'],
    ['Soy quien firma abajo, Eva Vidal Gil.\n\nGracias, Eva', 'Eva', 'Vidal Gil'],
    ['Espero respuesta.\n\nEva Vidal\n\nEl recibo lo pagó Eva Vidal Gil', 'Eva', 'Vidal Gil'],
  ])('%s', (text, givenName, surnames) => {
    expect(named(text)).toEqual([givenName, surnames]);
  });

  it('is not the one that a quoted line of a reply names', () => {
    expect(named('Son tres meses.\nEva\n\n> Escriba Luis Vidal Gil', { kind: 'REPLY' })).toEqual([
      'Eva',
      null,
    ]);
  });

  it.each([
    'Nos vemos en el Ayuntamiento',
    'Les escribe la Parroquia Santa Prueba',
    'Que pase. Gracias, Tesorería',
  ])('is no word of another kind: %s', (text) => {
    expect(named(text)).toEqual([null, null]);
  });
});

describe('a name written without capitals', () => {
  it.each([
    [
      'soy eva me a dicho mi nieta que escriba\neva prueba vidal dni 99999999R naci el 11 de agosto',
      'Eva',
      'Prueba Vidal',
    ],
    ['la cuota ya la tengo pagada. gracias, ana belén prueba vidal', 'Ana Belén', 'Prueba Vidal'],
    ['buenas soy mamadou diallo quere alta en seguridad', 'Mamadou', 'Diallo'],
    ['bajar la base al minimo que esto no da rafael prueba gil 99999999R taxi', 'Rafael', 'Prueba Gil'],
    ['hola van los papeles que me pedia el gestor\nevalina prueba 99999999R', 'Evalina', 'Prueba'],
    ['bon dia em dic concepcio mas prats tinc 71 anys. Gràcies', 'Concepcio', 'Mas Prats'],
    ['me lo apunten. ana prueba gil\n\nObtener Outlook para Android', 'Ana', 'Prueba Gil'],
    ['mi dni 99999999R gomez mora ana 3/5/64', 'Ana', 'Gomez Mora'],
    ['no me han dado el contrato mi nie 99999999R', null, null],
    ['para cuando la baja?\nmarcela prueba quispe nie X1234567L', 'Marcela', 'Prueba Quispe'],
    ['mi dni es 99999999R nací el 3 de mayo', null, null],
  ])('%s', (text, givenName, surnames) => {
    expect(named(text, { fromName: 'Eva' })).toEqual([givenName, surnames]);
  });
});

describe('a name is told from what stands around it', () => {
  it.each([
    ['Nom : DUPRUEBA GIL, Claire Anne\nNIE : X1234567L', 'Claire Anne', 'Duprueba Gil'],
    ['Datos: GIL VIDAL, Ana; 99999999R', 'Ana', 'Gil Vidal'],
    ['Prats Vidal, Ana. DNI 99999999-R. Nacida: 02.02.1960', 'Ana', 'Prats Vidal'],
    ['Me han multado. Era Luis Gil Vidal, 99999999R', 'Luis', 'Gil Vidal'],
    ['Se llama Unai Prueba Vega y tiene el dni 99999999R.\n\nSu madre, Eva Vega', 'Unai', 'Prueba Vega'],
    ['La trabajadora Ana Gil Vidal, NAF 28/12345678/40, pasa a 30 horas', 'Ana', 'Gil Vidal'],
    ['¿Cuánto dura? Julio Gil Vidal, DNI 99999999R', 'Julio', 'Gil Vidal'],
    ['Ana Gil Vidal\nC/ Mayor 44, 03570 La Vila Prueba\nDNI 99999999R', 'Ana', 'Gil Vidal'],
    ['Es por el cobro. Un saludo\nNicolau Prueba Gil · 611 000 423', 'Nicolau', 'Prueba Gil'],
    ['La dirección cambia. /Karin Pruebqvist', 'Karin', 'Pruebqvist'],
    [
      'LA TRABAJADORA ES\nPRUEBAHUANCA MAMANI, WILMA PRUEBANA\nNIE X1234567L',
      'Wilma Pruebana',
      'Pruebahuanca Mamani',
    ],
    ['EL TRABAJADOR SE LLAMA POPESCU GHEORGHE, NIE X1234567L', 'Gheorghe', 'Popescu'],
    ['POR LA PRESENTE COMUNICAMOS HOY QUE D. LUIS PRATS VIDAL (DNI 99999999R)', 'Luis', 'Prats Vidal'],
    ['APELLIDOS Y NOMBRE: Prats Vidal, Ana\nDNI: 99999999R', 'Ana', 'Prats Vidal'],
    ['NO PUEDO PAGAR. BLANCA FDEZ. PRUEBA. DNI 99999999R', 'Blanca', 'Fdez. Prueba'],
    ['Que me lo manden. J. I. Pruebazabala Pruebatza - 99999999R', 'J. I.', 'Pruebazabala Pruebatza'],
    ['Él es Iván Prueba, embarcado en el Gran Sol', 'Iván', 'Prueba'],
    ['Vivía en la avenida Ana Vidal 7.\n99999999-R', null, null],
    ['I ask a refund.\nSurname Pruebansah, name Kwame\nphone 612 000 771', 'Kwame', 'Pruebansah'],
    ['Nom : Dupruebe\nPrénom : Claire\nNIE : X1234567L', 'Claire', 'Dupruebe'],
    ['Name: Probemann, Vorname: Hans Peter', 'Hans Peter', 'Probemann'],
    ['Добрий день! Я Олена Гаврилюк, закрила діяльність. NIE X1234567L', 'Олена', 'Гаврилюк'],
    ['Trabajadora social, CSS Prueba\nDNI 99999999R', null, null],
  ])('%s', (text, givenName, surnames) => {
    expect(named(text)).toEqual([givenName, surnames]);
  });
});

describe('a name with nothing beside it that says whose it is', () => {
  it.each([
    [
      'Soy viudo y quiero una cita. Ana Gil Vidal, para servirles. El carnet lo llevo',
      '',
      'Ana',
      'Gil Vidal',
    ],
    ['Le damos de baja: Ana Gil Vidal, les mando su carnet.', 'Bar Prueba', 'Ana', 'Gil Vidal'],
    ['Mi marido es el que debe, Luis Gil Vidal, pero escribo yo por mi marido', 'Eva', 'Luis', 'Gil Vidal'],
    ['Quiero quejarme de lo que me dijo Luis Gil Vidal, el de la ventanilla', 'Eva', null, null],
    ['Buenas tardes, soy Florin, trabajo en la construcción', 'Florin', 'Florin', null],
    [
      'Necesito un camarero para hoy de alta. Se llama Jonathan, mañana mando el carnet',
      'Bar',
      'Jonathan',
      null,
    ],
    ['Escribo por mi marido. Mi marido es Alfonso, el de la autoescuela', 'Eva', 'Alfonso', null],
  ])('%s', (text, fromName, givenName, surnames) => {
    expect(named(text, { fromName })).toEqual([givenName, surnames]);
  });
});

it.each([
  ['lo necesito antes del 20. gracias!! vero\n99999999R', 'Verónica', 'Vero'],
  ['Itzuli bat.\nEva 612 000 810', 'Eva', 'Eva'],
  ['Borradlo.\nNando, músico\n\nEnviado desde mi iPhone', 'Nando G.', 'Nando'],
  ['No he fallado nunca. Ramón el de la barca', 'Ramón', 'Ramón'],
  ['Thank you for your help, Sandra', 'Sandra Prueba', 'Sandra'],
  ['Lo manda Eva, mi hija', 'Luis', null],
  ['Es urgente.\neva.prueba@example.com', 'Eva', null],
])('the sender signs with his given name: %s', (text, fromName, givenName) => {
  expect(named(text, { fromName })).toEqual([givenName, null]);
});

describe('who is known by the sender', () => {
  it.each([
    ['Prueb', 'Quiero saber si tarda. Prueb Morales Tejera. Me corre prisa.', 'Prueb', 'Morales Tejera'],
    ['Borràs', "Torneu-me'n un. Borràs Sans, Sebastià.", 'Sebastià', 'Borràs Sans'],
  ])('who calls himself by one word as the sender: %s', (fromName, text, givenName, surnames) => {
    expect(named(text, { fromName })).toEqual([givenName, surnames]);
  });

  it('is not a firm in capitals with its form', () => {
    const fromName = 'Viver Solsona SCP';
    expect(named('No sale la bonificación.\n\nViver Solsona SCP. CCC 25/1234567/42', { fromName })).toEqual([
      null,
      null,
    ]);
  });
});

describe('of two names near a document', () => {
  it('it is rather the one before it', () => {
    const text = `Para la herencia de D. Luis Pons Rey, fallecido el 9 de abril (DNI 99999999R), su viuda, doña Ana Gil, nos autoriza.`;
    expect(named(text, { fromName: 'Notaría Ficticia' })).toEqual(['Luis', 'Pons Rey']);
  });
});
