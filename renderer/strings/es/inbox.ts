/** The message list, its filters and the actions on several messages. */
export const inbox = {
  filters: {
    label: 'Filtros',
    collapse: 'Ocultar los filtros',
    expand: 'Mostrar los filtros',
    views: 'Bandejas',
    openRequests: 'Solicitudes abiertas',
    requests: 'Todas las solicitudes',
    notRequests: 'No son solicitudes',
    all: 'Todos los mensajes',
    quick: 'Pendiente de',
    needsReview: 'Revisar la categoría',
    unverified: 'Identidad sin verificar',
    unopened: 'Sin abrir',
    hasAttachments: 'Con adjuntos',
    category: 'Categoría',
    state: 'Estado',
    assignee: 'Asignación',
    mine: 'Míos',
    nobody: 'Sin asignar',
    kind: 'Tipo de mensaje',
    clear: 'Quitar filtros',
  },
  list: {
    label: 'Mensajes',
    empty: {
      title: 'No hay mensajes aquí',
      allDone: 'No queda nada abierto',
      allDoneText: 'Lo que llegue nuevo aparecerá aquí. Lo resuelto está en «Todas las solicitudes».',
      filtered: 'Ningún mensaje cumple todos los filtros a la vez.',
      search:
        'Ningún mensaje contiene lo que busca. Pruebe con menos palabras o mire en «Todos los mensajes».',
      searchAll: 'Ningún mensaje contiene lo que busca. Pruebe con menos palabras.',
      first:
        'Todavía no se ha leído ningún buzón. Conecte el de la oficina, o indique una carpeta, en Ajustes.',
      clear: 'Quitar filtros y búsqueda',
      goToMailboxes: 'Ir a Ajustes',
    },
    newer: (count: number) => (count === 1 ? '1 nuevo' : `${count} nuevos`),
    newerMany: (count: number) => `Más de ${count} nuevos`,
    newerAnnounce: (count: number) =>
      count === 1 ? 'Ha llegado 1 mensaje.' : `Han llegado ${count} mensajes.`,
    copies: (count: number) => (count === 1 ? '+1 repetido' : `+${count} repetidos`),
    attachments: (count: number) => (count === 1 ? '1 adjunto' : `${count} adjuntos`),
    dangerous: 'adjunto peligroso',
    noSubject: '(sin asunto)',
    noSender: '(sin remitente)',
    abstains: '¿?',
    doubtfulMeaning: 'Por revisar: la propuesta es dudosa',
    abstainsMeaning: 'Sin propuesta: decida usted la categoría',
    proposed: 'propuesta',
    decided: 'decidida',
    unopened: 'sin abrir',
    due: (days: number) => (days < 0 ? `vencido hace ${-days} d` : days === 0 ? 'vence hoy' : `${days} d`),
    dueMeaning: (days: number) =>
      days < 0
        ? `El plazo venció hace ${-days} días`
        : days === 0
          ? 'El plazo vence hoy'
          : `Quedan ${days} días de plazo`,
    density: 'Densidad de la lista',
    total: (count: string) => `${count} mensajes`,
    totalMany: 'Más de 1.000 mensajes',
    totalOne: '1 mensaje',
  },
  search: {
    readAs: 'Se busca:',
    nothingToFind: 'No hay letras ni cifras que buscar.',
    unknown: (names: string) => `No se entiende lo que sigue a ${names}: se ha buscado como texto.`,
    alsoIn: 'Buscar también en',
    help: 'Cómo buscar',
    helpTitle: 'Operadores de búsqueda',
    helpRows: [
      ['de:gestoria', 'del remitente'],
      ['asunto:"vida laboral"', 'en el asunto, con esas palabras seguidas'],
      ['categoria:AFILIACION', 'de esa categoría'],
      ['con:adjunto', 'con adjuntos'],
      ['es:sinverificar', 'identidad sin verificar'],
      ['antes:1/5/2020', 'recibidos antes de ese día'],
      ['despues:1/4/2020', 'recibidos desde ese día'],
      ['expediente:50/2026/000123', 'de ese expediente'],
    ] as const,
  },
  bulk: {
    label: 'Acciones sobre los mensajes marcados',
    selected: (count: number) => (count === 1 ? '1 marcado' : `${count} marcados`),
    category: 'Categoría',
    assign: 'Asignar',
    assignNobody: 'Nadie',
    archive: 'Archivar',
    confirm: 'Confirmar propuesta',
    clear: 'Desmarcar todo',
    doneCategory: (count: number, category: string) =>
      count === 1 ? `1 mensaje pasa a ${category}.` : `${count} mensajes pasan a ${category}.`,
    doneAssign: (count: number, who: string) =>
      count === 1 ? `1 mensaje asignado a ${who}.` : `${count} mensajes asignados a ${who}.`,
    doneArchive: (count: number) => (count === 1 ? '1 mensaje archivado.' : `${count} mensajes archivados.`),
    doneConfirm: (count: number) =>
      count === 1 ? 'Categoría confirmada en 1 mensaje.' : `Categoría confirmada en ${count} mensajes.`,
    nothing: 'No había nada que cambiar.',
  },
} as const;
