import type { KioskWorkingLifeStrings } from '../es/kiosk-working-life.ts';

/** Lan-bizitza eta erretiroa euskaraz. */
export const kioskWorkingLifeEu: KioskWorkingLifeStrings = {
  title: 'Lan-bizitza eta erretiroa',
  asOf: (day) => `Bulego honek dituen lan-bizitzako datuen arabera. Data: ${day}.`,
  periods: 'Aldiak',
  employer: 'Enpresa',
  from: 'Noiztik',
  to: 'Noiz arte',
  goesOn: 'jarraitzen du',
  days: 'Egunak',
  sum: 'Aldi guztietako egunen batura',
  simultaneous: 'Aldi berean lan batean baino gehiagotan emandako egunak, behin bakarrik zenbatzen direnak',
  counted: 'Zenbatzen diren kotizatutako egunak',
  contributed: 'Urte eta hilabete osoetan (urte bat = 365 egun; hilabete bat = 30,41666 egun)',
  age: 'Aurreikusitako erretiro-adin arrunta',
  stops: 'Gehiago kotizatuko ez bazenu',
  continues: 'Egunero kotizatzen jarraitzen baduzu',
  always: 'Gehiago kotizatu edo ez',
  result: (day, age) => `Data: ${day}. Adina: ${age}.`,
  long: (year, needed, then) =>
    `Egun horretan kotizatuta izango zenukeena: ${then}. ${year} adina 65 urtekoa da, gutxienez hau kotizatu dutenentzat: ${needed}.`,
  general: (year, needed, age) =>
    `${year} adina hau da: ${age}, honako hau baino gutxiago kotizatu dutenentzat: ${needed}.`,
  before: '2013 baino lehen adina 65 urte zen.',
  inYear: (year) => `${year}. urtean`,
  sinceYear: (year) => `${year}. urtetik aurrera`,
  yearsMonths: (years, months) =>
    `${years === 1 ? 'urte 1' : `${years} urte`}${months === 0 ? '' : months === 1 ? ' eta hilabete 1' : ` eta ${months} hilabete`}`,
  minimum: 'Kotizaziopeko pentsioa izateko, gainera, gutxienez 15 urte kotizatu behar dira.',
  noBirth: 'Ezin da erretiro-adina kalkulatu: ez da zure jaiotze-data ageri.',
  notBinding:
    'Kalkulua orientagarria da, bulego honetako datuekin eta Gizarte Segurantzaren Lege Orokorraren zazpigarren xedapen iragankorreko taularekin egina (27/2011 Legea). Ez da erantzun loteslea, eta ez du eskubiderik aitortzen.',
};
