import { recordCitizenOpened, requireCitizen } from '../citizens/record.ts';
import type { Citizen } from '../citizens/model.ts';
import type { Actor } from '../store/audit.ts';
import type { AuditEntry } from '../store/audit-model.ts';
import type { Store } from '../store/store.ts';
import { citizenLookUps } from './history.ts';
import { casesOfCitizen, messagesOfCitizen } from './list.ts';
import type { CaseMessage, CaseRow } from './model.ts';

/** The citizen's page: the record, the cases and messages, and who looked, this look included. Throws NOT_FOUND. */
export async function openCitizenFile(
  store: Store,
  actor: Actor,
  citizenId: number,
): Promise<{ citizen: Citizen; cases: CaseRow[]; messages: CaseMessage[]; lookUps: AuditEntry[] }> {
  const citizen = await requireCitizen(store.prisma, citizenId);
  await recordCitizenOpened(store, actor, citizenId, null);
  return {
    citizen,
    cases: await casesOfCitizen(store.prisma, citizenId),
    messages: await messagesOfCitizen(store.prisma, citizenId),
    lookUps: await citizenLookUps(store, citizenId),
  };
}
