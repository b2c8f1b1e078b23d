import type { KioskPasswordStrings } from '../es/kiosk-passwords.ts';

/** Textos de les contrasenyes en català i valencià. */
export const kioskPasswordsCa: KioskPasswordStrings = {
  title: 'Usuari i contrasenya',
  homeText: 'Cl@ve Permanente: entreu amb la contrasenya, activeu-la, canvieu-la o doneu-vos de baixa.',
  signIn: 'Entrar amb usuari i contrasenya',
  signInText: 'Amb el DNI o NIE i la contrasenya veureu les vostres dades.',
  currentPassword: 'Contrasenya actual',
  newQuestion: 'Canviar la pregunta',
  wrongAnswer: 'La paraula no és la que es demanava. Contesteu la pregunta nova.',
  badCode: "El codi d'activació no està ben escrit: són dotze lletres i xifres. És al full que us van donar.",
  refusedCode: (attempts) =>
    `Les dades no són correctes, o el codi d'activació està bloquejat o ha caducat. Amb ${attempts} errors seguits es bloqueja, i llavors cal registrar-se de nou en una oficina.`,
  refusedPassword: (attempts) =>
    `El document o la contrasenya no són correctes, o la contrasenya està bloquejada. Amb ${attempts} errors seguits es bloqueja: en podeu crear una altra a «Olvido de contraseña».`,
  alreadyActive:
    'El vostre usuari ja està activat. Si no recordeu la contrasenya, useu «Olvido de contraseña».',
  notActive: 'El vostre usuari encara no està activat. Useu «Activación de usuario».',
  expired: 'La contrasenya ha caducat. Creeu-ne una altra a «Cambio de contraseña».',
  notSent: "No s'ha pogut enviar l'SMS. Demaneu ajuda a l'oficina.",
  codeOver: 'Aquest codi ja no val. Demaneu-ne un altre amb «No recibo el SMS».',
  newTitle: 'La vostra contrasenya nova',
  notCommon: 'No pot ser una contrasenya de les que tothom prova',
  met: 'es compleix',
  unmet: 'encara no es compleix',
  notPolicy: 'La contrasenya encara no compleix la política.',
  same: "És la contrasenya que teniu o l'última que vau tenir. Trieu-ne una altra.",
  different: 'Les dues contrasenyes no són iguals.',
  done: {
    ACTIVATION: 'El vostre usuari està activat. Ja podeu entrar amb el document i la contrasenya.',
    FORGOTTEN: "La contrasenya nova ja val. L'anterior no serveix.",
    CHANGE: "La contrasenya està canviada. L'anterior no serveix.",
    CLOSE: "Us heu donat de baixa. La contrasenya i el codi d'activació ja no serveixen.",
  },
  closeWarning:
    'La baixa és definitiva: per tornar a usar aquest sistema us haureu de registrar una altra vegada en una oficina.',
  closeConfirm: 'Donar-me de baixa',
  toMenu: 'Continuar',
};
