import { describe, expect, it } from 'vitest';
import { extractPerson } from '../../main/triage/extract-person.ts';
import type { Action } from '../../main/triage/model.ts';
import { readBody } from '../../main/triage/quoted.ts';

const HE = '99999999R';
const FIRM = 'G12345674';
const RIGHT = '612 034 567';
const OTHER = '623 045 678';

function phoneOf(fromName: string, act: Action, text: string): string | null {
  const { values } = extractPerson({
    subject: '',
    body: readBody(text),
    fromName,
    fromAddress: '',
    kind: 'REQUEST',
    language: 'es',
    act,
  });
  return values.phone?.value ?? null;
}

describe('of two numbers the one to be recorded', () => {
  it.each([
    `Quiten el ${OTHER}, que no es mío. El que sí es mío, y ruego pongan en lugar de ese, es ${RIGHT}.`,
    `Sustituyan el móvil que consta (${OTHER}), ya dado de baja, por el ${RIGHT}.`,
    `Demano que substitueixin el ${OTHER}, que ja no fem servir, pel ${RIGHT}`,
    `El ${OTHER}, fuera, y el mío, ${RIGHT}, dentro.`,
    `Tengo el ${OTHER}, tarjeta que ya no existe. Hoy uso el ${RIGHT}.`,
    `${OTHER}?? no ese es el viejo, el bueno es ${RIGHT}`,
    `No pongan el ${OTHER}. El número que debe figurar es el ${RIGHT}.`,
    `He dejado de usar el ${OTHER}; en adelante deben tener en cuenta el ${RIGHT}.`,
    `Cambien mi móvil viejo por el ${RIGHT}`,
    `Teníais el ${OTHER}. El bo, en comptes de l'anterior, és el ${RIGHT}`,
    `On m'a volé mon portable (c'était le ${OTHER}), merci de mettre dans mon dossier le ${RIGHT}.`,
    `Sigue saliendo el ${OTHER} y querría que constara el ${RIGHT}`,
    `Acaba en 99, no: ${OTHER} está mal, o sea ${RIGHT}`,
    `El que tienen que poner en lugar del antiguo es el ${RIGHT}, no el ${OTHER}.`,
    `Canvieu-lo pel de casa, ${RIGHT}. El de l’avi, ${OTHER}, no l'hi poseu.`,
    `En vez del ${OTHER}, que aparezca el ${RIGHT}.`,
    `Donde dice ${OTHER} debe decir ${RIGHT}.`,
  ])('%s', (text) => {
    expect(phoneOf('Luis Pons', 'PHONE_CHANGE', `${text}\n\nLuis Pons Rey, DNI ${HE}`)).toBe('+34612034567');
  });

  it('is the only one that is stated, whoever’s it is', () => {
    const text = `Es para mi padre, Luis Pons Rey, DNI ${HE}, que no tiene. Apunten mi móvil, ${RIGHT}.`;
    expect(phoneOf('Ana Pons', 'PHONE_REGISTER', text)).toBe('+34612034567');
  });
});

it('is not taken back by a word of time in the sentence before', () => {
  const text = `si lo pago antes del 30 no me embargan,es asi?,mi nombre Luis Pons Rey telefono ${RIGHT}`;
  expect(phoneOf('Luis', 'DEBT', text)).toBe('+34612034567');
});

it('is the writer’s who says that it is his, in whatever language', () => {
  const text = `Patronul meu, domnul Luis Mora (telefon ${OTHER}), poate confirma.\nAna Popa\nNIE X1234567L\ntelefonul meu ${RIGHT}`;
  expect(phoneOf('Ana Popa', 'ADDRESS_CHANGE', text)).toBe('+34612034567');
});

describe('a firm', () => {
  it.each([
    `El teléfono de la empresa es el ${RIGHT}.`,
    `Para dudas, ${OTHER}. El teléfono del horno es el ${RIGHT}.`,
    `Telèfon de la cooperativa: ${RIGHT}`,
    `La empresa: tel. ${RIGHT}, correo x@example.org`,
  ])('that an agency writes for has its own: %s', (said) => {
    const text = `Nuestra clienta Prueba, S.L. (CIF ${FIRM}) pide el aplazamiento. ${said}\n\nAna Gil\nAsesoría Ficticia - 976 04 51 13`;
    expect(phoneOf('Asesoría Ficticia', 'DEFERRAL', text)).toBe('+34612034567');
  });

  it.each([
    `Tfno.: 976 04 51 13 / Móvil gerente: ${OTHER}`,
    `Teléfono 976 04 51 13\nResponsable: Ana Gil, RR. HH., móvil ${OTHER}`,
  ])('is called at its own number, and not at that of whom it names: %s', (signature) => {
    const text = `Pedimos el aplazamiento.\n\nPrueba, S.L.\nCIF ${FIRM}\n${signature}`;
    expect(phoneOf('Prueba SL', 'DEFERRAL', text)).toBe('+34976045113');
  });

  it('signs with its secretary where nobody states a document', () => {
    expect(phoneOf('Cofradía Ficticia', 'INFO', `¿Ya hay bases?\nFina, secretaria, ${RIGHT}`)).toBe(
      '+34612034567',
    );
  });
});

describe('is the employer’s, not the worker’s', () => {
  it.each<[Action, string]>([
    ['ALTA', `Voy a contratar a un chaval, Luis Pons Rey, DNI ${HE}.`],
    ['BAJA', `Les comunico la baja voluntaria de la dependienta, Luis Pons Rey, DNI ${HE}.`],
    ['BAJA', `Hemos tenido que despedir al cocinero, Luis Pons Rey, DNI ${HE}. Pedimos que le den de baja.`],
    ['BAJA', `Se nos marchó el viernes el mecánico. Es Luis Pons Rey, DNI ${HE}.`],
    ['ALTA', 'Necesito dar de alta a un camarero hoy. Se llama Luis, el carnet os lo mando mañana.'],
  ])('%s: %s', (act, text) => {
    expect(phoneOf('Bar Prueba', act, `${text}\n\nAna Mora\n${RIGHT}`)).toBeNull();
  });

  it('unless he asks to be registered himself', () => {
    const text = `Me dejan de contratar en mayo. Denme de alta de autónomo. Luis Pons Rey, DNI ${HE}, ${RIGHT}`;
    expect(phoneOf('Luis Pons', 'ALTA', text)).toBe('+34612034567');
  });
});

it('is not a worker’s, where a firm asks for several', () => {
  const text = `Baja de estas personas de Prueba, S.L., CIF ${FIRM}:\n\nLuis Pons ${HE} ${OTHER}\nAna Gil 12345678Z 632 045 678\nEva Mora X1234567L\n\nPrueba, S.L.\n976 04 51 13`;
  expect(phoneOf('Prueba SL', 'BAJA', text)).toBe('+34976045113');
});

it('stands in the subject, where it stands nowhere else', () => {
  const { values } = extractPerson({
    subject: `Baja autónomo - móvil ${RIGHT}`,
    body: readBody(`Quiero darme de baja. Luis Pons Rey, ${HE}`),
    fromName: 'Luis Pons',
    fromAddress: '',
    kind: 'REQUEST',
    language: 'es',
    act: 'BAJA',
  });
  expect(values.phone).toMatchObject({ value: '+34612034567', where: 'SUBJECT' });
});

it('is the client’s in what an agency passes on', () => {
  const { values } = extractPerson({
    subject: 'RV: embargo',
    body: readBody(
      `Reenviamos lo de nuestra clienta, Ana Gil Mora, NIF ${HE}.\n\nAsesoría Ficticia - 976 04 51 13\n\n-----Mensaje original-----\nDe: Ana\nAsunto: embargo\n\nMira lo que me ha llegado. Llámame al ${RIGHT}.`,
    ),
    fromName: 'Asesoría Ficticia',
    fromAddress: '',
    kind: 'FORWARD',
    language: 'es',
    act: 'DEBT',
  });
  expect(values.phone?.value).toBe('+34612034567');
});

it('is the writer’s who asks for it to be recorded, not his who can confirm something', () => {
  const text = `Regístrenme el celular: es el ${RIGHT}. Soy Ana Gil Mora, DNI ${HE}. El hijo de la señora se llama Luis y su teléfono es ${OTHER} por si necesitan confirmarlo.`;
  expect(phoneOf('Ana Gil', 'PHONE_REGISTER', text)).toBe('+34612034567');
});

it('is nobody’s in what the writer passes on, who says who he is', () => {
  const { values } = extractPerson({
    subject: 'RV: certificado',
    body: readBody(
      `¿Me lo podéis sacar? Luis Pons Rey.\n\n-------- Mensaje original --------\nDe: Promoción <ayudas@example.org>\nAsunto: certificado\n\nFalta el certificado. Tel. ${OTHER}, ayudas@example.org`,
    ),
    fromName: 'Luis',
    fromAddress: '',
    kind: 'FORWARD',
    language: 'es',
    act: 'REPORT',
  });
  expect(values).not.toHaveProperty('phone');
  expect(values).not.toHaveProperty('email');
});

it.each([
  'si necesitáis algo es el',
  'para cualquier duda, el',
  'A mí me encuentran en el',
  'La llamada, que me la hagan a mí por favor,',
])('is the writer’s, who writes for another: "%s"', (said) => {
  const text = `Mi abuelo no puede entrar. Se llama Luis Pons Rey, DNI ${HE}. ${said} ${RIGHT}`;
  expect(phoneOf('Ana Pons', 'ACCESS_PROBLEM', text)).toBeNull();
});

describe('of whom the words speak', () => {
  const his = `Mi padre, Luis Pons Rey, DNI ${HE}, cerró el quiosco y quiere el aplazamiento de junio, que no ha pagado.`;
  it.each([
    `Llámenlo a él, pero alto, al ${RIGHT}. Si no oye, a mí al ${OTHER}.`,
    `El teléfono de él es el ${RIGHT}, el mío ${OTHER}`,
    `Fono suyo: ${RIGHT}. Yo: ${OTHER}`,
    `Para cualquier cosa llámenlo a él al ${RIGHT}, el mío es ${OTHER}`,
    `Puede ser localizado en el ${RIGHT}. Este despacho, en el ${OTHER}`,
    `Los vecinos le han dado una tarjeta: ${RIGHT}`,
  ])('it is his, where another writes for him: %s', (said) => {
    expect(phoneOf('Ana Pons', 'DEFERRAL', `${his}\n\n${said}`)).toBe('+34612034567');
  });

  it.each([
    `La hija se llama Rosa y el fono de ella es ${OTHER} pero no contesta.`,
    `Mi jefa no me coge el teléfono (el suyo es ${OTHER}).`,
    `Me lo pide mi abogada (Eva Gil, ${OTHER}).`,
    `Ayer el señor que atendió el ${OTHER} me colgó.`,
    `He llamado tres veces al ${OTHER} y nada.`,
  ])('it is not the writer’s, who asks for himself: %s', (said) => {
    expect(phoneOf('Luis Pons', 'INFO', `${said}\n\nLuis Pons Rey\n${RIGHT}`)).toBe('+34612034567');
  });

  it('a number that is to be called is no number that was called', () => {
    expect(phoneOf('Luis', 'DEBT', `que alguien me llame ya al ${RIGHT}. luis pons`)).toBe('+34612034567');
  });
});
