import { disowned } from './disowned.ts';
import type { Hit } from './find-numbers.ts';
import { ownership, phoneChange } from './roles.ts';
import { namesIn } from './sender.ts';

/** "Escribí a": an address that he used, of whoever it is. */
const WROTE_TO =
  /\b(?:escrib(?:i|io|imos|ia)|escrit[oa]?|envi(?:e|o|amos|ado|at)|mand(?:e|o|amos|ado)|remit(?:i|ido))(?: [a-z]+){0,2} al? ?$/;
const MAIL = String.raw`(?:correo|correu|e-?mail|mail|enderezo|adreca|direccion|posta|buzon)(?: electronic[oa]?| nuevo| personal)?`;
/** "Su correo es", "el e-mail de ella", "el suyo", "a la de la clienta". */
const HIS = new RegExp(
  String.raw`\b(?:(?:su|seu|seva|lor|his|her|son|ihre?) ${MAIL}|${MAIL} (?:suyo|seu|d['’]ell[ae]?|de (?:ella|el)\b)|(?:tiene|te|ten|has) (?:\w+ )?${MAIL}|(?:la|de la|nuestra) empresa|el suyo|el seu|el d['’]ell[ae]?|client[ea]|trabajador[a]?|treballador[a]?|traballador[a]?|interesad[oa]|afiliad[oa]|representad[oa]|mandante)\b[^\n;@]{0,40}$`,
);
const MINE = new RegExp(
  String.raw`\b(?:(?:mi|meu|meva|my|mon|mein|nire) ${MAIL}|el mio|la mia|o meu|el meu|la meva)\b[^\n.;@]{0,20}$`,
);
/** "..., ja no hi entro". */
const NO_MORE = /^[\s,;:)(–-]{0,4}(?:que |al que |pero )?(?:ya|xa|ja) non?\b/;
const BEFORE = 60;
const LEAST_LETTERS = 4;

/** The address of the one it is for: where another writes (`other`), the one said to be his, or that has his given `name` in it. */
export function chooseEmail(
  flat: string,
  emails: readonly Hit[],
  other: boolean,
  name: readonly string[],
  fromName: string,
): Hit | undefined {
  const sender = namesIn(fromName);
  const his = name.filter((word) => word.length >= LEAST_LETTERS && !sender.includes(word));
  let best: Hit | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const hit of emails) {
    const before = flat.slice(Math.max(0, hit.start - BEFORE), hit.start);
    if (disowned(flat, hit) || WROTE_TO.test(before)) continue;
    const owner = ownership(flat, hit);
    const local = hit.value.slice(0, hit.value.indexOf('@'));
    const ofHim = HIS.test(before) || his.some((word) => local.includes(word));
    if (other && (!ofHim || MINE.test(before))) continue;
    const score =
      (hit.labelled ? 1 : 0) +
      2 * Math.sign(phoneChange(flat, hit)) +
      (!other && MINE.test(before) ? 2 : 0) -
      (owner === 'REPRESENTATIVE' || NO_MORE.test(flat.slice(hit.end, hit.end + 20)) ? 2 : 0);
    if (score > bestScore) {
      best = hit;
      bestScore = score;
    }
  }
  return best;
}
