import { expect, test } from 'vitest';
import { workingLifeOf } from '../../main/citizens/foreseen-retirement.ts';
import { importEmployment } from '../../main/citizens/import-employment.ts';
import { aCitizen, aUser } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

test('what was imported, what counts of it, and when he may retire if he stops or goes on', async () => {
  const store = await temporaryStore(); // 2026-03-16
  const actor = await aUser(store, { role: 'SUPERVISOR' });
  const naf = '281234567840';
  const { id } = await aCitizen(store, { naf, birthDate: '1963-05-10' });
  const stranger = await aCitizen(store, { birthDate: null });
  expect(await workingLifeOf(store, id)).toBeNull();
  const csv = [
    'naf,idType,id,employer,from,to,days',
    `${naf},,,Talleres Ejemplo,1991-03-17,2020-12-31,10883`,
    `${naf},,,Tienda Ejemplo,2020-12-01,,1932`,
  ].join('\n');
  await importEmployment(store, actor, { csv, dryRun: false });
  const life = await workingLifeOf(store, id);
  // 1991-03-17 to 2026-03-16 is 35 years with nine leap days: 12 784; December 2020 twice.
  expect(life).toMatchObject({
    asOf: '2026-03-16',
    days: { sum: 12_815, simultaneous: 31, counted: 12_784 },
    contributed: { years: 35, months: 0 },
    minimumMet: true,
    periods: [{ employer: 'Tienda Ejemplo', toDate: null }, { employer: 'Talleres Ejemplo' }],
  });
  expect(life?.retirement).toMatchObject({
    birthDate: '1963-05-10',
    stops: { date: '2030-05-10', age: { years: 67, months: 0 }, route: 'GENERAL' },
    // 38 years and 6 months are 14 053 days, 1 269 more: 2029-09-05, after his 65th birthday.
    goesOn: {
      date: '2029-09-05',
      age: { years: 66, months: 3 },
      route: 'LONG',
      contributedThen: { years: 38, months: 6 },
    },
  });
  expect(await workingLifeOf(store, stranger.id)).toBeNull();
});
