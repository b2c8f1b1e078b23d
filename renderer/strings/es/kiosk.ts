/** Texts of the kiosk, which citizens read: the shape that every language fills. */
export const kioskEs = {
  language: 'Castellano',
  frame: {
    back: 'Volver',
    end: 'Terminar',
    staff: 'Personal de la oficina',
    loading: 'Cargando',
    lost: 'No hay conexión con la oficina. Espere un momento.',
    demo: 'Demostración con datos ficticios',
    content: 'Contenido',
  },
  start: {
    title: 'Consulte sus datos de la Seguridad Social',
    text: 'Puede hacerlo usted mismo en esta pantalla. Cuando termine, no quedará aquí ningún dato suyo.',
    begin: 'Empezar',
    beginIn: 'Empezar en castellano',
    endings: {
      ENDED: 'La visita ha terminado. No queda ningún dato en esta pantalla.',
      IDLE: 'La visita terminó por falta de actividad. No queda ningún dato en esta pantalla.',
      REPLACED: 'La visita terminó porque la misma persona ha entrado en otro quiosco.',
      GONE: 'La visita terminó. No queda ningún dato en esta pantalla.',
    },
  },
  idle: {
    title: '¿Sigue ahí?',
    text: 'Si no toca la pantalla, la visita terminará y sus datos desaparecerán de ella.',
    seconds: (count: number) => `Quedan ${count} segundos`,
    stay: 'Seguir aquí',
  },
  home: {
    title: '¿Qué quiere hacer?',
    services: 'Qué se puede hacer por internet',
    servicesText: 'Trámites y consultas, y cómo se entra en cada uno. No hace falta identificarse.',
  },
  services: {
    title: 'Qué se puede hacer por internet',
    search: 'Buscar un trámite o un servicio',
    found: (count: number) => (count === 1 ? 'Un servicio' : `${count} servicios`),
    none: 'No hay ningún servicio con esas palabras. Pruebe con otras o pregunte en la oficina.',
    ways: 'Se entra con',
    free: 'No hace falta identificarse',
    audience: { CITIZEN: 'Ciudadanos', COMPANY: 'Empresas', EVERYONE: 'Ciudadanos y empresas' },
  },
  leave: {
    title: 'Cerrar el quiosco',
    text: 'Solo para el personal de la oficina: el código de salida que se eligió al abrirlo.',
    code: 'Código de salida',
    submit: 'Cerrar el quiosco',
    cancel: 'Cancelar',
    wrong: 'El código de salida no es correcto.',
  },
  errors: {
    closed: 'Este quiosco está cerrado. Avise al personal de la oficina.',
    rateLimited: 'Se ha llegado al máximo de intentos. Espere unos minutos o pida ayuda en la oficina.',
    invalidInput: 'Alguno de los datos no es válido. Revíselos.',
    unexpected: 'No se ha podido hacer. Vuelva a intentarlo o pida ayuda en la oficina.',
    retry: 'Reintentar',
  },
} as const;

export type Widened<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: Widened<T[Key]> };

/** What every language of the kiosk says. */
export type KioskStrings = Widened<typeof kioskEs>;
