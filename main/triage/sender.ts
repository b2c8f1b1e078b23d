import { flatten } from './fold.ts';
import { isGiven } from './name-words.ts';

/** Who sends, as the From header says. */
export type Sender = { readonly fromName: string; readonly fromAddress: string };

const PARTICLES = new Set('de del la las los da do dos el van von der y e i'.split(' '));

/** The words of a name, folded, without initials and particles. */
export function namesIn(name: string): string[] {
  return flatten(name.slice(0, 100))
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !PARTICLES.has(word));
}

/** Words of a house, not of a person: whose name it is says nothing of who writes. */
const HOUSES = new Set(
  (
    'academia asociacion ayuntamiento bar bodega bodegas bodeguilla taberna meson cafe casa centro clinica colegio comision comunidad consultora consultores consulting cooperativa css ' +
    'contable escuela estudio familia farmacia fincas frutas hostal hotel ies instituto optica parroquia ' +
    'cafeteria carniceria cerveceria drogueria ferreteria floristeria fruteria lavanderia libreria panaderia papeleria pasteleria peluqueria pizzeria sidreria zapateria ' +
    'recepcion restaurante restaurant rrhh sa sl slu sc cb sat taller talleres tienda botiga transportes ' +
    'agricola almacenes autoescuela autos azucarera bufete can club cofradia construcciones construccions editorial electricidad escola estanco explotaciones finca forn ganaderia gimnasio granja grupo hnos horno inmobiliaria instalaciones jardineria kiosco kiosko limpiezas lonja masia quiosco reformas supermercado taxi taxis viveros'
  ).split(' '),
);

export function isHouse(sender: readonly string[]): boolean {
  return sender.some((word) => HOUSES.has(word));
}

/** What people are called, and what they are called in their papers. */
const CALLED: Readonly<Record<string, string>> = {
  curro: 'francisco',
  paquito: 'francisco',
  quico: 'francisco',
  xesc: 'francisco',
  xisco: 'francisco',
  pacho: 'francisco',
  francesc: 'francisco',
  curra: 'francisca',
  paquita: 'francisca',
  xesca: 'francisca',
  xisca: 'francisca',
  francesca: 'francisca',
  xesus: 'jesus',
  chuchi: 'jesus',
  juani: 'juana',
  xoana: 'juana',
  joana: 'juana',
  xan: 'juan',
  xoan: 'juan',
  joan: 'juan',
  mari: 'maria',
  maruja: 'maria',
  maruxa: 'maria',
  mila: 'milagros',
  moncho: 'ramon',
  moncha: 'ramona',
  lolo: 'manuel',
  nolo: 'manuel',
  manel: 'manuel',
  nela: 'manuela',
  quim: 'joaquin',
  ximo: 'joaquin',
  joaquim: 'joaquin',
  chimo: 'joaquin',
  jordi: 'jorge',
  xurxo: 'jorge',
  xavi: 'javier',
  xavier: 'javier',
  xabi: 'javier',
  josep: 'jose',
  xose: 'jose',
  joxe: 'jose',
  pepita: 'josefa',
  xepa: 'josefa',
  tito: 'alberto',
  beto: 'alberto',
  goya: 'gregoria',
  sabela: 'isabel',
  bel: 'isabel',
  nanda: 'fernanda',
  poli: 'hipolito',
  perico: 'pedro',
  pere: 'pedro',
  peru: 'pedro',
  lluis: 'luis',
  miquel: 'miguel',
  mikel: 'miguel',
  dolors: 'dolores',
  lolita: 'dolores',
  merce: 'mercedes',
  concepcio: 'concepcion',
  tonet: 'antonio',
  toneta: 'antonia',
  tonina: 'antonia',
  suso: 'jesus',
  tareixa: 'teresa',
  conchita: 'concepcion',
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
  conxa: 'concepcion',
  conxita: 'concepcion',
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
const LEAST_TAIL = 4;
/** How a name is made small: Carmiña, Luisito, Encarnita, Toñín. */
const MADE_SMALL = /(?:[ci]?it[oa]|in[oa]?|ill[oa]|uc[oa])$/;
const SMALL = /(?:[ci]?it[oa]|in[oa]?|ill[oa]|uc[oa]|[aeiouy])$/;

/**
 * Whether who sends under these words is the one of this given name: by a word of it, by a pet name, or cut short or made
 * small ("Fran", "Encarni", "Carmiña"). Both folded, see `namesIn`.
 */
export function isHimself(sender: readonly string[], given: readonly string[]): boolean {
  const [first = ''] = sender;
  const paper = CALLED[first] ?? first;
  if (sender.some((word) => given.includes(word)) || given.some((word) => (CALLED[word] ?? word) === paper))
    return true;
  // "Antonia" is not Antonio, but "Encarna" is Encarnación.
  const longer = isGiven(first) && !MADE_SMALL.test(first) ? 2 : 0;
  const stem = first.replace(SMALL, '');
  const cut = stem.length >= (first.length > LONGEST_CUT ? 4 : 3) ? stem : first;
  // "Dora" is Teodora, "Lena" is Magdalena.
  if (first.length >= LEAST_TAIL && given.some((word) => word.endsWith(first))) return true;
  return (
    cut.length >= 3 &&
    given.some((word) => word.startsWith(cut) && (longer === 0 || word.length >= first.length + longer))
  );
}
