import type { DeclaredPerson } from './model.ts';
import { isHimself, isHouse, namesIn } from './sender.ts';
import { KIN } from './roles.ts';

/** "mi padre", "la meva mare": a relative is spoken of, whatever for. */
const RELATIVE = new RegExp(
  String.raw`\b(?:mi|nuestr[oa]|el meu|la meva|mon|my|meu|minha|mina|nire) (?:difunt[oa] |pobre |propi[oa] )?(?:${KIN})\b|\bla tieta\b`,
);

/** The relative is cared for, or works, where the writer employs: his own matter. */
const OWN_MATTER =
  /\bcontrat(?:ar|amos|ado)|\bempleadora?\b|\b(?:que |para )?cuid(?:e|ar|ara|adora?)\b|\bemplead[oa] (?:de|del) hogar\b|\by yo \(/;
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
      String.raw`por (?:indicacion|encargo|cuenta) d(?:e|el|os)\b|per encarrec d|en nome? d(?:e|a|o)\b`,
      String.raw`(?:nosos|nostres|nuestr[oa]s) client[ea]?s\b|(?:del|al|un) cliente\b`,
      String.raw`(?:desde|en) (?:esta|nuestra) (?:gestori|asesori|despacho)`,
      String.raw`(?:intento |estamos |estoy )?ayud(?:ar|ando|amos|o) (?:a (?:mi|un|una)|con los papeles)\b`,
    ].join('|') +
    ')',
);

/**
 * Whether the message is written for somebody else, now that it is known whom it is for; `spoken` is what the words alone
 * said. Who signs with the person's own name writes for himself, and who names nobody asks for himself; where a person
 * signs and another is asked for, a relative that is spoken of, or an errand, is enough.
 */
export function isOnBehalf(
  flat: string,
  fromName: string,
  { values }: Pick<DeclaredPerson, 'values'>,
  spoken: boolean,
): boolean {
  const given = namesIn(values.givenName?.value ?? '');
  const nobody = given.length === 0 && values.id === undefined && values.naf === undefined;
  if (nobody) return spoken && ERRAND.test(flat);
  const sender = namesIn(fromName);
  if (given.length === 0 || sender.length === 0 || isHouse(sender)) {
    return spoken || ERRAND.test(flat);
  }
  if (isHimself(sender, given) && !HEIRS.test(sender.join(' '))) return false;
  if (flat.includes('me represent')) return false; // he wants somebody else to act for him
  return spoken || ERRAND.test(flat) || (RELATIVE.test(flat) && !OWN_MATTER.test(flat));
}
