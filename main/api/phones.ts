import { confirmPhoneChange, refusePhoneChange, undoPhoneChange } from '../cases/phone-decision.ts';
import type { CaseDetail } from '../cases/model.ts';
import { requestPhoneChange } from '../cases/phone-request.ts';
import { revealPhone } from '../cases/phone-reveal.ts';
import { pendingPhoneChanges } from '../citizens/phone-changes.ts';
import { tell } from './cases.ts';
import type { GuardedContext } from './context.ts';
import { api } from './guard.ts';

/** The phone register. */
export const phonesRouter = {
  request: api.phones.request.handler(async ({ context, input }) =>
    tellPhone(context, await requestPhoneChange(context.store, context.actor, input)),
  ),

  confirm: api.phones.confirm.handler(async ({ context, input }) =>
    tellPhone(context, await confirmPhoneChange(context.store, context.actor, input)),
  ),

  refuse: api.phones.refuse.handler(async ({ context, input }) =>
    tellPhone(context, await refusePhoneChange(context.store, context.actor, input)),
  ),

  undo: api.phones.undo.handler(async ({ context, input }) =>
    tellPhone(context, await undoPhoneChange(context.store, context.actor, input)),
  ),

  waiting: api.phones.waiting.handler(({ context }) => pendingPhoneChanges(context.store.prisma)),

  reveal: api.phones.reveal.handler(async ({ context, input }) => ({
    phone: await revealPhone(context.store, context.actor, input),
  })),
};

function tellPhone(context: GuardedContext, detail: CaseDetail): CaseDetail {
  if (detail.citizen !== null) {
    context.events.publish('event', { type: 'CITIZEN_CHANGED', citizenId: detail.citizen.id });
  }
  return tell(context, detail);
}
