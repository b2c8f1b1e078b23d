import { ladderRows } from '../identity/ladder.ts';
import { askDelivery, loadChallenge } from '../identity/challenge.ts';
import { checkCode } from '../identity/check-code.ts';
import { diagnose } from '../identity/diagnosis.ts';
import { sendCode, type CodeTarget } from '../identity/send-code.ts';
import { AppError } from '../errors.ts';
import { loadSettings } from '../settings/settings.ts';
import { loadGateway, openGateway, saveGateway } from '../sms/config.ts';
import { sendTest } from '../sms/send-test.ts';
import { tell } from './cases.ts';
import { api } from './guard.ts';

/** Who is writing: the access diagnosis and one-time codes. */
export const identityRouter = {
  ladder: api.identity.ladder.handler(async ({ context }) =>
    ladderRows((await loadSettings(context.store)).ladder),
  ),

  diagnose: api.identity.diagnose.handler(({ context, input }) =>
    diagnose(context.store, context.actor, input),
  ),

  challenge: api.identity.challenge.handler(async ({ context: { store, phone }, input }) =>
    loadChallenge(store, await openGateway(store, phone), input.caseId, targetOf(input)),
  ),

  sendCode: api.identity.sendCode.handler(async ({ context, input }) => {
    const { store, phone, actor, events } = context;
    const gateway = await openGateway(store, phone);
    const sent = await sendCode(store, gateway, actor, { ...input, target: targetOf(input) });
    events.publish('event', { type: 'CASE_CHANGED', caseId: input.caseId, by: actor.name });
    return { sent, challenge: await loadChallenge(store, gateway, input.caseId, targetOf(input)) };
  }),

  checkCode: api.identity.checkCode.handler(async ({ context, input }) => {
    const { store, phone, actor } = context;
    const { check, detail } = await checkCode(store, actor, { ...input, target: targetOf(input) });
    const gateway = await openGateway(store, phone);
    const challenge = await loadChallenge(store, gateway, input.caseId, targetOf(input));
    return { check, challenge, detail: tell(context, detail) };
  }),

  askDelivery: api.identity.askDelivery.handler(async ({ context: { store, phone }, input }) => {
    const gateway = await openGateway(store, phone);
    await askDelivery(store, gateway, input.caseId, targetOf(input));
    return loadChallenge(store, gateway, input.caseId, targetOf(input));
  }),

  gateway: api.identity.gateway.handler(({ context }) => loadGateway(context.store)),

  saveGateway: api.identity.saveGateway.handler(({ context, input }) =>
    saveGateway(context.store, context.actor, input),
  ),

  testSms: api.identity.testSms.handler(async ({ context: { store, phone, actor }, input }) =>
    sendTest(store, await openGateway(store, phone), actor, input.phone),
  ),

  simulatedPhone: api.identity.simulatedPhone.handler(({ context: { phone } }) => {
    if (phone === null) throw new AppError('NOT_FOUND');
    return [...phone.messages];
  }),
};

function targetOf({ newPhone }: { readonly newPhone: string | null }): CodeTarget {
  return newPhone === null ? { purpose: 'IDENTITY' } : { purpose: 'POSSESSION', phone: newPhone };
}
