import type { Action } from '../../../main/api/contract/index.ts';

/** What a message asks for. */
export const asked = {
  action: {
    PHONE_REGISTER: 'registrar un teléfono',
    PHONE_CHANGE: 'cambiar el teléfono',
    ADDRESS_CHANGE: 'cambiar el domicilio',
    ALTA: 'un alta',
    BAJA: 'una baja',
    REPORT: 'un informe o certificado',
    DEBT: 'una deuda',
    DEFERRAL: 'aplazar un pago',
    REFUND: 'una devolución',
    ACCESS_PROBLEM: 'ayuda para acceder',
    COMPLAINT: 'una queja',
    INFO: 'información',
    OTHER: 'otra gestión',
  } satisfies Record<Action, string>,
  asks: (action: string, sure: boolean) => (sure ? `Pide: ${action}` : `Quizá pide: ${action}`),
  unknown: 'Indicar lo que pide',
  label: 'Lo que pide el mensaje',
  leave: 'Como lo lee el programa',
  left: 'Vale otra vez lo que lee el programa.',
  onBehalfOf: 'escribe por otra persona',
};
