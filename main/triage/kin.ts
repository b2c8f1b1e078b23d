import { WordPattern } from './word-pattern.ts';

/**
 * Relatives and who stands near like one, as people name them, folded: one list, of plain words, which the engine of
 * patterns puts together by their beginnings.
 */
export const KIN = // Spanish
  (
    'marido mujer esposa esposo hermanito hermanita hermano hermana padres padre madre padrino madrina padrastro madrastra hijo hijos hija hijas nieto nieta sobrino sobrina abuelito abuelita abuelo abuelos abuela abuelas yayo yaya bisabuelo bisabuela cunado cunada suegro suegros suegra suegras consuegro consuegra yerno nuera pareja novio novia tio tios tia tias primo prima ahijado ahijada tutelado tutelada vecino vecina vecinos mama papa ' +
    // Catalan
    'mare pare pares fill filla germa germana avi avia iaia iaio padri padrina tiet tieta oncle marit dona home sogra sogre nebot neboda net neta gendre jove cosi cosina cunyado cunyada cunyad parella veina vei ' +
    // Galician and Portuguese
    'nai pai fillo irma irman irmao avoa avo muller mae filho filha neto sobrinho sobrinha cunhado cunhada sogro genro nora ' +
    // Basque
    'ama amak amaren amari aita aitak aitaren aitari amona amonaren aitona aitonaren amama aitite osaba izeba senarra senarraren emaztea emaztearen arreba ahizpa anaia neba semea semearen alaba alabaren biloba iloba suhia erraina ' +
    // English, French, Italian, Romanian, German
    'mother mother-in-law father father-in-law mum mom dad husband wife partner son daughter brother brother-in-law sister sister-in-law uncle aunt nephew niece grandmother grandfather gran grandson granddaughter ' +
    'mari femme epoux epouse mere pere fils fille frere soeur tante neveu beau-pere belle-mere grand-mere grand-pere compagno compagnon compagne compagnen ' +
    'marito moglie fratello sorella figlio figlia zio zia nonno nonna suocero suocera nipote cognato cognata ' +
    'mamei tata tatal tatalui sotul sotului sotia sotiei fratele fratelui sora surorii fiul fiului fiica fiicei bunica bunicul soacra socrul cumnata cumnat ' +
    'mann mannes frau mutter vater vaters sohn sohnes tochter bruder bruders schwester onkel oma opa schwiegermutter schwiegervater'
  )
    .split(' ')
    .join('|');

/** Whose: before the relative or, in Romanian and Italian, behind him; written so that few words of a text begin like it. */
const MY =
  'm(?:i[oa]?|eu|e[vu]a|ina|inha|on|a|y|ein(?:e[smnr]?)?)|n(?:uestr[oa]|oss[oa]|ostr[oea]|otre|ire)|our|gure|unser(?:e[smnr]?)?';
const SAID_OF_HIM =
  '(?:(?:difunt|defunt|pobre|propi|querid|vell|segund|late|elderly|old|pauvre|pover)[oa]?[ -])?';
/** Ukrainian, Russian and Bulgarian: no \b stands before their letters, and a text in Latin ones is not looked through. */
const CYRILLIC =
  '[Мм](?:ій|о(?:й|я|е|его|ей|ему|ю|го|єї|їй|ята|ят)) (?:муж|чолов|жен|дружин|мат|мам|майк|от[ец]|бать|баща|сын|син|доч|брат|сестр|баб|дед|дід|съпруг)';

/** Basque says no "my" of its father and mother. */
const OURS =
  'aita[kr]?|aitaren|aitari|amak|amaren|amari|amona(?:k|ren|ri)?|aitona(?:k|ren|ri)?|senarra(?:k|ren)?|emaztea(?:k|ren)?';

/** Romanian puts it behind. */
const BEHIND =
  '(?:mam|tat|sor|soti|fiic|bunic|soacr|cumnat|matus)[aei]+ mea|mamei mele|(?:tata|tatal|tatalui|sotul|sotului|fratele|fratelui|fiul|fiului|bunicul|socrul|unchiul) meu';

/** "Mi madre", "la meva difunta mare", "soțul meu": piece of a pattern of flattened text, for a relative as the writer's. */
export const MY_KIN = String.raw`(?:\b(?:${MY}) ${SAID_OF_HIM}(?:${KIN})(?!\w)|\b(?:${BEHIND}|${OURS})\b|${CYRILLIC})`;

const SPEAKS_OF_KIN = new WordPattern(MY_KIN);

// Several ask of the same text: the last one's answer is kept.
let known: { readonly flat: string; readonly relatives: readonly RegExpExecArray[] } = {
  flat: '',
  relatives: [],
};

/** Where the writer speaks of relatives of his. */
export function relativesIn(flat: string): readonly RegExpExecArray[] {
  if (known.flat !== flat) known = { flat, relatives: SPEAKS_OF_KIN.all(flat) };
  return known.relatives;
}
