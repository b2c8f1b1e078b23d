import { flatten } from './fold.ts';

/** The words of a name, folded, without initials. */
export function namesIn(name: string): string[] {
  return flatten(name.slice(0, 100))
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
}

/** A house, not a person: whose name it is says nothing of who writes. */
const HOUSE =
  /\b(?:academia|asociacion|ayuntamiento|bar|bodeg\w+|cafe|cafeteria|casa|centro|clinica|colegio|comunidad|consult\w+|cooperativa|escuela|familia|farmacia|fincas|floristeria|frut\w+|hostal|hotel|ies|instituto|libreria|optica|panaderia|papeleria|peluqueria|recepcion|restaurante|rrhh|sa|sl|slu|taller\w*|tienda|transportes)\b/;

export function isHouse(sender: readonly string[]): boolean {
  return HOUSE.test(sender.join(' '));
}

/** What people are called, and what they are called in their papers. */
const CALLED: Readonly<Record<string, string>> = {
  paco: 'francisco',
  paqui: 'francisca',
  paca: 'francisca',
  pepe: 'jose',
  pepa: 'josefa',
  pepi: 'josefa',
  fina: 'josefa',
  tono: 'antonio',
  toni: 'antonia',
  nines: 'angeles',
  lola: 'dolores',
  loli: 'dolores',
  charo: 'rosario',
  conchi: 'concepcion',
  concha: 'concepcion',
  nacho: 'ignacio',
  manolo: 'manuel',
  manoli: 'manuela',
  merche: 'mercedes',
  maite: 'teresa',
  marisa: 'luisa',
  maribel: 'isabel',
  mamen: 'carmen',
  menchu: 'carmen',
  pili: 'pilar',
  rafa: 'rafael',
  santi: 'santiago',
  javi: 'javier',
  chelo: 'consuelo',
  kiko: 'francisco',
  quique: 'enrique',
  chema: 'jose',
  txema: 'jose',
  patxi: 'francisco',
  inma: 'inmaculada',
  trini: 'trinidad',
  nando: 'fernando',
  sole: 'soledad',
  asun: 'asuncion',
  lali: 'eulalia',
  tona: 'antonia',
  nuri: 'nuria',
  kike: 'enrique',
  juanjo: 'jose',
  josu: 'jesus',
  fito: 'adolfo',
  goyo: 'gregorio',
  chus: 'jesus',
  tere: 'teresa',
  cris: 'cristina',
};

const LONGEST_CUT = 5;

/**
 * Whether who sends under these words is the one of this given name: by a word of it, by a pet name, or cut short ("Fran",
 * "Gabi"). Both folded, see `namesIn`.
 */
export function isHimself(sender: readonly string[], given: readonly string[]): boolean {
  if (sender.some((word) => given.includes(word) || given.includes(CALLED[word] ?? ''))) return true;
  const first = sender[0] ?? '';
  const stem = first.replace(/[aeiouy]$/, '');
  if (stem.length < 3 || first.length > LONGEST_CUT) return false;
  return given.some((word) => word.length > first.length && word.startsWith(stem));
}
