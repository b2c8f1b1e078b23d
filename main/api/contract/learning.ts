import { z } from 'zod';
import { ChangedMessage, LearningOverview, RulePhrase } from '../../learning/model.ts';
import { Category } from '../../triage/model.ts';
import { id, procedure, version } from './base.ts';

const started = z.object({ workId: z.string() });

/** The category model that learns from the office's decisions. What is long answers at once with its work's id. */
export const learning = {
  overview: procedure.output(LearningOverview),
  /** Examples of what a version would change; NOT_FOUND before `workOutChanges` was done for it. */
  changedMessages: procedure.input(z.object({ version })).output(z.array(ChangedMessage)),
  /** Trains a version now; it is offered when it is no worse. Refused with NOT_ALLOWED_YET while there is too little. */
  train: procedure.output(started),
  workOutChanges: procedure.input(z.object({ version })).output(started),
  /** Puts a version to use, newer or earlier, and proposes anew for what is open and undecided. */
  switchTo: procedure.input(z.object({ version })).output(started),
  /** Proposals under this confidence need a person. */
  setReviewBelow: procedure.input(z.object({ reviewBelow: z.number().min(0).max(1) })).output(z.void()),
  /** Throws INVALID_INPUT for a phrase without words or with a long number, DUPLICATE. Proposes anew, as does removing. */
  teachRule: procedure.input(z.object({ phrase: RulePhrase, category: Category })).output(started),
  removeRule: procedure.input(z.object({ ruleId: id })).output(started),
};
