import type { PdfProblem } from '../../../main/api/contract/index.ts';

const unread = 'Ábralo y copie los datos a mano.';

/** Forms that came in and papers that go out. */
export const documentStrings = {
  ta1: {
    read: (name: string) => `Leer los datos de ${name}`,
    reading: 'Leyendo el formulario',
    explain:
      'El formulario solo dice lo que su autor escribió: no cambia nada hasta que usted elige usar un dato.',
    fromText:
      'No tiene campos de formulario: los datos se han buscado en el texto. Compruébelos con el original.',
    nothing: 'No se ha reconocido ningún dato de la persona en el PDF.',
    noCitizen: 'Localice al ciudadano para comparar y usar los datos.',
    cause: 'Causa',
    /** Where a value stands: under that label of the form, and in a message too when that says the same. */
    inForm: (at: { form: string | null; label: string; page: number; inMessage: boolean }) => {
      const form = at.form === null ? 'TA.1' : `TA.1 (${at.form})`;
      const place = at.label === '' ? 'en su texto' : `«${at.label}»`;
      const page = at.page > 1 ? `, página ${at.page}` : '';
      return `${form}, ${place}${page}${at.inMessage ? ' y mensaje' : ''}`;
    },
    inMessage: (where: string) => `mensaje, ${where}`,
    problem: {
      NOT_A_PDF: `El adjunto no es un PDF. ${unread}`,
      TOO_BIG: `El PDF pesa demasiado para leerlo. ${unread}`,
      TOO_LONG: `El PDF tiene demasiadas páginas o demasiado texto para ser un TA.1. ${unread}`,
      ENCRYPTED: 'El PDF pide una contraseña. Pida al ciudadano que lo envíe sin ella.',
      DAMAGED: `El PDF está dañado y no se puede leer. ${unread}`,
      TOO_HARD: `El PDF tardaba demasiado y se ha dejado de leer. ${unread}`,
      ONLY_XFA: `El formulario solo se ve con el programa de Adobe. Pida al ciudadano que lo imprima como PDF.`,
      NO_TEXT: `El PDF es una imagen, sin texto que leer. ${unread}`,
    } satisfies Record<PdfProblem, string>,
    code: (code: string) => `Código: ${code}`,
  },

  make: {
    title: 'Preparar un documento',
    document: 'Documento',
    report: 'Informe de datos identificativos y de domicilio',
    sheet: 'Hoja de solicitud de variación de datos (TA.1)',
    cause: 'Causa de la variación',
    usualCause: 'Cambio del teléfono móvil',
    explain: 'PDF con los datos registrados. Solo con la identidad verificada con un documento o mejor.',
    attach: 'Adjuntar a la respuesta',
    save: 'Guardar',
    attached: (name: string) => `${name} va con la respuesta.`,
    fromReply: 'Añadir un informe o una solicitud',
  },
};
