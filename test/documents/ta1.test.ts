import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../main/documents/read-pdf.ts';
import { formValues } from '../../main/documents/ta1.ts';
import { partOf } from '../../main/documents/ta1-labels.ts';
import { PDF_BOUNDS } from '../../main/documents/pdf-tasks.ts';
import { aCitizen, declared } from '../support/builders.ts';
import { apiDesk } from '../support/api.ts';
import { aForm, aMessageWithPdf, aPdf, aPrintedForm, type Box } from '../support/pdfs.ts';
import { temporaryStore } from '../support/store.ts';

const BOXES: readonly Box[] = [
  { label: '1.1 PRIMER APELLIDO', value: 'NÚÑEZ' },
  { label: 'SEGUNDO APELLIDO', value: 'DE LA CAL' },
  { label: 'NOMBRE', value: 'BEGOÑA' },
  { label: 'Nº DE DOCUMENTO IDENTIFICATIVO', value: '99.193.443-D' },
  { label: 'FECHA DE NACIMIENTO', value: '22/11/1987' },
  { label: 'NÚMERO DE SEGURIDAD SOCIAL', value: '28 12345678 40' },
  { label: 'NOMBRE DEL PADRE', value: 'EUSEBIO' },
  { label: 'TELÉFONO FIJO', value: '976 123 456' },
  { label: 'TELÉFONO MÓVIL PARA SMS', value: '612 034 567' },
  { label: 'CORREO ELECTRÓNICO', value: 'Begona@ejemplo.test' },
  { label: 'TIPO DE VÍA', value: 'Calle' },
  { label: 'NOMBRE DE LA VÍA', value: 'Mayor' },
  { label: 'NÚM.', value: '5' },
  { label: 'C.P.', value: '50001' },
  { label: 'MUNICIPIO', value: 'Zaragoza' },
  { label: 'CAUSA DE LA VARIACIÓN', value: 'Cambio de móvil' },
];

const READ = {
  id: '99193443D',
  givenName: 'Begoña',
  surnames: 'Núñez de la Cal',
  birthDate: '1987-11-22',
  naf: '281234567840',
  phone: '+34612034567',
  email: 'begona@ejemplo.test',
  address: 'Calle Mayor, 5, 50001 Zaragoza',
  cause: 'Cambio de móvil',
};

async function valuesOf(pdf: Buffer) {
  const answer = await readPdf(new Uint8Array(pdf));
  if (answer.kind !== 'READ') throw new Error(answer.problem);
  const { source, values } = formValues(answer.content.items);
  return { source, values: Object.fromEntries(values.map(({ field, value }) => [field, value])) };
}

const problemOf = async (bytes: Buffer) => {
  const answer = await readPdf(new Uint8Array(bytes));
  return answer.kind === 'REFUSED' ? answer.problem : 'READ';
};

describe('reading a TA.1', () => {
  it('reads the fields, by the labels printed over them when their names say nothing', async () => {
    expect(await valuesOf(await aForm(BOXES))).toEqual({ source: 'FORM', values: READ });
  });

  it('reads fields by their names, whatever is printed beside them', async () => {
    const named = await aForm([
      { label: 'a', name: 'form1.txtPrimerApellido[0]', value: 'LASA' },
      { label: 'b', name: 'txtNombre', value: 'TXEMA' },
      { label: 'c', name: 'telefono_movil_1', value: '+34 612034567' },
    ]);
    expect((await valuesOf(named)).values).toEqual({
      givenName: 'Txema',
      surnames: 'Lasa',
      phone: '+34612034567',
    });
  });

  it('reads a printed form by its layout', async () => {
    expect(await valuesOf(await aPrintedForm(BOXES))).toEqual({ source: 'TEXT', values: READ });
  });

  it('joins a birth date of three boxes, and keeps what it cannot make out as it was written', async () => {
    const answer = await readPdf(
      new Uint8Array(
        await aForm([
          { label: 'FECHA DE NACIMIENTO', name: 'fechaNacimiento1', value: '2' },
          { label: 'x', name: 'fecha nacimiento 2', value: '3' },
          { label: 'y', name: 'fecha nacimiento 3', value: '1990' },
          { label: 'NÚMERO DE DOCUMENTO', value: '99193443A' },
          { label: 'TELÉFONO', value: '12' },
        ]),
      ),
    );
    if (answer.kind !== 'READ') throw new Error(answer.problem);
    const { idType, values } = formValues(answer.content.items);
    expect(idType).toBe('DNI');
    expect(values.map(({ field, value, valid }) => [field, value, valid])).toEqual([
      ['id', '99193443A', false],
      ['birthDate', '1990-03-02', true],
      ['phone', '12', false],
    ]);
  });

  it('knows a label from an instruction', () => {
    expect(partOf('1.4 Nº DE DOCUMENTO:')).toBe('id');
    expect(partOf('NOMBRE DE LA MADRE')).toBe('OTHER');
    expect(partOf(`Teléfono ${'que debe estar a nombre de quien solicita '.repeat(3)}`)).toBeNull();
  });
});

describe('what a PDF from a stranger may do', () => {
  it('names what it is that cannot be read', async () => {
    expect(await problemOf(Buffer.from('MZ not a pdf'))).toBe('NOT_A_PDF');
    expect(await problemOf(Buffer.from('%PDF-1.7\nrotten'))).toBe('DAMAGED');
    expect(await problemOf(Buffer.alloc(PDF_BOUNDS.bytes + 1))).toBe('TOO_BIG');
    expect(await problemOf(await aPdf(() => undefined))).toBe('NO_TEXT');
    expect(await problemOf(await aPdf((doc) => doc.text('x'), { userPassword: 'secreto' }))).toBe(
      'ENCRYPTED',
    );
    const long = await aPdf((doc) => {
      for (let page = 0; page < PDF_BOUNDS.pages; page += 1) doc.addPage();
    });
    expect(await problemOf(long)).toBe('TOO_LONG');
    const wordy = await aPdf((doc) => doc.text('palabra '.repeat(PDF_BOUNDS.characters / 7)));
    expect(await problemOf(wordy)).toBe('TOO_LONG');
  });

  it('is never thrown at whoever asks, whatever bytes are changed', async () => {
    const form = await aForm(BOXES.slice(0, 6));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(form.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
        async (changes) => {
          const bytes = Buffer.from(form);
          for (const [at, value] of changes) bytes[at] = value;
          const answer = await readPdf(new Uint8Array(bytes));
          if (answer.kind === 'READ') formValues(answer.content.items);
          expect(['READ', 'REFUSED']).toContain(answer.kind);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('a TA.1 of a case', () => {
  it('stands beside what is declared and on record, and changes neither', async () => {
    const store = await temporaryStore();
    const { client, clerk } = await apiDesk(store);
    const citizen = await aCitizen(store, {
      givenName: 'Begona',
      surnames: 'Nuñez de la Cal',
      birthDate: '1987-11-23',
      documents: [{ type: 'DNI', number: '99193443D' }],
      phone: '+34600000001',
    });
    const { messageId, attachmentId } = await aMessageWithPdf(store, await aForm(BOXES), {
      person: declared({ id: '99193443D', phone: '+34612034568' }),
    });
    const made = await client.cases.create({ messageId });
    const detail = await client.cases.setCitizen({
      caseId: made.id,
      version: made.version,
      citizenId: citizen.id,
    });
    const reading = await client.documents.readTa1({ caseId: made.id, attachmentId });
    if (reading.kind !== 'READ') throw new Error(reading.problem);
    const row = (field: string) => reading.rows.find((one) => one.field === field);
    expect(reading.source).toBe('FORM');
    expect(row('id')).toMatchObject({ outcome: 'EQUAL', asDeclared: true });
    expect(row('givenName')).toMatchObject({ outcome: 'EQUAL', asDeclared: false });
    expect(row('surnames')).toMatchObject({ outcome: 'EQUAL' });
    expect(row('birthDate')).toMatchObject({ outcome: 'DIFFERENT', note: null });
    expect(row('phone')).toMatchObject({
      value: '+34612034567',
      asDeclared: false,
      outcome: 'DIFFERENT',
      label: 'TELÉFONO MÓVIL PARA SMS',
    });
    expect(row('address')).toMatchObject({ outcome: 'ONLY_DECLARED' });
    expect(row('cause')).toMatchObject({ outcome: 'ONLY_DECLARED' });
    expect(JSON.stringify(reading)).not.toContain('600000');
    expect(await client.cases.get({ caseId: made.id })).toEqual(detail);
    expect(
      await store.prisma.auditEntry.count({
        where: { action: 'attachment.opened', objectId: attachmentId, actorId: clerk.id, caseId: made.id },
      }),
    ).toBe(1);
  });

  it('says of each value that cannot be right what exactly is wrong with it, and which letter would fit', async () => {
    const store = await temporaryStore();
    const { client } = await apiDesk(store);
    const wrong: readonly Box[] = [
      { label: 'Nº DE DOCUMENTO IDENTIFICATIVO', value: '99.193.443-A' },
      { label: 'FECHA DE NACIMIENTO', value: '31/02/1987' },
      { label: 'NÚMERO DE SEGURIDAD SOCIAL', value: '28 12345678 41' },
      { label: 'TELÉFONO MÓVIL', value: '61203456' },
      { label: 'CORREO ELECTRÓNICO', value: 'begona.ejemplo.test' },
    ];
    for (const form of [await aForm(wrong), await aPrintedForm(wrong)]) {
      const { messageId, attachmentId } = await aMessageWithPdf(store, form);
      const { id: caseId } = await client.cases.create({ messageId });
      const reading = await client.documents.readTa1({ caseId, attachmentId });
      if (reading.kind !== 'READ') throw new Error(reading.problem);
      expect(reading.rows.map(({ field, valid, note }) => [field, valid, note])).toEqual([
        [
          'id',
          false,
          'La letra A no corresponde a esas cifras. Con esas cifras sería la D, pero también puede haber una cifra equivocada: compruébelo en el documento.',
        ],
        ['birthDate', false, 'No es un día del calendario con el año de cuatro cifras.'],
        [
          'naf',
          false,
          'El control (las dos últimas cifras) no corresponde a las demás: hay alguna cifra equivocada.',
        ],
        [
          'phone',
          false,
          'Tiene 8 cifras y un teléfono español tiene 9. Uno extranjero se escribe con su prefijo.',
        ],
        ['email', false, 'No es una dirección de correo.'],
      ]);
    }
  });

  it('is not read for a case that it did not come with', async () => {
    const store = await temporaryStore();
    const { client } = await apiDesk(store);
    const { attachmentId } = await aMessageWithPdf(store, await aForm(BOXES));
    const other = await aMessageWithPdf(store, await aForm(BOXES.slice(1)));
    const made = await client.cases.create({ messageId: other.messageId });
    await expect(client.documents.readTa1({ caseId: made.id, attachmentId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
