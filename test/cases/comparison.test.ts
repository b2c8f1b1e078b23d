import { describe, expect, test } from 'vitest';
import { sameAddress } from '../../main/citizens/address.ts';
import { citizenCandidates } from '../../main/cases/candidates.ts';
import { compare, declaredOver, sameName } from '../../main/cases/comparison.ts';
import { createCase } from '../../main/cases/create.ts';
import type { Citizen } from '../../main/citizens/model.ts';
import { aCitizen, aMessage, aUser, declared } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

const citizen: Citizen = {
  id: 1,
  version: 1,
  givenName: 'María Jesús',
  surnames: 'de la Peña Núñez',
  birthDate: '1987-11-22',
  naf: '281234567840',
  email: 'maria@ejemplo.test',
  address: 'C/ Mayor, 5, 3ºB. 50001 Zaragoza',
  deceased: false,
  documents: [
    { type: 'NIE', number: 'X1234567L' },
    { type: 'DNI', number: '99193443D' },
  ],
  phone: '+34612034567',
  phoneRecords: [],
  createdAt: new Date(0),
  updatedAt: new Date(0),
};

const outcomes = (says: Parameters<typeof declared>[0], record: Citizen | null = citizen) =>
  Object.fromEntries(
    compare(declaredOver([{ id: 1, kind: 'REQUEST', declaredPerson: declared(says) }]), record).map((row) => [
      row.field,
      row.outcome,
    ]),
  );

describe('declared against recorded', () => {
  test('spelling that means the same is equal', () => {
    expect(
      outcomes({
        idType: 'DNI',
        id: '99193443D',
        givenName: 'MARIA JESUS',
        surnames: 'Núñez Peña',
        birthDate: '1987-11-22',
        phone: '+34612034567',
        email: 'Maria@Ejemplo.test',
        naf: '28/1234567840',
        ccc: '28123456742',
        address: 'calle Mayor nº 5, 3.º B, 50001 Zaragoza',
      }),
    ).toEqual({
      idType: 'EQUAL',
      id: 'EQUAL',
      givenName: 'EQUAL',
      surnames: 'EQUAL',
      birthDate: 'EQUAL',
      phone: 'EQUAL',
      email: 'EQUAL',
      naf: 'EQUAL',
      ccc: 'ONLY_DECLARED',
      address: 'EQUAL',
    });
  });

  test('what differs, what only one side has, and what neither has', () => {
    const noNaf = { ...citizen, naf: null, email: null };
    expect(
      outcomes({ id: '99193443X', givenName: 'María', birthDate: '1987-11-23', naf: '281234567840' }, noNaf),
    ).toEqual({
      idType: 'ONLY_RECORDED',
      id: 'DIFFERENT',
      givenName: 'DIFFERENT',
      surnames: 'ONLY_RECORDED',
      birthDate: 'DIFFERENT',
      phone: 'ONLY_RECORDED',
      email: 'ABSENT',
      naf: 'ONLY_DECLARED',
      ccc: 'ABSENT',
      address: 'ONLY_RECORDED',
    });
    expect(outcomes({ id: '99193443D' }, null)).toMatchObject({ id: 'ONLY_DECLARED', surnames: 'ABSENT' });
  });

  test('a name cut at another place is the same name', () => {
    expect(outcomes({ givenName: 'María', surnames: 'Jesús Peña Núñez' })).toMatchObject({
      givenName: 'EQUAL',
      surnames: 'EQUAL',
    });
  });

  test.each([
    ['Mª Jesús', 'María Jesús', true],
    ['M.ª José', 'Maria Jose', true],
    ['Mª. del Carmen', 'María Carmen', true],
    ['M. ª Luisa', 'MARIA LUISA', true],
    ['Ma. Teresa', 'María Teresa', true],
    ['José Mª', 'Jose Maria', true],
    ['Gómez, Ana', 'Ana Gómez', true],
    ['Fco. Javier', 'Francisco Javier', true],
    ['García y López', 'Garcia Lopez', true],
    ['Puig i Cadafalch', 'Puig Cadafalch', true],
    ["D'Ors", 'd’ors', true],
    ['Ma Lin', 'María Lin', false],
    ['Emma', 'Emmaría', false],
    ['PEÑA-NÚÑEZ', 'nuñez peña', true],
    ['García', 'Garcés', false],
    ['Núñez Núñez', 'Núñez', false],
    ['', '', false],
  ])('%j and %j: %s', (a, b, same) => {
    expect(sameName(a, b)).toBe(same);
  });

  test('over a thread the newest statement counts, and values that belong together stay together', () => {
    const message = (id: number, kind: string, says: Parameters<typeof declared>[0]) => ({
      id,
      kind,
      declaredPerson: declared(says),
    });
    const said = declaredOver([
      message(1, 'REQUEST', {
        idType: 'NIE',
        id: 'X1234567L',
        givenName: 'Ana',
        surnames: 'Gil',
        phone: '+34600000001',
      }),
      message(2, 'REPLY', { id: '99193443D', surnames: 'Gil Ruiz', phone: '+34600000002' }),
      message(3, 'AUTOREPLY', { phone: '+34600000003' }),
    ]);
    expect([said.id?.messageId, said.phone?.messageId]).toEqual([2, 2]);
    expect(Object.fromEntries(Object.entries(said).map(([field, found]) => [field, found.value]))).toEqual({
      id: '99193443D',
      surnames: 'Gil Ruiz',
      phone: '+34600000002',
    });
  });
});

test.each([
  ['C/ Mayor, 5, 3ºB', 'calle Mayor nº 5 3 b', true],
  ['Avda. de la Constitución 12, 2.º izqda.', 'Avenida Constitucion, 12 2 izquierda', true],
  ['Pza. España 1', 'Plaza de España, n.º 1', true],
  ['C/ Mayor 5', 'C/ Mayor 15', false],
  ['C/ Mayor 5, 3ºB', 'C/ Mayor 5, 3ºC', false],
  ['', '', false],
])('the address %j and %j: %s', (a, b, same) => {
  expect(sameAddress(a, b)).toBe(same);
});

describe('who the writer may be', () => {
  test('by document, NAF, phone, then name and birth date, each once with every reason', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const base = { givenName: 'Otra', surnames: 'Persona', birthDate: null };
    const byName = await aCitizen(store, {
      givenName: 'Rocío',
      surnames: 'Benjumea Cala',
      birthDate: '1987-11-22',
    });
    const similar = await aCitizen(store, {
      givenName: 'Rocío',
      surnames: 'Benjumea Cala Ruiz',
      birthDate: '1987-11-22',
    });
    await aCitizen(store, { givenName: 'Rocío', surnames: 'Benjumea Cala', birthDate: '1990-01-01' });
    const byPhone = await aCitizen(store, { ...base, phone: '+34612034567' });
    const byNaf = await aCitizen(store, { ...base, naf: '281234567840' });
    const byDocument = await aCitizen(store, {
      ...base,
      naf: '281234567840',
      documents: [{ type: 'DNI', number: '99193443D' }],
    });
    const messageId = await aMessage(store, {
      person: declared({
        id: '99193443D',
        naf: '281234567840',
        phone: '+34612034567',
        givenName: 'ROCIO',
        surnames: 'Cala Benjumea',
        birthDate: '1987-11-22',
      }),
    });
    const { id } = await createCase(store, clerk, { messageId });
    expect(await citizenCandidates(store, id)).toEqual([
      {
        citizenId: byDocument.id,
        name: 'Otra Persona',
        document: '99193443D',
        why: 'Mismo documento · Mismo NAF',
      },
      expect.objectContaining({ citizenId: byNaf.id, why: 'Mismo NAF' }),
      expect.objectContaining({ citizenId: byPhone.id, why: 'Mismo teléfono registrado' }),
      expect.objectContaining({ citizenId: byName.id, why: 'Mismo nombre y fecha de nacimiento' }),
      expect.objectContaining({ citizenId: similar.id, why: 'Nombre parecido y misma fecha de nacimiento' }),
    ]);
  });

  test('nobody when nothing is declared; NOT_FOUND without the case', async () => {
    const store = await temporaryStore();
    const { id } = await createCase(store, await aUser(store), { messageId: await aMessage(store) });
    await aCitizen(store);
    expect(await citizenCandidates(store, id)).toEqual([]);
    await expect(citizenCandidates(store, 99)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
