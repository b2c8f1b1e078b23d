import type { Citizen, ContactSet, PhoneChange, PhoneChannel } from '../../../main/api/contract/index.ts';
import { labels } from './labels.ts';

const sets = {
  ELECTRONIC: 'Servicios electrónicos (códigos por SMS)',
  GENERAL: 'Uso general',
} as const satisfies Record<ContactSet, string>;

const inSet: Record<ContactSet, string> = { ELECTRONIC: 'servicios electrónicos', GENERAL: 'uso general' };

const channels = {
  MAILBOX: 'Mensaje al buzón',
  TA1: 'Modelo TA.1',
  COUNTER: 'Mostrador',
} as const satisfies Record<PhoneChannel, string>;

const through: Record<PhoneChannel, string> = {
  MAILBOX: 'por mensaje al buzón',
  TA1: 'por modelo TA.1',
  COUNTER: 'en el mostrador',
};

/** The phone register: what is asked for, what waits, what was done. */
export const phoneStrings = {
  sets,
  channels,
  set: 'Datos de contacto',
  wish: 'Qué se pide',
  wishes: {
    SET: (current: boolean) => (current ? 'Cambiar el número' : 'Registrar el primer número'),
    REMOVE: 'Quitar el número',
    DISOWN: 'El número ya no es suyo',
  },
  channel: 'Canal',
  evidence: 'Justificantes',
  noEvidence: 'No hay adjuntos vinculados: vincúlelos en Justificantes.',
  request: 'Pedir el cambio',
  willWait: 'Otra persona tendrá que confirmarlo.',
  waits: 'El cambio queda a la espera de que otra persona lo confirme.',
  removed: 'Teléfono quitado del registro.',
  taken: 'Petición retirada.',
  show: 'Ver el número completo',
  hide: 'Ocultar',
  shared: 'Consta también en otra ficha',
  sharedText: 'El mismo número está en la ficha de otra persona: puede haberse reasignado.',
  possession: {
    needed: 'La oficina pide comprobar que la persona tiene el número nuevo.',
    open: 'Comprobar el número nuevo',
    title: 'Comprobación del número nuevo',
    phone: (number: string) => `Número nuevo: ${number}`,
    shown: 'Comprobado con un código: la persona tiene el número nuevo.',
    verified: 'La persona tiene el número nuevo: comprobado con un código.',
  },
  changes: 'Cambios de teléfono',
  waiting: {
    title: 'Cambios de teléfono por confirmar',
    confirm: 'Confirmar',
    refuse: 'Rechazar',
    withdraw: 'Retirar la petición',
    own: 'Lo ha pedido usted: lo confirma otra persona.',
    supervisor: 'Lo confirma una persona supervisora.',
    recycled: 'El número nuevo consta en el registro de otra persona',
    recycledText: 'Puede ser un número reasignado o compartido. Compruébelo antes de confirmar.',
    withdrawOthers: 'Quitarlo de la otra ficha al confirmar',
    note: 'Motivo del rechazo',
    confirmed: 'Cambio confirmado.',
    refused: 'Cambio rechazado.',
    open: (number: string) => `Abrir el expediente ${number}`,
  },
  settings: {
    title: 'Cambios de teléfono',
    text: 'Qué hace falta, además de la identidad verificada, para que un cambio valga.',
    possession: 'Comprobar con un código que la persona tiene el número nuevo (servicios electrónicos)',
    secondPerson: 'Una segunda persona confirma cada cambio',
    save: 'Guardar lo que hace falta',
  },
} as const;

type Dates = (at: Date) => string;

const VERIFIED: Record<NonNullable<PhoneChange['verification']>, string> = {
  DATA: 'por datos',
  SENDER: 'por el remitente',
  DOCUMENT: 'con documento',
  SMS: 'con un código al número anterior',
  CERTIFICATE: 'con certificado',
};

/** What was done to the number, with the verb as a past or an infinitive. */
function deed({ kind, contactSet, maskedFrom, maskedTo }: PhoneChange, asked: boolean): string {
  const where = `de ${inSet[contactSet]}`;
  switch (kind) {
    case 'REGISTER':
      return `${asked ? 'registrar' : 'registró'} el teléfono ${where} ${maskedTo ?? ''}`;
    case 'CHANGE':
      return `${asked ? 'cambiar' : 'cambió'} el teléfono ${where} de ${maskedFrom ?? ''} a ${maskedTo ?? ''}`;
    case 'REMOVE':
      return `${asked ? 'quitar' : 'quitó'} el teléfono ${where} ${maskedFrom ?? ''}`;
    case 'DISOWN':
      return `${asked ? 'quitar' : 'quitó'} el teléfono ${where} ${maskedFrom ?? ''}, que ya no es de la persona`;
  }
}

/** On what it rests: "con la identidad verificada con documento y los justificantes ta1.pdf y dni.pdf". */
function grounds(change: PhoneChange): string | null {
  const { verification, possessionShown, attachments } = change;
  const names = attachments.map(({ name }) => name);
  const parts = [
    ...(verification === null ? [] : [`la identidad verificada ${VERIFIED[verification]}`]),
    ...(possessionShown ? ['el número nuevo comprobado con un código'] : []),
    ...(names.length === 0
      ? []
      : [names.length === 1 ? `el justificante ${names[0]}` : `los justificantes ${inWords(names)}`]),
  ];
  return parts.length === 0 ? null : `con ${inWords(parts)}`;
}

/** How it ended, as a clause; null when it simply took effect. */
function ending(change: PhoneChange, day: Dates): string[] {
  const { state, needs, decidedBy, decidedAt, decisionNote, undoneAt, handedOverAt } = change;
  const when = decidedAt === null ? '' : ` el ${day(decidedAt)}`;
  const note = decisionNote === null ? '' : `: «${bare(decisionNote)}»`;
  switch (state) {
    case 'PENDING':
      return [needs === 'SUPERVISOR' ? 'espera a una persona supervisora' : 'espera a una segunda persona'];
    case 'REFUSED':
      return [`lo rechazó ${decidedBy ?? ''}${when}${note}`];
    case 'WITHDRAWN':
      return [`se retiró${when}${note}`];
    case 'UNDONE':
    case 'EFFECTIVE':
      return [
        ...(decidedBy === null ? [] : [`lo confirmó ${decidedBy}${when}`]),
        ...(undoneAt === null ? [] : [`se deshizo el ${day(undoneAt)}`]),
        ...(handedOverAt === null ? [] : [`se entregó a la base de datos central el ${day(handedOverAt)}`]),
      ];
  }
}

/** One change as one sentence: who, when, what, through which channel, why, on what evidence, and how it ended. */
export function phoneSentence(change: PhoneChange, day: Dates): string {
  const asked = change.effectiveAt === null || change.decidedBy !== null;
  const parts = [
    `El ${day(change.requestedAt)} ${change.requestedBy} ${asked ? 'pidió ' : ''}${deed(change, asked)}`,
    `${through[change.channel]}, por este motivo: «${bare(change.cause)}»`,
    grounds(change),
  ].filter((part) => part !== null);
  return `${[parts.join(', '), ...ending(change, day)].join('; ')}.`;
}

/** A number that came with a list of citizens has no change of its own. */
export function importSentence(record: Citizen['phoneRecords'][number], day: Dates): string {
  const who = record.recordedBy === null ? '' : ` ${record.recordedBy}`;
  return `El ${day(record.validFrom)}${who === '' ? ' se' : who} registró el teléfono de ${inSet[record.contactSet]} ${record.masked} con una importación de ciudadanos.`;
}

/** A change as the case's log keeps it; null when the plain act says it all. */
export function loggedPhoneAct(action: string, details: Readonly<Record<string, unknown>>): string | null {
  const { from, to, reason, note } = details;
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  const what =
    text(to) === null
      ? `el teléfono ${text(from) ?? ''}`
      : text(from) === null
        ? `el teléfono ${text(to) ?? ''}`
        : `el teléfono de ${text(from) ?? ''} a ${text(to) ?? ''}`;
  const verb = text(to) === null ? 'quitar' : text(from) === null ? 'registrar' : 'cambiar';
  const done = { quitar: 'quitó', registrar: 'registró', cambiar: 'cambió' }[verb];
  const why = text(reason) === null ? '' : `. Motivo: ${bare(text(reason) ?? '')}`;
  switch (action) {
    case 'citizen.phoneChanged':
      return `${done} ${what}${why}`;
    case 'citizen.phoneRequested':
      return `pidió ${verb} ${what}: espera confirmación${why}`;
    case 'citizen.phoneRefused':
      return `rechazó ${verb} ${what}${text(note) === null ? '' : `. Motivo: ${bare(text(note) ?? '')}`}`;
    case 'citizen.phoneWithdrawn':
      return `retiró la petición de ${verb} ${what}`;
    case 'citizen.phoneUndone':
      return `deshizo el cambio: ${verb} ${what}`;
    default:
      return null;
  }
}

function inWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} y ${items.at(-1) ?? ''}`;
}

function bare(text: string): string {
  return text.trim().replace(/\.$/u, '');
}

/** "TA.1 · ta1.pdf". */
export function evidenceName(type: keyof typeof labels.documentType | null, name: string): string {
  return type === null ? name : `${labels.documentType[type]} · ${name}`;
}
