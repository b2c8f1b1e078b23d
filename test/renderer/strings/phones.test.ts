import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PhoneChange } from '../../../main/api/contract/index.ts';
import { importSentence, loggedPhoneAct, phoneSentence } from '../../../renderer/strings/es/phones.ts';

const day = (at: Date): string => `${at.getUTCDate()} mar`;
const at = (date: number) => new Date(Date.UTC(2026, 2, date));

const CHANGE: PhoneChange = {
  id: 1,
  citizenId: 1,
  citizenName: 'Rocío Benjumea Cala',
  caseId: 1,
  caseNumber: '50/2026/000001',
  caseVersion: 3,
  contactSet: 'ELECTRONIC',
  kind: 'CHANGE',
  state: 'EFFECTIVE',
  maskedFrom: '+34 633012***',
  maskedTo: '+34 645027***',
  channel: 'TA1',
  cause: 'Cambio de compañía.',
  verification: 'DOCUMENT',
  possessionShown: true,
  attachments: [
    { id: 1, name: 'ta1.pdf' },
    { id: 2, name: 'dni.pdf' },
  ],
  recycled: false,
  needs: null,
  requestedById: 1,
  requestedBy: 'Ana',
  requestedAt: at(16),
  decidedBy: null,
  decidedAt: null,
  decisionNote: null,
  effectiveAt: at(16),
  undoneAt: null,
  handedOverAt: null,
};
const said = (change: Partial<PhoneChange>) => phoneSentence({ ...CHANGE, ...change }, day);
const plain: Partial<PhoneChange> = { possessionShown: false, attachments: [] };

describe('one sentence tells who, when, what, by which channel, why and on what evidence', () => {
  test.each<[string, Partial<PhoneChange>]>([
    [
      'El 16 mar Ana cambió el teléfono de servicios electrónicos de +34 633012*** a +34 645027***, por modelo TA.1, por este motivo: «Cambio de compañía», con la identidad verificada con documento, el número nuevo comprobado con un código y los justificantes ta1.pdf y dni.pdf.',
      {},
    ],
    [
      'El 16 mar Ana registró el teléfono de uso general +34 645027***, en el mostrador, por este motivo: «Cambio de compañía», con la identidad verificada con documento.',
      { ...plain, kind: 'REGISTER', contactSet: 'GENERAL', maskedFrom: null, channel: 'COUNTER' },
    ],
    [
      'El 16 mar Ana pidió quitar el teléfono de servicios electrónicos +34 633012***, por mensaje al buzón, por este motivo: «Cambio de compañía», con la identidad verificada con un código al número anterior; espera a una segunda persona.',
      {
        ...plain,
        kind: 'REMOVE',
        maskedTo: null,
        channel: 'MAILBOX',
        verification: 'SMS',
        state: 'PENDING',
        needs: 'SECOND_PERSON',
        effectiveAt: null,
      },
    ],
    [
      'El 16 mar Ana pidió quitar el teléfono de servicios electrónicos +34 633012***, que ya no es de la persona, por modelo TA.1, por este motivo: «Cambio de compañía»; lo confirmó Inés el 17 mar; se entregó a la base de datos central el 18 mar.',
      {
        ...plain,
        kind: 'DISOWN',
        maskedTo: null,
        verification: null,
        needs: 'SUPERVISOR',
        decidedBy: 'Inés',
        decidedAt: at(17),
        effectiveAt: at(17),
        handedOverAt: at(18),
      },
    ],
    [
      'El 16 mar Ana pidió cambiar el teléfono de servicios electrónicos de +34 633012*** a +34 645027***, por modelo TA.1, por este motivo: «Cambio de compañía», con la identidad verificada con documento; lo rechazó Luis el 17 mar: «No está firmado».',
      {
        ...plain,
        state: 'REFUSED',
        effectiveAt: null,
        decidedBy: 'Luis',
        decidedAt: at(17),
        decisionNote: 'No está firmado.',
      },
    ],
  ])('%s', (sentence, change) => {
    expect(said(change)).toBe(sentence);
  });

  test('whatever it holds, it is one sentence without holes', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}\.pdf$/u);
    fc.assert(
      fc.property(
        fc.constantFrom('REGISTER', 'CHANGE', 'REMOVE', 'DISOWN'),
        fc.constantFrom('PENDING', 'EFFECTIVE', 'REFUSED', 'WITHDRAWN', 'UNDONE'),
        fc.constantFrom('MAILBOX', 'TA1', 'COUNTER'),
        fc.array(name, { maxLength: 4 }),
        fc.boolean(),
        (kind, state, channel, names, decided) => {
          const sentence = said({
            kind,
            state,
            channel,
            attachments: names.map((one, id) => ({ id, name: one })),
            decidedBy: decided ? 'Inés' : null,
            decidedAt: decided ? at(17) : null,
            undoneAt: state === 'UNDONE' ? at(17) : null,
          });
          expect(sentence).toMatch(/^El 16 mar Ana .+[^.]\.$/u);
          expect(sentence).not.toMatch(/undefined|null| {2}| ,|;;|\.\./u);
          for (const one of names) expect(sentence).toContain(one);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('a number that came with an import has a sentence of its own', () => {
  const record = {
    id: 1,
    contactSet: 'ELECTRONIC',
    masked: '+34 633012***',
    validFrom: at(1),
    validTo: null,
    reason: 'Importación',
    origin: 'IMPORT',
    recordedBy: null,
    changeId: null,
    shared: false,
  } as const;
  expect(importSentence(record, day)).toBe(
    'El 1 mar se registró el teléfono de servicios electrónicos +34 633012*** con una importación de ciudadanos.',
  );
  expect(importSentence({ ...record, recordedBy: 'Inés' }, day)).toBe(
    'El 1 mar Inés registró el teléfono de servicios electrónicos +34 633012*** con una importación de ciudadanos.',
  );
});

test("the case's log tells each act from the facts it keeps, also those of before", () => {
  const facts = { from: '+34 633012***', to: '+34 645027***', reason: 'Cambio.' };
  expect(loggedPhoneAct('citizen.phoneChanged', facts)).toBe(
    'cambió el teléfono de +34 633012*** a +34 645027***. Motivo: Cambio',
  );
  expect(loggedPhoneAct('citizen.phoneRequested', { ...facts, to: null })).toBe(
    'pidió quitar el teléfono +34 633012***: espera confirmación. Motivo: Cambio',
  );
  expect(loggedPhoneAct('citizen.phoneRefused', { ...facts, note: 'No.' })).toContain('Motivo: No');
  expect(loggedPhoneAct('citizen.phoneWithdrawn', { ...facts, from: null })).toBe(
    'retiró la petición de registrar el teléfono +34 645027***',
  );
  expect(loggedPhoneAct('citizen.phoneUndone', facts)).toContain('deshizo el cambio');
  expect(loggedPhoneAct('citizen.opened', facts)).toBeNull();
});
