import { parseIdentityDocument } from '../citizens/identifiers.ts';
import { parsePhone } from '../citizens/phones.ts';
import { isBirthDate } from '../citizens/validate.ts';
import { dayAt } from '../days.ts';
import { AppError } from '../errors.ts';
import { timeZoneOf } from '../settings/provinces.ts';
import { loadSettings } from '../settings/settings.ts';
import { KIOSK_ACTOR, type Actor } from '../store/audit.ts';
import type { Store, Tx } from '../store/store.ts';
import { DIAGNOSIS_TEXTS } from './diagnosis-texts.ts';
import type { Diagnosis, DiagnosisOutcome } from './model.ts';
import { parseWrittenDay } from './written-day.ts';

/** As the person writes them; `prefix` is the country's and gives way to one written with the number. */
export type DiagnosisInput = {
  readonly id: string;
  readonly birth: string;
  readonly phone: string;
  readonly prefix: string;
};

const ACTION = 'citizen.accessDiagnosed';
const HOUR_MS = 3_600_000;

/**
 * Why access by SMS succeeds or fails for these data. Formats first (document, date, phone), then the record. It
 * tells who exists, so each look is in the log: with the citizen when document and birth date are his, and with
 * nothing of what was typed otherwise. Throws RATE_LIMITED when a person signed in, or all kiosks together, have looked
 * too often in an hour.
 */
export async function diagnose(store: Store, actor: Actor, input: DiagnosisInput): Promise<Diagnosis> {
  return (await diagnoseCitizen(store, actor, input)).diagnosis;
}

/** The same with the citizen whose document and birth date they are, for whoever goes on from there. */
export async function diagnoseCitizen(
  store: Store,
  actor: Actor,
  input: DiagnosisInput,
): Promise<{ readonly diagnosis: Diagnosis; readonly citizenId: number | null }> {
  return store.write(async (tx) => {
    await withinRate(store, tx, actor);
    const { outcome, citizenId } = await decide(store, input);
    await store.audit(
      { actor, action: ACTION, objectType: 'CITIZEN', objectId: citizenId, details: { outcome } },
      tx,
    );
    return { diagnosis: { outcome, ...DIAGNOSIS_TEXTS[outcome] }, citizenId };
  });
}

/** Counted in the log itself, inside the transaction that adds to it: two windows at once do not get past it. */
async function withinRate(store: Store, tx: Tx, { id: actorId, name: actorName }: Actor): Promise<void> {
  const isKiosk = actorId === null && actorName === KIOSK_ACTOR.name;
  // The command line: whoever has the key could read the record itself.
  if (actorId === null && !isKiosk) return;
  const { sms, kiosk } = await loadSettings(store);
  const since = new Date(store.clock.now().getTime() - HOUR_MS);
  const who = isKiosk ? { actorId, actorName } : { actorId };
  const looks = await tx.auditEntry.count({ where: { action: ACTION, ...who, at: { gt: since } } });
  if (looks >= (isKiosk ? kiosk.diagnosesPerHour : sms.diagnosesPerHour))
    throw new AppError('RATE_LIMITED', { reason: 'DIAGNOSES' });
}

type Decision = { readonly outcome: DiagnosisOutcome; readonly citizenId: number | null };

async function decide(store: Store, input: DiagnosisInput): Promise<Decision> {
  const document = parseIdentityDocument(input.id);
  // The service asks for "Número de documento (DNI o NIE)" and takes nothing else.
  if (document.problem !== null || (document.type !== 'DNI' && document.type !== 'NIE')) {
    return { outcome: 'ID_FORMAT', citizenId: null };
  }
  const { office } = await loadSettings(store);
  const birth = parseWrittenDay(input.birth);
  if (birth === null || !isBirthDate(birth, dayAt(store.clock.now(), timeZoneOf(office.provinceCode)))) {
    return { outcome: 'DATE_FORMAT', citizenId: null };
  }
  const mobile = parseMobile(input.phone, input.prefix);
  if (mobile === null) return { outcome: 'PHONE_FORMAT', citizenId: null };

  const found = await store.prisma.identityDocument.findUnique({
    where: { type_number: { type: document.type, number: document.number } },
    select: {
      citizen: {
        select: {
          id: true,
          birthDate: true,
          deceased: true,
          phoneRecords: { where: { validTo: null, contactSet: 'ELECTRONIC' }, select: { e164: true } },
        },
      },
    },
  });
  if (found === null || found.citizen.birthDate !== birth) return { outcome: 'NO_MATCH', citizenId: null };
  const { id: citizenId, deceased, phoneRecords } = found.citizen;
  if (deceased) return { outcome: 'DECEASED', citizenId };
  if (phoneRecords.length === 0) return { outcome: 'PHONE_UNKNOWN', citizenId };
  const matches = phoneRecords.some(({ e164 }) => e164 === mobile);
  return { outcome: matches ? 'MATCH' : 'PHONE_MISMATCH', citizenId };
}

/** The number in E.164, or null when it is none that receives a code: of a foreign one only its length can be told. */
function parseMobile(phone: string, prefix: string): string | null {
  const country = prefix.replace(/^\s*(?:\+|00)|[\s()]/gu, '');
  if (!/^[1-9]\d{0,2}$/u.test(country)) return null;
  const international = /^[\s(]*(?:\+|00)/u.test(phone);
  const parsed = parsePhone(international || country === '34' ? phone : `+${country} ${phone}`);
  return parsed?.kind === 'MOBILE' || parsed?.kind === 'FOREIGN' ? parsed.e164 : null;
}
