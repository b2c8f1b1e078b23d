import type { ConnectionProblem, ErrorCode } from '../../../main/api/contract/index.ts';

/** How the watched mailboxes do: said in the title bar, so loaded with the window. */
export const mailboxStateStrings = {
  upToDate: 'Al día',
  reading: (done: string, total: string | null) =>
    total === null ? `Leyendo ${done}` : `Leyendo ${done} de ${total}`,
  pace: (facts: string) => ` (${facts})`,
  offline: (since: string) => `Sin conexión desde ${since}`,
  paused: (since: string) => `Lectura parada desde ${since}`,
  retry: (when: string) => `; se reintenta ${when}`,
  stopped: 'Detenido',
  stoppedLong: 'Detenido: hace falta que alguien actúe',
  missing: (count: number, shown: string) =>
    count === 1 ? 'Descuadre: 1 mensaje' : `Descuadre: ${shown} mensajes`,
  missingLong: (count: number, shown: string) =>
    count === 1
      ? 'Descuadre: 1 mensaje del servidor no está guardado'
      : `Descuadre: ${shown} mensajes del servidor no están guardados`,
  /** A moment after "desde". */
  since: {
    today: (time: string) => `las ${time}`,
    otherDay: (when: string) => `el ${when}`,
  },
  at: {
    today: (time: string) => `a las ${time}`,
    otherDay: (when: string) => `el ${when}`,
  },
  inbox: 'Bandeja de entrada',
  label: (mailbox: string, state: string) => `Estado del buzón ${mailbox}: ${state}`,
  unknown: 'Estado desconocido',
  unknownLabel: 'No se sabe el estado de los buzones',
  setUp: 'Conectar el buzón',
  setUpLabel: 'Ningún buzón conectado: conectar el buzón de la oficina en Ajustes',
  problems: {
    UNKNOWN_HOST: {
      what: 'No se encuentra ningún servidor con ese nombre.',
      todo: 'Revise cómo está escrito el nombre. Si es correcto, compruebe que este equipo tiene red y pregunte a informática.',
    },
    REFUSED: {
      what: 'El servidor existe, pero nadie contesta en ese puerto.',
      todo: 'Revise el puerto: 993 (TLS) o 143 (STARTTLS) para recibir; 465 (TLS) o 587 (STARTTLS) para enviar. Si es correcto, el servidor está parado o un cortafuegos lo impide.',
    },
    TIMEOUT: {
      what: 'El servidor no ha contestado a tiempo.',
      todo: 'Suele ser un puerto equivocado o un cortafuegos. Revise el puerto y pregunte a informática si este equipo puede llegar a ese servidor.',
    },
    NO_TLS: {
      what: 'El servidor no cifra la conexión de esa manera en ese puerto.',
      todo: 'Cambie entre TLS y STARTTLS y revise el puerto: TLS usa 993 o 465; STARTTLS, 143 o 587.',
    },
    CERTIFICATE_EXPIRED: {
      what: 'El certificado del servidor ha caducado o todavía no vale.',
      todo: 'Compruebe la fecha y la hora de este equipo. Si son correctas, quien lleva el servidor tiene que renovar el certificado.',
    },
    CERTIFICATE_WRONG_HOST: {
      what: 'El certificado del servidor es de otro nombre.',
      todo: 'Escriba el nombre que figura en el certificado. Si nadie sabe explicar la diferencia, no siga: puede que no sea su servidor.',
    },
    CERTIFICATE_UNTRUSTED: {
      what: 'El certificado del servidor lo firma alguien que este equipo no conoce.',
      todo: 'Si su organismo tiene autoridad de certificación propia, pida a informática su certificado y péguelo en la cuenta. Estafeta no lo acepta sin más.',
    },
    INSECURE_REFUSED: {
      what: 'No se envía nada sin cifrar a otro equipo.',
      todo: 'Elija TLS o STARTTLS.',
    },
    LOGIN_REFUSED: {
      what: 'El servidor no admite ese usuario con esa contraseña o permiso.',
      todo: 'Escriba otra vez la contraseña y revise el usuario: unas veces es la dirección completa y otras solo lo que va antes de la arroba. Puede que la cuenta pida OAuth2.',
    },
    PASSWORD_MISSING: {
      what: 'Falta la contraseña.',
      todo: 'Escríbala en la cuenta; se guarda cifrada.',
    },
    TOKEN_COMMAND_FAILED: {
      what: 'El programa que pide el permiso OAuth2 ha fallado o no ha escrito nada.',
      todo: 'Ejecútelo a mano en este equipo y compruebe que escribe solo el permiso. Puede que haya que renovarlo.',
    },
    NO_FOLDER: {
      what: 'Esa carpeta no está en el servidor.',
      todo: 'Elija una de las que ha encontrado la prueba; las mayúsculas cuentan.',
    },
    QUOTA: {
      what: 'El buzón del servidor está lleno.',
      todo: 'Pida más espacio a quien lleva el servidor.',
    },
    THROTTLED: {
      what: 'El servidor pide ir más despacio.',
      todo: 'No tiene que hacer nada: se espera y se sigue donde estaba.',
    },
    CONNECTION_LOST: {
      what: 'La conexión con el servidor se ha cortado.',
      todo: 'Suele arreglarse sola. Si se repite, pase el detalle a informática.',
    },
    OTHER: {
      what: 'El servidor ha contestado algo que no se esperaba.',
      todo: 'Pase el detalle a informática.',
    },
  } satisfies Record<ConnectionProblem, { readonly what: string; readonly todo: string }>,
  /** What can go wrong on our own side while reading; anything else is told by its code alone. */
  ownProblems: {
    DISK_FULL: {
      what: 'El disco de este equipo está lleno.',
      todo: 'Libere espacio: la lectura sigue sola donde estaba y no se pierde nada.',
    },
    STORE_LOCKED: {
      what: 'Otro programa está usando la base de datos.',
      todo: 'Cierre la otra ventana de Estafeta o espere a que termine lo que esté en curso.',
    },
  } satisfies Partial<Record<ErrorCode, { readonly what: string; readonly todo: string }>>,
  ownProblem: {
    what: 'Algo falla en este equipo, no en el servidor.',
    todo: 'Pase este código a informática. El correo sigue en el servidor.',
  },
  serverWords: (words: string) => `Detalle para informática: ${words}`,
} as const;
