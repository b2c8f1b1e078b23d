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
  [
    'who accompanies him',
    'Entidad Social - Empleo',
    `Acompaño en sus gestiones a ${FATHER}, que no domina el idioma.\n\nMarta Couto\nTécnica de acogida`,
  ],
  ['it is for him', 'Eloy Cativiela', `Quiero una cita para mi padre, ${FATHER}. Es para él.`],
  ['a social worker', 'Daniela (traballadora social)', `Queremos saber da solicitude dun veciño, ${FATHER}.`],
  [
    'father, as Basque says it',
    'Amaia',
    `Kaixo, aita (${FATHER}) tabernaria da. Haren izenean eskatzen dut.`,
  ],
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
  [
    'who introduces himself, whatever his mails say',
    'marinero jubilado',
    `Mi nieta me dice que primero hay que cambiar el teléfono. Me llamo Eloy Cativiela y el dni es 99193443D`,
  ],
  ['his name as his friends say it', 'Curro', 'Mi hermano me lo dijo. Francisco Dávila Mora, DNI 99193443D'],
  [
    'a firm without an agency',
    'Editorial Prueba',
    'Fem la gestió nosaltres mateixos, sense gestoria. Editorial Prueba SA, A00404848',
  ],
  ['a matter for a name', 'Vida laboral', 'Necesito vida laboral para el alquiler.\n99193443D  696 070 144'],
  ['who wants to be represented', 'Eladia Quijano', `Quiero que mi hijo ${FATHER} me represente.`],
])('%s: for himself', (_what, fromName, text) => {
  expect(onBehalfOf(fromName, text)).toBe(false);
});
