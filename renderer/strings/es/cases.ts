import type { CaseAttention } from '../../../main/api/contract/index.ts';

/** The table of cases and the page of one. */
export const casesStrings = {
  title: 'Expedientes',
  tableLabel: 'Expedientes',
  filters: {
    label: 'Filtros de expedientes',
    searched: (words: string) => `Se busca: «${words}»`,
    state: 'Estado',
    open: 'Abiertos',
    toAttend: 'Por atender',
    allStates: 'Todos',
    assignee: 'Responsable',
    anyone: 'Cualquiera',
    mine: 'Míos',
    nobody: 'Sin asignar',
    clear: 'Quitar filtros',
  },
  columns: {
    number: 'Número',
    title: 'Asunto',
    citizen: 'Ciudadano',
    category: 'Categoría',
    identity: 'Identidad',
    state: 'Estado',
    assignee: 'Responsable',
    due: 'Plazo',
    updated: 'Actualizado',
  },
  attention: {
    HANDOVER_REJECTED: 'Rechazo de la base central',
    PHONE_TO_CONFIRM: 'Teléfono por confirmar',
    ANSWER_UNDELIVERED: 'Respuesta no entregada',
  } satisfies Record<CaseAttention, string>,
  notFound: 'Sin localizar',
  nobody: 'Sin asignar',
  overdue: (days: number) => (days === 1 ? 'vencido ayer' : `vencido hace ${days} d`),
  dueToday: 'hoy',
  dueIn: (days: number) => (days === 1 ? 'mañana' : `en ${days} d`),
  empty: {
    title: 'Todavía no hay expedientes',
    text: 'Un expediente se crea desde la bandeja: abra un mensaje y pulse e.',
    goToInbox: 'Ir a la bandeja',
  },
  noMatch: {
    title: 'Ningún expediente coincide',
    text: 'Pruebe con otro estado, con cualquier responsable o con menos palabras.',
  },
  detail: {
    back: 'Volver a expedientes',
    title: (number: string) => `Expediente ${number}`,
    messages: 'Mensajes del expediente',
    showMessage: 'Ver el mensaje',
    noSubject: '(sin asunto)',
  },
} as const;
