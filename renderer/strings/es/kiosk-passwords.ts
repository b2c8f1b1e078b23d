import type { Widened } from './kiosk.ts';

/** Seeds 001 and 004 in their own words, which are Spanish in every language. */
export const PASSWORD_OFFICIAL = {
  activation: {
    title: 'Activación de usuario',
    text: 'A través de este servicio el ciudadano que disponga de código de activación puede crear su propia contraseña y activar su usuario',
  },
  forgotten: {
    title: 'Olvido de contraseña',
    text: 'Si ha olvidado su contraseña o ha quedado bloqueada, con este servicio podrá establecer una nueva si dispone del Código de Activación. De no conservarlo, deberá iniciar un nuevo acto de registro en Cl@ve.',
  },
  change: {
    title: 'Cambio de contraseña',
    text: 'A través de este servicio puede, conociendo su contraseña actual, generar o crear otra distinta.',
  },
  close: {
    title: 'Baja de usuario',
    text: 'Mediante este servicio un usuario se puede dar de baja en Cl@ve permanente.',
  },
  important: 'Importante',
  willReceive:
    'Al cumplimentar este formulario, usted recibirá un código de un solo uso en su teléfono móvil. Este código tendrá una validez durante el tiempo que dure la sesión o por un número de intentos máximo.',
  documentType: 'Tipo de documento',
  documentNumber: 'Número de Documento',
  document: 'DNI/NIE',
  email: 'Dirección de Correo Electrónico',
  activationCode: 'Código de Activación',
  required: 'Todos los campos son obligatorios',
  question: (category: string) =>
    `Para poder continuar, debe escribir en el espacio reservado qué palabra se corresponde con, por ejemplo, ${category}`,
  answer: 'Respuesta',
  next: 'Siguiente',
  slow: 'Puede tardar en recibir su código vía SMS. De no recibirlo, revise sus datos.',
  enterCode: 'Introduzca el código enviado a su teléfono móvil',
  code: 'Código',
  resend: 'No recibo el SMS',
  policy: 'Política de contraseñas',
  notOwnData: 'No puede contener su nombre, apellidos o DNI',
  length: 'Longitud mínima de 8 caracteres y puede tener tantos caracteres como necesites.',
  groups:
    'Si la contraseña contiene menos de 16 caracteres debe cumplir como mínimo 3 de las siguientes 4 condiciones:',
  upper: 'Tener al menos una letra mayúscula',
  lower: 'Tener al menos una letra minúscula',
  digit: 'Tener al menos un dígito',
  special: 'Tener al menos uno de los siguientes caracteres: !$€%&@/\\()=?¿*[];,:;_+<>',
  password: 'Contraseña',
  repeat: 'Repita la contraseña',
  accept: 'Aceptar',
  signIn: 'Autenticar',
  keepCode: 'Recuerde conservar el Código de Activación',
  badDocument: 'El documento identificativo introducido no tiene un formato válido.',
  deceased:
    'No es posible su identificación: El identificador pertenece a un fallecido. Solicite la solución en cualquier Administración de la Seguridad Social.',
} as const;

/** What the kiosk says by itself about passwords: the shape that every language fills. */
export const kioskPasswordsEs = {
  title: 'Usuario y contraseña',
  homeText: 'Cl@ve Permanente: entre con su contraseña, actívela, cámbiela o dese de baja.',
  signIn: 'Entrar con usuario y contraseña',
  signInText: 'Con su DNI o NIE y su contraseña verá sus datos.',
  currentPassword: 'Contraseña actual',
  newQuestion: 'Cambiar la pregunta',
  wrongAnswer: 'La palabra no es la que se pedía. Conteste a la nueva pregunta.',
  badCode:
    'El código de activación no está bien escrito: son doce letras y cifras. Está en la hoja que le dieron.',
  refusedCode: (attempts: number) =>
    `Los datos no son correctos, o el código de activación está bloqueado o ha caducado. Con ${attempts} errores seguidos se bloquea, y entonces hay que registrarse de nuevo en una oficina.`,
  refusedPassword: (attempts: number) =>
    `El documento o la contraseña no son correctos, o la contraseña está bloqueada. Con ${attempts} errores seguidos se bloquea: puede crear otra en «Olvido de contraseña».`,
  alreadyActive: 'Su usuario ya está activado. Si no recuerda la contraseña, use «Olvido de contraseña».',
  notActive: 'Su usuario todavía no está activado. Use «Activación de usuario».',
  expired: 'Su contraseña ha caducado. Cree otra en «Cambio de contraseña».',
  notSent: 'No se ha podido enviar el SMS. Pida ayuda en la oficina.',
  codeOver: 'Ese código ya no vale. Pida otro con «No recibo el SMS».',
  newTitle: 'Su nueva contraseña',
  notCommon: 'No puede ser una contraseña de las que prueba todo el mundo',
  met: 'se cumple',
  unmet: 'todavía no se cumple',
  notPolicy: 'La contraseña todavía no cumple la política.',
  same: 'Es la contraseña que tiene o la última que tuvo. Elija otra.',
  different: 'Las dos contraseñas no son iguales.',
  done: {
    ACTIVATION: 'Su usuario está activado. Ya puede entrar con su documento y su contraseña.',
    FORGOTTEN: 'La contraseña nueva ya vale. La anterior no sirve.',
    CHANGE: 'La contraseña está cambiada. La anterior no sirve.',
    CLOSE: 'Se ha dado de baja. Su contraseña y su código de activación ya no sirven.',
  },
  closeWarning:
    'La baja es definitiva: para volver a usar este sistema tendrá que registrarse otra vez en una oficina.',
  closeConfirm: 'Darme de baja',
  toMenu: 'Seguir',
} as const;

export type KioskPasswordStrings = Widened<typeof kioskPasswordsEs>;
