/**
 * The table of seed 001, section 2.2, row by row and word for word (aviso, explicación, solución): repeated here on
 * purpose, so that a slip in the program's own copy is found. Only the line breaks of the paper are left out.
 */
export const SEED_001 = {
  CODE_WRONG: {
    message: 'Código de seguridad incorrecto',
    explanation: 'El código introducido no coincide con el último enviado al móvil',
    solution: 'Introduzca el código recibido en el último SMS',
  },
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
  PHONE_MISMATCH: {
    message:
      'Los datos que has introducido no coinciden. Revisa los datos. Si tu número de teléfono ha cambiado, modifícalo en tu área personal o solicita el cambio a través de Enviar una solicitud',
    explanation:
      'Se ha encontrado un registro coincidente con el DNI y fecha de nacimiento, pero el teléfono móvil no coincide.',
    solution:
      'Puede solicitar la actualización de su número de móvil en el siguiente enlace: Enviar una solicitud',
  },
  PHONE_UNKNOWN: {
    message:
      'Tu teléfono no consta en nuestra base de datos. Para acceder por SMS indica tu número de teléfono en tu área personal o comunícalo a través de Enviar una solicitud.',
    explanation:
      'Se ha encontrado un registro coincidente con el DNI y fecha de nacimiento, pero el número de móvil no está registrado.',
    solution:
      'Puede solicitar el registro de su número de móvil en el siguiente enlace: Enviar una solicitud',
  },
  CODE_EXHAUSTED: {
    message:
      'Se ha superado el número de intentos de validación del código enviado a su teléfono. El código queda anulado.',
    explanation:
      'Ha superado el número máximo de intentos al introducir incorrectamente el código. El código queda anulado.',
    solution: 'Cierre el navegador e intente nuevamente el acceso a la aplicación.',
  },
  RESEND_LIMIT: {
    message: 'Se ha llegado al número máximo de reenvíos permitidos',
    explanation:
      'Se ha superado el número máximo de reenvíos permitido del código. Por seguridad y para evitar el spam telefónico no se enviarán más códigos hasta pasado un cierto tiempo.',
    solution: 'Se restablecerá el servicio de SMS pasado un tiempo.',
  },
  RESENT: {
    message: 'Te hemos reenviado el código de seguridad',
    explanation: 'Aviso de confirmación del reenvío del código OTP',
    solution:
      'Si pasado un tiempo razonablemente corto no recibe el SMS con el código OTP, puede solicitar el reenvío del mismo.',
  },
} as const;
