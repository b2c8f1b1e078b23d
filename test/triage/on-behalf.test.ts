import { expect, test } from 'vitest';
import { extractPerson } from '../../main/triage/extract-person.ts';
import { readBody } from '../../main/triage/quoted.ts';

function onBehalfOf(fromName: string, text: string): boolean {
  return extractPerson({
    subject: '',
    body: readBody(text),
    fromName,
    kind: 'REQUEST',
    language: 'es',
    act: null,
    fromAddress: '',
  }).onBehalfOf;
}

const FATHER = 'Eloy Cativiela Lanuza, con DNI 99193443D';

test.each([
  ['a relative, whatever verb', 'Nerea Cativiela', `Mi padre quiere cambiar su móvil. Es ${FATHER}.`],
  [
    'what is passed on',
    'Marcos Isasi',
    `Les paso la petición de un vecino: ${FATHER}, pide su vida laboral.`,
  ],
  ['an errand', 'Asociación El Pilón', `Nos ha pedido que escribamos don ${FATHER}.`],
  ['a client', 'Estudio Neira', `Para un cliente, D. ${FATHER}, pedimos un certificado.`],
  ['heirs', 'Herederos de Eloy', `Nuestro difunto padre, ${FATHER}, tenía un convenio especial.`],
])('%s: for another', (_what, fromName, text) => {
  expect(onBehalfOf(fromName, text)).toBe(true);
});

test.each([
  ['his own name', 'Eloy Cativiela', `Lo he mirado con mi hermana. Soy ${FATHER}.`],
  [
    'his own name as people say it',
    'Paqui Serna',
    'Dice mi hijo que pida plazos. Francisca Serna Mula, DNI 99193443D.',
  ],
  ['a house in his name', 'Café Moderno', `Llevo el café de mi madre. Soy ${FATHER}.`],
  [
    'somebody hired for a relative',
    'Glòria Sunyer',
    `Doy de alta a ${FATHER}. Cuidará a mi madre por las tardes.`,
  ],
  ['nobody named', 'Gestoría Palau', 'Se admitirá la cuota de abril de varios clientes?'],
  ['no agent of RED', 'IES Valle', 'Tenemos alumnos en prácticas. No somos autorizados RED. CCC 28123456742'],
  ['who wants to be represented', 'Eladia Quijano', `Quiero que mi hijo ${FATHER} me represente.`],
])('%s: for himself', (_what, fromName, text) => {
  expect(onBehalfOf(fromName, text)).toBe(false);
});
