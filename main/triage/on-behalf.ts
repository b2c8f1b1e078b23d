import { wholeWordIndex } from './matches.ts';
import type { DeclaredPerson, Found } from './model.ts';
import { KIN } from './roles.ts';
import { isHimself, isHouse, namesIn, type Sender } from './sender.ts';
import { isAgency } from './written-for.ts';

/** "mi padre", "la meva mare": a relative is spoken of, whatever for. */
const RELATIVE = new RegExp(
  String.raw`\b(?:mi|nuestr[oa]|el meu|la meva|mon|my|meu|minha|mina|nire) (?:difunt[oa] |pobre |propi[oa] )?(?:${KIN})\b|\bla tieta\b`,
);

/** The relative is cared for, or works, where the writer employs: his own matter. */
const OWN_MATTER =
  /\bcontrat(?:ar|amos|ad[oa])|\bempleadora?\b|\bemployers? of\b|\b(?:our|my) (?:cleaner|nanny|carer|housekeeper)\b|\b(?:senora|chica|mujer|persona|muchacha) (?:de confianza )?que (?:nos |me )?(?:viene|limpia|ayuda|trabaja|va a|se queda)|\btitular del contrato\b|\bdarla de (?:alta|baja)\b|\b(?:que |para )?cuid(?:e|a|an|ar|ara|adora?)\b|\bemplead[oa] (?:de|del) hogar\b|\by yo \(/;
/** ... and here it is the relative who employs. */
const RELATIVE_ENGAGES = new RegExp(
  String.raw`\b(?:mi|nuestr[oa]|mina|meu|la meva) (?:${KIN})\b[^.\n]{0,70}\b(?:contratad|empleador|titular)|\bempleadora?\b[^.\n]{0,25}\b(?:(?:mi|nuestr[oa]) (?:${KIN})|es ella)\b`,
);
const HEIRS = /^hereder[oa]s? /;

/** An errand, in the writer's words; one pattern, as most texts have none of it. */
const ERRAND = new RegExp(
  String.raw`\b(?:` +
    [
      String.raw`(?:me|nos|m'|ens) (?:lo )?han?(?: ido)? (?:dictad|(?:pedid|encargad|demanad)[oa]? (?:que|escri|esto|mand|tramit))`,
      String.raw`(?:nos|me) pide que (?:les|os|lo|se)\b`,
      String.raw`escrib(?:o|imos|amos) (?:esto )?por (?:el|ella|ellos)\b`,
      // passed on: "les paso la petición de un trabajador", "os reenvío lo de mi padre"
      String.raw`(?:les|os|le|us|lle) (?:paso|pasamos|reenvio|reenviamos|traslado|trasladamos|passo|remito) (?:\w+ )?(?:lo de|la peticion|la solicitud|esta peticion|esta solicitud|el que|la carta) `,
      String.raw`abogad[oa], en (?:la )?(?:nombre|representacion)|por (?:indicacion|encargo|cuenta) d(?:e|el|os)\b|per encarrec d|en nome? d(?:e|a|o)\b`,
      String.raw`(?:nosos|nostres|nuestr[oa]s) client[ea]?s\b|(?:(?:de|para) una? |del |pregunta (?:el|la|un|una) )client[ea]\b`,
      String.raw`(?:desde|en) (?:esta|nuestra) (?:gestori|asesori|despacho)`,
      String.raw`(?:intento |estamos |estoy )?ayud(?:ar|ando|amos|o) (?:a (?:mi|un|una)|con los papeles)\b`,
    ].join('|') +
    ')',
);

const NAMES_HIMSELF = /\b(?:me llamo|mi nombre es|em dic|chamome|my name is|je m'appelle|ma numesc) ([a-z]+)/;

/**
 * Whether the message is written for somebody else, now that it is known whom it is for; `spoken` is what the words alone
 * said, `forwards` that he passes on what the person wrote. Who signs with the
 * person's own name writes for himself, and who names nobody asks for himself; where a person signs and another is
 * asked for, a relative that is spoken of beside him, or an errand, is enough.
 */
export function isOnBehalf(
  flat: string,
  from: Sender,
  { values }: Pick<DeclaredPerson, 'values'>,
  spoken: boolean,
  forwards: boolean,
): boolean {
  const given = namesIn(values.givenName?.value ?? '');
  const sender = namesIn(from.fromName);
  const { id, idType, naf, ccc } = values;
  if (given.length === 0 && id === undefined && naf === undefined && ccc === undefined) {
    return spoken && ERRAND.test(flat);
  }
  const agency = spoken && isAgency(flat, from);
  if (idType?.value === 'CIF') return agency || ERRAND.test(flat);
  const house = sender.length === 0 || isHouse(sender);
  const himself = !house && isHimself(sender, given) && !HEIRS.test(sender.join(' '));
  // An employer who passes on what his worker wrote gives his own account with it.
  if (forwards && ccc === undefined && sender.length > 0) return !himself;
  if (himself) return false;
  const said =
    (agency || (spoken && !engages(flat)) || ERRAND.test(flat)) &&
    !given.includes(NAMES_HIMSELF.exec(flat)?.[1] ?? '');
  if (given.length === 0 || house) return said;
  if (flat.includes('me represent')) return false; // he wants somebody else to act for him
  return said || (speaksOfRelative(flat, values.givenName, sender) && !engages(flat));
}

/** Whether he engages somebody himself; what a relative engages is the relative's matter. */
function engages(flat: string): boolean {
  return OWN_MATTER.test(flat) && !RELATIVE_ENGAGES.test(flat);
}

/** A relative is spoken of in the paragraph that names the person, or anywhere where the sender names himself as well. */
function speaksOfRelative(flat: string, name: Found | undefined, sender: readonly string[]): boolean {
  const relative = RELATIVE.exec(flat);
  if (relative === null) return false;
  const at = name?.start ?? 0;
  const between = flat.slice(Math.min(at, relative.index), Math.max(at, relative.index));
  return !/\n\s*\n/.test(between) || wholeWordIndex(flat, sender[0] ?? '') >= 0;
}
