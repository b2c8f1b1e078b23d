import type { CitizenView } from '../citizens/model.ts';
import type { PhoneChange } from '../citizens/phone-change-model.ts';
import { findPhoneChanges } from '../citizens/phone-changes.ts';
import { citizenView, recordCitizenOpened, requireCitizen } from '../citizens/record.ts';
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
): Promise<{
  citizen: CitizenView;
  phoneChanges: PhoneChange[];
  cases: CaseRow[];
  messages: CaseMessage[];
  lookUps: AuditEntry[];
}> {
  const citizen = await requireCitizen(store.prisma, citizenId);
  await recordCitizenOpened(store, actor, citizenId, null);
  return {
    citizen: citizenView(citizen),
    phoneChanges: await findPhoneChanges(store.prisma, { citizenId }),
    cases: await casesOfCitizen(store, citizenId),
    messages: await messagesOfCitizen(store.prisma, citizenId),
    lookUps: await citizenLookUps(store, citizenId),
  };
}
