import type { KioskPasswordStrings } from '../es/kiosk-passwords.ts';

/** Textos dos contrasinais en galego. */
export const kioskPasswordsGl: KioskPasswordStrings = {
  title: 'Usuario e contrasinal',
  homeText: 'Cl@ve Permanente: entre co seu contrasinal, actíveo, cámbieo ou dese de baixa.',
  signIn: 'Entrar con usuario e contrasinal',
  signInText: 'Co seu DNI ou NIE e o seu contrasinal verá os seus datos.',
  currentPassword: 'Contrasinal actual',
  newQuestion: 'Cambiar a pregunta',
  wrongAnswer: 'A palabra non é a que se pedía. Conteste a nova pregunta.',
  badCode:
    'O código de activación non está ben escrito: son doce letras e cifras. Está na folla que lle deron.',
  refusedCode: (attempts) =>
    `Os datos non son correctos, ou o código de activación está bloqueado ou caducou. Con ${attempts} erros seguidos bloquéase, e entón hai que rexistrarse de novo nunha oficina.`,
  refusedPassword: (attempts) =>
    `O documento ou o contrasinal non son correctos, ou o contrasinal está bloqueado. Con ${attempts} erros seguidos bloquéase: pode crear outro en «Olvido de contraseña».`,
  alreadyActive: 'O seu usuario xa está activado. Se non lembra o contrasinal, use «Olvido de contraseña».',
  notActive: 'O seu usuario aínda non está activado. Use «Activación de usuario».',
  expired: 'O seu contrasinal caducou. Cree outro en «Cambio de contraseña».',
  notSent: 'Non se puido enviar o SMS. Pida axuda na oficina.',
  codeOver: 'Ese código xa non vale. Pida outro con «No recibo el SMS».',
  newTitle: 'O seu novo contrasinal',
  notCommon: 'Non pode ser un contrasinal dos que proba todo o mundo',
  met: 'cúmprese',
  unmet: 'aínda non se cumpre',
  notPolicy: 'O contrasinal aínda non cumpre a política.',
  same: 'É o contrasinal que ten ou o último que tivo. Elixa outro.',
  different: 'Os dous contrasinais non son iguais.',
  done: {
    ACTIVATION: 'O seu usuario está activado. Xa pode entrar co seu documento e o seu contrasinal.',
    FORGOTTEN: 'O contrasinal novo xa vale. O anterior non serve.',
    CHANGE: 'O contrasinal está cambiado. O anterior non serve.',
    CLOSE: 'Deuse de baixa. O seu contrasinal e o seu código de activación xa non serven.',
  },
  closeWarning:
    'A baixa é definitiva: para volver usar este sistema terá que rexistrarse outra vez nunha oficina.',
  closeConfirm: 'Darme de baixa',
  toMenu: 'Seguir',
};
