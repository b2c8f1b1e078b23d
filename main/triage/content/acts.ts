import { ACTIONS } from '../actions.ts';
import type { Action, TriageText } from '../model.ts';
import { REQUEST_KINDS } from '../request-kinds.ts';
import actModel from './act-model.json' with { type: 'json' };
import { LinearModel } from './linear-model.ts';

const model = new LinearModel(actModel, ACTIONS);

/** The act that a request asks for, with its confidence (0 to 1, calibrated); null for what is no request by its kind. */
export function actOf(message: TriageText): { value: Action; confidence: number } | null {
  if (!REQUEST_KINDS.has(message.kind)) return null;
  const { best, confidence } = model.decide(message);
  return { value: best, confidence };
}
