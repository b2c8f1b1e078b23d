import type { KioskStrings } from '../es/kiosk.ts';

/** Textos do quiosco en galego. */
export const kioskGl: KioskStrings = {
  language: 'Galego',
  frame: {
    back: 'Volver',
    end: 'Rematar',
    staff: 'Persoal da oficina',
    loading: 'Cargando',
    lost: 'Non hai conexión coa oficina. Agarde un momento.',
    demo: 'Demostración con datos ficticios',
    content: 'Contido',
  },
  start: {
    title: 'Consulte os seus datos da Seguridade Social',
    text: 'Pode facelo vostede mesmo nesta pantalla. Cando remate, non quedará aquí ningún dato seu.',
    begin: 'Comezar',
    beginIn: 'Comezar en galego',
    endings: {
      ENDED: 'A visita rematou. Non queda ningún dato nesta pantalla.',
      IDLE: 'A visita rematou por falta de actividade. Non queda ningún dato nesta pantalla.',
      REPLACED: 'A visita rematou porque a mesma persoa entrou noutro quiosco.',
      GONE: 'A visita rematou. Non queda ningún dato nesta pantalla.',
    },
  },
  idle: {
    title: 'Segue aí?',
    text: 'Se non toca a pantalla, a visita rematará e os seus datos desaparecerán dela.',
    seconds: (count) => `Quedan ${count} segundos`,
    stay: 'Seguir aquí',
  },
  home: {
    title: 'Que quere facer?',
    services: 'Que se pode facer por internet',
    servicesText: 'Trámites e consultas, e como se entra en cada un. Non fai falta identificarse.',
  },
  services: {
    title: 'Que se pode facer por internet',
    search: 'Buscar un trámite ou un servizo',
    found: (count) => (count === 1 ? 'Un servizo' : `${count} servizos`),
    none: 'Non hai ningún servizo con esas palabras. Probe con outras ou pregunte na oficina.',
    ways: 'Éntrase con',
    free: 'Non fai falta identificarse',
    audience: { CITIZEN: 'Cidadáns', COMPANY: 'Empresas', EVERYONE: 'Cidadáns e empresas' },
  },
  leave: {
    title: 'Pechar o quiosco',
    text: 'Só para o persoal da oficina: o código de saída que se escolleu ao abrilo.',
    code: 'Código de saída',
    submit: 'Pechar o quiosco',
    cancel: 'Cancelar',
    wrong: 'O código de saída non é correcto.',
  },
  errors: {
    closed: 'Este quiosco está pechado. Avise o persoal da oficina.',
    rateLimited: 'Chegouse ao máximo de intentos. Agarde uns minutos ou pida axuda na oficina.',
    invalidInput: 'Algún dos datos non é válido. Revíseos.',
    unexpected: 'Non se puido facer. Volva intentalo ou pida axuda na oficina.',
    retry: 'Volver intentalo',
  },
};
