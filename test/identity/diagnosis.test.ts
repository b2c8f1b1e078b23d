import { describe, expect, test, vi } from 'vitest';
import { run } from '../../main/cli/diagnose.ts';
import { readCommandLine } from '../../main/cli/options.ts';
import type { Clock } from '../../main/clock.ts';
import { diagnose, type DiagnosisInput } from '../../main/identity/diagnosis.ts';
import type { DiagnosisOutcome } from '../../main/identity/model.ts';
import { parseWrittenDay } from '../../main/identity/written-day.ts';
import { loadSettings, saveSettings } from '../../main/settings/settings.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import type { Store } from '../../main/store/store.ts';
import { aCitizen, aUser } from '../support/builders.ts';
import { SEED_001 } from '../support/seed-001.ts';
import { TEST_KEY, temporaryStore, testClock } from '../support/store.ts';

const RIGHT: DiagnosisInput = { id: '12345678Z', birth: '14/03/1985', phone: '612 034 567', prefix: '+34' };

async function office(clock: Clock = testClock()): Promise<Store> {
  const store = await temporaryStore(clock);
  const person = { birthDate: '1985-03-14', phone: '+34612034567' };
  await aCitizen(store, { ...person, documents: [{ type: 'DNI', number: '12345678Z' }] });
  await aCitizen(store, { birthDate: person.birthDate, documents: [{ type: 'DNI', number: '00000000T' }] });
  await aCitizen(store, { ...person, documents: [{ type: 'NIE', number: 'X1234567L' }], deceased: true });
  await aCitizen(store, {
    ...person,
    documents: [{ type: 'NIE', number: 'Y1234567X' }],
    phone: '+40721234567',
  });
  return store;
}

const cases: [string, Partial<DiagnosisInput>, DiagnosisOutcome][] = [
  ['everything right', {}, 'MATCH'],
  ['in other styles', { id: '12.345.678-z', birth: '1985-03-14', phone: '+34 612034567' }, 'MATCH'],
  ['a month in letters, the prefix without plus', { birth: '14 de marzo de 1985', prefix: '34' }, 'MATCH'],
  ['lost zeros', { id: '0T', phone: '0034612034567' }, 'PHONE_UNKNOWN'],
  ['a foreign mobile by its prefix', { id: 'Y-1234567-X', phone: '721 234 567', prefix: '+40' }, 'MATCH'],
  ['a wrong letter', { id: '12345678A' }, 'ID_FORMAT'],
  ['no letter', { id: '12345678' }, 'ID_FORMAT'],
  ['a passport, which the service does not take', { id: 'AAB123456' }, 'ID_FORMAT'],
  ['nothing', { id: '', birth: '', phone: '' }, 'ID_FORMAT'],
  ['a day that does not exist', { birth: '30/02/1985' }, 'DATE_FORMAT'],
  ['a day to come', { birth: '14/03/2985' }, 'DATE_FORMAT'],
  ['a year of two digits', { birth: '14/03/85' }, 'DATE_FORMAT'],
  ['date and phone wrong: the date is told', { birth: 'ayer', phone: 'x' }, 'DATE_FORMAT'],
  ['a landline', { phone: '976 123 456' }, 'PHONE_FORMAT'],
  ['a digit short', { phone: '61203456' }, 'PHONE_FORMAT'],
  ['a prefix that is none', { prefix: 'España' }, 'PHONE_FORMAT'],
  ['formats come before the record', { id: 'X1234567L', phone: '1' }, 'PHONE_FORMAT'],
  ['nobody has that document', { id: '99999999R' }, 'NO_MATCH'],
  ['another birth date', { birth: '15/03/1985' }, 'NO_MATCH'],
  ['a deceased person, whatever the phone', { id: 'X1234567L', phone: '699999999' }, 'DECEASED'],
  ["a deceased person's document with another date", { id: 'X1234567L', birth: '15/03/1985' }, 'NO_MATCH'],
  ['no phone on record', { id: '00000000T' }, 'PHONE_UNKNOWN'],
  ['another phone', { phone: '699999999' }, 'PHONE_MISMATCH'],
];

/** What the seed's table has no row for: who is not on record is told the same as who has another phone. */
const WORDS = {
  ...SEED_001,
  NO_MATCH: SEED_001.PHONE_MISMATCH,
  MATCH: {
    message:
      'Los datos introducidos son correctos y coincidentes con los que dispone la Seguridad Social en sus Bases de Datos.',
    explanation: 'El documento, la fecha de nacimiento y el móvil coinciden con un mismo registro.',
    solution:
      'Puede identificarse «Vía SMS»: se le solicitará un código de un solo uso que le habrá sido enviado vía SMS a su móvil.',
  },
};

/** What the program's own command writes as JSON; it runs in this process, after the store was closed for it. */
async function commandLine(store: Store, { id, birth, phone, prefix }: DiagnosisInput): Promise<unknown> {
  await store.close();
  vi.stubEnv('ESTAFETA_KEY', TEST_KEY);
  const args = ['--id', id, '--birth', birth, '--phone', phone, '--prefix', prefix];
  const { options } = readCommandLine(['diagnose', ...args, '--data', store.dataDir, '--json']);
  const written: string[] = [];
  const write = (chunk: unknown, taken?: unknown): boolean => {
    written.push(String(chunk));
    (taken as () => void)();
    return true;
  };
  const output = vi.spyOn(process.stdout, 'write').mockImplementation(write);
  try {
    expect(await run({ ...options, arguments: [] })).toBe(0);
  } finally {
    output.mockRestore();
    vi.unstubAllEnvs();
  }
  return JSON.parse(written.join(''));
}

describe('access by SMS', () => {
  test.each([
    ['ID_FORMAT', { id: '12345678A' }],
    ['DATE_FORMAT', { birth: '30/02/1985' }],
    ['PHONE_FORMAT', { phone: '61203456' }],
    ['DECEASED', { id: 'X1234567L' }],
    ['PHONE_MISMATCH', { phone: '699999999' }],
    ['PHONE_UNKNOWN', { id: '00000000T' }],
    ['NO_MATCH', { id: '99999999R' }],
    ['MATCH', {}],
  ] as const)('%s: the row of the seed, on screen and from the command line', async (outcome, given) => {
    const store = await office();
    const answer = { outcome, ...WORDS[outcome] };
    expect(await diagnose(store, SYSTEM_ACTOR, { ...RIGHT, ...given })).toEqual(answer);
    expect(await commandLine(store, { ...RIGHT, ...given })).toEqual(answer);
  });

  test('ends where the service would end it', async () => {
    const store = await office();
    for (const [name, given, outcome] of cases) {
      const found = await diagnose(store, SYSTEM_ACTOR, { ...RIGHT, ...given });
      expect(found.outcome, name).toBe(outcome);
    }
  });

  test('each look is in the log, with the citizen only where the data are his and never with what was typed', async () => {
    const store = await office();
    await diagnose(store, SYSTEM_ACTOR, RIGHT);
    await diagnose(store, SYSTEM_ACTOR, { ...RIGHT, birth: '15/03/1985' });
    const entries = await store.prisma.auditEntry.findMany({ where: { action: 'citizen.accessDiagnosed' } });
    expect(entries.map(({ objectId, details }) => [objectId, details])).toEqual([
      [1, '{"outcome":"MATCH"}'],
      [null, '{"outcome":"NO_MATCH"}'],
    ]);
  });

  test('a person may look so many times an hour, also from two windows at once; the command line is not counted', async () => {
    const clock = testClock();
    const store = await office(clock);
    const settings = await loadSettings(store);
    await saveSettings(store, SYSTEM_ACTOR, { ...settings, sms: { ...settings.sms, diagnosesPerHour: 2 } });
    const [ana, bea] = [await aUser(store), await aUser(store)];
    const looks = await Promise.allSettled([1, 2, 3].map(() => diagnose(store, ana, RIGHT)));
    expect(looks.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    await expect(diagnose(store, ana, { ...RIGHT, id: '' })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect((await diagnose(store, bea, RIGHT)).outcome).toBe('MATCH');
    expect((await diagnose(store, SYSTEM_ACTOR, RIGHT)).outcome).toBe('MATCH');
    clock.advance(3_600_000);
    expect((await diagnose(store, ana, RIGHT)).outcome).toBe('MATCH');
  });
});

describe('a written day', () => {
  test.each([
    ['1985-03-14', '1985-03-14'],
    ['14/3/1985', '1985-03-14'],
    ['14.03.1985', '1985-03-14'],
    ['14 03 1985', '1985-03-14'],
    ['14031985', '1985-03-14'],
    ['14-mar-1985', '1985-03-14'],
    ['1 de SETIEMBRE del 1985', '1985-09-01'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2023', null],
    ['13/13/1985', null],
    ['14 de brumario de 1985', null],
    ['14/03', null],
    ['', null],
  ])('%s is %s', (text, day) => {
    expect(parseWrittenDay(text)).toBe(day);
  });
});
