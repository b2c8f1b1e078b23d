import type { Widened } from './kiosk.ts';

/** Working life and foreseeable retirement at the kiosk: the shape that every language fills. */
export const kioskWorkingLifeEs = {
  title: 'Vida laboral y jubilación',
  asOf: (day: string) => `Según los datos de vida laboral que tiene esta oficina, del ${day}.`,
  periods: 'Periodos',
  employer: 'Empresa',
  from: 'Desde',
  to: 'Hasta',
  goesOn: 'sigue',
  days: 'Días',
  sum: 'Suma de los días de todos los periodos',
  simultaneous: 'Días en más de un empleo a la vez, que cuentan una sola vez',
  counted: 'Días cotizados que cuentan',
  contributed: 'En años y meses completos (365 días un año, 30,41666 un mes)',
  age: 'Previsible edad de jubilación ordinaria',
  stops: 'Si no cotizara más',
  continues: 'Si sigue cotizando todos los días',
  always: 'Cotice más o no',
  result: (day: string, age: string) => `Desde el ${day}, con ${age}.`,
  long: (year: string, needed: string, then: string) =>
    `Ese día tendría cotizados ${then}. ${year} la edad es de 65 años para quien ha cotizado ${needed} o más.`,
  general: (year: string, needed: string, age: string) =>
    `${year} la edad es de ${age} para quien ha cotizado menos de ${needed}.`,
  before: 'Antes de 2013 la edad era de 65 años.',
  inYear: (year: number) => `En ${year}`,
  sinceYear: (year: number) => `Desde ${year}`,
  yearsMonths: (years: number, months: number) =>
    `${years === 1 ? '1 año' : `${years} años`}${months === 0 ? '' : months === 1 ? ' y 1 mes' : ` y ${months} meses`}`,
  minimum: 'Para tener pensión contributiva hacen falta además al menos 15 años cotizados.',
  noBirth: 'No se puede calcular la edad de jubilación: no consta su fecha de nacimiento.',
  notBinding:
    'Es un cálculo orientativo con los datos de esta oficina y la tabla de la disposición transitoria séptima de la Ley General de la Seguridad Social (Ley 27/2011). No es una respuesta vinculante ni reconoce ningún derecho.',
} as const;

export type KioskWorkingLifeStrings = Widened<typeof kioskWorkingLifeEs>;
