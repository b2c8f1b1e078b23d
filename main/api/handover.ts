import { acknowledge } from '../handover/acknowledge.ts';
import { makeBatch } from '../handover/make-batch.ts';
import { batchFile, handleRejected, handoverOfCase, handoverOverview } from '../handover/overview.ts';
import { tell } from './cases.ts';
import type { GuardedContext } from './context.ts';
import { api } from './guard.ts';

/** Verified phone changes on their way to the central database, and its answers. */
export const handoverRouter = {
  overview: api.handover.overview.handler(({ context }) => handoverOverview(context.store)),

  make: api.handover.make.handler(async ({ context }) => {
    const { batchId, caseIds } = await makeBatch(context.store, context.actor);
    tellCases(context, caseIds);
    return { ...(await handoverOverview(context.store)), batchId };
  }),

  file: api.handover.file.handler(async ({ context, input }) => {
    const { name, type, bytes } = await batchFile(context.store, context.actor, input);
    return new File([bytes], name, { type });
  }),

  acknowledge: api.handover.acknowledge.handler(async ({ context, input }) => {
    const bytes = new Uint8Array(await input.file.arrayBuffer());
    const { caseIds, accepted, rejected } = await acknowledge(context.store, context.actor, bytes);
    tellCases(context, caseIds);
    return { ...(await handoverOverview(context.store)), accepted, rejected };
  }),

  ofCase: api.handover.ofCase.handler(({ context, input }) => handoverOfCase(context.store, input.caseId)),

  handle: api.handover.handle.handler(async ({ context, input }) =>
    tell(context, await handleRejected(context.store, context.actor, input)),
  ),
};

/** Tells the windows which cases to look at again. */
function tellCases(context: GuardedContext, caseIds: readonly number[]): void {
  for (const caseId of caseIds) {
    context.events.publish('event', { type: 'CASE_CHANGED', caseId, by: context.actor.name });
  }
}
