import type { HandoverFile } from '../../../main/api/contract/index.ts';

const changes = (count: number) => (count === 1 ? '1 cambio' : `${count} cambios`);

/** Phone changes on their way to the central database. */
export const handoverStrings = {
  title: 'Traspaso a la base de datos central',
  explain:
    'Los cambios de teléfono verificados salen en lotes numerados y firmados. Cada cambio sale una sola vez y desde entonces ya no se puede deshacer.',
  waiting: (count: number) =>
    count === 0 ? 'No hay cambios a la espera de salir.' : `${changes(count)} a la espera de salir.`,
  history: (count: number) =>
    `${changes(count)} de antes de que la aplicación llevara el registro de cambios: no ${count === 1 ? 'sale' : 'salen'} en ningún lote.`,
  since: (day: string) => `El más antiguo, del ${day}.`,
  make: (count: number) => (count === 0 ? 'Preparar un lote' : `Preparar un lote con ${changes(count)}`),
  confirm:
    'Saldrán de la oficina y nadie podrá deshacerlos. Compruebe antes que no falta ninguna confirmación.',
  confirmMake: 'Preparar el lote',
  made: (number: number) => `Lote ${number} preparado. Descargue sus archivos y envíelos.`,
  key: (fingerprint: string) => `Huella de la clave de la oficina: ${fingerprint}`,
  batches: 'Lotes',
  none: 'Todavía no ha salido ningún lote.',
  number: 'Lote',
  date: 'Preparado',
  by: 'Por',
  count: 'Cambios',
  answer: 'Respuesta',
  files: 'Archivos',
  noAnswer: 'sin respuesta',
  answered: (accepted: number, rejected: number) =>
    [
      accepted === 1 ? '1 aceptado' : `${accepted} aceptados`,
      ...(rejected === 0 ? [] : [rejected === 1 ? '1 rechazado' : `${rejected} rechazados`]),
    ].join(', '),
  file: { JSON: 'JSON', CSV: 'CSV', SIGNATURE: 'Firma' } satisfies Record<HandoverFile, string>,
  fileOf: (file: string, number: number) => `Descargar ${file} del lote ${number}`,
  load: 'Cargar una respuesta',
  loaded: (accepted: number, rejected: number) =>
    rejected === 0
      ? `Respuesta cargada: ${changes(accepted)} sin rechazos.`
      : `Respuesta cargada: ${rejected} ${rejected === 1 ? 'rechazado' : 'rechazados'}; cada uno vuelve a su expediente.`,

  ofCase: {
    title: 'Base de datos central',
    sent: (batch: number, day: string) => `Salió en el lote ${batch} el ${day}; sin respuesta todavía.`,
    accepted: (batch: number) => `Aceptado (lote ${batch}).`,
    rejected: (batch: number) => `Rechazado (lote ${batch}).`,
    handled: (by: string) => `Tratado por ${by}.`,
    number: (masked: string) => `Cambio a ${masked}`,
    removal: 'Retirada del teléfono',
    handle: 'Dar por tratado',
    done: 'El rechazo queda tratado.',
    what: 'Registre el cambio de nuevo con los datos correctos o explique al ciudadano el motivo.',
  },
};
