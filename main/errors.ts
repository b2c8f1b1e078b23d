/** What a person is told about an error: what happened, what was kept, what to do. Spanish, usted. */
export type ErrorText = { readonly what: string; readonly kept: string; readonly todo: string };

const nothingLost = 'No se ha perdido ni cambiado ningún dato.';

/**
 * The closed set of errors that leave a module. Each code is also shown on screen, so that IT can look it up.
 * Codes never change once released.
 */
export const ERROR_TEXTS = {
  // Store: six different states of the data file, none of which is mended by deleting it.
  KEY_WRONG: {
    what: 'La clave no abre la base de datos.',
    kept: 'La base de datos está intacta y sigue cifrada.',
    todo: 'Compruebe que usa la clave de esta carpeta de datos; si se cambió de equipo, restaure una copia de seguridad con su clave.',
  },
  KEY_MISSING: {
    what: 'Falta la clave de la base de datos.',
    kept: 'La base de datos está intacta y sigue cifrada.',
    todo: 'Indique la clave con ESTAFETA_KEY o --key-file, o abra la aplicación con el usuario de Windows que la creó.',
  },
  STORE_NEWER: {
    what: 'La base de datos es de una versión más nueva de Estafeta.',
    kept: 'No se ha tocado la base de datos.',
    todo: 'Actualice Estafeta en este equipo y vuelva a abrirla.',
  },
  STORE_LOCKED: {
    what: 'Otro programa está usando la base de datos.',
    kept: nothingLost,
    todo: 'Cierre la otra ventana de Estafeta o espere a que termine la tarea en curso y reintente.',
  },
  DISK_FULL: {
    what: 'El disco está lleno.',
    kept: 'Lo guardado hasta ahora está completo; la última operación no se ha aplicado.',
    todo: 'Libere espacio en el disco y reintente.',
  },
  STORE_DAMAGED: {
    what: 'El archivo de la base de datos está dañado.',
    kept: 'El archivo no se ha modificado; puede contener datos recuperables.',
    todo: 'No lo borre. Avise a informática y restaure la última copia de seguridad en otra carpeta.',
  },
  VAULT_INSECURE: {
    what: 'El almacén de claves del sistema no protege la clave.',
    kept: 'No se ha guardado ninguna clave sin proteger.',
    todo: 'Active el almacén de credenciales del sistema operativo y vuelva a abrir Estafeta.',
  },
  BACKUP_INVALID: {
    what: 'La copia de seguridad no se puede abrir o no es de Estafeta.',
    kept: 'Los datos actuales no se han tocado.',
    todo: 'Elija otra copia y compruebe que usa la clave con la que se hizo.',
  },
  MIGRATION_FAILED: {
    what: 'No se ha podido actualizar la base de datos a esta versión.',
    kept: 'La base de datos sigue como estaba; la copia previa está en la carpeta de datos.',
    todo: 'Avise a informática con este código y siga con la versión anterior de Estafeta.',
  },
  // Session.
  SIGN_IN_REFUSED: {
    what: 'El usuario o la contraseña no son correctos.',
    kept: nothingLost,
    todo: 'Revise los datos y vuelva a intentarlo. Tras varios intentos el acceso se bloquea unos minutos.',
  },
  SIGN_IN_BLOCKED: {
    what: 'El acceso de este usuario está bloqueado por intentos fallidos.',
    kept: nothingLost,
    todo: 'Espere unos minutos o pida ayuda a la persona que administra Estafeta.',
  },
  NOT_SIGNED_IN: {
    what: 'La sesión se ha cerrado o está bloqueada.',
    kept: nothingLost,
    todo: 'Identifíquese de nuevo para continuar.',
  },
  VISIT_ENDED: {
    what: 'La visita al quiosco ha terminado.',
    kept: nothingLost,
    todo: 'Empiece de nuevo desde la pantalla de inicio.',
  },
  FORBIDDEN: {
    what: 'Su perfil no permite esta acción.',
    kept: nothingLost,
    todo: 'Pídala a una persona con el perfil adecuado.',
  },
  // Work on data.
  NOT_FOUND: {
    what: 'No se encuentra lo que se pide.',
    kept: nothingLost,
    todo: 'Actualice la lista y vuelva a intentarlo.',
  },
  STALE: {
    what: 'Otra persona ha cambiado esto mientras usted lo veía.',
    kept: 'Se ha conservado el cambio de la otra persona; el suyo no se ha aplicado.',
    todo: 'Revise lo que ha cambiado y repita la acción si procede.',
  },
  INVALID_INPUT: {
    what: 'Alguno de los datos no es válido.',
    kept: 'No se ha guardado nada.',
    todo: 'Revise los campos señalados.',
  },
  NOT_ALLOWED_YET: {
    what: 'Falta un paso previo para hacer esto.',
    kept: nothingLost,
    todo: 'Complete el paso que se indica y vuelva a intentarlo.',
  },
  PLACEHOLDER_UNFILLED: {
    what: 'La respuesta tiene huecos sin rellenar.',
    kept: 'El texto sigue en la pantalla.',
    todo: 'Rellene los huecos señalados antes de enviarla.',
  },
  ALREADY_LEFT: {
    what: 'La respuesta ya se está enviando o ya ha salido.',
    kept: 'Sigue en la bandeja de salida, donde se ve su situación.',
    todo: 'Si hace falta corregirla, envíe otra respuesta.',
  },
  NO_SENDING_ACCOUNT: {
    what: 'Ninguna cuenta de correo de la oficina puede enviar.',
    kept: 'La respuesta sigue en la bandeja de salida y no se ha enviado.',
    todo: 'Pida a quien administra Estafeta que configure el correo saliente y vuelva a enviarla.',
  },
  SEND_GATE: {
    what: 'La comprobación antes de enviar no deja salir la respuesta.',
    kept: 'El texto sigue en la pantalla y no se ha enviado nada.',
    todo: 'Revise los avisos de la respuesta, corríjalos y vuelva a enviarla.',
  },
  RATE_LIMITED: {
    what: 'Ha llegado al máximo de consultas o envíos permitidos en este tiempo.',
    kept: nothingLost,
    todo: 'Espere unos minutos y vuelva a intentarlo; si es urgente, pida ayuda a la persona que administra Estafeta.',
  },
  DUPLICATE: {
    what: 'Ya existe un registro con ese dato.',
    kept: 'No se ha guardado nada nuevo.',
    todo: 'Búsquelo y trabaje sobre él.',
  },
  FILE_EXISTS: {
    what: 'Ya existe un archivo con ese nombre.',
    kept: 'El archivo que había sigue como estaba; no se ha escrito nada.',
    todo: 'Elija otro nombre u otra carpeta.',
  },
  FOLDER_UNUSABLE: {
    what: 'No se puede escribir en la carpeta indicada.',
    kept: nothingLost,
    todo: 'Compruebe que la ruta es de una carpeta, que su disco está conectado y que su usuario puede escribir en ella, y reintente.',
  },
  ANSWER_UNREADABLE: {
    what: 'El archivo no es un acuse completo de la base de datos central.',
    kept: 'No se ha aplicado nada de él; el lote sigue a la espera de respuesta.',
    todo: 'Pida de nuevo el acuse a quien lo emitió y vuelva a cargarlo.',
  },
  ANSWER_FOREIGN: {
    what: 'El acuse no responde a ningún lote de esta oficina.',
    kept: 'No se ha aplicado nada de él; los lotes siguen como estaban.',
    todo: 'Compruebe que ha elegido el acuse de su oficina y del lote que espera respuesta.',
  },
  ANSWER_REPEATED: {
    what: 'Ese lote ya tiene su respuesta.',
    kept: 'La primera respuesta sigue en vigor; no se ha aplicado nada más.',
    todo: 'Si la respuesta es otra, avise a informática: hay dos acuses para un mismo lote.',
  },
  DANGEROUS_ATTACHMENT: {
    what: 'El adjunto puede ser peligroso: su contenido no es lo que dice su nombre.',
    kept: 'No se ha abierto ni guardado.',
    todo: 'Si está seguro, confirme que quiere guardarlo.',
  },
  SOURCE_UNREADABLE: {
    what: 'No se puede leer el origen indicado.',
    kept: 'Lo leído hasta ahora está guardado.',
    todo: 'Compruebe la ruta y los permisos y reintente: no se duplicará nada.',
  },
  CANCELLED: {
    what: 'La tarea se ha cancelado.',
    kept: 'Lo hecho hasta ahora está guardado.',
    todo: 'Puede reanudarla cuando quiera.',
  },
  SERVICE_STOPPED: {
    what: 'El servicio de Estafeta se ha detenido.',
    kept: 'Lo guardado está completo.',
    todo: 'Espere unos segundos a que se reinicie; si no, cierre y vuelva a abrir la aplicación.',
  },
  UNEXPECTED: {
    what: 'Ha ocurrido un error no previsto.',
    kept: 'La última operación no se ha aplicado; lo anterior está guardado.',
    todo: 'Reintente. Si se repite, avise a informática con este código.',
  },
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof ERROR_TEXTS;

/** Facts that help the person act: field names, who changed what. Never secrets, never citizens' data. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** The only error a module throws on purpose. Its message is the code: safe to log. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}
