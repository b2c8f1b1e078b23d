import type { Action, TriageText } from '../model.ts';
import { REQUEST_KINDS } from '../request-kinds.ts';
import actModel from './act-model.json' with { type: 'json' };
import { LinearModel } from './linear-model.ts';

// Not Action.options: the parse workers load this, and do without the schemas.
export const ACTS = [
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
] as const satisfies readonly Action[];

const model = new LinearModel(actModel, ACTS);

/** The act that a request asks for, with its confidence (0 to 1, calibrated); null for what is no request by its kind. */
export function actOf(message: TriageText): { value: Action; confidence: number } | null {
  if (!REQUEST_KINDS.has(message.kind)) return null;
  const { best, confidence } = model.decide(message);
  return { value: best, confidence };
}
