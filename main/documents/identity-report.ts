import { maskPhone } from '../citizens/phones.ts';
import type { VerificationMethod } from '../identity/model.ts';
import { dayInWords, documentText, isoDayInWords, type CaseFacts, type Facts } from './facts.ts';
import type { TaggedDocument } from './tagged-pdf.ts';

const METHODS: Record<VerificationMethod, string> = {
  DATA: 'por coincidencia de datos',
  SENDER: 'por el remitente conocido',
  DOCUMENT: 'por el documento aportado',
  SMS: 'con un código de un solo uso por SMS',
  CERTIFICATE: 'con firma electrónica de certificado',
};

const NONE = 'No consta';

/** The report that an office answers a request with. */
export function caseReport(facts: CaseFacts): TaggedDocument {
  const { caseNumber, verifiedBy, verifiedAt, office } = facts;
  const verified =
    verifiedBy === 'NONE'
      ? ''
      : ` La identidad del solicitante se verificó ${METHODS[verifiedBy]} el ${dayInWords(verifiedAt, office)}.`;
  return identityReport(facts, `expediente ${caseNumber}.${verified}`);
}

/** The report that a citizen makes himself at a kiosk. */
export function kioskReport(facts: Facts, method: 'SMS' | 'PASSWORD'): TaggedDocument {
  const entered =
    method === 'SMS'
      ? 'con un código de un solo uso por SMS'
      : 'con usuario y contraseña y un código de un solo uso por SMS';
  return identityReport(
    facts,
    `emitido en el quiosco de la oficina. El solicitante se identificó ${entered}.`,
  );
}

/**
 * The report of seed 001: applicant, document and number side by side; below, what else identifies him. `origin` goes
 * on from the day.
 */
function identityReport(facts: Facts, origin: string): TaggedDocument {
  const { citizen, office } = facts;
  const [main, ...others] = citizen.documents;
  const name = `${citizen.givenName} ${citizen.surnames}`.trim().toLocaleUpperCase('es');
  return {
    title: 'Informe de datos identificativos y de domicilio',
    office: office.officeName,
    madeAt: facts.now,
    blocks: [
      {
        kind: 'COLUMNS',
        columns: [
          ['Solicitante', name],
          ['Documento identificativo', main === undefined ? NONE : documentText(main)],
          ['Número de la Seguridad Social', citizen.naf ?? NONE],
        ],
      },
      { kind: 'HEADING', text: 'Datos identificativos' },
      {
        kind: 'ROWS',
        rows: [
          ['Nombre', citizen.givenName],
          ['Apellidos', citizen.surnames === '' ? NONE : citizen.surnames],
          ['Fecha de nacimiento', citizen.birthDate === null ? NONE : isoDayInWords(citizen.birthDate)],
          ...others.map((other) => ['Otro documento', documentText(other)] as const),
        ],
      },
      { kind: 'HEADING', text: 'Domicilio y contacto' },
      {
        kind: 'ROWS',
        rows: [
          ['Domicilio', citizen.address ?? NONE],
          ['Teléfono móvil', citizen.phone === null ? NONE : maskPhone(citizen.phone)],
          ['Correo electrónico', citizen.email ?? NONE],
        ],
      },
      {
        kind: 'TEXT',
        text: `Datos que constan en esta oficina el ${dayInWords(facts.now, office)}, ${origin}`,
      },
      {
        kind: 'SMALL',
        text:
          'Este informe se emite a petición del interesado y solo tiene carácter informativo: no es un certificado ni ' +
          'una notificación. Si algún dato no es correcto, puede comunicar su variación con el modelo TA.1.',
      },
    ],
  };
}
