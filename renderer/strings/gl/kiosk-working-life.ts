import type { KioskWorkingLifeStrings } from '../es/kiosk-working-life.ts';

/** Vida laboral e xubilación en galego. */
export const kioskWorkingLifeGl: KioskWorkingLifeStrings = {
  title: 'Vida laboral e xubilación',
  asOf: (day) => `Segundo os datos de vida laboral que ten esta oficina, do ${day}.`,
  periods: 'Períodos',
  employer: 'Empresa',
  from: 'Desde',
  to: 'Ata',
  goesOn: 'segue',
  days: 'Días',
  sum: 'Suma dos días de todos os períodos',
  simultaneous: 'Días en máis dun emprego á vez, que contan unha soa vez',
  counted: 'Días cotizados que contan',
  contributed: 'En anos e meses completos (365 días un ano, 30,41666 un mes)',
  age: 'Idade previsible de xubilación ordinaria',
  stops: 'Se non cotizase máis',
  continues: 'Se segue cotizando todos os días',
  always: 'Cotice máis ou non',
  result: (day, age) => `Desde o ${day}, con ${age}.`,
  long: (year, needed, then) =>
    `Ese día tería cotizados ${then}. ${year} a idade é de 65 anos para quen cotizou ${needed} ou máis.`,
  general: (year, needed, age) => `${year} a idade é de ${age} para quen cotizou menos de ${needed}.`,
  before: 'Antes de 2013 a idade era de 65 anos.',
  inYear: (year) => `En ${year}`,
  sinceYear: (year) => `Desde ${year}`,
  yearsMonths: (years, months) =>
    `${years === 1 ? '1 ano' : `${years} anos`}${months === 0 ? '' : months === 1 ? ' e 1 mes' : ` e ${months} meses`}`,
  minimum: 'Para ter pensión contributiva fan falta ademais polo menos 15 anos cotizados.',
  noBirth: 'Non se pode calcular a idade de xubilación: non consta a súa data de nacemento.',
  notBinding:
    'É un cálculo orientativo cos datos desta oficina e a táboa da disposición transitoria sétima da Lei xeral da Seguridade Social (Lei 27/2011). Non é unha resposta vinculante nin recoñece ningún dereito.',
};
