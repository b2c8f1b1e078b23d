import type { KioskStrings } from '../es/kiosk.ts';

/** Textos del quiosc en català i valencià. */
export const kioskCa: KioskStrings = {
  language: 'Català / Valencià',
  frame: {
    back: 'Tornar',
    end: 'Acabar',
    staff: "Personal de l'oficina",
    loading: 'Carregant',
    lost: "No hi ha connexió amb l'oficina. Espereu un moment.",
    demo: 'Demostració amb dades fictícies',
    content: 'Contingut',
  },
  start: {
    title: 'Consulteu les vostres dades de la Seguretat Social',
    text: 'Ho podeu fer vós mateix en aquesta pantalla. Quan acabeu, no hi quedarà cap dada vostra.',
    begin: 'Començar',
    beginIn: 'Començar en català / valencià',
    endings: {
      ENDED: 'La visita ha acabat. No queda cap dada en aquesta pantalla.',
      IDLE: "La visita ha acabat per falta d'activitat. No queda cap dada en aquesta pantalla.",
      REPLACED: 'La visita ha acabat perquè la mateixa persona ha entrat en un altre quiosc.',
      GONE: 'La visita ha acabat. No queda cap dada en aquesta pantalla.',
    },
  },
  idle: {
    title: 'Encara hi sou?',
    text: 'Si no toqueu la pantalla, la visita acabarà i les vostres dades en desapareixeran.',
    seconds: (count) => `Queden ${count} segons`,
    stay: 'Continuar aquí',
  },
  home: {
    title: 'Què voleu fer?',
    services: 'Què es pot fer per internet',
    servicesText: "Tràmits i consultes, i com s'hi entra. No cal identificar-se.",
  },
  services: {
    title: 'Què es pot fer per internet',
    search: 'Cercar un tràmit o un servei',
    found: (count) => (count === 1 ? 'Un servei' : `${count} serveis`),
    none: "No hi ha cap servei amb aquestes paraules. Proveu-ne d'altres o pregunteu a l'oficina.",
    ways: "S'hi entra amb",
    free: 'No cal identificar-se',
    audience: { CITIZEN: 'Ciutadans', COMPANY: 'Empreses', EVERYONE: 'Ciutadans i empreses' },
  },
  leave: {
    title: 'Tancar el quiosc',
    text: "Només per al personal de l'oficina: el codi de sortida que es va triar en obrir-lo.",
    code: 'Codi de sortida',
    submit: 'Tancar el quiosc',
    cancel: 'Cancel·lar',
    wrong: 'El codi de sortida no és correcte.',
  },
  errors: {
    closed: "Aquest quiosc està tancat. Aviseu el personal de l'oficina.",
    rateLimited: "S'ha arribat al màxim d'intents. Espereu uns minuts o demaneu ajuda a l'oficina.",
    invalidInput: 'Alguna de les dades no és vàlida. Reviseu-les.',
    unexpected: "No s'ha pogut fer. Torneu-ho a provar o demaneu ajuda a l'oficina.",
    retry: 'Tornar-ho a provar',
  },
};
