import type {
  ActivationCodeState,
  Challenge,
  CounterRow,
  RegistrationEvent,
  RegistrationView,
  ShownDocument,
  SmsRefusal,
} from '../../../main/api/contract/index.ts';

/** The counter: "usuario y contraseña", which is Cl@ve Permanente (seeds 002 and 004). */
export const counterStrings = {
  page: {
    title: 'Mostrador: usuario y contraseña (Cl@ve Permanente)',
    hint: 'Busque a la persona por nombre, documento, NAF o teléfono. «Usuario y contraseña» o «Cl@ve Permanente» muestra a las personas registradas.',
    searched: (words: string) => `Buscado: «${words}»`,
    clear: 'Ver a las personas registradas',
    list: 'Personas en el mostrador',
    back: 'Volver al mostrador',
    columns: {
      name: 'Nombre',
      documents: 'Documento',
      state: 'Registro',
      code: 'Código de activación',
      password: 'Contraseña',
    },
    never: 'Sin registrar',
    states: { OPEN: 'Registrado', CLOSED: 'De baja' } satisfies Record<RegistrationView['state'], string>,
    passwords: {
      NONE: 'Sin crear',
      ACTIVATED: 'En vigor',
      EXPIRED: 'Caducada',
      BLOCKED: 'Bloqueada',
    } satisfies Record<NonNullable<CounterRow['registration']>['password'], string>,
    empty: {
      title: 'Todavía no hay nadie registrado',
      text: 'Busque a la persona que tiene delante y regístrela desde su ficha.',
    },
    noResults: { title: 'No se encuentra a nadie', text: 'Pruebe con el documento o con los apellidos.' },
    record: 'Ver la ficha',
  },
  open: 'Mostrador: usuario y contraseña',
  codes: {
    ACTIVE: 'En vigor',
    VOID: 'Anulado',
    BLOCKED: 'Bloqueado',
    EXPIRED: 'Caducado',
  } satisfies Record<ActivationCodeState, string>,
  standing: {
    title: 'Situación',
    none: 'Esta persona no está registrada con usuario y contraseña.',
    user: 'Usuario',
    phone: 'Teléfono móvil',
    email: 'Correo electrónico',
    registered: 'Registro',
    code: 'Código de activación',
    codeUntil: (state: string, day: string) => `${state}, vale hasta el ${day}`,
    password: 'Contraseña',
    noPassword: 'Sin crear: falta que active el usuario',
    setAt: (state: string, day: string) => `${state}, creada el ${day}`,
    inForce: 'En vigor',
    expired: 'Caducada',
    blocked: 'Bloqueada',
    sheets: 'Hojas firmadas',
    noSheet: 'Falta guardar la hoja firmada.',
    sheet: (day: string, by: string) => `Hoja del ${day}, guardada por ${by}`,
  },
  document: {
    title: 'Documento que muestra',
    shown: 'Documento',
    kinds: {
      DNI: 'DNI',
      MIDNI: 'MiDNI en el teléfono',
      TIE: 'Tarjeta de identidad de extranjero (TIE)',
      EU_CERTIFICATE: 'Certificado de ciudadano de la Unión',
    } satisfies Record<ShownDocument, string>,
    number: 'Número',
    support: 'Número de soporte',
    supportHint: {
      DNI: 'Tres letras y seis cifras: BAA000589.',
      MIDNI: '',
      TIE: 'E y ocho cifras.',
      EU_CERTIFICATE: 'C y ocho cifras.',
    } satisfies Record<ShownDocument, string>,
    until: 'Válido hasta',
    permanent: 'Permanente',
    dataMatch: 'El nombre y los apellidos son los de la ficha',
    isBearer: 'La fotografía es de quien está en el mostrador',
    isBearerMidni: 'He leído el QR de MiDNI y la fotografía es de quien está en el mostrador',
    isBearerEu:
      'He visto además su pasaporte o documento de identidad en vigor, y la fotografía es de quien está en el mostrador',
    noPassport: 'El usuario es el DNI o el NIE: con un pasaporte no se puede registrar.',
  },
  possession: {
    PHONE: {
      title: 'Teléfono móvil',
      label: 'Teléfono móvil',
      send: 'Enviar código por SMS',
      resend: 'No recibe el SMS: reenviar',
      shown: 'Comprobado: la persona tiene el teléfono.',
    },
    EMAIL: {
      title: 'Correo electrónico',
      label: 'Correo electrónico',
      send: 'Enviar código por correo',
      resend: 'No recibe el correo: reenviar',
      shown: 'Comprobado: la persona lee ese correo.',
    },
    change: 'Cambiar',
    code: 'Código de 6 dígitos que le dice la persona',
    check: 'Comprobar',
    wrongAddress: { PHONE: 'No es un teléfono.', EMAIL: 'No es un correo electrónico.' },
    obstacles: {
      NO_CITIZEN: 'Falta la persona.',
      DECEASED: 'La persona consta como fallecida: no se le envían códigos.',
      NO_PHONE: 'Falta el teléfono.',
      NO_MOBILE: 'No es un móvil: no recibe códigos por SMS.',
      SHARED_PHONE: 'El teléfono consta también en la ficha de otra persona.',
      NO_GATEWAY: 'La oficina no puede enviar por esta vía. Se configura en Ajustes.',
    } satisfies Record<NonNullable<Challenge['obstacle']>, string>,
    mailRefusals: {
      NOT_SET_UP: 'La cuenta de correo de la oficina no envía.',
      UNREACHABLE: 'No se llega al servidor de correo.',
      UNTRUSTED: 'La conexión con el servidor de correo no es segura y no se ha usado.',
      TIMEOUT: 'El servidor de correo no ha contestado a tiempo.',
      LOGIN_REFUSED: 'El servidor de correo no acepta las credenciales de la oficina.',
      REJECTED: 'El servidor de correo ha rechazado el mensaje o la dirección.',
      BAD_ANSWER: 'El servidor de correo ha contestado sin identificar el mensaje.',
    } satisfies Record<SmsRefusal, string>,
  },
  register: {
    title: 'Registrar en persona',
    steps: ['1. Documento', '2. Teléfono móvil', '3. Correo electrónico'],
    save: 'Registrar y preparar la hoja',
    missing: 'Faltan el documento y las dos comprobaciones.',
    open: 'Registrar',
  },
  issued: {
    title: 'Código de activación',
    once: 'Se muestra una sola vez: imprima la hoja o guárdela antes de seguir. Si se pierde, hay que entregar otro código.',
    aloud: (code: string) =>
      `Para leerlo en voz alta, de uno en uno: ${code
        .split('-')
        .map((group) => [...group].join(' '))
        .join(', ')}`,
    print: 'Imprimir la hoja',
    save: 'Guardar la hoja (PDF)',
    sheet: 'Hoja de registro',
    next: 'Dela a firmar, corte el talón con el código y escanee solo la parte de arriba. La persona se lleva las dos partes.',
    done: 'He entregado la hoja',
    shownAgain: 'El código ya no se puede volver a ver.',
  },
  acts: {
    title: 'Qué se puede hacer',
    reissue: 'Entregar otro código',
    voidCode: 'Anular el código',
    block: 'Bloquear el acceso',
    close: 'Dar de baja',
    closeByOffice: 'Dar de baja de oficio',
    addSheet: 'Guardar la hoja firmada',
    reason: 'Motivo',
    reasonHint: 'Queda en el historial.',
    texts: {
      reissue: 'El código anterior deja de valer en cuanto se entregue el nuevo.',
      voidCode: 'El código deja de valer. La contraseña, si la hay, sigue.',
      block:
        'Ni el código ni la contraseña valdrán. Para volver a entrar hará falta otro código en el mostrador.',
      close: 'La persona lo pide y muestra su documento. La contraseña se borra y el historial queda.',
      closeByOffice: 'Sin la persona: por fallecimiento o porque el registro no debió hacerse.',
    },
    saves: {
      reissue: 'Entregar el código',
      voidCode: 'Anular',
      block: 'Bloquear',
      close: 'Dar de baja',
      closeByOffice: 'Dar de baja',
    },
    dones: {
      voidCode: 'Código anulado.',
      block: 'Acceso bloqueado.',
      close: 'Baja hecha.',
      closeByOffice: 'Baja hecha.',
      addSheet: 'Hoja firmada guardada.',
    },
    badFile: 'Debe ser un PDF, PNG o JPEG de 10 MB como máximo.',
    sameFile: 'Esa hoja ya está guardada.',
  },
  refused: {
    OWN_DOCUMENT:
      'Falta anotar su propio DNI o NIE. Quien administra Estafeta lo hace en Ajustes, Usuarios: nadie puede atenderse a sí mismo.',
    SELF: 'Es su propia ficha: nadie puede atenderse a sí mismo en el mostrador. Pídalo a otra persona.',
    DECEASED: 'La persona consta como fallecida: no se le puede registrar ni entregar un código.',
    EXPIRED: 'El documento no está en vigor.',
    OTHER_PERSON: 'Ese documento no es de esta ficha.',
    PHONE:
      'Falta comprobar el teléfono móvil con un código. Una comprobación vale un día y para un registro.',
    EMAIL: 'Falta comprobar el correo con un código. Una comprobación vale un día y para un registro.',
    CLOSED: 'Este registro ya está de baja.',
    NO_CODE: 'No hay ningún código en vigor que anular.',
    NOTHING: 'No hay nada que bloquear: ni código en vigor ni contraseña.',
  } as Readonly<Record<string, string>>,
  /** By the level that the office's ladder asks for. */
  needs: {
    DOCUMENT: 'La escala de identidad pide el documento: compruebe que los datos y la fotografía coinciden.',
    SMS: 'La oficina pide además un código al móvil que consta en la ficha. Compruébelo y vuelva a pulsar el botón; si en la ficha no consta ningún móvil, no se puede hacer aquí.',
    CERTIFICATE:
      'La oficina pide un certificado, que en el mostrador no se puede comprobar. La supervisión lo cambia en Ajustes, Identidad.',
  } as Readonly<Record<string, string>>,
  onRecord: 'Teléfono que consta en la ficha',
  fields: {
    'checklist.number': 'El número del documento no es correcto.',
    'checklist.supportNumber': 'El número de soporte no es correcto.',
    address: 'El teléfono o el correo no son correctos.',
    letters: 'El nombre tiene letras que la hoja no puede imprimir.',
  } as Readonly<Record<string, string>>,
  duplicate: 'Esta persona ya está registrada.',
  history: { title: 'Historial', none: 'Sin registros.' },
} as const;

const REASONS: Readonly<Record<string, string>> = {
  REPLACED: 'porque se entregó otro',
  CLOSED: 'por la baja',
  FAILURES: 'por errores seguidos',
};

const ACTS: Record<RegistrationEvent['act'], readonly [by: string, alone: string]> = {
  REGISTERED: ['registró a la persona', 'se registró a la persona'],
  CODE_ISSUED: ['entregó un código de activación', 'se entregó un código de activación'],
  CODE_VOIDED: ['anuló el código de activación', 'se anuló el código de activación'],
  CODE_BLOCKED: ['bloqueó el código de activación', 'se bloqueó el código de activación'],
  ACTIVATED: ['activó el usuario', 'la persona activó su usuario y creó la contraseña'],
  PASSWORD_CHANGED: ['cambió la contraseña', 'la persona cambió su contraseña'],
  PASSWORD_RESET: ['estableció otra contraseña', 'la persona estableció otra contraseña'],
  PASSWORD_BLOCKED: ['bloqueó la contraseña', 'se bloqueó la contraseña'],
  SHEET_SIGNED: ['guardó la hoja firmada', 'se guardó la hoja firmada'],
  CLOSED: ['dio de baja el registro', 'la persona se dio de baja'],
};

/** One act of the history as one sentence: "El lun 16 mar, 10:00, Ana Gil entregó un código de activación." */
export function registrationSentence(event: RegistrationEvent, day: (date: Date) => string): string {
  const { act, at, by, reason } = event;
  const [done, alone] = ACTS[act];
  const known = reason === null ? undefined : REASONS[reason];
  const why =
    reason === null ? '' : known === undefined ? `. Motivo: ${reason.replace(/\.$/u, '')}` : ` ${known}`;
  return `El ${day(at)}, ${by === null ? alone : `${by} ${done}`}${why}.`;
}
