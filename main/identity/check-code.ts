import { changeCase, type CaseChange, type CaseRecord, type Clerk, type OnVersion } from '../cases/change.ts';
import type { CaseDetail } from '../cases/model.ts';
import { maskPhone, parsePhone } from '../citizens/phones.ts';
import { requireCitizen } from '../citizens/record.ts';
import { AppError } from '../errors.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store, Tx } from '../store/store.ts';
import type { CheckOutcome } from './code-model.ts';
import { answerCode, sixDigits } from './one-time-code.ts';
import { sentTo, type CodeTarget } from './send-code.ts';
import { recordVerification } from './verify.ts';

/**
 * The code that the citizen reads out, against the last one sent in this case to the target. The right one is used
 * up by it: as IDENTITY it verifies the case by SMS, as POSSESSION it is written down and `codeId` is the evidence. A
 * wrong one costs an attempt, also when somebody else answers at the same time. Throws STALE (which costs nothing),
 * INVALID_INPUT when it is not six digits, NOT_ALLOWED_YET (DECEASED).
 */
export async function checkCode(
  store: Store,
  clerk: Clerk,
  input: OnVersion & { readonly target: CodeTarget; readonly code: string },
): Promise<{ readonly check: CheckOutcome; readonly detail: CaseDetail; readonly codeId: number | null }> {
  const code = sixDigits(input.code);
  const { target } = input;
  const { sms } = await loadSettings(store);
  const judged: { check: CheckOutcome; codeId: number | null } = {
    check: { outcome: 'NONE', notice: null },
    codeId: null,
  };
  const detail = await changeCase(store, clerk, input, async (tx, current) => {
    const { citizenId } = current;
    if (citizenId === null) return null;
    const e164 = target.purpose === 'POSSESSION' ? (parsePhone(target.phone)?.e164 ?? null) : null;
    const { check, codeId, address } = await answerCode(store, tx, clerk, {
      citizenId,
      place: { caseId: current.id },
      ...sentTo(target, e164),
      code,
      attemptsAllowed: sms.attempts,
    });
    judged.check = check;
    judged.codeId = codeId;
    if (check.outcome !== 'VERIFIED' || codeId === null || address === null) return null;
    return shown(store, tx, clerk, { current, citizenId, target, codeId, phone: maskPhone(address) });
  });
  return { ...judged, detail };
}

type Shown = {
  readonly current: CaseRecord;
  readonly citizenId: number;
  readonly target: CodeTarget;
  readonly codeId: number;
  readonly phone: string; // masked
};

/** What the right code does to the case. */
async function shown(
  store: Store,
  tx: Tx,
  clerk: Clerk,
  { current, citizenId, target, codeId, phone }: Shown,
): Promise<CaseChange> {
  const evidence = { codeId, phone };
  return target.purpose === 'IDENTITY'
    ? recordVerification(store, tx, clerk, {
        current,
        citizen: await requireLiving(tx, citizenId),
        input: { result: 'VERIFIED', notes: '' },
        method: 'SMS',
        evidence,
      })
    : { action: 'code.possessionShown', object: { type: 'CITIZEN', id: citizenId }, details: evidence };
}

async function requireLiving(tx: Tx, citizenId: number) {
  const citizen = await requireCitizen(tx, citizenId);
  if (citizen.deceased) throw new AppError('NOT_ALLOWED_YET', { reason: 'DECEASED' });
  return citizen;
}
