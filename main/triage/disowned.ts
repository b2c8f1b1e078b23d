import type { Span } from './roles.ts';

/** "669 070 293 no, ...", "? no existe ya", "... perdón, es el": taken back in the same breath. */
const TAKEN_BACK =
  /^(?:[ \t?,;)…←–-]|\.{2,}){0,5}(?:(?:no|non|nu|ez)(?=[ ,]*(?:[,.;:?…]|es[eta]?\b|perd|pardon|existe|vale|funciona|\d|$))|perdone?n?\b|pardon\b|un momento?\b|esper[ae]n?\b|m'he equivocat|me he equivocado|tampoco\b|corrijo\b|rectifico\b|quise decir\b|quiero decir\b|ai no\b|ay no\b|ui no\b)/;
/** "... es el de Luis", "que no es mío", "← c'est celui de mon cousin", "(nu al meu)". */
const ANOTHERS =
  /^[^\n.;\d]{0,24}(?:\b(?:no|non|nao) (?:es|e) (?:mi[oa]|me[uv]a?|minha|meu)\b|\bnu (?:e )?al meu\b|\b(?:pas le mien|celui de (?:mon|ma)|not mine)\b|\b(?:es|e) (?:el|la|o|do|de) (?:de )?(?:mi|mis|la|el|un|una|est[ea]|es[ea]|nuestr[oa]|meu|mina|meva) (?!nuev|casa|trabajo|movil|telefono)[a-z]{3,})/;
/** "El teléfono de la residencia es", "Telefonul familiei (nu al meu):", "el de mi vecina es". */
const ANOTHERS_BEFORE =
  /(?:\b(?:tel[a-z]*|numero|numer[a-z]*|movil|mobil|fijo|fixo|fix|phone|el|o) (?:de (?:la |el |mi |su |un |una |o |a )?|do |da |del )(?:residencia|vecin[oa]|gestor[a-z]*|asesor[a-z]*|despacho|bufete|familia|abogad[oa]|patron[a]?|jef[ea]|porteria|centro|albergue|cunad[oa]|nuera|yerno|compan[a-z]+|amig[oa])\b|\((?:nu al meu|no es mio|no (?:el )?mio|non e meu)\))[^\n.\d]{0,20}$/;

/** "99999999R no, perdón, ..."; "... - corrijo: ...": its writer takes the number back. */
export function takenBack(flat: string, { end }: Span): boolean {
  return TAKEN_BACK.test(flat.slice(end, end + 60));
}

/** True where the words beside a number say that it is not the one: taken back, or somebody else's. */
export function disowned(flat: string, span: Span): boolean {
  const { start, end } = span;
  return (
    takenBack(flat, span) ||
    ANOTHERS.test(flat.slice(end, end + 60)) ||
    ANOTHERS_BEFORE.test(flat.slice(Math.max(0, start - 70), start))
  );
}
