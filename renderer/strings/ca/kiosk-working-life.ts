import type { KioskWorkingLifeStrings } from '../es/kiosk-working-life.ts';
import { ofDay } from './days.ts';

/** Vida laboral i jubilació en català i valencià. */
export const kioskWorkingLifeCa: KioskWorkingLifeStrings = {
  title: 'Vida laboral i jubilació',
  asOf: (day) => `Segons les dades de vida laboral que té aquesta oficina, ${ofDay(day)}.`,
  periods: 'Períodes',
  employer: 'Empresa',
  from: 'Des de',
  to: 'Fins a',
  goesOn: 'continua',
  days: 'Dies',
  sum: 'Suma dels dies de tots els períodes',
  simultaneous: 'Dies en més d’una feina alhora, que compten una sola vegada',
  counted: 'Dies cotitzats que compten',
  contributed: 'En anys i mesos complets (365 dies un any, 30,41666 un mes)',
  age: 'Edat previsible de jubilació ordinària',
  stops: 'Si no cotitzéssiu més',
  continues: 'Si continueu cotitzant cada dia',
  always: 'Tant si cotitzeu més com si no',
  result: (day, age) => `Des ${ofDay(day)}, amb ${age}.`,
  long: (year, needed, then) =>
    `Aquell dia tindríeu cotitzats ${then}. ${year} l’edat és de 65 anys per a qui ha cotitzat ${needed} o més.`,
  general: (year, needed, age) => `${year} l’edat és de ${age} per a qui ha cotitzat menys de ${needed}.`,
  before: 'Abans del 2013 l’edat era de 65 anys.',
  inYear: (year) => `El ${year}`,
  sinceYear: (year) => `Des del ${year}`,
  yearsMonths: (years, months) =>
    `${years === 1 ? '1 any' : `${years} anys`}${months === 0 ? '' : months === 1 ? ' i 1 mes' : ` i ${months} mesos`}`,
  minimum: 'Per tenir pensió contributiva calen, a més, almenys 15 anys cotitzats.',
  noBirth: 'No es pot calcular l’edat de jubilació: no consta la vostra data de naixement.',
  notBinding:
    'És un càlcul orientatiu amb les dades d’aquesta oficina i la taula de la disposició transitòria setena de la Llei general de la Seguretat Social (Llei 27/2011). No és una resposta vinculant ni reconeix cap dret.',
};
