import type { IdHit } from './find-numbers.ts';
import { flatten } from './fold.ts';
import type { Action } from './model.ts';
import { KIN, MY_KIN, relativesIn } from './kin.ts';
import type { Sender } from './sender.ts';
import { WordPattern } from './word-pattern.ts';

/** "Mi madre, Ana ...", "mi abuelo Vicente (DNI": the relative is named where the request begins with him. */
const KIN_NAMED = new WordPattern(
  String.raw`${MY_KIN}(?! y yo)[^.\n]{0,60}?(?:\(?(?:con )?(?:d\.?n\.?i|nie|nif|nan)\b|\b(?:se llama|es diu|se chama|chamase)\b|(?<!\d)\d{2}\D?\d{3}\D?\d{3}(?!\d)|\b[xyz]\d{7})`,
);
/** He is the one who needs something ... */
export const NEEDS =
  /\b(?:necesita|quiere|quer[rn]ia|quisiera|precisa|solicita|desea|pide|vol|no (?:puede|pot|pode|sabe|ve|tiene)|(?:l[aeo]s?|li|lle) (?:han|ha|llegan?|piden?|salen?|faltan?|corresponde|demanen|den|deis|dieran|robaron)|se (?:jubila|da de|quedo)|esta (?:ingresad|enferm|incapacit|impedid|ingress)|dejo (?:la|el|de))/;
/** ... or is dead, and what is asked for was his. */
export const DEAD =
  /\b(?:fallec|falec|murio|moriu|morreu|ha muerto|va morir|ha mort|difunt|defunt|finad|verstorben|gestorben|deced|est morte?\b|died|deceased|passed away|a murit|hil zen)/;
/** The writer is the one who does. */
export const ASKS_FOR_HIMSELF =
  /\b(?:me|m') ?(?:l[aoe]s? )?(?:tramit|arregl|pong|pag|han?\b|lleg|cobr|quit|embarg|deb|dev[ou]l|den\b|deis|corresponde|deneg|reclam|const|falt|sal[eg])[a-z]*|\b(?:mi|mon|ma|my|meva|minha|mina|meu|meine?r?) (?:propi[oa] )?(?:devolucion|vida laboral|vida laboral|pensio[n]?|cuenta|compte|nomina|deuda|deute|solicitud|recibo|aplazamiento|cuota|quota|cota|base|baja|alta|baixa|moratoria|direccion|adreca|enderezo|morada|domicili|certificado|certificat|cita|expedient|clave|informe|anschrift|adresse|rente|retraite|dossier|address|file|mobile|phone|record)[a-z]{0,2}\b|\bi (?:need|want|wish|would like) to\b|\bso[yc] (?:autonom[oa]|pensionista|jubilad[oa])\b|\b(?:pago|cobro|debo|cotizo) (?:yo|jo|eu)\b|\b(?:no tengo|no tinc|non teno|nao tenho|je n'ai pas|i have no|i don't have|ich habe kein|nu am) /;
const OF_THE_DEAD: ReadonlySet<Action | null> = new Set(['BAJA', 'DEBT', 'REFUND', 'REPORT', 'DEFERRAL']);

/** Lets somebody act for him, or asks for both: then whom he names beside himself is not the one it is for. */
export const STANDS_IN =
  /\bme represent[ea]\b|\brecogera\b|\bpoder (?:a|para) mi\b|\b(?:autoriz|apoder)(?:o|ar) a\b|\bautoritzo\b|\b(?:mi|meu|mina) (?:marido|mujer|esposa|esposo|pareja|home|muller)\b[^.\n]{0,50} y yo\b/;

/** "Que me den de baja a MÍ, que soy ...", "la moratoria la pido yo": whoever else is spoken of, it is for the writer. */
const FOR_ME = new WordPattern(
  /\b(?:pido|pedimos|solicito|quiero|quisiera|ruego|demano|vull|reclamo|pe[cz]o|d[ae]r?me|(?:se )?me (?:den|deis|dieran|dar|devuelv|conced|tramit|pag|abon|torn)[a-z]*) ?[^.\n;]{0,70}\b(?:a|para|per a|contra|en|pra|non? de) mi(?=\s*[,.:;)!\n]|\s*$| (?:que so[yc]|y no|no al?|l[oae]s?|el|todo|est[aeo]s?)\b)|\bpara mi:|\b(?:l[oae]s?|ho|o|a) (?:pido|solicito|quiero|reclamo|demano|vull|pe[cz]o) (?:yo|jo|eu)\b|\b(?:pido|solicito|quiero|reclamo|demano|vull|interesa) (?:es|e) (?:la|lo|el|a|o) (?:mi[ao]|mev[ao]|meva|meu|mina)\b|\b(?:autonom[oa]|titular|interesad[oa]|solicitante|afectad[oa]|deudor[a]?|pensionista|jubilad[oa]) (?:soy yo|soc jo|son eu|sou eu)\b/,
);
/** A number for messages to come may be the writer's own for whoever it is. */
export function isForWriter(flat: string, act: Action | null): boolean {
  return act !== 'PHONE_REGISTER' && act !== 'PHONE_CHANGE' && FOR_ME.test(flat);
}

/** "Es para él", "es de mi hermano": that sentence, of what is sent. */
export const FOR_HIM = new WordPattern(
  String.raw`\b(?<=(?:^|[.\n;:!?,)]|\b(?:pido|esto|todo|y|and|pero|solicitud|peticion)) ?)(?:es|e|son|va|seria|c'est|it is|it's|das ist|este|da) (?:para|pra|por|per a?|pour|for|fur|pentru|de|d') ?(?:el|ella|ell|ela|ele|him|her|lui|elle|ihn|sie|ea|${MY_KIN})(?=[,.;:!)\n]|\s*$| que\b| yo\b|, )`,
);
/** "Padre: Luis ...", "Aita: ...": the relative in a line of a form. */
const KIN_LISTED = new RegExp(
  String.raw`(?:^|[\n.] ?)(?:(?:el|la|mi|meu|el meu|la meva|mina|mon|ma|my|meine?) )?(?:${KIN}) ?: ?[a-z]`,
);

const KIN_OF = new WordPattern(
  String.raw`\b(?:` +
    // "soy su hija", "soy la mujer de", "escribo por mi hermano"
    String.raw`so[ymcn] (?:el|la|su|o|a|l'|lo) ?(?:${KIN}|tutora?|cuidadora?)(?!\w)|tutora? legal de |escribe [a-z]+(?: [a-z]+){0,2}, (?:la|el|su) (?:${KIN})(?!\w)` +
    String.raw`|escrib[oa]? (?:yo |esto )?(?:en nombre|de parte|(?:por|para) (?:(?:mi|nuestr[oa]|un|una) (?:${KIN}|amig[oa]|conocid[oa])|ella|ellos|don|dona|dna|d\.))\b|escrivo (?:per|en nom)\b|(?:j'ecris|i(?:'m| am) writing|ich schreibe|scriu|scrivo|escrevo)[^.\n]{0,30} (?:por|pela|pelo|per|para|pour|for|fur|pentru|namens) (?:${MY_KIN})|(?:haren|bere|aitaren|amaren|senarraren|emaztearen) izenean\b|en nome da? |en nom d|de parte de\b|ayudo a m|acompan(?:o|amos)(?: en [a-z ]{3,25}?)? a (?!nuestr|mi\b)[a-z]+ [a-z]+,? |representad[oa] por (?:el|la|su) (?:letrad|abogad|procurador|graduad|que suscribe)|on behalf of\b|au nom de\b` +
    String.raw`|en nombre (?:y representacion )?(?:de|y)\b|en representacion de\b|(?:(?:mi|nuestr[oa]) (?:client[ea]|paciente|usuari[oa])|(?:mi|nuestr[oa]|un|el|la) (?:representad[oa]|mandante|patrocinad[oa]))\b|nuestra residente\b|(?:como|en calidad de) (?:tutora?|(?:su )?(?:abogad[oa]|letrad[oa]) de|(?:${KIN}) de|apoderad[oa]|albacea|hereder[oa]s?|administrador concursal|delegad[oa])\b|hereder[oa]\b` +
    // "(su hijo)", ", la nieta"
    String.raw`|(?:(?<=[(,] ?)(?:su|seu|seva|la seva|el seu|el|la)|(?<=[\n.] *)su) (?:${KIN})(?!\w)\s*(?:[),.\n]|$)|(?<=^|[\n.] *)(?:ella|el) ?: )`,
);
/** "Mi hijo empieza el lunes en un taller. ... Se llama Unai". */
const CALLED_KIN = new WordPattern(String.raw`${MY_KIN}[^]{0,250}?\b(?:se llama|chamase|es diu)\b`);
export const MY_DOCUMENT = /\bmi (?:dni|nie|nif|d\.n\.i|documento|carnet)\b/;
/** What agencies are called. */
const AGENCY_NAME =
  /\b(?:gestori?a?|xestor\w*|gestio|gestion|ass?ess?or\w*|(?<!\bdepartamento |\bdpto\.? |\bvida )laboral(?:es)?|procurador\w*|servicios sociales|abogad\w*|advocat\w*|avogad\w*|consult(?:or[ae]?s?|oria|ing|ants?)|gabinete|despacho|bufete|notari\w*|tax|fiscal|graduad\w*|jurid\w*|administradores|administracion de fincas|trabajo social|trabajadora? social|treballadora? social|traballadora? social|serveis socials|servizos sociais)\b/;
const AGENCY_ADDRESS =
  /(?:@.*|[._-])(?:gestori|xestori|ass?ess?or|laboral|abogad|abogac|advocat|avogad|procurador|graduadosocial|bufete|despacho|aholkulari)/i;
const AGENCY_SIGNS =
  /\b(?:gestoria|xestoria|ass?ess?oria|aholkularitza|bufete|administra(?:cion|dora?) de fincas|(?:soy|como) (?:la )?(?:trabajadora? social|educadora?|administradora de la comunidad)|abogad[oa]s? (?:del|de la|colegiad)|abogad[oa]s(?<=\b[a-z]+ (?:y|&) [a-z]+,? abogad[oa]s)|despacho (?:de abogados|profesional)|colegiad[oa]|(?<!\b(?:no (?:somos|soy|estamos|estoy)|el|del|al|los|nuestro) )autorizad[oa]s? red|somos (?:la |una )?(?:gestoria|asesoria))\b/;

/** True when a relative, an agency or a lawyer writes for somebody else; an employer with his own duties does not. */
export function writtenFor(flat: string, sender: Sender, own: IdHit | null, act: Action | null): boolean {
  return isAgency(flat, sender) || speaksForAnother(flat, own, act);
}

/** Whether the sender's business is to write for others, by what he is called, by his house's domain or by how he signs. */
export function isAgency(flat: string, { fromName, fromAddress }: Sender): boolean {
  return (
    AGENCY_NAME.test(flatten(fromName.slice(0, 200))) ||
    AGENCY_ADDRESS.test(fromAddress.slice(0, 200)) ||
    (AGENCY_SIGNS.test(flat.slice(-SIGNATURE)) && !OWN_AGENCY.test(flat))
  );
}

function speaksForAnother(flat: string, own: IdHit | null, act: Action | null): boolean {
  if (isForWriter(flat, act)) return false;
  if (FOR_HIM.test(flat) || (own !== null && KIN_LISTED.test(flat) && !DEAD.test(flat))) return true;
  const found = KIN_OF.exec(flat) ?? (relativesIn(flat).length > 0 ? kinNamed(flat, own, act) : null);
  if (found === null || STANDS_IN.test(flat)) return false;
  // "Mi DNI es ..., mi marido ...": he is only mentioned.
  const mine = MY_DOCUMENT.exec(flat);
  return mine === null || mine.index > found.index + found[0].length;
}

/** A relative named with his document or as somebody is called; not where the writer names his own and asks for himself. */
function kinNamed(flat: string, own: IdHit | null, act: Action | null): RegExpExecArray | null {
  const named = KIN_NAMED.exec(flat);
  if (named !== null && (own === null || isHis(flat, named, act) || !ASKS_FOR_HIMSELF.test(flat)))
    return named;
  return /se llama|chamase|es diu/.test(flat) ? CALLED_KIN.exec(flat) : null;
}

function isHis(flat: string, { index }: RegExpExecArray, act: Action | null): boolean {
  const around = flat.slice(Math.max(0, index - 100), index + 300);
  return DEAD.test(around) ? OF_THE_DEAD.has(act) : NEEDS.test(around);
}

/** A signature stands at the end. */
const SIGNATURE = 300;
const OWN_AGENCY =
  /\b(?:sense|sin|sen|mi|nuestra|el|la|su|de la|a la|por la) (?:gestori?a?|asesori?a?|abogad[oa])\b/;
