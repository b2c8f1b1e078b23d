import { changeCase, type CaseChange, type CaseRecord, type Clerk, type OnVersion } from '../cases/change.ts';
import type { CaseDetail } from '../cases/model.ts';
import { maskPhone, parsePhone } from '../citizens/phones.ts';
import { requireCitizen } from '../citizens/record.ts';
import { AppError } from '../errors.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store, Tx } from '../store/store.ts';
import { opensSeal } from './code-hash.ts';
import type { CheckOutcome, CodeState } from './code-model.ts';
import { CODE_NOTICES } from './code-texts.ts';
import { sentTo, type CodeTarget } from './send-code.ts';
import { recordVerification } from './verify.ts';

/** People read codes out in pairs and threes. */
const SPACES = /[\s.-]/gu;

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
  const code = input.code.replaceAll(SPACES, '');
  if (!/^\d{6}$/u.test(code)) throw new AppError('INVALID_INPUT', { fields: ['code'] });
  const { sms } = await loadSettings(store);
  const judged: { check: CheckOutcome; codeId: number | null } = { check: NONE, codeId: null };
  const detail = await changeCase(store, clerk, input, async (tx, current) => {
    const { check, change, codeId } = await judge(store, tx, clerk, {
      current,
      target: input.target,
      code,
      attemptsAllowed: sms.attempts,
    });
    judged.check = check;
    judged.codeId = codeId;
    return change;
  });
  return { ...judged, detail };
}

const NONE: CheckOutcome = { outcome: 'NONE', notice: null };

type Answer = {
  readonly current: CaseRecord;
  readonly target: CodeTarget;
  readonly code: string;
  readonly attemptsAllowed: number;
};

type Judgement = {
  readonly check: CheckOutcome;
  readonly change: CaseChange | null;
  readonly codeId: number | null;
};

async function judge(store: Store, tx: Tx, clerk: Clerk, answer: Answer): Promise<Judgement> {
  const { current, target, code, attemptsAllowed } = answer;
  const { purpose } = target;
  const { citizenId } = current;
  const e164 = target.purpose === 'POSSESSION' ? (parsePhone(target.phone)?.e164 ?? null) : null;
  const row =
    citizenId === null
      ? null
      : await tx.oneTimeCode.findFirst({
          where: { citizenId, caseId: current.id, ...sentTo(target, e164) },
          orderBy: { id: 'desc' },
        });
  if (row === null || citizenId === null) return { check: NONE, change: null, codeId: null };
  const told = (outcome: CheckOutcome['outcome'], notice: CheckOutcome['notice'] = null): Judgement => ({
    check: { outcome, notice },
    change: null,
    codeId: row.id,
  });
  const now = store.clock.now();
  const state = await stateNow(tx, { ...row, state: row.state as CodeState }, now);
  if (state !== 'PENDING') {
    if (state !== row.state) await tx.oneTimeCode.update({ where: { id: row.id }, data: { state } });
    return told(state === 'NOT_SENT' ? 'NONE' : state, state === 'EXHAUSTED' ? CODE_NOTICES.EXHAUSTED : null);
  }
  const act = { actor: clerk, objectType: 'CITIZEN', objectId: citizenId, caseId: current.id } as const;
  if (!opensSeal(store.key, { ...row, purpose }, code)) {
    const attempts = row.attempts + 1;
    const exhausted = attempts >= attemptsAllowed;
    await tx.oneTimeCode.update({
      where: { id: row.id },
      data: { attempts, seenAt: now, state: exhausted ? 'EXHAUSTED' : 'PENDING' },
    });
    await store.audit(
      {
        ...act,
        action: exhausted ? 'code.exhausted' : 'code.failed',
        details: { codeId: row.id, purpose, attempts },
      },
      tx,
    );
    return exhausted ? told('EXHAUSTED', CODE_NOTICES.EXHAUSTED) : told('WRONG', CODE_NOTICES.WRONG);
  }
  await tx.oneTimeCode.update({ where: { id: row.id }, data: { state: 'USED', seenAt: now } });
  const evidence = { codeId: row.id, phone: maskPhone(row.e164) };
  const change: CaseChange =
    purpose === 'IDENTITY'
      ? await recordVerification(store, tx, clerk, {
          current,
          citizen: await requireLiving(tx, citizenId),
          input: { result: 'VERIFIED', notes: '' },
          method: 'SMS',
          evidence,
        })
      : { action: 'code.possessionShown', object: { type: 'CITIZEN', id: citizenId }, details: evidence };
  return { check: { outcome: 'VERIFIED', notice: null }, change, codeId: row.id };
}

async function requireLiving(tx: Tx, citizenId: number) {
  const citizen = await requireCitizen(tx, citizenId);
  if (citizen.deceased) throw new AppError('NOT_ALLOWED_YET', { reason: 'DECEASED' });
  return citizen;
}

/**
 * What a code is worth at this instant. A clock that stands before the last time the code was looked at proves that
 * its lifetime cannot be told any more: it is over.
 */
export async function stateNow(
  db: Tx,
  row: {
    readonly state: CodeState;
    readonly purpose: string;
    readonly citizenId: number;
    readonly e164: string;
    readonly seenAt: Date;
    readonly expiresAt: Date;
  },
  now: Date,
): Promise<CodeState> {
  if (row.state !== 'PENDING') return row.state;
  if (now < row.seenAt || now >= row.expiresAt) return 'EXPIRED';
  if (row.purpose !== 'IDENTITY') return 'PENDING';
  const { e164, citizenId } = row;
  const onRecord = await db.phoneRecord.count({
    where: { citizenId, contactSet: 'ELECTRONIC', e164, validTo: null },
  });
  return onRecord > 0 ? 'PENDING' : 'VOID';
}
