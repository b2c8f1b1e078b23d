import type { MissingPaper, Paper, Suggestions } from '../../../main/api/contract/index.ts';

type Reason = NonNullable<Suggestions['template']>['because'];

/** What a message may need next. */
export const suggestionStrings = {
  title: 'Sugerencias',
  papers: 'Documentos',
  paper: {
    TA1: 'Modelo TA.1 firmado',
    IDENTITY: 'Documento de identidad',
    AUTHORISATION: 'Autorización de la persona en cuyo nombre escribe',
    PAYMENT: 'Justificante del pago',
  } satisfies Record<Paper, string>,
  missing: {
    TA1: 'falta',
    IDENTITY: 'falta',
    AUTHORISATION: 'falta',
    PAYMENT: 'no está',
    DNI_FRONT: 'falta el anverso del DNI',
    DNI_BACK: 'falta el reverso, o está en la misma hoja',
  } satisfies Record<MissingPaper, string>,
  helps: 'ayudaría',
  there: (names: readonly string[]) => `parece que está: ${names.join(', ')}`,
  verified: 'la identidad ya está comprobada',
  answer: 'Respuesta',
  use: 'Escribir con esta plantilla',
  replaces: 'Ya hay una respuesta empezada: su texto se cambiará.',
  because: {
    PAPERS_MISSING: 'Faltan documentos; la plantilla ya los nombra.',
    ONLINE: 'Se puede hacer por internet.',
    PHONE_DONE: 'El cambio de teléfono ya está hecho.',
    ELSEWHERE: 'No es de la Tesorería.',
    RED: 'Quien escribe dice que es autorizado RED.',
    ACTION: 'Por lo que pide.',
  } satisfies Record<Reason, string>,
  says: (quote: string) => `El mensaje dice «${quote}».`,
  unit: 'Unidad',
  forward: 'Remitir a esta unidad',
  lately: (count: number) => `Últimos expedientes de esta categoría remitidos allí: ${count}.`,
  byName: 'Por lo que pide y el nombre de la unidad.',
  online: 'Por internet',
  follows: 'Según lo que el mensaje pide y su categoría. Si no es eso, corríjalo sobre el mensaje.',
} as const;
