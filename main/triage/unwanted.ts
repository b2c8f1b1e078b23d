import type { ParsedMessage } from '../mail/model.ts';
import type { Kind, Reason } from './model.ts';
import { splitQuoted } from './quoted.ts';

type Unwanted = { readonly kind: Extract<Kind, 'SPAM' | 'PHISHING' | 'NEWSLETTER'>; readonly reason: Reason };

/** A sign in the words, and how much it weighs towards the threshold of 1. */
type Sign = { readonly weight: number; readonly pattern: RegExp };

const LINK = /https?:\/\/[^\s\])>]{4,}/iu;

// What a victim or a curious citizen writes about such a message, or about himself: then it is not one.
const CITIZEN: readonly RegExp[] = [
  /\b(?:timo|estafa|estafadores|fraude|phishing|es verdad|es (?:real|cierto)|me ha llegado|he recibido|me lleg[oó]|recib[ií]|no he pinchado|m'ha arribat|he rebut)\b/iu,
  /\b(?:mi (?:dni|nie|n[úu]mero de la seguridad social|tel[eé]fono|m[oó]vil)|me llamo|soy aut[oó]nom[oa]|solicito|ruego)\b/iu,
  /\b(?:\d{8}|[XYZ]\d{7})[ -]?[A-Z]\b/iu,
];

const PHISHING: readonly Sign[] = [
  {
    weight: 0.6,
    pattern:
      /(?:confirm[ae]r?|verifi(?:que|car|ca)|actuali(?:ce|zar|za)|valid(?:e|ar)|introdu(?:zca|cir))[^.\n]{0,40}(?:tarjeta|contrase[ñn]a|clave|credenciales|cuenta bancaria|datos bancarios|sus datos|su identidad|su cuenta)/iu,
  },
  {
    weight: 0.6,
    pattern:
      /(?:re-?validate|verify|confirm|update)[^.\n]{0,30}(?:mailbox|account|password|identity|card|credentials)/iu,
  },
  {
    weight: 0.4,
    pattern:
      /(?:mailbox|buz[oó]n|cuenta de correo)[^.\n]{0,60}(?:full|storage limit|exceeded|lleno|suspendid|caduca|desactiva|bloquead|l[ií]mite)/iu,
  },
  {
    weight: 0.4,
    pattern:
      /(?:tiene derecho a|pendiente de)[^.\n]{0,30}(?:reembolso|devoluci[oó]n|abono)|reembolso (?:pendiente|de)/iu,
  },
  { weight: 0.7, pattern: /tarjetas? (?:de )?regalo|gift cards?|(?:google play|itunes|steam) cards?/iu },
  {
    weight: 0.4,
    pattern: /con discreci[oó]n|no puedo hablar por tel[eé]fono|est[aá]s en tu puesto|are you at your desk/iu,
  },
  {
    weight: 0.3,
    pattern:
      /(?:en|dentro de|pr[oó]ximas|within|antes de)\s+(?:las\s+)?(?:pr[oó]ximas\s+)?(?:24|48|72)\s*(?:h\b|horas|hours)/iu,
  },
  {
    weight: 0.4,
    pattern: /habilit[ea]r? (?:el contenido|las macros|la edici[oó]n)|enable (?:content|macros|editing)/iu,
  },
  {
    weight: 0.3,
    pattern:
      /(?:abra|open|descargue|download)[^.\n]{0,40}(?:adjunt|attach|archivo|documento|navegador|browser)/iu,
  },
  {
    weight: 0.3,
    pattern:
      /acciones legales|su cuenta ser[aá] (?:bloqueada|suspendida|cancelada)|ser[aá] bloqueada|action required/iu,
  },
  {
    weight: 0.2,
    pattern: /estimado (?:contribuyente|cliente|usuario|ciudadano)|dear (?:user|customer|client)/iu,
  },
  { weight: 0.3, pattern: /mensaje de voz|voice ?mail|voice message|fax recibido/iu },
  { weight: 0.3, pattern: /(?:paquete|env[ií]o)[^.\n]{0,60}(?:aduana|retenido|pendiente de pago|tasas)/iu },
];

const SPAM: readonly Sign[] = [
  { weight: 0.7, pattern: /\b(?:bitcoin|criptomoneda|crypto|forex|trading autom[aá]tico|robot de)\b/iu },
  {
    weight: 0.7,
    pattern:
      /pr[eé]stamos? de (?:dinero|\d)|concede pr[eé]stamos|pr[eé]stamo(?:s)? (?:entre particular|r[aá]pid)|loan offer/iu,
  },
  { weight: 0.4, pattern: /a una tasa del|\bper annum\b|inter[eé]s del \d/iu },
  {
    weight: 0.6,
    pattern:
      /(?:cantidad m[ií]nima|pedido m[ií]nimo|minimum order|moq\b|somos f[aá]brica|direct factory|precio especial|price list|lista de precios|mejor precio|best price)/iu,
  },
  {
    weight: 0.6,
    pattern:
      /(?:first page|primera p[aá]gina)[^.\n]{0,40}(?:google|keywords|buscador)|\bseo\b|website ranking|posicionamiento web|(?:free )?audit report/iu,
  },
  {
    weight: 0.5,
    pattern:
      /solo quedan? \d+ (?:plazas|unidades)|plazas limitadas|[uú]ltima hora|oferta (?:limitada|exclusiva)|gan[ae]r? \d[\d.]* ?€|(?:gana|earn)[^.\n]{0,20}(?:al d[ií]a|per day|desde casa)/iu,
  },
  {
    weight: 0.5,
    pattern:
      /si no desea recibir m[aá]s|responda baja|para no recibir m[aá]s|unsubscribe|darse de baja de (?:esta|nuestra) lista/iu,
  },
  { weight: 0.4, pattern: /querido amigo|dear (?:friend|sir ?\/? ?madam|beloved)|estimado amigo/iu },
  {
    weight: 0.7,
    pattern:
      /(?:viagra|cialis|casino|apuestas deportivas|loter[ií]a internacional|herencia de|inheritance|next of kin|million (?:dollars|usd))/iu,
  },
  {
    weight: 0.5,
    pattern:
      /(?:s[ií]rvan?se|favor|agradecer[eé]|solicitamos)[^.\n]{0,60}(?:cotizar|cotizaci[oó]n|presupuesto)[^.\n]{0,80}(?:art[ií]culos|[ií]tems|productos|lista|adjunt|precios|entrega)/iu,
  },
  {
    weight: 0.4,
    pattern:
      /(?:precio unitario|tiempo de entrega|forma de pago|plazo de entrega|validez de la oferta|proveedores|stock)/iu,
  },
];

const NEWSLETTER: readonly Sign[] = [
  {
    weight: 0.6,
    pattern: /\bwebinar(?:io)?\b|seminario web|jornada (?:gratuita|formativa)|curso (?:gratuito|online)/iu,
  },
  {
    weight: 0.6,
    pattern:
      /(?:recibe|recibes) este (?:bolet[ií]n|correo|mensaje) porque|ver en (?:el|tu|su) navegador|view in (?:your )?browser/iu,
  },
  {
    weight: 0.5,
    pattern:
      /bolet[ií]n (?:informativo|laboral|mensual|semanal|n)|newsletter|hoja informativa|circular informativa/iu,
  },
  {
    weight: 0.5,
    pattern: /plazas limitadas|inscr[ií]b[ae](?:se|te)|te invitamos|le invitamos|os invitamos|te esperamos/iu,
  },
  {
    weight: 0.5,
    pattern: /(?:darse de baja|date de baja|darte de baja|cancelar (?:la )?suscripci[oó]n|unsubscribe)/iu,
  },
];

/** Unwanted mail by its content: phishing, spam, mass information. Only the writer's own words count. */
export function unwanted(message: ParsedMessage, text: string): Unwanted | null {
  const { ownEnd, marker } = splitQuoted(text);
  const own = `${message.subject.slice(0, 500)}\n${text.slice(0, ownEnd)}`;
  const citizen = CITIZEN.some((pattern) => pattern.test(own));
  if (citizen || (marker !== null && message.references.length > 0)) return null;

  const phishing = weigh(own, PHISHING);
  const score = phishing.score + circumstances(message, own);
  if (phishing.score >= 0.3 && score >= 1) return verdict('PHISHING', phishing, score);
  const spam = weigh(own, SPAM);
  const news = weigh(own, NEWSLETTER);
  const invitation = message.attachments.some((attachment) => attachment.declaredType === 'text/calendar');
  const newsScore = news.score + (invitation ? 0.5 : 0);
  if (newsScore >= 1 && newsScore >= spam.score) return verdict('NEWSLETTER', news, newsScore);
  return spam.score >= 1 ? verdict('SPAM', spam, spam.score) : null;
}

/** What makes a doubtful text more doubtful: a link, a failed sender check, another reply address, an attachment that lies. */
function circumstances(message: ParsedMessage, own: string): number {
  const dangerous = message.attachments.some(
    ({ dangers, declaredType, name }) =>
      dangers.length > 0 || declaredType === 'text/html' || /\.html?$/iu.test(name),
  );
  return (
    (LINK.test(own) ? 0.4 : 0) +
    (message.marks.includes('AUTHENTICATION_FAILED') ? 0.3 : 0) +
    (message.replyToAddress === null ? 0 : 0.2) +
    (dangerous ? 0.6 : 0)
  );
}

function weigh(text: string, signs: readonly Sign[]): { score: number; quote: string } {
  let score = 0;
  let heaviest = 0;
  let quote = '';
  for (const { weight, pattern } of signs) {
    const match = pattern.exec(text);
    if (match === null) continue;
    score += weight;
    if (weight > heaviest) {
      heaviest = weight;
      quote = match[0].replace(/\s+/gu, ' ').slice(0, 120);
    }
  }
  return { score, quote };
}

function verdict(kind: Unwanted['kind'], signs: { quote: string }, score: number): Unwanted {
  return { kind, reason: { where: 'BODY', quote: signs.quote, weight: Math.min(1, score / 2) } };
}
