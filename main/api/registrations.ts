import { openMailCarrier } from '../mail/outbox/code-mail.ts';
import { blockAccess, closeRegistration, register, reissueCode, voidCode } from '../registrations/counter.ts';
import {
  checkPossessionCode,
  loadPossession,
  sendPossessionCode,
  type Possession,
} from '../registrations/possession.ts';
import { registrationsOf } from '../registrations/registrations.ts';
import { searchCounter } from '../registrations/search.ts';
import { printSheet, tryPrinting } from '../registrations/sheet.ts';
import { addSignedSheet, openSignedSheet } from '../registrations/signed-sheet.ts';
import { inGroups } from '../registrations/activation-code.ts';
import { openGateway } from '../sms/config.ts';
import type { GuardedContext } from './context.ts';
import { api } from './guard.ts';

/** The counter of "usuario y contraseña". */
export const registrationsRouter = {
  search: api.registrations.search.handler(({ context, input }) =>
    searchCounter(context.store, context.actor, input),
  ),

  ofCitizen: api.registrations.ofCitizen.handler(({ context, input }) =>
    registrationsOf(context.store, input.citizenId),
  ),

  challenge: api.registrations.challenge.handler(async ({ context, input }) =>
    loadPossession(context.store, await carrierFor(context, input), input),
  ),

  sendCode: api.registrations.sendCode.handler(async ({ context, input }) => {
    const carrier = await carrierFor(context, input);
    const sent = await sendPossessionCode(context.store, carrier, context.actor, input);
    return { sent, challenge: await loadPossession(context.store, carrier, input) };
  }),

  checkCode: api.registrations.checkCode.handler(async ({ context, input }) => {
    const check = await checkPossessionCode(context.store, context.actor, input);
    const carrier = await carrierFor(context, input);
    return { check, challenge: await loadPossession(context.store, carrier, input) };
  }),

  register: api.registrations.register.handler(async ({ context, input }) => {
    const { store, actor } = context;
    await tryPrinting(store, input.citizenId);
    const made = await register(store, actor, input);
    tell(context, input.citizenId);
    return { code: inGroups(made.code), sheet: await printSheet(store, made) };
  }),

  reissue: api.registrations.reissue.handler(async ({ context, input }) => {
    const { store, actor } = context;
    const made = await reissueCode(store, actor, input);
    await tellOf(context, input.registrationId);
    return { code: inGroups(made.code), sheet: await printSheet(store, made) };
  }),

  voidCode: api.registrations.voidCode.handler(async ({ context, input }) => {
    await voidCode(context.store, context.actor, input);
    await tellOf(context, input.registrationId);
  }),

  block: api.registrations.block.handler(async ({ context, input }) => {
    await blockAccess(context.store, context.actor, input);
    await tellOf(context, input.registrationId);
  }),

  close: api.registrations.close.handler(async ({ context, input }) => {
    await closeRegistration(context.store, context.actor, input);
    await tellOf(context, input.registrationId);
  }),

  closeByOffice: api.registrations.closeByOffice.handler(async ({ context, input }) => {
    await closeRegistration(context.store, context.actor, { ...input, checklist: null });
    await tellOf(context, input.registrationId);
  }),

  addSheet: api.registrations.addSheet.handler(async ({ context, input }) => {
    await addSignedSheet(context.store, context.actor, input);
    await tellOf(context, input.registrationId);
  }),

  sheet: api.registrations.sheet.handler(({ context, input }) =>
    openSignedSheet(context.store, context.actor, input.sheetId),
  ),
};

function carrierFor({ store, phone }: GuardedContext, { kind }: Possession) {
  return kind === 'PHONE' ? openGateway(store, phone) : openMailCarrier(store, phone);
}

async function tellOf(context: GuardedContext, registrationId: number): Promise<void> {
  const { citizenId } = await context.store.prisma.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: { citizenId: true },
  });
  tell(context, citizenId);
}

function tell({ events }: GuardedContext, citizenId: number): void {
  events.publish('event', { type: 'CITIZEN_CHANGED', citizenId });
}
