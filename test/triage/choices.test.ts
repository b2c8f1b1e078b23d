import { describe, expect, it } from 'vitest';
import { extractPerson } from '../../main/triage/extract-person.ts';
import type { Action, Kind } from '../../main/triage/model.ts';
import { readBody } from '../../main/triage/quoted.ts';

function who(
  fromName: string,
  text: string,
  kind: Kind = 'REQUEST',
  act: Action | null = null,
  fromAddress = '',
) {
  const { values, onBehalfOf } = extractPerson({
    subject: '',
    body: readBody(text),
    fromName,
    fromAddress,
    kind,
    language: 'es',
    act,
  });
  const { id, givenName, surnames, phone, naf, birthDate } = values;
  return {
    id: id?.value,
    name: [givenName?.value, surnames?.value].filter(Boolean).join(' '),
    phone: phone?.value,
    naf: naf?.value,
    birthDate: birthDate?.value,
    onBehalfOf,
  };
}

const HE = '99999999R';
const SHE = '12345678Z';
const WORKER = 'X1234567L';
const FIRM = 'G12345674';

describe('who is represented', () => {
  it('is meant, whoever else has a document in the text', () => {
    const lawyer = `En representación de D.ª Ana Gil Mora, ${HE}, formulo oposición a la deuda que se le deriva como administradora de Nada, S.L. (${FIRM}). Se acompaña poder. Notificaciones: Luis Pons, abogado, DNI ${SHE}`;
    expect(who('Luis Pons', lawyer, 'REQUEST', 'DEBT')).toMatchObject({ id: HE, name: 'Ana Gil Mora' });
    const firm = `En nombre de Gráficas Nada, S.A. (${FIRM}) intereso la devolución de lo ingresado.\n\nAna Gil, graduada social, ${SHE}`;
    expect(who('Ana Gil', firm, 'REQUEST', 'REFUND')).toMatchObject({ id: FIRM });
  });

  it('registers another, who is the one it is for', () => {
    const text = `En nombre de Nada, S.L. (${FIRM}) solicito el alta del trabajador Ana Gil Mora, DNI ${HE}.`;
    expect(who('Luis Pons', text, 'REQUEST', 'ALTA')).toMatchObject({ id: HE });
  });

  it('states the number that he wants recorded, though it is a relative’s', () => {
    const text = `La meva mare no en té. Demano que hi poseu el meu, que soc la filla: 612 034 567.\n\nDades de la meva mare:\nRosa Gil Mora, DNI ${HE}`;
    expect(who('Ana Pons', text, 'REQUEST', 'PHONE_REGISTER')).toMatchObject({
      id: HE,
      phone: '+34612034567',
    });
    expect(who('Ana Pons', text, 'REQUEST', 'REPORT')).toMatchObject({ id: HE, phone: undefined });
  });
});

describe('a relative', () => {
  it.each([
    [
      'Ana Pons',
      `La meva mare, Rosa Gil Mora (DNI ${HE}), vol canviar-ho. Sóc la seva filla, Ana Pons Gil, DNI ${SHE}.`,
    ],
    ['Ana Pons', `Escribo no nome de miña nai, Rosa Gil Mora, DNI ${HE}. Eu son Ana Pons Gil, DNI ${SHE}`],
    ['Ane Pons', `Nire amak, Rosa Gil Mora (NAN ${HE}), lan bizitza behar du. Ane Pons Gil, ${SHE}`],
    ['Ana Pons', `Mi madre Rosa Gil Mora (D.N.I. 99999999-R) no puede.\n\nAna Pons Gil, su hija, DNI ${SHE}`],
    [
      'Ana Pons',
      `Mi madre no ve bien. Cómo se hace? Se llama Rosa Gil Mora y tiene el DNI ${HE}.\n\nSu hija, Ana Pons`,
    ],
  ])('%s writes for: %s', (fromName, text) => {
    expect(who(fromName, text)).toMatchObject({ id: HE, name: 'Rosa Gil Mora', onBehalfOf: true });
  });

  it('has a line of her own, which no mail program has broken', () => {
    const text = `Quiero dar de baja a mi padre de autónomo que se jubila el 31 de mayo.\nPadre: Luis Pons Rey, DNI ${HE}, naf 46 99861042 67\nHija: Ana Pons Mora, DNI ${SHE}, tel 612 034 567`;
    expect(who('Ana Pons', text, 'REQUEST', 'BAJA')).toMatchObject({ id: HE, phone: undefined });
  });

  it('keeps his own telephone, and is told apart from one with the same surname', () => {
    const mother = `Mi madre, Rosa Pons Gil, DNI ${HE}, quiere cambiarlo. Ana Pons, 612 034 567`;
    expect(who('Ana Pons', mother)).toMatchObject({ name: 'Rosa Pons Gil', phone: undefined });
    const hers = `Mi suegra, Eva Mora Rey, ${SHE}, tenía contratada a Ana Uno Dos, NIE ${WORKER}. Demos de baja a Ana. El número de Ana, por si llaman, es el 612 034 567.\n\nBegoña, 943 04 51 13`;
    expect(who('Begoña Múgica', hers)).toMatchObject({ id: WORKER, phone: '+34612034567', onBehalfOf: true });
  });

  it('may have a name, and yet it is the writer’s own record', () => {
    const text = `Soy Luis Pons Rey, DNI ${HE}. Mi hijo puso su teléfono en mi ficha. Pongan el mío, 612 034 567. Mi hijo se llama Ana Pons Mora.`;
    expect(who('Luis Pons', text, 'REQUEST', 'PHONE_CHANGE')).toMatchObject({
      id: HE,
      phone: '+34612034567',
    });
  });

  it('asks for a child who has no document', () => {
    const text = `Ha nacido mi hija el 28 de abril de 2022. Se llama Vera Pons Gil, no tiene DNI.\n\nYo soy Ana Gil Rey, DNI ${SHE}\nEl padre: Luis Pons Mora, ${HE}`;
    expect(who('Ana', text)).toMatchObject({
      id: undefined,
      name: 'Vera Pons Gil',
      birthDate: '2022-04-28',
      onBehalfOf: true,
    });
  });

  it.each([
    [
      'only mentioned elsewhere',
      'Talleres Pons',
      `Quiero que me cambien el teléfono y me pongan el de mi mujer.\n\nSoy Luis Pons Rey\nDNI ${HE}`,
    ],
    [
      'named herself',
      'Centro - Trabajo Social',
      `Les escribo desde el centro donde trabajo, pero es para mí: me llamo Luis Pons Rey, mi DNI es ${HE} y quiero mi vida laboral.`,
    ],
    ['a pet name', 'Suso Pons', `Mi hermana dice que sí. Jesús Pons Rey, ${HE}`],
    ['made small', 'Carmiña Gil', `Coido da miña nai. Carme Gil Mora, DNI ${HE}`],
    [
      'a matter of his own',
      'Luis Pons',
      `Les escribo para que me pongan un teléfono. Luis Pons Rey, DNI ${HE}`,
    ],
    ['a client of his own', 'Luis Pons', `No me embarguen al cliente. Luis Pons Rey, DNI ${HE}`],
    [
      'who engages',
      'Ana Pons',
      `La señora que viene a casa pasa a 16 horas.\n\nElla: Eva Uno Dos, NIE ${WORKER}.\nYo: Ana Pons Gil, DNI ${HE}`,
    ],
  ])('%s: he writes for himself', (_what, fromName, text) => {
    expect(who(fromName, text).onBehalfOf).toBe(false);
  });

  it('passes on what another wrote', () => {
    const text = `Os lo reenvío.\n\n---------- Forwarded message ---------\nDe: Rosa\nAsunto: hola\n\nsoy rosa gil mora. mi dni ${HE} y el móvil 612 034 567`;
    expect(who('Centro Prueba', text, 'FORWARD')).toMatchObject({
      id: HE,
      name: 'Rosa Gil Mora',
      onBehalfOf: true,
    });
  });

  it('is an agency, and the other states no number but his telephone', () => {
    const text = `Os lo reenviamos.\nGestoría Ficticia, 976 04 51 13\n\n---------- Forwarded message ---------\nDe: Rosa\nAsunto: pagos\n\nQuiero pagar a plazos. Soy Rosa Gil Mora, mi número 612 034 567.`;
    expect(who('Gestoría Ficticia', text, 'FORWARD', 'DEFERRAL')).toMatchObject({
      name: 'Rosa Gil Mora',
      phone: '+34612034567',
    });
  });

  it('gives the new telephone in what he adds to what he passes on', () => {
    const text = `Os mando lo de mi madre. Es para poner el móvil, el 612 034 567, que es el suyo.\n\n---------- Forwarded message ---------\nDe: Eva\nAsunto: datos\n\nRosa Gil Mora\n${HE}`;
    expect(who('Ana Pons', text, 'FORWARD')).toMatchObject({ id: HE, phone: '+34612034567' });
  });
});

describe('worker and firm', () => {
  it.each([
    [
      'Luis Pons',
      `Cal donar de baixa la treballadora Ana Uno Dos, NIE ${WORKER}. Ocupador: Luis Pons Rey, DNI ${HE}.`,
    ],
    [
      'Ana Uno',
      `Trabajo para Luis Pons Rey (DNI ${SHE}) y no me da de alta. Soy Ana Uno Dos, NIE ${WORKER}.`,
    ],
    [
      'Ana Uno',
      `Soy empleada de hogar. La señora está conforme, se llama Pura Mora Rey y su dni es ${SHE}. El mío ${WORKER} Ana Uno Dos.`,
    ],
    [
      'Evaristo Gil',
      `A miña nai, Rosa Gil Rey, tiña contratada unha rapaza, chámase Ana Uno Dos, NIE ${WORKER}. Baixa o 15. DNI da nai: ${HE}.`,
    ],
  ])('%s: it is the worker: %s', (fromName, text) => {
    expect(who(fromName, text)).toMatchObject({ id: WORKER, name: 'Ana Uno Dos' });
  });

  it.each<[string, Action, string, string]>([
    [
      'a bonus',
      'INFO',
      'Prueba Dos',
      `La bonificación no sale al calcular la cuota.\n\nPrueba Dos, S.L., ${FIRM}\nTrabajador: Luis Pons Rey (DNI ${HE})`,
    ],
    [
      'as its manager',
      'DEFERRAL',
      'Luis Pons',
      `Como administrador de Prueba Dos, S.L. (CIF ${FIRM}) pido el aplazamiento. Luis Pons Rey, DNI ${HE}`,
    ],
    [
      'of its subcontractor',
      'REPORT',
      'Prueba Dos',
      `Certificat dels nostres subcontractats OBRES TRES, SL, amb NIF B12345674.\n\nPROVA DOS, SA\nNIF ${FIRM}`,
    ],
  ])('it is the firm: %s', (_what, act, fromName, text) => {
    expect(who(fromName, text, 'REQUEST', act)).toMatchObject({ id: FIRM, name: '' });
  });

  it('is the firm that registers two workers at once', () => {
    const text = `En nom del nostre client Prova, SL (CIF ${FIRM}) us demanem l'alta dels dos treballadors:\n\nPons Rey, Luis ${HE}\nGil Mora, Ana ${SHE}`;
    expect(who('Assessoria Fictícia', text, 'REQUEST', 'ALTA')).toMatchObject({ id: FIRM, name: '' });
  });

  it('is an agency that writes for itself', () => {
    const text = `Nos embargan por un proveedor, OBRAS TRES, S.L. (CIF B12345674). Somos ASESORÍA PRUEBA, S.L., CIF ${FIRM}, teléfono 976 04 51 13.`;
    expect(who('Eva Prueba', text)).toMatchObject({ id: FIRM, phone: '+34976045113', onBehalfOf: false });
  });

  it('keeps the telephone of the firm', () => {
    const text = `Alta de un camarero:\n\nTrabajador: LUIS PONS REY\nDNI: ${HE}\nCCC: 28/1234567/42\n\nRemedios Gil\nHotel Prueba, S.A.\nTel. 976 04 51 13`;
    expect(who('Hotel Prueba', text)).toMatchObject({ id: HE, name: 'Luis Pons Rey', phone: undefined });
  });

  it('knows the worker by his number alone', () => {
    const text = 'La dependienta Ana Uno Dos, 28/12345678/40, no sigue. Tramiten la baja.';
    expect(who('Tienda Prueba', text)).toMatchObject({ name: 'Ana Uno Dos', naf: '281234567840' });
  });

  it('leaves what is said of each with him', () => {
    const text = `ELLA ES ANA RUIZ GIL NIE ${WORKER} NACIO EL 27/07/2000. YO LUIS PONS REY DNI ${HE}. TELEFONO DEL BAR 976 04 51 13 Y DE ANA 612 03 45 67. ALTA YA`;
    expect(who('Bar Prueba', text)).toMatchObject({
      id: WORKER,
      birthDate: '2000-07-27',
      phone: '+34612034567',
    });
  });
});

describe('who is only mentioned', () => {
  it.each([
    `Me llegan cartas de Ana Mora, DNI ${SHE}, que no vive aquí. Luis Pons Rey ${HE}`,
    `Vendí el negocio a Ana Mora (${SHE}). Luis Pons Rey, ${HE}`,
    `Mi hija Ana Mora (${SHE}) recogerá el documento. Luis Pons Rey, ${HE}`,
  ])('is not the one it is for: %s', (text) => {
    expect(who('Luis Pons', text)).toMatchObject({ id: HE, onBehalfOf: false });
  });
});

describe('who is in charge of another', () => {
  it.each([
    `Doña Ana Mora Rey, con DNI ${SHE}, en calidad de tutora de Luis Pons Rey, con DNI ${HE}`,
    `Ana Mora Rey, con DNI ${SHE}, como madre de Luis Pons Rey, DNI ${HE}, solicita`,
    `Hijo: Luis Pons Rey, DNI ${HE}\nMadre: Ana Mora Rey, DNI ${SHE}. Pido para mi hijo su número.`,
  ])('asks for him: %s', (text) => {
    expect(who('Ana Mora', text)).toMatchObject({ id: HE, name: 'Luis Pons Rey', onBehalfOf: true });
  });
});

describe('the telephone said to be a relative’s', () => {
  const her = `Escribo por mi madre, Ana Mora Rey, DNI ${SHE}, que no ve bien.\n\nLe han girado dos recibos y pide que se los devuelvan.`;
  it.each<[string, string, string | undefined]>([
    [
      'whose document it is',
      `${her} El móvil de mi madre es el 612 034 567, el mío 622 034 568.`,
      '+34612034567',
    ],
    ['who is another', `${her} El móvil de mi hermana es el 612 034 567, por si acaso.`, undefined],
  ])('%s', (_, text, phone) => {
    expect(who('Luis Pons', `${text}\n\nLuis Pons`, 'REQUEST', 'REFUND')).toMatchObject({ id: SHE, phone });
  });
});

describe('of two numbers of one person', () => {
  it.each([
    `Soy Luis Pons Rey, DNI ${SHE} no, perdón, ese es del otro: ${HE}.`,
    `Luis Pons Rey, DNI ${SHE} - corrijo: ${HE}`,
    `En el correo anterior puse ${SHE} y es ${HE}. Luis Pons Rey`,
    `En mi ficha figura el DNI ${SHE} y el correcto es ${HE}. Luis Pons Rey`,
    `Ya tengo el DNI ${HE}. En la Seguridad Social sigo con el NIE ${WORKER}. Luis Pons Rey`,
  ])('it is the right one: %s', (text) => {
    expect(who('Luis Pons', text)).toMatchObject({ id: HE, name: 'Luis Pons Rey' });
  });
});

describe('who writes and has a document of his own in the text', () => {
  const OWN = '99193443D';
  it.each<[string, string, Action, string]>([
    [
      'asks for his own working life, whoever was there too',
      `Fuimos cinco: mi cuñado Luis Prueba (DNI 99193444X), dos más y yo. Quiero que me arreglen la vida laboral.\n\nAna Uno Dos\nDNI: ${OWN}`,
      'OTHER',
      OWN,
    ],
    [
      'asks for his own refund, of a worker’s quotas',
      `me han cobrado tres meses de mi muchacha, se llama Luisa Prueba y su dni 99193444X, yo soy Ana Uno Dos con dni ${OWN}`,
      'REFUND',
      OWN,
    ],
    [
      'asks what a widow gets',
      `Mi esposo, Luis Prueba, con DNI 99193444X, falleció el día 2. ¿La pensión me la tramitan ustedes? Me llamo Ana Uno Dos, DNI ${OWN}.`,
      'INFO',
      OWN,
    ],
    [
      'asks what her husband owed',
      `Mi esposo, Luis Prueba, con DNI 99193444X, falleció el día 2. ¿Qué debía? Me llamo Ana Uno Dos, DNI ${OWN}.`,
      'DEBT',
      '99193444X',
    ],
    [
      'takes a worker off his account',
      `Our housekeeper Luisa Prueba (NIE X1234567L) left on Sunday. Kindly remove her. Ana Uno, ${OWN}`,
      'BAJA',
      'X1234567L',
    ],
    [
      'takes himself off',
      `Quiero darme de baja; mi socio Luis Prueba (DNI 99193444X) sigue. Ana Uno Dos, ${OWN}`,
      'BAJA',
      OWN,
    ],
    [
      'moves house, and names whom he lived with',
      `La titular del piso era Luisa Prueba, el DNI de ella es 99193444X. Soy Ana Uno Dos, ${OWN}, y ahora vivo en la calle Mayor 3.`,
      'ADDRESS_CHANGE',
      OWN,
    ],
    [
      'asks for his father, who cannot',
      `Mi padre, Luis Prueba (DNI 99193444X), no sabe entrar y me han dicho que escriba. Ana Uno Dos, DNI ${OWN}`,
      'ACCESS_PROBLEM',
      '99193444X',
    ],
  ])('%s', (_, text, act, id) => {
    expect(who('Ana Uno', text, 'REQUEST', act).id).toBe(id);
  });
});

describe('an agency', () => {
  const FIRM_ONLY = 'La empresa Taller Ficticio, S.L., CCC 28/1234567/81, pide el recálculo.';

  it('is known by its domain: neither its name nor its telephone is the firm’s', () => {
    const text = `${FIRM_ONLY}\n\nEva Gil\n986 03 22 11`;
    const asked = who('Eva Gil', text, 'REQUEST', 'OTHER', 'eva@assessoriaficticia.example');
    expect(asked).toMatchObject({ name: '', phone: undefined, onBehalfOf: true });
    expect(who('Eva Gil', text, 'REQUEST', 'OTHER', 'eva@taller.example')).toMatchObject({
      onBehalfOf: false,
    });
  });

  it('registers the worker, not the client who engages her', () => {
    const text =
      'Nuestra clienta Rosa Gil Mora (DNI 99193444X) la contrata.\n\nTrabajadora: Eva Prueba Otra\nNIE: X1234567L';
    expect(who('Gestoría Ficticia', text, 'REQUEST', 'ALTA').id).toBe('X1234567L');
  });

  it('is a lawyer who says for whom', () => {
    const text = 'Actúo como abogada de Luis Prueba Uno, DNI 99193444X. Deuda de Otra, S.L. (B12345674).';
    expect(who('Eva Gil', text, 'REQUEST', 'DEBT')).toMatchObject({ id: '99193444X', onBehalfOf: true });
  });
});

describe('a relative who needs something', () => {
  it.each([
    [
      'ro',
      'Bună ziua, soțul meu Ion Popa, NIE X1234567L, are nevoie de vida laboral. Eu sunt Ana Popa, NIE 99999999R, tel 612345678.',
    ],
    [
      'en',
      'Hello, my husband John Smith (NIE X1234567L) needs his work history. I am Ana Smith, DNI 99999999R, phone 612345678.',
    ],
    [
      'it',
      'Buongiorno, mio padre Luigi Rossi, NIE X1234567L, ha bisogno del certificato. Io sono Ana Rossi, DNI 99999999R.',
    ],
    [
      'pt',
      'Bom dia, a minha mãe Maria Silva, NIE X1234567L, precisa do relatório. Eu sou a filha, Ana Silva, DNI 99999999R.',
    ],
    ['de', 'Guten Tag, mein Mann Hans Müller, NIE X1234567L, braucht es. Ich bin Ana Müller, DNI 99999999R.'],
    ['eu', 'Kaixo, nire amak, Miren Gil Mora, NIE X1234567L, behar du. Ni Ana Gil naiz, NAN 99999999R.'],
    ['uk', 'Мій чоловік Іван Петров, NIE X1234567L, хоче vida laboral. Я Ana Petrova, DNI 99999999R.'],
  ])('is known in %s', (language, text) => {
    const person = extractPerson({
      subject: '',
      body: readBody(text),
      fromName: 'Ana',
      fromAddress: '',
      kind: 'REQUEST',
      language,
      act: 'REPORT',
    });
    expect(person).toMatchObject({ onBehalfOf: true, values: { id: { value: 'X1234567L' } } });
    expect(person.values).not.toHaveProperty('phone');
  });
});

it('reads again what hangs on whom it is for, once that is known by more than the words', () => {
  const text = `Buenos días. Mi tía Rosa Gil Mora, soltera, de 88 años, quiere tener la clave esa por mensaje. Que pongan el mío, el 612 034 567, porque ella no sabe abrirlos. Es titular del DNI ${SHE} y nació el 30 de junio de 1931.\nGracias. Enrique.`;
  expect(who('Enrique Mora', text, 'REQUEST', 'PHONE_REGISTER')).toMatchObject({
    id: SHE,
    name: 'Rosa Gil Mora',
    onBehalfOf: true,
  });
});

it('reads the birth date beside a name that has no document', () => {
  const text = 'Quiero que me devuelvan el recargo.\n\nLuis Pons Rey / 10 abril 1968 / luis@example.org';
  expect(who('Luis Pons', text, 'REQUEST', 'REFUND')).toMatchObject({ birthDate: '1968-04-10' });
});

it('reads whose data a line announces', () => {
  const text = `Miña nai vive soa. Poñan o meu móbil, 612 034 567.\n\nOs datos dela: DNI ${SHE}, naceu o 2 de febreiro de 1936.\nOs meus, por se fan falla: Luis Pons Gil, DNI ${HE}.`;
  expect(who('Luis Pons', text, 'REQUEST', 'PHONE_CHANGE')).toMatchObject({
    id: SHE,
    birthDate: '1936-02-02',
  });
});

it('reads whose a line is from the line that begins its block', () => {
  const text = `Solicitante: Rosa Gil Mora\nNIE: X1234567L\nMóvil: 645678901\nRepresentante: Ana Pons Gil\nDNI: 99999999R\nMóvil: 612345678`;
  expect(who('Ana Pons', text)).toMatchObject({ id: 'X1234567L', phone: '+34645678901' });
});

it('reads a telephone in a sentence of its own as the writer’s', () => {
  const text =
    'Soy Ana Pons Gil, DNI 99999999R. Mi marido Luis Mora, NIE X1234567L, cobra pensión y yo quiero mi vida laboral. Tel 612345678';
  expect(who('Ana Pons', text)).toMatchObject({ id: '99999999R', phone: '+34612345678' });
});

describe('the telephone', () => {
  it.each<[string, string, Action, string]>([
    [
      'of an heir who asks for himself',
      'Ana Mora',
      'REFUND',
      `Soy hija y heredera de Luis Mora Pons, ${HE}, que falleció en mayo. Pido que me devuelvan a mí lo que le cobraron. Yo, Ana Mora Gil, DNI ${SHE}, 612034567.`,
    ],
    [
      'of a firm beside its account',
      'Construcciones Prueba',
      'ADDRESS_CHANGE',
      `La sociedad CONSTRUCCIONES Y REFORMAS PRUEBA SL (${FIRM}, CCC 28/1234567/42) se ha mudado.\n\nAdministración\n612 034 567`,
    ],
  ])('is that %s', (_what, fromName, act, text) => {
    expect(who(fromName, text, 'REQUEST', act).phone).toBe('+34612034567');
  });

  it.each<[string, string]>([
    ['of somebody else by name', `Ana Mora Gil, DNI ${SHE}. El 612034567 es el de Luis, yo no tengo.`],
    [
      'of who answers for her',
      `Mi mujer, Ana Mora Gil, DNI ${SHE}, está ingresada. Cualquier cosa a mí, 612034567.`,
    ],
  ])('is nobody’s: %s', (_what, text) => {
    expect(who('Luis Pons', text, 'REQUEST', 'DEFERRAL').phone).toBeUndefined();
  });
});
