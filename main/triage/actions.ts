/** What a message may ask for. Apart from the schemas, which the parse workers do without. */
export const ACTIONS = [
  'PHONE_REGISTER',
  'PHONE_CHANGE',
  'ADDRESS_CHANGE',
  'ALTA',
  'BAJA',
  'REPORT',
  'DEBT',
  'DEFERRAL',
  'REFUND',
  'ACCESS_PROBLEM',
  'COMPLAINT',
  'INFO',
  'OTHER',
] as const;
