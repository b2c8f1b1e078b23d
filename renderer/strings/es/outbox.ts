import type {
  DeliveryProblem,
  GateCode,
  OutboxFilter,
  QuoteStyle,
  RecipientState,
  RecordField,
} from '../../../main/api/contract/index.ts';
import { formatSize } from '../../ui/format.ts';
import { auditActs } from './audit.ts';

/** Why an answer did not leave or did not arrive, and what to do. */
const problems: Record<DeliveryProblem, string> = {
  UNKNOWN_HOST: 'No se encuentra el servidor de correo saliente. Revise su nombre o la conexión de red.',
  REFUSED: 'El servidor de correo saliente no acepta conexiones. Revise el puerto o si está en marcha.',
  TIMEOUT: 'El servidor de correo saliente no contesta.',
  NO_TLS: 'El servidor de correo saliente no cifra la conexión como se ha configurado.',
  CERTIFICATE_EXPIRED: 'El certificado del servidor de correo saliente ha caducado.',
  CERTIFICATE_WRONG_HOST: 'El certificado del servidor de correo saliente es de otro servidor.',
  CERTIFICATE_UNTRUSTED: 'No se confía en el certificado del servidor de correo saliente.',
  INSECURE_REFUSED: 'La cuenta está configurada sin cifrado y no se envía nada así a otra máquina.',
  LOGIN_REFUSED: 'El servidor no acepta el usuario o la contraseña de la cuenta.',
  PASSWORD_MISSING: 'Falta la contraseña de la cuenta de correo.',
  TOKEN_COMMAND_FAILED: 'No se ha podido obtener el permiso de acceso de la cuenta.',
  NO_FOLDER: 'No existe la carpeta de enviados.',
  QUOTA: 'El buzón de la oficina está lleno.',
  THROTTLED: 'El servidor pide esperar: ha recibido demasiados envíos.',
  CONNECTION_LOST: 'La conexión con el servidor se ha cortado.',
  OTHER: 'El servidor de correo saliente ha fallado.',
  MAILBOX_UNKNOWN: 'Esa dirección no existe. Compruebe cómo está escrita.',
  DOMAIN_UNKNOWN:
    'El dominio de esa dirección no existe o no recibe correo. Compruebe lo que sigue a la arroba.',
  MAILBOX_FULL: 'El buzón del destinatario está lleno. Pruebe por teléfono o más adelante.',
  MAILBOX_DISABLED: 'El buzón del destinatario está desactivado.',
  TOO_BIG: 'El mensaje es demasiado grande para el servidor. Envíe menos adjuntos.',
  SENDER_REFUSED: 'El servidor no deja enviar con la dirección de la oficina. Avise a informática.',
  RELAY_DENIED: 'El servidor de la oficina no acepta enviar a direcciones de fuera. Avise a informática.',
  POLICY_REFUSED: 'El servidor del destinatario lo rechaza por sus normas de seguridad o como no deseado.',
  CONTENT_REFUSED: 'El servidor no acepta el contenido o alguno de los adjuntos.',
  TRY_LATER: 'El servidor no puede recibirlo ahora y pide que se intente más tarde.',
  NO_ROUTE: 'No se ha podido llegar al servidor del destinatario.',
  MAIL_LOOP: 'El mensaje da vueltas entre servidores del destinatario y no llega a su buzón.',
  EXPIRED: 'El servidor lo ha intentado durante mucho tiempo y ha desistido.',
  REFUSED_FOR_GOOD: 'El servidor lo rechaza definitivamente.',
  ACCOUNT_OFF: 'La cuenta con la que se iba a enviar ya no está en uso.',
  UNCERTAIN:
    'Se ha cortado varias veces justo al enviarse: puede que ya haya llegado. Compruébelo antes de enviarla otra vez.',
};

const recordFields: Record<RecordField, string> = {
  DOCUMENT: 'el documento de identidad',
  PHONE: 'el teléfono',
  NAF: 'el número de la Seguridad Social',
  BIRTH_DATE: 'la fecha de nacimiento',
  ADDRESS: 'el domicilio',
};

const machineKinds: Readonly<Record<string, string>> = {
  BOUNCE: 'un aviso de devolución',
  AUTOREPLY: 'una respuesta automática',
  NEWSLETTER: 'una lista o un boletín',
};

const quoted = (words: readonly string[]): string => words.map((word) => `«${word}»`).join(', ');

function known(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}

/** What the gate found, and why it matters. */
const findings: Record<
  GateCode,
  (about: readonly string[], by: string | null) => { readonly title: string; readonly why: string }
> = {
  CASE_CHANGED: (about, by) => ({
    title: `Mientras escribía, ${by ?? 'otra persona'} ${about.map((act) => known(auditActs, act)).join(', ')}.`,
    why: 'Compruebe que la respuesta sigue siendo correcta.',
  }),
  UNKNOWN_ADDRESS: (about) => ({
    title: `Esta dirección no ha escrito en el expediente ni consta de esta persona: ${about.join(', ')}.`,
    why: 'Un error al escribirla enviaría datos de una persona a un desconocido.',
  }),
  FOREIGN_ATTACHMENT: (about) => ({
    title: `Este adjunto llegó en el expediente de otra persona: ${quoted(about)}.`,
    why: 'Puede contener datos de alguien que no es el destinatario.',
  }),
  PERSONAL_DATA: (about) => ({
    title: `El texto contiene datos registrados de la persona: ${about.map((field) => known(recordFields, field)).join(', ')}.`,
    why: 'La identidad de quien escribe no está verificada: el correo puede ser de otra persona.',
  }),
  UNFILLED: (about) => ({
    title: `Quedan huecos sin rellenar: ${about.map((name) => name.replaceAll('_', ' ')).join(', ')}.`,
    why: 'Rellénelos o bórrelos antes de enviar.',
  }),
  EMPTY_SUBJECT: () => ({
    title: 'El asunto está vacío.',
    why: 'Sin asunto, muchos servidores lo tratan como no deseado y nadie lo encuentra después.',
  }),
  TOO_BIG: ([size = '0', limit = '0']) => ({
    title: `El mensaje ocupa ${formatSize(Number(size))} y el límite es ${formatSize(Number(limit))}.`,
    why: 'El servidor lo rechazaría. Quite algún adjunto.',
  }),
  AUTOMATIC_SENDER: (about) => ({
    title: `No se contesta a ${about.map((one) => known(machineKinds, one)).join(', ')}.`,
    why: 'Lo ha escrito una máquina: nadie lo leería y podría contestar sin fin.',
  }),
  OWN_ADDRESS: (about) => ({
    title: `Es una dirección de la propia oficina: ${about.join(', ')}.`,
    why: 'El mensaje volvería al mismo buzón.',
  }),
  LOOP_GUARD: (about) => ({
    title: `Hoy ya se ha escrito demasiadas veces a ${about.join(', ')}.`,
    why: 'El límite diario por dirección evita que dos máquinas se contesten sin fin.',
  }),
};

const quoteStyles: Record<QuoteStyle, string> = {
  NONE: 'Sin citar el mensaje',
  BELOW: 'El mensaje citado, debajo',
  ABOVE: 'El mensaje citado, encima',
};

const recipientStates: Record<RecipientState, string> = {
  PENDING: 'pendiente',
  ACCEPTED: 'entregada a su servidor',
  REFUSED: 'rechazada',
  BOUNCED: 'devuelta',
};

const filters: Record<OutboxFilter, string> = {
  WAITING: 'Pendientes de salir',
  SENT: 'Enviadas',
  FAILED: 'No enviadas o rechazadas',
  UNDELIVERED: 'Devueltas',
  CANCELLED: 'Retiradas',
};

/** Texts of the outbox and of what becomes of an answer. */
export const outboxStrings = {
  title: 'Bandeja de salida',
  tableLabel: 'Respuestas y remisiones',
  filter: 'Situación',
  all: 'Todas',
  filters,
  columns: {
    state: 'Situación',
    to: 'Para',
    subject: 'Asunto',
    case: 'Expediente',
    by: 'Escrita por',
    at: 'Fecha',
  },
  forwarded: 'Remisión a una unidad',
  detail: 'Respuesta elegida',
  close: 'Cerrar el detalle',
  openCase: (number: string) => `Abrir el expediente ${number}`,
  empty: {
    title: 'Nada en la bandeja de salida',
    text: 'Aquí verá cada respuesta desde que la envía hasta que el servidor la acepta.',
  },
  noMatch: { title: 'Ninguna respuesta en esa situación', text: 'Elija otra situación para ver más.' },

  problems,
  findings,
  quoteStyles,
  recipientStates,
  serverWords: 'Palabras del servidor',
  noAccount: 'Espera en la bandeja de salida: ninguna cuenta puede enviar. No saldrá sola.',
  undoing: 'Saldrá dentro de unos segundos.',
  nextTry: (at: string, attempts: number) =>
    attempts === 1
      ? `Primer intento fallido. Se repetirá ${at}.`
      : `${attempts} intentos fallidos. Se repetirá ${at}.`,
  sentThrough: (account: string) => `Por la cuenta ${account}`,
  partly: 'Enviada en parte',
  undelivered: 'Devuelta: no llegó',
  partlyUndelivered: 'Devuelta en parte',
  maybeTwice:
    'Se interrumpió mientras se enviaba: puede haber llegado dos veces, con el mismo identificador.',
  copyPending: 'Falta la copia en la carpeta de enviados; se hará sola.',
  cancel: 'Retirar',
  cancelled: 'Retirada: no se enviará.',
  sendNow: 'Enviar ahora',
  retry: 'Enviar otra vez',
  released: 'Se enviará ahora.',
  attachments: (names: readonly string[]) => `Con ${names.join(', ')}`,
  template: (name: string, version: number | null) =>
    version === null ? `Plantilla «${name}»` : `Plantilla «${name}», versión ${version}`,
} as const;
