import type { LadderAction } from '../../../main/api/contract/index.ts';

/** The ladder: what each act needs to know of the writer. */
export const ladderStrings = {
  /** As short as the case panel needs them; what only happens at the counter is not in it. */
  short: {
    changePhone: 'cambiar el teléfono',
    changePerson: 'los datos personales',
    changeContact: 'el correo y el domicilio',
    issueReport: 'emitir el informe de datos',
    discloseRecord: 'dar datos registrados en la respuesta',
  } satisfies Partial<Record<LadderAction, string>> as Partial<Record<LadderAction, string>>,
  acts: {
    changePhone: 'cambiar el teléfono registrado',
    changePerson: 'cambiar el nombre, el nacimiento, los documentos o el NAF',
    changeContact: 'cambiar el correo o el domicilio',
    issueReport: 'emitir el informe de datos identificativos y de domicilio',
    discloseRecord: 'dar datos registrados en una respuesta',
    register: 'registrar en el mostrador con usuario y contraseña',
    reissueCode: 'entregar otro código de activación en el mostrador',
    closeRegistration: 'dar de baja el usuario y contraseña en el mostrador',
  } satisfies Record<LadderAction, string>,
  /** Why no office may go below the floor. */
  floors: {
    changePhone:
      'La variación de datos se pide con el modelo TA.1 y el DNI, la tarjeta de extranjero o el pasaporte.',
    changePerson:
      'La variación de datos se pide con el modelo TA.1 y el DNI, la tarjeta de extranjero o el pasaporte.',
    changeContact:
      'La variación de datos se pide con el modelo TA.1 y el DNI, la tarjeta de extranjero o el pasaporte.',
    issueReport: 'La identidad se comprueba con el DNI o un documento equivalente (Ley 39/2015, art. 9).',
    discloseRecord: 'Los datos de la Seguridad Social son reservados (LGSS, art. 77).',
    register: 'El registro se hace en persona, mostrando el documento de identidad.',
    reissueCode: 'El registro se hace en persona, mostrando el documento de identidad.',
    closeRegistration:
      'La identidad se comprueba con el DNI o un documento equivalente (Ley 39/2015, art. 9).',
  } satisfies Record<LadderAction, string>,
  and: (acts: readonly string[]) => new Intl.ListFormat('es', { type: 'conjunction' }).format(acts),
  title: 'Qué hay que saber de quien escribe',
  text: 'Cada actuación pide un nivel de la escala de identidad. Se puede pedir más que el mínimo de la norma, nunca menos.',
  readOnly: 'Solo la supervisión puede cambiar esto.',
  floor: (level: string) => `Mínimo: ${level.toLocaleLowerCase('es')}.`,
  server: 'Servidor que recibe el correo',
  serverText:
    'Un remitente solo cuenta como conocido si lo dice el servidor de la oficina en la cabecera Authentication-Results. Las demás cabeceras las puede escribir cualquiera.',
  authservId: 'Nombre con el que firma esa cabecera (authserv-id)',
  authservIdHint:
    'Por ejemplo, mx.oficina.es. El servidor debe quitar de los mensajes que recibe las cabeceras que lleven su nombre. En blanco: ningún remitente cuenta como conocido.',
} as const;
