import { areOfCase } from '../cases/acts.ts';
import { changeCase, type CaseRecord, type Clerk, type OnVersion } from '../cases/change.ts';
import { compare, declaredOver } from '../cases/comparison.ts';
import type { CaseDetail, ComparedField } from '../cases/model.ts';
import type { Citizen } from '../citizens/model.ts';
import { requireCitizen } from '../citizens/record.ts';
import { AppError } from '../errors.ts';
import type { Store, Tx } from '../store/store.ts';
import type { DeclaredField } from '../triage/model.ts';
import { stronger } from './level.ts';
import type { DocumentChecklist, IdentityLevel, VerificationMethod, VerificationResult } from './model.ts';

type Judged = OnVersion & { readonly result: VerificationResult; readonly notes: string };

/**
 * The document attached, by the clerk's checklist (LPAC art. 9). VERIFIED needs all three checks (NOT_ALLOWED_YET,
 * reason CHECKLIST); a citizen must be set (NO_CITIZEN) and alive (DECEASED). The attachments must have come with the
 * case's messages, and a rejection must say why (INVALID_INPUT).
 */
export function verifyByDocument(
  store: Store,
  clerk: Clerk,
  input: Judged & { readonly checklist: DocumentChecklist },
): Promise<CaseDetail> {
  return changeCase(store, clerk, input, async (tx, current) => {
    const { checklist } = input;
    const citizen = await judgedCitizen(tx, current, input);
    if (!(await areOfCase(tx, current.id, checklist.attachmentIds))) {
      throw new AppError('INVALID_INPUT', { fields: ['checklist.attachmentIds'] });
    }
    const complete = checklist.legible && checklist.matches && checklist.inForce;
    if (input.result === 'VERIFIED' && !complete) {
      throw new AppError('NOT_ALLOWED_YET', { reason: 'CHECKLIST' });
    }
    return recordVerification(store, tx, clerk, {
      current,
      citizen,
      input,
      method: 'DOCUMENT',
      evidence: checklist,
    });
  });
}

/** A document's number is no secret: one of these must be right beside it. */
const PRIVATE_FIELDS: readonly DeclaredField[] = ['birthDate', 'naf', 'phone'];

/**
 * The declared data against the record. VERIFIED needs the document and one of birth date, NAF and phone to be equal,
 * with birth date and NAF not different (NOT_ALLOWED_YET, reason DATA_DIFFERS): names and numbers of documents stand in
 * public papers. Whether a name is the same is for the clerk to say. What was compared is kept.
 */
export function verifyByData(store: Store, clerk: Clerk, input: Judged): Promise<CaseDetail> {
  return changeCase(store, clerk, input, async (tx, current) => {
    const citizen = await judgedCitizen(tx, current, input);
    const messages = await tx.message.findMany({ where: { caseId: current.id } });
    const comparison = compare(declaredOver(messages), citizen);
    const equal = fieldsWith(comparison, 'EQUAL');
    const different = fieldsWith(comparison, 'DIFFERENT');
    const enough =
      equal.includes('id') &&
      PRIVATE_FIELDS.some((field) => equal.includes(field)) &&
      !different.includes('birthDate') &&
      !different.includes('naf');
    if (input.result === 'VERIFIED' && !enough) {
      throw new AppError('NOT_ALLOWED_YET', { reason: 'DATA_DIFFERS' });
    }
    return recordVerification(store, tx, clerk, {
      current,
      citizen,
      input,
      method: 'DATA',
      evidence: { equal, different },
    });
  });
}

/** The citizen of the case; throws NOT_ALLOWED_YET (NO_CITIZEN, DECEASED) or INVALID_INPUT (a rejection without why). */
export async function judgedCitizen(
  tx: Tx,
  current: CaseRecord,
  input: Pick<Judged, 'result' | 'notes'>,
): Promise<Citizen> {
  if (current.citizenId === null) throw new AppError('NOT_ALLOWED_YET', { reason: 'NO_CITIZEN' });
  const citizen = await requireCitizen(tx, current.citizenId);
  if (input.result === 'VERIFIED' && citizen.deceased) {
    throw new AppError('NOT_ALLOWED_YET', { reason: 'DECEASED' });
  }
  if (input.result === 'REJECTED' && input.notes.trim() === '') {
    throw new AppError('INVALID_INPUT', { fields: ['notes'] });
  }
  return citizen;
}

type Verdict = {
  readonly current: CaseRecord;
  readonly citizen: Citizen;
  readonly input: Pick<Judged, 'result' | 'notes'>;
  readonly method: VerificationMethod;
  readonly evidence:
    | DocumentChecklist
    | { equal: DeclaredField[]; different: DeclaredField[] }
    | { codeId: number; phone: string }
    | { messageId: number; server: string }
    | { messageId: number; issuer: string };
};

/** Writes a verification down and answers with what it makes of the case. */
export async function recordVerification(store: Store, tx: Tx, clerk: Clerk, verdict: Verdict) {
  const { current, citizen, input, method, evidence } = verdict;
  const { result, notes } = input;
  const verification = await tx.verification.create({
    data: {
      caseId: current.id,
      citizenId: citizen.id,
      method,
      result,
      checklist: evidence,
      notes: notes.trim(),
      createdAt: store.clock.now(),
      createdById: clerk.id,
    },
  });
  const identityLevel = levelAfter(current.identityLevel, method, result);
  return {
    action: result === 'VERIFIED' ? ('case.identityVerified' as const) : ('case.identityRejected' as const),
    to: { identityLevel },
    details: {
      method,
      verificationId: verification.id,
      citizenId: citizen.id,
      from: current.identityLevel,
      to: identityLevel,
      ...evidence,
    },
  };
}

/** The highest step verified; rejecting the very method the level rests on takes it away: trust starts again. */
function levelAfter(
  level: IdentityLevel,
  method: VerificationMethod,
  result: VerificationResult,
): IdentityLevel {
  if (result === 'VERIFIED') return stronger(level, method);
  return level === method ? 'NONE' : level;
}

function fieldsWith(
  comparison: readonly ComparedField[],
  outcome: ComparedField['outcome'],
): DeclaredField[] {
  return comparison.filter((row) => row.outcome === outcome).map((row) => row.field);
}
