import type { MissingPaper } from './suggestions-model.ts';

/** How each is asked for; what goes into a TA.1 is what the procedure says (seed 000). */
const ASKED: Readonly<Record<MissingPaper, string>> = {
  TA1: 'El modelo TA.1 rellenado y firmado, que encontrará en https://www.seg-social.es. Elija «variación de datos» como motivo y escriba como causa el cambio que pide.',
  IDENTITY:
    'Su DNI, tarjeta de extranjero o pasaporte en vigor. Si es una tarjeta, por las dos caras y de forma que se lea bien.',
  DNI_FRONT: 'El anverso de su DNI, la cara de la fotografía, de forma que se lea bien.',
  DNI_BACK: 'El reverso de su DNI, la otra cara de la que nos ha enviado, de forma que se lea bien.',
  AUTHORISATION:
    'La autorización firmada por la persona en cuyo nombre nos escribe, con una copia de su documento de identidad.',
  PAYMENT: 'El justificante del pago.',
};

/** The missing papers as a letter lists them; null when none is. */
export function papersInWords(missing: readonly MissingPaper[]): string | null {
  return missing.length === 0 ? null : missing.map((paper) => `- ${ASKED[paper]}`).join('\n');
}
