import { formatPhone } from '../citizens/phones.ts';
import type { PersonField } from '../triage/model.ts';
import { dayInWords, isoDayInWords, typeName, type CaseFacts } from './facts.ts';
import type { TaggedDocument } from './tagged-pdf.ts';

/**
 * The data of the model TA.1 (seed 000, DOMAIN.md section 2): identity from the record, and as the new data what the
 * messages declare and the record has otherwise. Empty rows are for the citizen to write on.
 */
export function requestSheet(facts: CaseFacts, cause: string): TaggedDocument {
  const { citizen, comparison, office } = facts;
  const [document] = citizen.documents;
  const asked = (field: PersonField): string => {
    const row = comparison.find((one) => one.field === field);
    return row !== undefined && row.outcome !== 'EQUAL' ? (row.declared?.value ?? '') : '';
  };
  const phone = asked('phone');
  return {
    title: 'Hoja de solicitud de variación de datos',
    office: office.officeName,
    madeAt: facts.now,
    blocks: [
      {
        kind: 'TEXT',
        text: `Con los datos del modelo TA.1, preparada por la oficina para el expediente ${facts.caseNumber}. Compruebe los datos, complete lo que falte, fírmela y devuélvala con la documentación.`,
      },
      { kind: 'HEADING', text: '1. Datos del solicitante' },
      {
        kind: 'ROWS',
        rows: [
          ['Apellidos', citizen.surnames],
          ['Nombre', citizen.givenName],
          ['Tipo de documento', document === undefined ? '' : typeName(document.type)],
          ['Número de documento', document?.number ?? ''],
          ['Número de la Seguridad Social', citizen.naf ?? ''],
          ['Fecha de nacimiento', citizen.birthDate === null ? '' : isoDayInWords(citizen.birthDate)],
          ['Domicilio', citizen.address ?? ''],
        ],
      },
      { kind: 'HEADING', text: '2. Datos relativos a la solicitud' },
      {
        kind: 'ROWS',
        rows: [
          ['Motivo de la comunicación', 'Variación de datos'],
          ['Causa de la variación', cause],
          ['Teléfono móvil para SMS (nuevo)', phone === '' ? '' : formatPhone(phone)],
          ['Correo electrónico (nuevo)', asked('email')],
          ['Domicilio (nuevo)', ''],
        ],
      },
      { kind: 'HEADING', text: '3. Documentación que se acompaña' },
      {
        kind: 'TEXT',
        text: 'Documento nacional de identidad, tarjeta de extranjero o pasaporte en vigor de quien firma.',
      },
      { kind: 'HEADING', text: '4. Lugar, fecha y firma' },
      {
        kind: 'ROWS',
        rows: [
          ['Lugar y fecha', ''],
          ['Firma', ''],
        ],
      },
      {
        kind: 'SMALL',
        text: `Preparada el ${dayInWords(facts.now, office)}. Esta hoja no sustituye al modelo oficial TA.1 ni queda presentada por recibirla: la solicitud se presenta cuando se devuelve firmada.`,
      },
    ],
  };
}
