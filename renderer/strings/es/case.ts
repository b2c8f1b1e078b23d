import type { IdentityLevel } from '../../../main/api/contract/index.ts';

/** Short names for the steps of the ladder: six of them share 300 pixels. */
const ladder: Record<IdentityLevel, string> = {
  NONE: 'Ninguna',
  DATA: 'Datos',
  SENDER: 'Remite',
  DOCUMENT: 'Documento',
  SMS: 'SMS',
  CERTIFICATE: 'Firma',
};

const reached: Record<IdentityLevel, string> = {
  NONE: 'No se sabe quién escribe. El remitente de un correo no identifica a nadie.',
  DATA: 'Los datos declarados se han comparado con los registrados.',
  SENDER:
    'Escribe desde la dirección registrada, y el servidor de la oficina comprobó que el correo salió de su dominio.',
  DOCUMENT: 'Identidad verificada con un documento adjunto.',
  SMS: 'Identidad verificada con un código de un solo uso.',
  CERTIFICATE: 'Identidad verificada con la firma electrónica del mensaje.',
};

/** Texts of the case panel. */
export const caseStrings = {
  noCase: {
    title: 'Sin expediente',
    text: 'Este mensaje todavía no pertenece a ningún expediente.',
    threadText: 'Otro mensaje del mismo hilo ya tiene expediente.',
    create: 'Crear expediente',
    addToThread: 'Añadir al expediente del hilo',
    addToOther: 'Añadir a otro expediente',
    search: 'Número, asunto o ciudadano',
    searchLabel: 'Buscar el expediente',
    none: 'Ningún expediente coincide. Pruebe con el número, el nombre o el documento.',
    open: 'El mensaje se añadirá al expediente que elija.',
    added: (number: string) => `Mensaje añadido al expediente ${number}.`,
    created: (number: string) => `Expediente ${number} creado.`,
    declared: 'Datos declarados en el mensaje',
    nothingDeclared: 'El mensaje no declara datos de la persona.',
  },

  header: {
    label: (number: string) => `Expediente ${number}`,
    openPage: 'Abrir el expediente en su página',
    due: (day: string) => `Plazo: ${day}`,
    overdue: (day: string) => `Plazo vencido: ${day}`,
    messages: (count: number) => (count === 1 ? '1 mensaje' : `${count} mensajes`),
    unit: (unit: string) => `Remitido a ${unit}`,
    removeMessage: 'Quitar este mensaje del expediente',
    removed: 'Mensaje quitado del expediente.',
    more: 'Más acciones del expediente',
  },

  /** Why a change was not made: by the `reason` and the first of `fields` that the service gives. */
  refused: {
    reasons: {
      NO_CITIZEN: 'Antes localice al ciudadano del expediente.',
      DECEASED:
        'La persona consta como fallecida: su identidad no se verifica ni se cambian sus datos desde aquí.',
      NO_AUTHSERV_ID:
        'La oficina no ha indicado qué servidor recibe su correo. Se hace en Ajustes, Identidad.',
      SENDER_UNKNOWN: 'El último mensaje no viene de la dirección de correo registrada de la persona.',
      SENDER_UNPROVEN:
        'El servidor de la oficina no da por probado que el último mensaje saliera del dominio de esa dirección.',
      NOT_SIGNED: 'Ningún mensaje del expediente lleva firma electrónica.',
      SIGNATURE:
        'La firma no vale: no cubre todo el mensaje, su texto ha cambiado, o la emite alguien en quien la oficina no confía.',
      SIGNER_ADDRESS:
        'El certificado es de otra dirección de correo: no dice que lo enviara su titular. Puede verificar con un documento.',
      OTHER_SIGNER: 'Quien firma no es la persona del expediente: su NIF es otro.',
      NOTHING_DECLARED: 'Ningún mensaje del expediente declara ya un dato distinto del registrado.',
      NO_PHONE: 'La persona no tiene teléfono registrado.',
      NO_MOBILE: 'El teléfono registrado no es un móvil: no recibe códigos por SMS.',
      NO_GATEWAY: 'La oficina no tiene pasarela de SMS. Se configura en Ajustes, SMS.',
      SAME_PHONE: 'Ese teléfono ya es el registrado.',
      DOCUMENT:
        'Para quitar un número que ya no es suyo hace falta un documento: el código llegó a ese mismo número.',
      PENDING_CHANGE: 'Ya hay un cambio de esos datos de contacto a la espera de confirmación.',
      PHONE_CHANGED: 'El teléfono registrado ha cambiado desde que se pidió: rechácelo y pídalo de nuevo.',
      MOBILE_ONLY:
        'En servicios electrónicos solo se registra un móvil, que es donde llegan los códigos. Regístrelo en uso general.',
      TA1: 'Vincule antes el modelo TA.1 y márquelo como justificante.',
      POSSESSION: 'Antes compruebe con un código que la persona tiene el número nuevo.',
      DECIDED: 'Ese cambio ya está decidido.',
      UNDO: 'Ese cambio ya no se puede deshacer: registre otro con su justificante.',
      OWN_CHANGE: 'No puede confirmar un cambio que ha pedido usted: lo confirma otra persona.',
      SUPERVISOR: 'El número consta en otro registro: lo confirma una persona supervisora.',
      CHECKLIST: 'Para darla por verificada marque las tres comprobaciones.',
      DATA_DIFFERS:
        'Los datos no bastan: deben coincidir el documento y la fecha de nacimiento, el NAF o el teléfono.',
      TRANSITION: 'El expediente no puede pasar a ese estado desde el actual.',
      IN_OTHER_CASE: 'El mensaje ya pertenece a otro expediente.',
      LAST_MESSAGE: 'Es el único mensaje del expediente: no se puede quitar.',
      EVIDENCE:
        'Un adjunto de este mensaje es prueba de una verificación o de un teléfono: no se puede quitar.',
    },
    fields: {
      phone: 'No es un teléfono válido.',
      attachmentIds: 'Ese adjunto ya no está vinculado al expediente.',
      note: 'Explique por qué se rechaza.',
      id: 'El documento declarado no puede ser de esta persona: revise la letra y el tipo.',
      naf: 'El NAF declarado no es válido: su control no cuadra.',
      email: 'El correo declarado no es una dirección completa.',
      birthDate: 'La fecha de nacimiento declarada no es posible.',
      code: 'El código son 6 dígitos.',
      notes: 'Explique en las observaciones por qué se rechaza.',
      unitId: 'Esa unidad ya no está en uso.',
      assigneeId: 'Esa persona ya no tiene cuenta activa.',
    },
    stale: {
      title: (by: string, acts: readonly string[]) => {
        const who = by === '' ? 'otra persona' : by;
        return acts.length === 0
          ? `Mientras usted lo veía, ${who} ha cambiado este expediente.`
          : `Mientras usted lo veía, ${who} ${acts.join(', ')}.`;
      },
      text: 'Ya está actualizado en pantalla. Su último cambio no se ha aplicado: revíselo y repítalo si procede.',
    },
    needs: (level: string) => `Antes hace falta, como mínimo: ${level.toLocaleLowerCase('es')}.`,
    dismiss: 'Entendido',
  },

  citizen: {
    title: 'Ciudadano',
    notFound: 'Sin localizar',
    notFoundText: 'Nadie del registro está unido a este expediente.',
    candidates: 'Pueden ser estas personas',
    search: 'Nombre, documento, NAF o teléfono',
    searchLabel: 'Buscar en el registro de ciudadanos',
    searchOpen: 'Buscar en el registro',
    searchButton: 'Buscar',
    noResults: 'Nadie coincide con esa búsqueda.',
    create: 'Crear con los datos declarados',
    change: 'Cambiar',
    changeLabel: 'Cambiar el ciudadano del expediente',
    detach: 'Dejar sin localizar',
    detached: 'El expediente queda sin ciudadano.',
    chosen: (name: string) => `Ciudadano del expediente: ${name}.`,
    deceased: 'Consta como fallecido.',
    deceasedShort: 'fallecido',
    deceasedText: 'Compruebe quién escribe y en nombre de quién antes de cambiar ningún dato.',
    born: (day: string) => `Nacimiento: ${day}`,
    openRecord: (name: string) => `Abrir la ficha de ${name}`,
  },

  comparison: {
    title: 'Datos declarados y registrados',
    field: 'Dato',
    declared: 'Declarado',
    recorded: 'Registrado',
    different: 'distinto',
    differences: (count: number) =>
      count === 0 ? 'sin diferencias' : count === 1 ? '1 distinto' : `${count} distintos`,
    take: (field: string) => `Usar el dato declarado en el registro: ${field}`,
    addDocument: 'Añadir el documento declarado a los registrados',
    taken: (field: string) => `Dato registrado actualizado: ${field}.`,
    changePhone: 'Cambiar el teléfono registrado',
    empty: 'sin dato',
    absent: (fields: string) => `Sin datos en ninguno de los dos: ${fields}.`,
    nothing: 'Ni el mensaje ni el registro dan datos de la persona.',
  },

  identity: {
    title: 'Identidad',
    ladder,
    ladderLabel: 'Escala de verificación de la identidad',
    reached,
    byDocument: 'Verificar con documento',
    byData: 'Verificar por datos',
    bySender: 'Comprobar el remitente',
    byCertificate: 'Comprobar la firma',
    allowsMore: (level: string, acts: string) => `Con ${level.toLocaleLowerCase('es')} se podrá ${acts}.`,
    again: 'Comprobar otro documento',
    needsCitizen: 'Antes localice al ciudadano: se verifica la identidad de una persona del registro.',
    needsAttachment:
      'El expediente no tiene adjuntos: pida un documento en la respuesta o verifique por datos.',
    verified: (method: string, by: string) => `${method}: verificada por ${by}`,
    rejected: (method: string, by: string) => `${method}: rechazada por ${by}`,
    form: {
      documentTitle: 'Comprobación del documento',
      dataTitle: 'Comprobación por datos',
      dataText: 'Se guardará como prueba que usted ha comparado los datos declarados con los registrados.',
      attachments: 'Adjuntos comprobados',
      checks: 'Comprobaciones',
      legible: 'Se lee bien',
      matches: 'Coincide con el ciudadano',
      inForce: 'Está en vigor',
      result: 'Resultado',
      resultVerified: 'Verificada',
      resultRejected: 'Rechazada',
      rejectedNeedsNotes: 'Explique en las observaciones por qué se rechaza.',
      verifiedNeedsAll: 'Para darla por verificada marque un adjunto y las tres comprobaciones.',
      notes: 'Observaciones',
      save: 'Guardar la verificación',
    },
    savedVerified: 'Identidad verificada.',
    savedRejected: 'Verificación rechazada y anotada.',
  },

  attachments: {
    title: 'Justificantes',
    none: 'Los mensajes del expediente no traen adjuntos.',
    typeLabel: (name: string) => `Tipo de documento de ${name}`,
    notLinked: 'Sin vincular',
    linked: (name: string, type: string) => `${name} vinculado como ${type}.`,
    unlinked: (name: string) => `${name} ya no está vinculado.`,
    inline: 'dentro del texto',
    dropHere: 'Suelte aquí el adjunto para vincularlo',
    notOfCase: 'Ese adjunto no es de un mensaje de este expediente.',
    count: (linked: number, all: number) => `${linked} de ${all} vinculados`,
  },

  actions: {
    title: 'Actuaciones',
    phone: 'Teléfono',
    reply: 'Responder',
    forward: 'Remitir',
    online: 'Por internet',
    note: 'Nota',
    due: 'Plazo',
    documents: 'Documentos',
    missing: 'Antes hace falta:',
  },

  phone: {
    title: 'Cambiar el teléfono registrado',
    from: 'Registrado ahora',
    noPhone: 'Ninguno',
    to: 'Teléfono nuevo',
    reads: (formatted: string) => `Se guardará como ${formatted}`,
    notMobile: 'No es un móvil español: no recibirá códigos por SMS.',
    invalid: 'No es un teléfono válido. Fuera de España, escriba el prefijo: +33…',
    reason: 'Motivo',
    reasonHint: 'Queda en el historial del teléfono.',
    reasonPrefill: (day: string) => `Lo solicita en su mensaje del ${day}.`,
    save: 'Cambiar el teléfono',
    saved: (phone: string) => `Teléfono registrado: ${phone}.`,
    needsCitizen: 'localizar al ciudadano',
    needsIdentity: 'verificar su identidad con documento',
    deceased: 'Consta como fallecido: su teléfono no se cambia desde aquí.',
  },

  reply: {
    title: 'Responder',
    template: 'Plantilla',
    noTemplate: 'Sin plantilla',
    inReplyTo: 'En respuesta a',
    answerSubject: (subject: string) =>
      /^(re:)?\s*$/i.test(subject)
        ? 'Re: mensaje sin asunto'
        : /^re:/i.test(subject)
          ? subject
          : `Re: ${subject}`,
    to: 'Para',
    subject: 'Asunto',
    body: 'Texto',
    missing: (count: number) =>
      count === 1 ? 'Falta rellenar un hueco:' : `Faltan por rellenar ${count} huecos:`,
    goToMissing: (name: string) => `Ir al hueco ${name}`,
    notice:
      'Esta respuesta no es un justificante de registro ni una notificación. El texto que se envía lo dice al final.',
    from: 'De',
    cc: 'Copia',
    addCc: 'Copia',
    quote: 'Mensaje citado',
    attachments: 'Adjuntos',
    addFile: 'Añadir un archivo',
    removeFile: (name: string) => `Quitar ${name}`,
    check: 'Revisar',
    review: 'Así saldrá la respuesta',
    size: (size: string, limit: string) => `Ocupa ${size} de ${limit}`,
    send: 'Enviar',
    sendAnyway: 'Enviar de todos modos',
    goOnWriting: 'Seguir escribiendo',
    noAccount:
      'Ninguna cuenta de la oficina puede enviar todavía: la respuesta quedará en la bandeja de salida hasta que alguien la envíe.',
    sending: 'Respuesta en camino: sale dentro de 10 segundos.',
    kept: 'Respuesta guardada en la bandeja de salida.',
    invalidAddress: 'Escriba direcciones de correo completas, separadas por comas.',
    list: 'Respuestas',
    toLine: (address: string) => `Para ${address}`,
  },

  forward: {
    title: 'Remitir a una unidad',
    unit: 'Unidad',
    choose: 'Elija la unidad',
    none: 'No hay unidades dadas de alta. Se añaden en Ajustes.',
    save: 'Remitir',
    saved: (unit: string) => `Remitido a ${unit}.`,
    send: 'Remitir por correo',
    to: (address: string) => `Se enviará a ${address}, con los mensajes tal como llegaron.`,
    noEmail:
      'Esta unidad no tiene dirección de correo: solo se anotará en el expediente. La dirección se añade en Ajustes.',
    note: 'Nota para la unidad',
    originals: 'Mensajes que se adjuntan',
    sending: (unit: string) => `Remitido a ${unit}: el correo sale dentro de 10 segundos.`,
    kept: (unit: string) => `Remitido a ${unit}: el correo espera en la bandeja de salida.`,
  },

  note: {
    title: 'Nota interna',
    label: 'Texto de la nota',
    hint: 'Solo la ve la oficina. Ctrl+Intro la guarda.',
    save: 'Guardar la nota',
    saved: 'Nota guardada.',
    list: 'Notas',
  },

  due: {
    title: 'Plazo',
    label: 'Último día',
    hint: 'Es un aviso para la oficina, no un plazo legal: los días hábiles se cuentan con el calendario de festivos.',
    save: 'Guardar el plazo',
    clear: 'Quitar el plazo',
    saved: 'Plazo guardado.',
    cleared: 'Plazo quitado.',
    past: 'Ese día ya ha pasado.',
  },

  history: {
    title: 'Historia',
    all: (count: number) => `Ver los ${count} pasos, con las consultas`,
    fewer: 'Ver solo los últimos cambios',
    empty: 'Todavía no hay pasos anotados.',
  },

  footer: {
    label: 'Estado y responsable',
    state: 'Estado',
    assignee: 'Responsable',
    nobody: 'Sin asignar',
    me: (name: string) => `${name} (usted)`,
    resolve: 'Resolver',
    reopen: 'Reabrir',
    stateSet: (state: string) => `Estado: ${state}.`,
    assigned: (name: string) => `Responsable: ${name}.`,
    unassigned: 'El expediente queda sin responsable.',
    resolved: (number: string) => `Expediente ${number} resuelto.`,
  },

  panel: {
    loading: 'Cargando el expediente',
  },
} as const;
