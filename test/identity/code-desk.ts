import { createCase } from '../../main/cases/create.ts';
import { loadChallenge } from '../../main/identity/challenge.ts';
import { checkCode } from '../../main/identity/check-code.ts';
import { sendCode, type CodeTarget } from '../../main/identity/send-code.ts';
import type { SmsGateway } from '../../main/sms/gateway.ts';
import { SimulatedPhone } from '../../main/sms/simulator.ts';
import type { Store } from '../../main/store/store.ts';
import { aCitizen, aMessage, aUser, declared, type Clerk } from '../support/builders.ts';
import { temporaryStore, testClock } from '../support/store.ts';

export const MOBILE = '+34612034567';
export const MINUTE = 60_000;
export const IDENTITY: CodeTarget = { purpose: 'IDENTITY' };

/** A clerk with a case of a citizen whose mobile is on record, and the telephone that rings. */
export async function desk(citizenIs: { phone?: string; deceased?: boolean } = { phone: MOBILE }) {
  const clock = testClock();
  const store = await temporaryStore(clock);
  const phone = new SimulatedPhone(clock);
  const ana = await aUser(store, { displayName: 'Ana' });
  const citizen = await aCitizen(store, {
    documents: [{ type: 'DNI', number: '99193443D' }],
    ...citizenIs,
  });
  return { clock, store, phone, ana, citizen, ...(await aCase(store, phone, ana)) };
}

/** A case of that citizen, and what a desk does in it. */
export async function aCase(
  store: Store,
  phone: SmsGateway & { readonly messages?: SimulatedPhone['messages'] },
  clerk: Clerk,
) {
  const messageId = await aMessage(store, {
    attachments: ['dni.pdf'],
    person: declared({ id: '99193443D' }),
  });
  const { id: caseId, attachments } = await createCase(store, clerk, { messageId });
  const version = async () => (await store.prisma.case.findUniqueOrThrow({ where: { id: caseId } })).version;
  const send = async (by: Clerk = clerk, gateway: SmsGateway | null = phone, target = IDENTITY) =>
    sendCode(store, gateway, by, { caseId, version: await version(), target, language: 'es' });
  const check = async (code: string, by: Clerk = clerk) =>
    (await checkCode(store, by, { caseId, version: await version(), target: IDENTITY, code })).check;
  const challenge = (gateway: SmsGateway | null = phone) => loadChallenge(store, gateway, caseId);
  return { caseId, attachments, version, send, check, challenge };
}

/** The code in the newest message that the telephone got. */
export function received({ messages }: Pick<SimulatedPhone, 'messages'>): string {
  return /\b\d{6}\b/.exec(messages[0]?.text ?? '')?.[0] ?? '';
}

/** Another one of six digits. */
export function wrong(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}
