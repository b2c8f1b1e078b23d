import { AppError } from '../errors.ts';
import { changedMessages, proposeAnew, workOutChanges } from '../learning/changes.ts';
import { learningOverview, setReviewBelow } from '../learning/overview.ts';
import { removeRule, teachRule } from '../learning/rules.ts';
import { LEAST_DECISIONS, trainVersion } from '../learning/training.ts';
import { inTurn } from '../learning/turns.ts';
import { switchVersion } from '../learning/versions.ts';
import { decisionCounts } from '../store/learning-queries.ts';
import type { GuardedContext } from './context.ts';
import { api } from './guard.ts';

/** What the supervisor sees and steers of the category model. */
export const learningRouter = {
  overview: api.learning.overview.handler(({ context }) => learningOverview(context.store)),

  changedMessages: api.learning.changedMessages.handler(({ context, input }) =>
    changedMessages(context.store, input.version),
  ),

  train: api.learning.train.handler(({ context }) => {
    const { store, actor } = context;
    // Told at once, and not by a failed task.
    if (decisionCounts(store.sql, 0).all < LEAST_DECISIONS) {
      throw new AppError('NOT_ALLOWED_YET', { least: LEAST_DECISIONS });
    }
    const workId = context.work.start('TRAINING', '', (handle) =>
      inTurn(store, async () => {
        const { version, accepted, kept, keptRight } = await trainVersion(store, actor, handle);
        tellLearning(context);
        return { version, accepted, kept, keptRight };
      }),
    );
    return { workId };
  }),

  workOutChanges: api.learning.workOutChanges.handler(({ context, input }) => ({
    workId: context.work.start('PROPOSING', '', (handle) =>
      inTurn(context.store, async () => {
        const { looked, changed } = await workOutChanges(context.store, input.version, handle);
        tellLearning(context);
        return { looked, changed };
      }),
    ),
  })),

  switchTo: api.learning.switchTo.handler(async ({ context, input }) => {
    await switchVersion(context.store, context.actor, input.version);
    return { workId: startProposing(context) };
  }),

  setReviewBelow: api.learning.setReviewBelow.handler(async ({ context, input }) => {
    await setReviewBelow(context.store, context.actor, input.reviewBelow, (ids) =>
      tellMessages(context, ids),
    );
    tellLearning(context);
  }),

  teachRule: api.learning.teachRule.handler(async ({ context, input }) => {
    await teachRule(context.store, context.actor, input);
    return { workId: startProposing(context) };
  }),

  removeRule: api.learning.removeRule.handler(async ({ context, input }) => {
    await removeRule(context.store, context.actor, input.ruleId);
    return { workId: startProposing(context) };
  }),
};

/** What is open and undecided follows the version in use and the rules that hold. */
function startProposing(context: GuardedContext): string {
  tellLearning(context);
  return context.work.start('PROPOSING', '', (handle) =>
    inTurn(context.store, () => proposeAnew(context.store, handle, (ids) => tellMessages(context, ids))),
  );
}

function tellMessages({ events }: GuardedContext, ids: readonly number[]): void {
  events.publish('event', { type: 'MESSAGES_CHANGED', ids: [...ids] });
}

function tellLearning({ events }: GuardedContext): void {
  events.publish('event', { type: 'LEARNING_CHANGED' });
}
