import type { ParsedMessage } from '../mail/model.ts';
import type { Kind, Reason } from './model.ts';
import { flatten } from './fold.ts';
import type { Body } from './quoted.ts';

type Unwanted = { readonly kind: Extract<Kind, 'SPAM' | 'PHISHING' | 'NEWSLETTER'>; readonly reason: Reason };

/** A sign in the words, and how much it weighs towards the threshold of 1. */
type Sign = { readonly weight: number; readonly pattern: RegExp };

const LINK = /https?:\/\/[^\s\])>]{4,}/;

// What a victim or a curious citizen writes about such a message, or about himself: then it is not one. The quickest
// comes first.
const CITIZEN: readonly RegExp[] = [
  /\b(?:\d{8}|[xyz]\d{7})[ -]?[a-z]\b/,
  /\b(?:mi (?:dni|nie|numero de la seguridad social|telefono|movil)|me llamo|soy autonom[oa]|solicito|ruego)\b/,
  /\b(?:timo|estafa|estafadores|fraude|phishing|es verdad|es (?:real|cierto)|me ha llegado|he recibido|me llego|recibi|no he pinchado|m'ha arribat|he rebut)\b/,
];

const PHISHING: readonly Sign[] = [
  {
    weight: 0.6,
    pattern:
      /(?:confirm[ae]r?|verifi(?:que|car|ca)|actuali(?:ce|zar|za)|valid(?:e|ar)|introdu(?:zca|cir))[^.]{0,40}(?:tarjeta|contrasena|contrasenya|clave|credenciales|cuenta bancaria|datos bancarios|sus datos|su identidad|su cuenta)/,
  },
  {
    weight: 0.6,
    pattern:
      /(?:re-?validate|verify|confirm|update)[^.]{0,30}(?:mailbox|account|password|identity|card|credentials)/,
  },
  {
    weight: 0.4,
    pattern:
      /(?:mailbox|buzon|cuenta de correo)[^.]{0,60}(?:full|storage limit|exceeded|lleno|suspendid|caduca|desactiva|bloquead|limite|\d ?% de su (?:capacidad|cuota))|(?:ampli|aument)[a-z]* (?:la |su )?cuota/,
  },
  {
    weight: 0.4,
    pattern:
      /(?:tiene derecho a|pendiente de)[^.]{0,30}(?:reembolso|devolucion|abono)|reembolso (?:pendiente|de)/,
  },
  { weight: 0.7, pattern: /tarjetas? (?:de )?regalo|gift cards?|(?:google play|itunes|steam) cards?/ },
  {
    weight: 0.4,
    pattern: /con discrecion|no puedo hablar por telefono|estas en tu puesto|are you at your desk/,
  },
  {
    weight: 0.3,
    pattern:
      /(?:en|dentro de|proximas|within|antes de)\s+(?:las\s+)?(?:proximas\s+)?(?:24|48|72)\s*(?:h\b|horas|hours)/,
  },
  {
    weight: 0.4,
    pattern: /habilit[ea]r? (?:el contenido|las macros|la edicion)|enable (?:content|macros|editing)/,
  },
  {
    weight: 0.3,
    pattern:
      /(?:abra|open|descargue|download)[^.]{0,40}(?:adjunt|attach|archivo|documento|navegador|browser)/,
  },
  {
    weight: 0.3,
    pattern:
      /acciones legales|su cuenta sera (?:bloqueada|suspendida|cancelada)|sera bloqueada|action required/,
  },
  {
    weight: 0.2,
    pattern: /estimado (?:contribuyente|cliente|usuario|ciudadano)|dear (?:user|customer|client)/,
  },
  // A packed file behind a link, with the password that no scanner knows.
  {
    weight: 0.4,
    pattern:
      /\.(?:zip|rar|7z|iso|img)\b|(?:contrasena|password|clave)(?: (?:del archivo|del documento|de apertura))?[ :]+[\w!]*\d{3,}/,
  },
  {
    weight: 0.3,
    pattern:
      /si no (?:abre|ve|puede (?:abrir|ver))[^.]{0,30}(?:archivo|adjunto|documento)[^.]{0,20}(?:enlace|aqui|link|pulse)/,
  },
  { weight: 0.3, pattern: /mensaje de voz|voice ?mail|voice message|fax recibido/ },
  { weight: 0.3, pattern: /(?:paquete|envio)[^.]{0,60}(?:aduana|retenido|pendiente de pago|tasas)/ },
];

const SPAM: readonly Sign[] = [
  { weight: 0.7, pattern: /\b(?:bitcoin|criptomoneda|crypto|forex|trading automatico|robot de)\b/ },
  {
    weight: 0.7,
    pattern:
      /prestamos? de (?:dinero|\d)|concede prestamos|prestamo(?:s)? (?:entre particular|rapid)|loan offer/,
  },
  { weight: 0.4, pattern: /a una tasa del|\bper annum\b|interes del \d/ },
  {
    weight: 0.6,
    pattern:
      /(?:cantidad minima|pedido minimo|minimum order|moq\b|somos fabrica|direct factory|precio especial|price list|lista de precios|mejor precio|best price)/,
  },
  {
    weight: 0.6,
    pattern:
      /(?:first page|primera pagina)[^.]{0,40}(?:google|keywords|buscador)|\bseo\b|website ranking|posicionamiento web|(?:free )?audit report/,
  },
  {
    weight: 0.5,
    pattern:
      /solo quedan? \d+ (?:plazas|unidades)|(?:plazas limitadas|ultimas plazas)|\b100 ?% bonifica|bonificad[oa] (?:al )?100 ?%|ultima hora|oferta (?:limitada|exclusiva)|gan[ae]r? \d[\d.]* ?€|(?:gana|earn)[^.]{0,20}(?:al dia|per day|desde casa)/,
  },
  {
    weight: 0.5,
    pattern:
      /si no (?:desea|quiere) recibir mas|respond[ae] (?:con (?:la palabra )?)?baja|para no recibir mas|unsubscribe|darse de baja de (?:esta|nuestra) lista/,
  },
  {
    weight: 0.4,
    pattern:
      /querido amigo|estimad[oa]s? proveedor[ae]?s?|departamento de compras|dear (?:friend|sir ?\/? ?madam|beloved)|estimado amigo/,
  },
  // What a shop says of its goods, what it says of its prices, and how it asks to be called.
  {
    weight: 0.5,
    pattern:
      /\b(?:distribuidor(?:es)? (?:oficial|autorizado)|(?:somos )?(?:lideres|fabricantes|especialistas) en\b|sin permanencia|sin compromiso|llave en mano|nuestr[oa]s? (?:asesoria|plataforma|software|app|solucion) (?:online )?(?:te|le|os)\b)/,
  },
  {
    weight: 0.5,
    pattern:
      /\bahorr[ae] (?:hasta|un|mas)\b|\bdesde \d+(?:[.,]\d\d)? ?€|\d ?€ ?\/ ?(?:mes|ud|unidad|usuario)\b|iva no incluido|\d ?% (?:de )?descuento|prueba gratis|consult[ae] (?:nuestros )?precios/,
  },
  {
    weight: 0.4,
    pattern:
      /\bpid[ae] (?:ya |ahora )?(?:tu|su) (?:oferta|presupuesto|demo)|facturamos (?:por|a)\b|(?:te|le) llamamos (?:gratis|sin)|solicit[ae] (?:tu|su|una) demo/,
  },
  {
    weight: 0.7,
    pattern:
      /(?:viagra|cialis|casino|apuestas deportivas|loteria internacional|herencia de|inheritance|next of kin|million (?:dollars|usd))/,
  },
  {
    weight: 0.5,
    pattern:
      /(?:sirvan?se|favor|agradecere|solicitamos)[^.]{0,60}(?:cotizar|cotizacion|presupuesto)[^.]{0,80}(?:articulos|items|productos|lista|adjunt|precios|entrega)/,
  },
  {
    weight: 0.4,
    pattern:
      /(?:precio unitario|tiempo de entrega|forma de pago|plazo de entrega|condiciones de credito|validez de la oferta|proveedores|stock)/,
  },
];

const NEWSLETTER: readonly Sign[] = [
  {
    weight: 0.6,
    pattern: /\bwebinar(?:io)?\b|seminario web|jornada (?:gratuita|formativa)|curso (?:gratuito|online)/,
  },
  {
    weight: 0.6,
    pattern:
      /(?:recibe|recibes) este (?:boletin|correo|mensaje) porque|ver en (?:el|tu|su) navegador|view in (?:your )?browser/,
  },
  {
    weight: 0.5,
    pattern:
      /boletin (?:informativo|laboral|mensual|semanal|n)|newsletter|hoja informativa|circular informativa/,
  },
  {
    weight: 0.5,
    pattern: /plazas limitadas|inscrib[ae](?:se|te)|te invitamos|le invitamos|os invitamos|te esperamos/,
  },
  {
    weight: 0.5,
    pattern: /(?:darse de baja|date de baja|darte de baja|cancelar (?:la )?suscripcion|unsubscribe)/,
  },
];

/** Such mail says what it wants at once. */
const READ = 5000;

/** Unwanted mail by its content: phishing, spam, mass information. Only the writer's own words count. */
export function unwanted(message: ParsedMessage, body: Body): Unwanted | null {
  const signs = signsIn(message, body);
  if (signs === null) return null;
  const { phishing, news, spam } = signs;
  if (phishing.weight >= 0.3 && phishing.score >= 1) return verdict('PHISHING', phishing);
  if (news.score >= 1 && news.score >= spam.score) return verdict('NEWSLETTER', news);
  return spam.score >= 1 ? verdict('SPAM', spam) : null;
}

/**
 * Which unwanted mail it is in which the content model finds nothing for the office: the signs need not be many any
 * more. Null where a citizen speaks of himself.
 */
export function likeliestUnwanted(message: ParsedMessage, body: Body): Unwanted | null {
  const signs = signsIn(message, body);
  if (signs === null) return null;
  const { phishing, news, spam } = signs;
  if (phishing.weight >= 0.4 && phishing.score > Math.max(news.score, spam.score)) {
    return verdict('PHISHING', phishing);
  }
  return news.score > spam.score ? verdict('NEWSLETTER', news) : verdict('SPAM', spam);
}

type Signs = {
  /** Of the words. */
  readonly weight: number;
  /** With what speaks for it besides. */
  readonly score: number;
  readonly quote: string;
};

function signsIn(message: ParsedMessage, body: Body): Record<'phishing' | 'news' | 'spam', Signs> | null {
  const { flat, ownEnd, marker } = body;
  const own = `${flatten(message.subject.slice(0, 500))}\n${flat.slice(0, Math.min(ownEnd, READ))}`;
  const citizen = CITIZEN.some((pattern) => pattern.test(own));
  if (citizen || (marker !== null && message.references.length > 0)) return null;
  const invitation = message.attachments.some((attachment) => attachment.declaredType === 'text/calendar');
  return {
    phishing: weigh(own, PHISHING, circumstances(message, own)),
    news: weigh(own, NEWSLETTER, invitation ? 0.5 : 0),
    spam: weigh(own, SPAM, 0),
  };
}

/** What makes a doubtful text more doubtful: a link, a failed sender check, another reply address, an attachment that lies. */
function circumstances(message: ParsedMessage, own: string): number {
  const dangerous = message.attachments.some(
    ({ dangers, declaredType, name }) =>
      dangers.length > 0 || declaredType === 'text/html' || /\.html?$/.test(name),
  );
  return (
    (LINK.test(own) ? 0.4 : 0) +
    (message.marks.includes('AUTHENTICATION_FAILED') ? 0.3 : 0) +
    (message.replyToAddress === null ? 0 : 0.2) +
    (dangerous ? 0.6 : 0)
  );
}

function weigh(text: string, signs: readonly Sign[], besides: number): Signs {
  let sum = 0;
  let heaviest = 0;
  let quote = '';
  for (const { weight, pattern } of signs) {
    const match = pattern.exec(text);
    if (match === null) continue;
    sum += weight;
    if (weight > heaviest) {
      heaviest = weight;
      quote = match[0].replace(/\s+/g, ' ').slice(0, 120);
    }
  }
  return { weight: sum, score: sum + besides, quote };
}

function verdict(kind: Unwanted['kind'], { quote, score }: Signs): Unwanted {
  return { kind, reason: { where: 'BODY', quote, weight: Math.min(1, score / 2) } };
}
