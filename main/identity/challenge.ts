import { requireCase } from '../cases/change.ts';
import { maskEmail } from '../citizens/mask.ts';
import { maskPhone } from '../citizens/phones.ts';
import { loadSettings } from '../settings/settings.ts';
import type { SmsGateway } from '../sms/gateway.ts';
import type { Store } from '../store/store.ts';
import { Challenge, type CodeChannel, type CodeObstacle, type CodeState } from './code-model.ts';
import { roundOf } from './code-round.ts';
import { citizensCodes, newestCode, stateNow, type Answered } from './one-time-code.ts';
import { isShared, recipient, sentTo, type CodeTarget } from './send-code.ts';

const ON_RECORD: CodeTarget = { purpose: 'IDENTITY' };

/**
 * Where the challenge to the phone on record, or to a new number, stands in a case: all of it from the database.
 * Throws NOT_FOUND, and INVALID_INPUT when the new number is none.
 */
export async function loadChallenge(
  store: Store,
  gateway: SmsGateway | null,
  caseId: number,
  target: CodeTarget = ON_RECORD,
): Promise<Challenge> {
  const current = await requireCase(store.prisma, caseId);
  const to = await recipient(store.prisma, current.citizenId, target);
  const { citizenId, obstacle, e164 } = to;
  return challengeOf(store, {
    answered: citizenId === null ? null : { citizenId, place: { caseId }, ...sentTo(target, e164) },
    channel: 'SMS',
    address: e164,
    shared: to.obstacle === null && (await isShared(store.prisma, to, target)),
    obstacle: obstacle ?? (gateway === null ? 'NO_GATEWAY' : null),
    canAskDelivery: (gateway?.delivery ?? null) !== null,
  });
}

/** Where any challenge stands. `answered` null: there is nobody to send a code to. */
export async function challengeOf(
  store: Store,
  of: {
    readonly answered: Answered | null;
    readonly channel: CodeChannel;
    readonly address: string | null;
    readonly shared: boolean;
    readonly obstacle: CodeObstacle | null;
    readonly canAskDelivery: boolean;
  },
): Promise<Challenge> {
  const { answered, channel, address, obstacle } = of;
  const db = store.prisma;
  const { sms: limits } = await loadSettings(store);
  const now = store.clock.now();
  const codes = answered === null ? [] : await citizensCodes(db, answered.citizenId, channel);
  const { isResend, resendsLeft, openAgainAt } = roundOf(codes, now, limits);
  const row = answered === null ? null : await newestCode(db, answered);
  const state = row === null ? null : await stateNow(db, { ...row, state: row.state as CodeState }, now);
  const isOpen = row !== null && state === 'PENDING';
  const wait = openAgainAt === null ? 0 : secondsBetween(now, openAgainAt);
  const masked = address === null ? null : channel === 'SMS' ? maskPhone(address) : maskEmail(address);
  return Challenge.parse({
    obstacle,
    maskedPhone: masked,
    shared: of.shared,
    state,
    language: row?.language ?? null,
    delivery: row?.delivery ?? null,
    canAskDelivery: isOpen && row.gatewayId !== null && of.canAskDelivery,
    attemptsLeft: isOpen ? Math.max(0, limits.attempts - row.attempts) : 0,
    secondsLeft: isOpen ? secondsBetween(now, row.expiresAt) : 0,
    isResend,
    resendsLeft,
    secondsToWait: wait > 0 ? wait : null,
  } satisfies Record<keyof Challenge, unknown>);
}

/** Asks the gateway what became of the case's last code and keeps what it says. */
export async function askDelivery(
  store: Store,
  gateway: SmsGateway | null,
  caseId: number,
  { purpose }: CodeTarget = ON_RECORD,
): Promise<void> {
  const row = await store.prisma.oneTimeCode.findFirst({
    where: { caseId, purpose },
    orderBy: { id: 'desc' },
  });
  if (row === null || row.gatewayId === null || gateway === null || gateway.delivery === null) return;
  const delivery = await gateway.delivery(row.gatewayId);
  await store.write((tx) => tx.oneTimeCode.update({ where: { id: row.id }, data: { delivery } }));
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, Math.ceil((to.getTime() - from.getTime()) / 1000));
}
