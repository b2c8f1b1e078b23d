import type { Role } from '../accounts/model.ts';
import { changeCase, refusalWritten, type Clerk, type OnVersion } from '../cases/change.ts';
import { sharedPhones } from '../citizens/phone-changes.ts';
import { parsePhone } from '../citizens/phones.ts';
import { AppError } from '../errors.ts';
import { loadSettings } from '../settings/settings.ts';
import type { SmsGateway } from '../sms/gateway.ts';
import type { SmsLanguage } from '../sms/texts.ts';
import type { Store, Tx } from '../store/store.ts';
import type { CodeObstacle, SendOutcome } from './code-model.ts';
import { deliverCode, issueCode, type IssuedCode } from './one-time-code.ts';

/** What is to be shown: who he is, by the phone on record, or that he holds a number that is not on record yet. */
export type CodeTarget =
  { readonly purpose: 'IDENTITY' } | { readonly purpose: 'POSSESSION'; readonly phone: string };

/**
 * Sends a citizen a new code of six digits; whatever code he had before is void from then on, at whichever desk. It is
 * written down, with its limits, before anything leaves. A number on another citizen's record too does not tell which
 * of them answers: only a supervisor sends an identity code there (FORBIDDEN, written down). Throws STALE,
 * NOT_ALLOWED_YET with an obstacle as the reason, INVALID_INPUT (phone), or RATE_LIMITED per citizen (24 hours) and per
 * person signed in (one hour).
 */
export async function sendCode(
  store: Store,
  gateway: SmsGateway | null,
  clerk: Clerk & { readonly role: Role },
  input: OnVersion & { readonly target: CodeTarget; readonly language: SmsLanguage },
): Promise<SendOutcome> {
  if (gateway === null) throw new AppError('NOT_ALLOWED_YET', { reason: 'NO_GATEWAY' });
  const { caseId, target, language } = input;
  const { sms: limits } = await loadSettings(store);
  const issued: (IssuedCode | null)[] = [];
  const issue = changeCase(store, clerk, input, async (tx, current) => {
    const { citizenId, obstacle, e164 } = await recipient(tx, current.citizenId, target);
    if (obstacle !== null) throw new AppError('NOT_ALLOWED_YET', { reason: obstacle });
    const shared = await isShared(tx, { citizenId, e164 }, target);
    if (shared && clerk.role === 'CLERK') throw new AppError('FORBIDDEN', { reason: 'SUPERVISOR' });
    issued.push(
      await issueCode(store, tx, clerk, {
        citizenId,
        place: { caseId },
        purpose: target.purpose,
        channel: 'SMS',
        address: e164,
        shared,
        language,
        limits,
        lifetimeMinutes: limits.lifetimeMinutes,
      }),
    );
    return null;
  });
  await refusalWritten(store, clerk, 'identity.sendCode', issue);
  return deliverCode(store, gateway, clerk, issued[0] ?? null);
}

/** Who would get a code and where; `obstacle` says why nobody can. */
export async function recipient(
  db: Tx,
  citizenId: number | null,
  target: CodeTarget,
): Promise<
  | { readonly obstacle: CodeObstacle; readonly citizenId: number | null; readonly e164: string | null }
  | { readonly obstacle: null; readonly citizenId: number; readonly e164: string }
> {
  if (citizenId === null) return { obstacle: 'NO_CITIZEN', citizenId, e164: null };
  const citizen = await db.citizen.findUniqueOrThrow({
    where: { id: citizenId },
    select: {
      deceased: true,
      phoneRecords: { where: { validTo: null, contactSet: 'ELECTRONIC' }, select: { e164: true } },
    },
  });
  if (citizen.deceased) return { obstacle: 'DECEASED', citizenId, e164: null };
  const written = target.purpose === 'IDENTITY' ? (citizen.phoneRecords[0]?.e164 ?? null) : target.phone;
  if (written === null) return { obstacle: 'NO_PHONE', citizenId, e164: null };
  const phone = parsePhone(written);
  if (phone === null) throw new AppError('INVALID_INPUT', { fields: ['phone'] });
  if (phone.kind !== 'MOBILE' && phone.kind !== 'FOREIGN') {
    return { obstacle: 'NO_MOBILE', citizenId, e164: phone.e164 };
  }
  return { obstacle: null, citizenId, e164: phone.e164 };
}

/** Whether who answers an identity code could be another citizen, who has the same number. */
export async function isShared(
  db: Tx,
  { citizenId, e164 }: { readonly citizenId: number; readonly e164: string },
  target: CodeTarget,
): Promise<boolean> {
  return target.purpose === 'IDENTITY' && (await sharedPhones(db, [e164], citizenId)).has(e164);
}

/** The codes that answer for a target: to a new number, only those that were sent to it. */
export function sentTo(target: CodeTarget, e164: string | null) {
  const { purpose } = target;
  return purpose === 'IDENTITY' ? { purpose } : { purpose, address: e164 ?? '' };
}
