/** The page of the watched mailboxes: how each does, and the ledger that shows that nothing is lost. */
export const mailboxesStrings = {
  title: 'Buzones',
  list: 'Carpetas que se leen',
  accounts: 'Cuentas de correo',
  none: {
    title: 'Ningún buzón conectado',
    admin: 'Conecte el buzón de la oficina: el correo nuevo llegará solo y aquí verá que no se pierde nada.',
    others: 'La persona que administra Estafeta puede conectar el buzón de la oficina en Ajustes.',
    setUp: 'Conectar el buzón',
  },
  state: 'Cómo está',
  resumes: 'En cuanto vuelva la conexión se sigue donde se estaba. No se pierde nada.',
  tellAdmin: 'Avise a la persona que administra Estafeta. El correo sigue en el servidor.',
  openAccounts: 'Abrir la cuenta',
  unreadable: (count: number, shown: string) =>
    count === 1
      ? 'En la última lectura el servidor no ha entregado 1 mensaje. Sigue en el servidor.'
      : `En la última lectura el servidor no ha entregado ${shown} mensajes. Siguen en el servidor.`,
  progress: 'Avance de la lectura',
  readNow: 'Leer ahora',
  readNowStarted: 'Buscando correo nuevo. Puede seguir trabajando.',
  check: 'Comparar ahora',
  checking: 'Comparando con el servidor',
  checked: (onServer: string) => `Comparado: todo cuadra. En el servidor hay ${onServer}.`,
  checkedWrong: (count: number, shown: string) =>
    count === 1
      ? 'Comparado: 1 mensaje no está guardado.'
      : `Comparado: ${shown} mensajes no están guardados.`,
  notChecked: 'No se ha podido comparar con el servidor.',
  readAll: 'Volver a leer todo',
  readAgainStarted: 'Leyendo otra vez. Lo que ya está guardado no se duplica.',
  confirm: {
    title: (mailbox: string) => `Volver a leer todo: ${mailbox}`,
    text: 'Se piden otra vez al servidor todos los mensajes de la carpeta y se guarda lo que falte. Lo guardado no se toca ni se duplica. En un buzón grande puede tardar bastante; mientras tanto puede seguir trabajando.',
    start: 'Volver a leer todo',
  },
  missing: {
    title: (count: number, shown: string) =>
      count === 1
        ? 'Descuadre: 1 mensaje del servidor no está guardado'
        : `Descuadre: ${shown} mensajes del servidor no están guardados`,
    text: (count: number) =>
      count === 1
        ? 'Sigue en el servidor, con el número (UID) que se indica. Vuelva a leerlo; si sigue faltando, pase ese número a informática.'
        : 'Siguen en el servidor, con los números (UID) que se indican. Vuelva a leerlos; si siguen faltando, pase esos números a informática.',
    day: (day: string, uids: string) => `${day}: UID ${uids}`,
    more: (shown: string) => ` y ${shown} más`,
    moreDays: (days: number, shown: string) =>
      days === 1 ? 'Y 1 día más: véalo en la tabla.' : `Y ${shown} días más: véalos en la tabla.`,
    readAgain: (count: number) => (count === 1 ? 'Volver a leer este' : 'Volver a leer estos'),
    readAgainOf: (count: number, day: string) =>
      count === 1 ? `Volver a leer este mensaje de: ${day}` : `Volver a leer estos mensajes de: ${day}`,
    readAgainAll: 'Volver a leer los que faltan',
  },
  ledger: {
    title: 'Comparación con el servidor',
    text: 'Cada mensaje que hay en el servidor tiene que estar guardado, ser una copia de otro guardado, estar guardado como no interpretable o quedar por leer. Se compara mensaje a mensaje.',
    checkedAt: 'Última:',
    never: 'Todavía no se ha comparado con el servidor. Se compara al terminar cada lectura completa.',
    neverTitle: 'Sin comparar',
    sum: 'Lo que hay en el servidor y dónde está',
    onServer: 'en el servidor',
    stored: 'guardados',
    duplicates: 'repetidos',
    unparsable: 'no interpretables',
    notYetRead: 'pendientes',
    missing: 'sin guardar',
    emptyTitle: 'La carpeta está vacía',
    emptyText: 'En el servidor no hay ningún mensaje en esta carpeta.',
    table: 'Comparación por día de llegada al servidor',
    noDay: 'Sin fecha',
    columns: {
      day: 'Día de llegada',
      onServer: 'En el servidor',
      stored: 'Guardados',
      duplicates: 'Repetidos',
      unparsable: 'No interpretables',
      notYetRead: 'Pendientes',
      missing: 'Diferencia',
    },
    fits: 'Cuadra',
    missingOf: (shown: string, uids: string) => `${shown} sin guardar: UID ${uids}`,
    uidValidity: (value: string) => `Para informática: UIDVALIDITY ${value}`,
  },
} as const;
