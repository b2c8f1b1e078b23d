import type { DiagnosisOutcome } from './model.ts';

type Texts = { readonly message: string; readonly explanation: string; readonly solution: string };

const DIFFERS: Texts = {
  message:
    'Los datos que has introducido no coinciden. Revisa los datos. Si tu número de teléfono ha cambiado, modifícalo en tu área personal o solicita el cambio a través de Enviar una solicitud',
  explanation:
    'Se ha encontrado un registro coincidente con el DNI y fecha de nacimiento, pero el teléfono móvil no coincide.',
  solution:
    'Puede solicitar la actualización de su número de móvil en el siguiente enlace: Enviar una solicitud',
};

/**
 * The service's own words (seed 001, section 2.2: aviso, explicación, solución), with its line breaks repaired. Who is
 * not on record is told the same as who has another phone, so that nothing is given away.
 */
export const DIAGNOSIS_TEXTS: Readonly<Record<DiagnosisOutcome, Texts>> = {
  ID_FORMAT: {
    message: 'El documento identificativo introducido no tiene un formato válido.',
    explanation: 'El formato del DNI/NIE no es correcto.',
    solution: 'Compruebe y consigne el mismo número que aparece en su DNI/NIE.',
  },
  DATE_FORMAT: {
    message: 'La fecha introducida no tiene un formato válido.',
    explanation: 'La fecha introducida no es correcta.',
    solution: 'Compruebe la fecha de nacimiento.',
  },
  PHONE_FORMAT: {
    message: 'El número de teléfono móvil introducido no tiene un formato válido.',
    explanation: 'El número de móvil introducido no tiene un formato válido.',
    solution: 'Revise el número de móvil introducido.',
  },
  DECEASED: {
    message:
      'No es posible su identificación: El identificador pertenece a un fallecido. Solicite la solución en cualquier Administración de la Seguridad Social.',
    explanation:
      'Los datos introducidos coinciden con el registro de una persona que consta como fallecida en la Base de Datos.',
    solution:
      'Contacte con una Administración de la Seguridad Social para comunicar este hecho y solicitar una solución.',
  },
  PHONE_MISMATCH: DIFFERS,
  NO_MATCH: DIFFERS,
  PHONE_UNKNOWN: {
    message:
      'Tu teléfono no consta en nuestra base de datos. Para acceder por SMS indica tu número de teléfono en tu área personal o comunícalo a través de Enviar una solicitud.',
    explanation:
      'Se ha encontrado un registro coincidente con el DNI y fecha de nacimiento, pero el número de móvil no está registrado.',
    solution:
      'Puede solicitar el registro de su número de móvil en el siguiente enlace: Enviar una solicitud',
  },
  // Not in the seed's table, which lists what goes wrong; the words are those of its section 2.
  MATCH: {
    message:
      'Los datos introducidos son correctos y coincidentes con los que dispone la Seguridad Social en sus Bases de Datos.',
    explanation: 'El documento, la fecha de nacimiento y el móvil coinciden con un mismo registro.',
    solution:
      'Puede identificarse «Vía SMS»: se le solicitará un código de un solo uso que le habrá sido enviado vía SMS a su móvil.',
  },
};
