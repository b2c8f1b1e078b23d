import type { Hit } from './find-numbers.ts';
import { WordPattern } from './word-pattern.ts';

const STREET = String.raw`(?:c\/|c\.\/|cl\.|calle|av(?:da|enida|inguda)?\b\.?|plaza|pl(?:a[cz]a)?\b\.?|pza\.?|paseo|passeig|ronda|camino|cami|carretera|ctra\.?|travesia|urbanizacion|urb\.|rua|carrer|praza)`;
const NAME = String.raw`[ \t]?[a-zñç][a-zñç'’·. -]{1,50}?`;
const NUMBER = String.raw`,?[ \t]*(?:n(?:[uº°o.]|um(?:ero)?\.?)*[ \t]*)?(?:\d{1,4}(?: ?bis)?|s\/n)(?!\d)`;
/** Floor and door: "4º C", "3.º B", "piso 2", "bajo izq.", "casa 7", "esc. 1". */
const DOOR = String.raw`(?:,?[ \t]*-?[ \t]*(?:\d{1,2}[.]?[ºªo°][.]?(?:[ \t]*(?:izq|dch|dcha|drcha|[a-z])\b[.]?)?|(?:piso|pta|puerta|portal|bloque|bl|esc|escalera|casa|planta)\b[.]?[ \t]*\w{1,4}|(?:bajo|bj|atico|entlo)\b[.]?(?:[ \t]*(?:izq|izda|dch|dcha|drcha)\b)?)\b[.]?){0,4}`;
/** Postal code and town, or the town alone behind a comma at the end of the line. */
const TOWN = String.raw`(?:[,.]?[ \t]*-?[ \t]*(?:c\.?p\.?[ \t:]*)?\d{5}\b(?:,?[ \t]*-?[ \t]*[a-zñç][a-zñç'’ ·-]{1,30}(?:[ \t]*\([a-zñç' -]{2,25}\))?)?|,[ \t]*[a-zñç][a-zñç'’ ·-]{1,30}(?=[ \t]*[.]?[ \t]*$))?`;
const ADDRESS = new WordPattern(
  new RegExp(String.raw`(?<![a-z\d])${STREET}${NAME}${NUMBER}${DOOR}${TOWN}`, 'm'),
);
/** Without a postal code a street is an address only where the words say so. */
const CUE =
  /$(?<=(?:\b(?:domicili\w*|direccion|vivo|vivimos|resido|residimos|empadronad\w+|adreca|enderezo|helbide\w*|address|correspondencia|ahora|actual)\b[^\n.]{0,40}))/;
const POSTAL_CODE = /\b\d{5}\b/;
const MOST = 10;

/** Postal addresses in order of appearance, from the street to the town. `flat` is without accents and capitals. */
export function findAddresses(flat: string, text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of ADDRESS.all(flat)) {
    const start = match.index;
    const labelled = CUE.test(flat.slice(Math.max(0, start - 60), start));
    if (!labelled && !POSTAL_CODE.test(match[0])) continue;
    const end = start + match[0].replace(/[\s,.-]+$/, '').length;
    hits.push({ value: text.slice(start, end).replace(/\s+/g, ' '), start, end, labelled });
    if (hits.length === MOST) break;
  }
  return hits;
}
