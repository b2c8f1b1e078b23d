import { fold } from '../triage/fold.ts';

/** The boxes of a TA.1. OTHER: a box that is known and not asked for, so that its value goes nowhere else. */
export type Ta1Part =
  | 'id'
  | 'fullName'
  | 'givenName'
  | 'surnames'
  | 'firstSurname'
  | 'secondSurname'
  | 'birthDate'
  | 'naf'
  | 'mobile'
  | 'phone'
  | 'email'
  | 'address'
  | 'roadType'
  | 'road'
  | 'roadNumber'
  | 'block'
  | 'stair'
  | 'floor'
  | 'door'
  | 'postcode'
  | 'town'
  | 'province'
  | 'cause'
  | 'OTHER';

/** Folded words of a label, without its number and colon. The first that fits counts. */
const LABELS: readonly (readonly [RegExp, Ta1Part])[] = [
  [/\b(padre|madre|conyuge|representante|autorizado|empresa|razon social|registro|pais)\b/u, 'OTHER'],
  [/\b(sexo|nacionalidad|lugar de nacimiento|discapacidad|firma|lengua|idioma)\b/u, 'OTHER'],
  [/^(primer|1\.?[ero°º]*) apellido/u, 'firstSurname'],
  [/^(segundo|2\.?[do°º]*) apellido/u, 'secondSurname'],
  [/^apellidos?,? (y|i|e) nom(bre|e)/u, 'fullName'],
  [/^(nombre y apellidos|nom i cognoms|nome e apelidos|nombre completo)/u, 'fullName'],
  [/^(apellidos|cognoms|apelidos)/u, 'surnames'],
  [/^nombre( propio| de pila| del solicitante| de la persona solicitante)?$/u, 'givenName'],
  [/fecha (de )?nacimiento|^f\.? ?nac/u, 'birthDate'],
  [/(seguridad social|\bn\.?u?s\.?s\b|\bnaf\b|\bafiliacion\b)/u, 'naf'],
  [/^tipo (de )?doc/u, 'OTHER'],
  [/(documento|\bd\.?n\.?i\b|\bn\.?i\.?[ef]\b|pasaporte|tarjeta de extranjero)/u, 'id'],
  [/^((numero|n\.?[º°]?) (de )?)?((telefono|telf?\.?) )?movil|para sms/u, 'mobile'],
  [/^(telefono|telf?\b)/u, 'phone'],
  [/(correo|e-?mail)/u, 'email'],
  [/^tipo (de )?via/u, 'roadType'],
  [/^nombre (de la |de )?via/u, 'road'],
  [/^(num|n\.?[°º]?|numero)\.?( de (la )?via)?$/u, 'roadNumber'],
  [/^bloque|^bloq/u, 'block'],
  [/^esc(alera|al)?\.?$/u, 'stair'],
  [/^piso|^planta/u, 'floor'],
  [/^p(uer)?ta\.?$/u, 'door'],
  [/(codigo postal|^c\.? ?p\.?$)/u, 'postcode'],
  [/^(municipio|localidad|poblacion)/u, 'town'],
  [/^provincia/u, 'province'],
  [/^(domicilio|direccion)/u, 'address'],
  [/^causa/u, 'cause'],
];

/** Longer runs are the form's instructions. */
const LONGEST_LABEL = 70;

/** What a label asks for; null when it is no label that is known. */
export function partOf(label: string): Ta1Part | null {
  if (label.length > LONGEST_LABEL) return null;
  const words = fold(label)
    .replace(/[_/\s]+/gu, ' ')
    .trim()
    .replace(/^(\d{1,2}(\.\d{1,2})*[.)-]?\s+)/u, '')
    .replace(/[\s:*]+$/u, '')
    .replace(/\s*\([^)]*\)$/u, '');
  return LABELS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** A field's name as words: "txtPrimerApellido_1" says as much as "txt primer apellido". */
export function wordsOfName(name: string): string {
  return name
    .replace(/\[\d+\]$/u, '')
    .replace(/^.*\./u, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/gu, ' ')
    .replace(/\b(txt|text|campo|field|fld|edit)\b/giu, ' ')
    .replace(/\s+\d+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
