import type { Role } from '../accounts/model.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../store/audit.ts';
import type { Store, Tx } from '../store/store.ts';

/** One number on record, or the new one of a change that is to be judged. */
export type PhoneRef = { readonly of: 'RECORD' | 'CHANGE'; readonly id: number };

/**
 * The whole number, once it is written down who looks and where. A clerk looks from a case of that citizen; a
 * supervisor from anywhere. Throws NOT_FOUND, FORBIDDEN (written down as well).
 */
export async function revealPhone(
  store: Store,
  actor: Actor & { readonly role: Role },
  input: { readonly ref: PhoneRef; readonly caseId: number | null },
): Promise<string> {
  const { ref, caseId } = input;
  const phone = await store.write(async (tx) => {
    const { citizenId, e164 } = await numberOf(tx, ref);
    const ofCase = caseId !== null && (await tx.case.count({ where: { id: caseId, citizenId } })) > 0;
    const refused = actor.role === 'CLERK' && !ofCase;
    await store.audit(
      refused
        ? {
            actor,
            action: 'access.refused',
            objectType: 'PROCEDURE',
            details: { procedure: 'phones.reveal' },
          }
        : {
            actor,
            action: 'citizen.phoneRevealed',
            objectType: 'CITIZEN',
            objectId: citizenId,
            caseId: ofCase ? caseId : null,
            details: { of: ref.of, id: ref.id },
          },
      tx,
    );
    return refused ? null : e164;
  });
  if (phone === null) throw new AppError('FORBIDDEN');
  return phone;
}

async function numberOf(tx: Tx, { of, id }: PhoneRef): Promise<{ citizenId: number; e164: string }> {
  if (of === 'RECORD') {
    const record = await tx.phoneRecord.findUnique({
      where: { id },
      select: { citizenId: true, e164: true },
    });
    if (record === null) throw new AppError('NOT_FOUND');
    return record;
  }
  const change = await tx.phoneChange.findUnique({ where: { id } });
  if (change === null || change.toE164 === null) throw new AppError('NOT_FOUND');
  return { citizenId: change.citizenId, e164: change.toE164 };
}
