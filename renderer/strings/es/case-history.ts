import type { AuditEntry } from '../../../main/api/contract/index.ts';
import { auditSentence } from './audit.ts';
import { labels } from './labels.ts';
import { loggedPhoneAct } from './phones.ts';

/** What the log keeps as numbers, named by whoever shows it; null when it is not known here. */
export type HistoryNames = {
  readonly person: (id: number) => string | null;
  readonly citizen: (id: number) => string | null;
  readonly attachment: (id: number) => string | null;
  readonly day: (isoDay: string) => string;
};

/** The word for a stored value, the value itself when there is none. */
function word(words: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}

/** What was done, with its from and to where the log has them; null when the plain act says it all. */
function act(entry: AuditEntry, names: HistoryNames): string | null {
  const { details } = entry;
  const text = (key: string): string | null => {
    const value = details[key];
    return typeof value === 'string' ? value : null;
  };
  const number = (key: string): number | null => {
    const value = details[key];
    return typeof value === 'number' ? value : null;
  };
  const to = text('to');
  switch (entry.action) {
    case 'case.created': {
      const created = text('number');
      return created === null ? null : `creó el expediente ${created}`;
    }
    case 'case.stateSet': {
      const from = text('from');
      const unit = text('unit');
      if (unit !== null) return `remitió el expediente a ${unit}`;
      if (from === null || to === null) return null;
      return `cambió el estado: de «${word(labels.caseState, from)}» a «${word(labels.caseState, to)}»`;
    }
    case 'case.assigned': {
      const personId = number('to');
      if (personId === null) return 'dejó el expediente sin responsable';
      const person = names.person(personId);
      return person === null ? null : `asignó el expediente a ${person}`;
    }
    case 'case.citizenSet': {
      const citizenId = number('to');
      if (citizenId === null) return 'dejó el expediente sin ciudadano';
      const citizen = names.citizen(citizenId);
      return citizen === null ? null : `unió el expediente a la ficha de ${citizen}`;
    }
    case 'case.dueDateSet':
      return to === null ? 'quitó el plazo' : `fijó el plazo en el ${names.day(to)}`;
    case 'case.messageAdded': {
      const ids = details['messageIds'];
      const count = Array.isArray(ids) ? ids.length : 1;
      return count === 1 ? 'añadió un mensaje' : `añadió ${count} mensajes`;
    }
    case 'case.attachmentLinked': {
      const attachment = entry.objectId === null ? null : names.attachment(entry.objectId);
      if (attachment === null || to === null) return null;
      return `vinculó ${attachment} como «${word(labels.documentType, to)}»`;
    }
    case 'case.attachmentUnlinked': {
      const attachment = entry.objectId === null ? null : names.attachment(entry.objectId);
      return attachment === null ? null : `desvinculó ${attachment}`;
    }
    case 'case.identityVerified':
    case 'case.identityRejected': {
      const method = text('method');
      if (method === null) return null;
      const how = word(labels.verificationMethod, method).toLocaleLowerCase('es');
      return entry.action === 'case.identityVerified'
        ? `verificó la identidad ${how}`
        : `no dio por verificada la identidad ${how}`;
    }
    case 'citizen.phoneChanged':
    case 'citizen.phoneRequested':
    case 'citizen.phoneRefused':
    case 'citizen.phoneWithdrawn':
    case 'citizen.phoneUndone':
      return loggedPhoneAct(entry.action, details);
    case 'citizen.declaredAccepted':
    case 'citizen.acceptedUndone': {
      const field = text('field');
      if (field === null) return null;
      const name = word(labels.personField, field);
      return entry.action === 'citizen.declaredAccepted'
        ? `pasó el dato declarado al registro: ${name}`
        : `devolvió al registro el valor anterior: ${name}`;
    }
    case 'reply.queued': {
      const address = text('toAddress');
      const forwardedTo = text('unit');
      if (forwardedTo !== null) return `remitió el expediente a ${forwardedTo} por correo`;
      return address === null ? null : `respondió a ${address}: en la bandeja de salida`;
    }
    default:
      return null;
  }
}

/** One Spanish sentence per act of a case's history. */
export function historySentence(entry: AuditEntry, names: HistoryNames): string {
  const told = act(entry, names);
  return told === null ? `${auditSentence(entry)}.` : `${entry.actorName} ${told}.`;
}
