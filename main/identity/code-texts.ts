import type { CodeChannel, CodeNotice } from './code-model.ts';

/** The service's own words (seed 001, sections 2.1 and 2.2), with its line breaks repaired. */
export const CODE_NOTICES = {
  RESENT: {
    message: 'Te hemos reenviado el código de seguridad',
    explanation: 'Aviso de confirmación del reenvío del código OTP',
  },
  RESEND_LIMIT: {
    message: 'Se ha llegado al número máximo de reenvíos permitidos',
    explanation:
      'Se ha superado el número máximo de reenvíos permitido del código. Por seguridad y para evitar el spam telefónico no se enviarán más códigos hasta pasado un cierto tiempo.',
  },
  WRONG: {
    message: 'Código de seguridad incorrecto',
    explanation: 'El código introducido no coincide con el último enviado al móvil',
  },
  EXHAUSTED: {
    message:
      'Se ha superado el número de intentos de validación del código enviado a su teléfono. El código queda anulado.',
    explanation:
      'Ha superado el número máximo de intentos al introducir incorrectamente el código. El código queda anulado.',
  },
} as const satisfies Record<string, CodeNotice>;

/** Where the first code went; the phone masked as the service masks it. By e-mail the service has no words of its own. */
export function sentNotice(masked: string, channel: CodeChannel = 'SMS'): CodeNotice {
  const way = channel === 'SMS' ? 'por SMS al' : 'por correo electrónico a';
  return {
    message: `Te hemos enviado un código de seguridad de 6 dígitos y un sólo uso ${way}: ${masked}`,
    explanation: '',
  };
}
