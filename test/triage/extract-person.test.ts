import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPerson } from '../../main/triage/extract-person.ts';
import type { Action, Kind } from '../../main/triage/model.ts';
import { readBody } from '../../main/triage/quoted.ts';

type Options = {
  subject?: string;
  kind?: Kind;
  fromName?: string;
  language?: string;
  act?: Action | null;
};

function extract(
  text: string,
  { subject = '', kind = 'REQUEST', fromName = '', language = 'es', act = null }: Options = {},
) {
  return extractPerson({ subject, body: readBody(text), kind, fromName, fromAddress: '', language, act });
}

/** The values alone, for comparing. */
function values(text: string, options?: Options): Record<string, string> {
  return Object.fromEntries(
    Object.entries(extract(text, options).values).map(([field, found]) => [field, found.value]),
  );
}

describe('who it is for', () => {
  it.each([
    'Mi abuelo Luis Prueba Ficticia (DNI 99999999R) no usa móvil. Yo soy Eva Prueba Otra, DNI 12345678Z.',
    'Soy Eva Prueba Otra (12345678Z). Mi tío: DNI 99999999R.',
    'Mi padre, Luis Prueba Ficticia, que tenía el DNI 99999999R, murió.\n\nEva Prueba Otra\n12345678Z',
  ])('is the relative: %s', (text) => {
    expect(extract(text)).toMatchObject({ onBehalfOf: true, values: { id: { value: '99999999R' } } });
  });

  it.each([
    ['the worker', 'Mi tía, Eva Dos Tres (DNI 12345678Z), tiene contratada a Ana Uno Dos, NIE X1234567L.'],
    [
      'the worker',
      'Soy Ion Gil, mi NIE es Y1234567X. Un empleado que se llama Ali Bo no viene. Su NIE X1234567L.',
    ],
    ['the worker', 'Empleadora: Eva Dos Tres, DNI 12345678Z\nTrabajadora: Ana Uno\nDocumento: NIE X1234567L'],
  ])('is %s, not who engages: %s', (_who, text) => {
    expect(values(text, { act: 'BAJA' })).toMatchObject({ id: 'X1234567L' });
  });

  it.each([
    'Autorizo a mi prima Eva Prueba Otra, DNI 12345678Z, a recogerlo.\n\nLuis Prueba Uno\nDNI 99999999R',
    'Quiero que mi hija Eva Prueba Otra (DNI 12345678Z) me represente. Soy Luis Prueba Uno, DNI 99999999R.',
    'Mi mujer (Eva Otra Mas, 12345678Z) y yo (Luis Prueba Uno, 99999999R) nos hemos mudado.',
  ])('is who lets another act, or writes for both: %s', (text) => {
    const person = extract(text, { fromName: 'Luis Prueba' });
    expect(person).toMatchObject({ onBehalfOf: false, values: { id: { value: '99999999R' } } });
  });

  it.each([
    'Club Ficticio, CIF G12345674. Presidenta: Eva Prueba Otra, DNI 12345678Z',
    'Debemos dinero a un proveedor, Otra Cosa, S.L. (CIF B12345674). Somos Asesoría Dos, S.L., CIF G12345674.',
    'Este Club (G-1234567-4) pide el recibo.',
  ])('is the firm that asks: %s', (text) => {
    expect(values(text)).toMatchObject({ id: 'G12345674' });
  });

  it('is the other one where the sender names himself as well', () => {
    const text = 'Luis Prueba Uno, DNI 99999999R. La baja es para Ana Uno Dos, NIE X1234567L.';
    expect(values(text, { fromName: 'Luis Prueba', act: 'BAJA' })).toMatchObject({ id: 'X1234567L' });
  });

  it('is not the colleague who is mentioned', () => {
    const text =
      'El trabajador D. Luis Prueba Uno (DNI 99999999R) sigue de alta: se usó el NAF de otro compañero (28/12345678/40). El suyo es el NAF 08/12345678/69.';
    expect(values(text)).toMatchObject({ naf: '081234567869' });
  });

  it('is who only mentions a relative', () => {
    const text = 'Mi DNI es 99999999R, mi marido es Luis Prueba Ficticia 12345678Z.';
    expect(extract(text)).toMatchObject({ onBehalfOf: false, values: { id: { value: '99999999R' } } });
  });

  it.each([
    ['soy autónoma desde enero. ana gil mora 99999999R', 'Ana', 'Gil Mora'],
    ['quiero 70 euros cada mes antonia gil mora 99999999R', 'Antonia', 'Gil Mora'],
    ['Xoán Gil Mayo, DNI 99999999R', 'Xoán', 'Gil Mayo'],
    ['Apellido Prueba nombre Eva, NIE X1234567L', 'Eva', 'Prueba'],
    ['Jan van der Prueba, NIE X1234567L', 'Jan', 'van der Prueba'],
    ['Pere Prueba i Mora\n99999999R', 'Pere', 'Prueba i Mora'],
    ['Dª Eva Prueba Ficticia, DNI 99999999R', 'Eva', 'Prueba Ficticia'],
    ['Eva Prueba Ficticia (antes Eva Gil Mora) 99999999R', 'Eva', 'Prueba Ficticia'],
    ['Alta de Eva Prueba Ficticia, de nacionalidad rumana y con el NIE X1234567L', 'Eva', 'Prueba Ficticia'],
    ['姓名：Wang Mei，NIE：X0000000T', 'Mei', 'Wang'],
    [
      'Tengo un hermano, Luis Prueba Ficticia, que cobra. Sus datos: DNI 99999999R',
      'Luis',
      'Prueba Ficticia',
    ],
  ])('is named: %s', (text, givenName, surnames) => {
    expect(values(text)).toMatchObject({ givenName, surnames });
  });

  it('is named as the sender calls himself where several names stand', () => {
    const text = 'Cambien por favor lo de Calatayud. Luis Prueba Ficticia, tel. 612 03 45 67';
    expect(values(text, { fromName: 'Luis Prueba' })).toMatchObject({ surnames: 'Prueba Ficticia' });
  });
});

describe('the sender beside the one it is for', () => {
  it.each([
    ['Eva Otra', 'Ell es diu Luis Prueba Ficticia, DNI 99999999R. El meu telèfon: 612345678.\n\nEva Otra'],
    ['Eva Otra', 'Él es Luis Prueba Ficticia, 99999999R. Yo: Eva, 612345678.'],
    [
      'Eva Otra',
      'Soy Eva Otra, NIE X1234567L. Un empleado que se llama Luis Prueba. Su DNI 99999999R. Mi tel 612345678',
    ],
  ])('keeps his own telephone: %s, %s', (fromName, text) => {
    const said = values(text, { fromName, act: 'BAJA' });
    expect(said).toMatchObject({ id: '99999999R', givenName: 'Luis' });
    expect(said).not.toHaveProperty('phone');
  });

  it.each(['Eli Prueba', 'Elisa Prueba'])('is the same under a shorter name: %s', (fromName) => {
    const text = 'Elisa Prueba Mora, DNI 99999999R. Contesten a Eli, por favor.\n\n612345678';
    expect(values(text, { fromName })).toMatchObject({ phone: '+34612345678' });
  });
});

describe('a number whose letter stands apart', () => {
  it.each([
    'mi DNI es el 99.999.999, letra R',
    'el DNI es 99 99 99 99 erre de Roma',
    'mi DNI termina en R: 99999999',
    'Ana Gil Mora99999999R',
    'noventa y nueve millones novecientos noventa y nueve mil novecientos noventa y nueve, erre de Roma',
  ])('is put together: %s', (text) => {
    expect(values(text)).toMatchObject({ id: '99999999R' });
  });

  it('takes no other letter', () => {
    expect(values('Debo 99 999 999 pesetas')).not.toHaveProperty('id');
  });
});

describe('an old and a new number', () => {
  it.each([
    'el meu telèfon ja no és el 630 04 51 12, ara és 645 08 77 20',
    'Meine alte Nummer 630 04 51 12, meine neue 645 08 77 20',
    'Старый 630 04 51 12, новый 645 08 77 20',
    'ya no es el 630 04 51 12 sino el 645 08 77 20',
    'No es 630 04 51 12, es 645 08 77 20',
  ])('%s', (text) => {
    expect(values(text)).toMatchObject({ phone: '+34645087720' });
  });
});

describe('a birth date without a word', () => {
  it.each([
    'Soy Ana Prueba Ficticia dni 99999999R 3/10/2004 tlf 612 03 45 67',
    'Ana Prueba Ficticia. 99999999R. 3 de octubre de 2004.',
    'Ana Prueba Ficticia, DNI 99999999R, tel. 612 03 45 67, 3-OCT-2004',
    'soy Ana Prueba Ficticia 99999999R del 3/10/2004',
  ])('is read beside the document: %s', (text) => {
    expect(values(text)).toMatchObject({ birthDate: '2004-10-03' });
  });

  it.each([
    'Soy Ana Prueba, DNI 99999999R, de alta desde el 3/10/2004',
    'DNI 99999999R. Firmado el 3 de octubre de 2004',
  ])('is not every date: %s', (text) => {
    expect(values(text)).not.toHaveProperty('birthDate');
  });
});

describe('identity documents', () => {
  it.each([
    '99.999.999-R',
    '99999999 r',
    '99 999 999 R',
    '99.999.999 – R',
    'DNI: 99999999R',
    'd.n.i. 99999999-r',
    'noventa y nueve millones novecientos noventa y nueve mil novecientos noventa y nueve, letra R',
  ])('reads %s', (written) => {
    expect(values(`Hola. Mi documento: ${written}. Gracias`)).toMatchObject({
      idType: 'DNI',
      id: '99999999R',
    });
  });

  it.each([
    ['NIE Y-1234567-X', 'NIE', 'Y1234567X'],
    ['x 1234567 l', 'NIE', 'X1234567L'],
    ['CIF B-00545525', 'CIF', 'B00545525'],
    ['pasaporte no. AB123456', 'PASSPORT', 'AB123456'],
  ])('reads %s', (text, idType, id) => {
    expect(values(text)).toMatchObject({ idType, id });
  });

  it('keeps a wrong document that is meant as one, and says that it is wrong', () => {
    expect(extract('DNI 99999999A')).toMatchObject({ idValid: false });
    expect(values('mi dni es 9939176Y')).toMatchObject({ id: '9939176Y' });
  });

  it('takes no amount for a document', () => {
    expect(values('Son 12.345.678 euros y 1.500.000 a plazos, ref. 12345678 de 2019')).toEqual({});
  });

  it('finds the document in the subject', () => {
    expect(extract('lo del asunto', { subject: '99999999R baja autónomo' }).values.id).toMatchObject({
      where: 'SUBJECT',
      start: 0,
      end: 9,
    });
  });

  it('tells the worker from the employer, and the new document from the old', () => {
    const worker = 'Sus datos: Ada Uno Dos, NIE X1234567L.\nLos míos: Eva Tres Cuatro, DNI 99999999R.';
    expect(values(worker)).toMatchObject({ id: 'X1234567L', givenName: 'Ada', surnames: 'Uno Dos' });
    expect(values('Antes tenía NIE X1234567L y ahora tengo DNI 99999999R')).toMatchObject({
      id: '99999999R',
    });
  });
});

describe('names', () => {
  it.each([
    ['Me llamo Ana María Prueba Ficticia, DNI 99999999R', 'Ana María', 'Prueba Ficticia'],
    ['Saludos\n\nJosé Antonio Prueba Ficticia\n99999999R', 'José Antonio', 'Prueba Ficticia'],
    ['María del Valle Prueba Ficticia, 99999999R', 'María del Valle', 'Prueba Ficticia'],
    ['Idoia Prueba Sáenz de Buruaga (99999999R)', 'Idoia', 'Prueba Sáenz de Buruaga'],
    ['SOY ANA PRUEBA FICTICIA CON DNI 99999999R', 'Ana', 'Prueba Ficticia'],
    ['me llamo ana prueba ficticia mi dni 99999999r', 'Ana', 'Prueba Ficticia'],
    ['DNI 99999999-R, Ana Prueba Ficticia, 612 03 45 67', 'Ana', 'Prueba Ficticia'],
    ['D.ª ANA PRUEBA FICTICIA, con DNI 99999999R', 'Ana', 'Prueba Ficticia'],
  ])('%s', (text, givenName, surnames) => {
    expect(values(text)).toMatchObject({ givenName, surnames });
  });

  it('reads the two lines of a form', () => {
    expect(values('APELLIDOS: PRUEBA FICTICIA\nNOMBRE: ANA\nNIF: 99999999R')).toMatchObject({
      givenName: 'Ana',
      surnames: 'Prueba Ficticia',
    });
  });

  it('gives one surname where people have one', () => {
    expect(values('My name is Margaret Anne Prueba, NIE X1234567L', { language: 'en' })).toMatchObject({
      givenName: 'Margaret Anne',
      surnames: 'Prueba',
    });
  });

  it('sees a surname put first by the sender', () => {
    expect(values('Prueba Vasile\nNIE X1234567L', { fromName: 'Vasile Prueba' })).toMatchObject({
      givenName: 'Vasile',
      surnames: 'Prueba',
    });
  });

  it('never takes the name from the sender alone', () => {
    expect(values('quiero la baja. 99999999R', { fromName: 'Ana Prueba' })).not.toHaveProperty('givenName');
  });
});

describe('birth dates', () => {
  it.each([
    'nacida el 22/11/1987',
    'Fecha nac.: 22/11/87',
    'nada o 22 do 11 do 87',
    'Jaioteguna: 1987/11/22',
    '1987eko azaroaren 22an jaio nintzen',
    'ich bin am 22. November 1987 geboren',
    '出生日期:1987年11月22日',
    'дата рождения 22 ноября 1987 г.',
    'تاريخ الميلاد: 22/11/1987',
    'Cumplo años el 22 de noviembre (soy del 87)',
    'Nací el día 22 de noviembre de 1987 en Teruel',
    'F. nacimiento: 22-11-87',
    'nascuda el 22 de novembre de 1987',
    'jaiotze data: 1987ko azaroaren 22a',
    'born on November 22, 1987',
    'DOB: 22nd November 1987',
    'născută la 22.XI.1987',
    'nací el veintidós de noviembre de mil novecientos ochenta y siete',
  ])('%s', (text) => {
    expect(values(text)).toEqual({ birthDate: '1987-11-22' });
  });

  it.each([
    'Luis Prueba Uno 15/09/55 99999999R',
    'fecha: 15.09.1955 dni 99999999R',
    'DNI 99999999R. Naceu o 15 de setembro do 55',
    'DNI 99999999R, soy del 15 de sept. de 1955',
    'DNI 99999999R. Fecha de nacimiento 15 09 1955',
    'DNI 99999999R, nacimiento 150955',
    'DNI 99999999R, nací el quince del nueve del cincuenta y cinco',
    '99999999R, nacida el 15 de septiembre del cincuenta y cinco',
    '99999999R. 1955eko irailaren 15ean jaio nintzen',
    'DNI noventa y nueve millones novecientos noventa y nueve mil novecientos noventa y nueve R (o sea 99999999R), nacida el 15/9/55',
  ])('short, bare and in words: %s', (text) => {
    expect(values(text)).toMatchObject({ birthDate: '1955-09-15' });
  });

  it.each([
    'Mi marido (DNI 12345678Z) murió. En mi ficha no consta que nací el 15/09/1955. Soy Eva Prueba Otra, DNI 99999999R.',
    'Nuestra hermana Eva Prueba Otra (en religión, sor Inés), nacida el 15 de septiembre de 1955 en un pueblo de Soria y profesa desde joven, DNI 99999999R, no tiene teléfono. Sor Ana, DNI 12345678Z',
    'Escribo en nombre de mi madre, Eva Prueba Otra, DNI 99999999R. Mi padre, Luis Prueba (12345678Z), murió en junio. Ella nació el 15/09/1955, mi padre el 1-1-1946.',
    'Alta de D.ª Eva Prueba Otra, NIE X1234567L, pasaporte portugués FX990112, nacida en Lisboa el 15 de septiembre de 1955.',
    'NIE: X1234567L\nPasaporte (caducado): A00990144\nF. nacimiento: 15/09/1955',
    'Passeport marocain AB990112, NIE X1234567L, Eva Prueba, née le 15 septembre 1955',
  ])('of the one it is for: %s', (text) => {
    expect(values(text)).toMatchObject({ birthDate: '1955-09-15' });
  });

  it('takes other dates for nothing', () => {
    expect(values('Baja con fecha 30/06/1987. El 22 de noviembre de 1987 entré en la empresa.')).toEqual({});
    expect(values('nací el 31/02/1987')).toEqual({});
  });
});

describe('phones', () => {
  it.each([
    'tel. 612 03 45 67',
    'móvil: 612.03.45.67',
    '6 1 2 0 3 4 5 6 7',
    '6-1-2-0-3-4-5-6-7',
    'tfno 612-034-567',
    '0034 612 03 45 67',
    'seis uno dos, cero tres cuatro, cinco seis siete',
    'seiscientos doce, cero treinta y cuatro, quinientos sesenta y siete',
  ])('%s', (text) => {
    expect(values(`Hola.\nAna\n${text}\n`)).toMatchObject({ phone: '+34612034567' });
  });

  it('takes the new one, and mobile before landline', () => {
    expect(values('El viejo era el 633 01 22 90 y el NUEVO es 612 03 45 67')).toMatchObject({
      phone: '+34612034567',
    });
    expect(values('Tel. 976 04 51 13 / 612 03 45 67')).toMatchObject({ phone: '+34612034567' });
  });

  it('takes the number of the one the request is for', () => {
    const text =
      'En nombre de mi madre, Eva Prueba Ficticia (DNI 99999999R, nacida el 5 de mayo de 1940). Mi teléfono es 612 03 45 67 y el de ella 976 04 51 13.';
    expect(values(text)).toMatchObject({ birthDate: '1940-05-05', phone: '+34976045113' });
  });

  it('leaves an agency its own', () => {
    const text =
      'En representación de Ana Prueba Ficticia, DNI 99999999R, pedimos la baja.\n\nUn saludo,\nGestoría Prueba\nTel. 976 04 51 13';
    expect(values(text)).not.toHaveProperty('phone');
  });

  it('takes no account number, fax or service number for a phone', () => {
    expect(values('NAF 281234567840, fax 976 04 51 13, llamé al 901 50 20 50')).toEqual({
      naf: '281234567840',
    });
  });
});

describe('accounts and e-mail', () => {
  it('reads NAF and CCC with and without words', () => {
    expect(values('NAF 28/12345678/40 y CCC 28/1234567/42')).toEqual({
      naf: '281234567840',
      ccc: '28123456742',
    });
    expect(values('28 12345678 40')).toEqual({ naf: '281234567840' });
    expect(values('Seguridad Social: 28/12345678/41')).toEqual({ naf: '281234567841' });
    expect(values('referencia 281234567841')).toEqual({});
  });

  it.each([
    'Luis Prueba - 99999999R - luis.prueba@example.com',
    'Mi correo nuevo: luis.prueba@example.com. DNI 99999999R',
    'DNI 99999999R. Me pueden contestar a luis.prueba@example.com, gracias',
    'O meu enderezo é luis.prueba@example.com. DNI 99999999R',
  ])('takes the e-mail of: %s', (text) => {
    expect(values(text)).toMatchObject({ email: 'luis.prueba@example.com' });
  });

  it.each([
    'En nombre de nuestra clienta EVA PRUEBA OTRA (DNI 99999999R). Contesten aquí o a la dirección de la clienta: eprueba@example.com',
    'En nombre de mi madre, Eva Prueba Otra, DNI 99999999R. Su correo es eprueba@example.com y el mío luis@example.com',
    'En nombre de mi madre, Evarista Prueba Otra, DNI 99999999R: luis@example.com, evarista.prueba@example.com',
    'Al correu que consta a la fitxa, vell@example.com, ja no hi entro. Soc Eva Prueba Otra, 99999999R: eprueba@example.com',
    'E-mail de la abogada, por si acaso: letrada@example.com\nEl mío: eprueba@example.com\nEva Prueba Otra, DNI 99999999R',
  ])('takes the e-mail of the one it is for: %s', (text) => {
    const { email } = values(text);
    expect(email).toMatch(/prueba@example/);
  });

  it("takes no agency's e-mail for its client's", () => {
    const text =
      'En nombre de nuestra clienta Eva Prueba Otra, DNI 99999999R, pedimos la baja. Contesten a Lorena, en lorena@example.com';
    expect(values(text)).not.toHaveProperty('email');
  });

  it('takes an e-mail that is given as one', () => {
    expect(values('Correo: Ana@Example.org')).toEqual({ email: 'ana@example.org' });
    expect(values('escribí a otra@example.org y nada')).toEqual({});
  });
});

describe('whose words', () => {
  const quoted =
    '\n\nEl 3 abr 2020, a las 9:48, TGSS escribió:\n> Sra. Ajena, DNI 99999999R\n> tel. 976 04 51 13';

  it('never reads the quoted part of a reply, but the answer below it', () => {
    expect(values(`Va la firma.${quoted}`, { kind: 'REPLY' })).toEqual({});
    expect(values(`${quoted.trim()}\n\nMi NIE es X1234567L`, { kind: 'REPLY' })).toMatchObject({
      id: 'X1234567L',
    });
  });

  it.each([
    '-----Ursprüngliche Nachricht-----\nVon: TGSS\nBetreff: AW: Daten\n\n',
    'Am 3.4.2020 um 9:48 schrieb TGSS:\n\n',
    'Von: TGSS\nGesendet: Freitag\nAn: Ana\nBetreff: Daten\n\n',
    'Il giorno 3 apr 2020 TGSS ha scritto:\n\n',
    '-----Messaggio originale-----\nDa: TGSS\nInviato: venerdì\n\n',
    'În data 3 apr. 2020, TGSS a scris:\n\n',
    '-----Mensagem original-----\nDe: TGSS\nEnviada: sexta-feira\n\n',
  ])('knows what is quoted in the languages that come in: %s', (announcement) => {
    const text = `Ana Prueba, NIE X1234567L\n\n${announcement}¿Vale el 612 03 45 67? DNI 99999999R`;
    expect(values(text, { kind: 'REPLY' })).toMatchObject({ id: 'X1234567L' });
    expect(values(text, { kind: 'REPLY' })).not.toHaveProperty('phone');
  });

  it('keeps a line of its own apart from a long one, which no mail program has broken', () => {
    const long =
      'he probado dos veces con la clave que ustedes me dieron en la oficina el martes y no me llega nada';
    expect(values(`${long}\nAna Prueba Ficticia`)).toMatchObject({
      givenName: 'Ana',
      surnames: 'Prueba Ficticia',
    });
  });

  it('reads the forwarded message, not its header lines', () => {
    const text =
      'Os paso el correo de nuestro cliente. Gestoría, 976 04 51 13\n\nDe: Ana <ana@example.org>\nEnviado el: lunes\nPara: g@example.org\nAsunto: baja\n\nsoy Ana Prueba Ficticia 99999999r tf 612 03 45 67';
    expect(values(text, { kind: 'FORWARD' })).toMatchObject({
      id: '99999999R',
      surnames: 'Prueba Ficticia',
      phone: '+34612034567',
    });
    expect(values(text, { kind: 'FORWARD' })).not.toHaveProperty('email');
  });

  it('gives offsets into the text as it came', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (noise) => {
        const text = `${noise}\n\nMe llamo Ángela Prueba Ñíguez, DNI 99.999.999-R\nTel. 612\u00a003 45 67`;
        const { values: found } = extract(text);
        const cut = (field: 'id' | 'phone') => text.slice(found[field]?.start ?? 0, found[field]?.end ?? 0);
        if (found.id?.value === '99999999R') expect(cut('id')).toBe('99.999.999-R');
        if (found.phone?.value === '+34612034567') expect(cut('phone')).toBe('612\u00a003 45 67');
        expect(noise.length > 20 || found.id !== undefined).toBe(true);
      }),
    );
  });
});
