import { z } from 'zod';
import { CaseState } from '../cases/model.ts';
import { maskEmail } from '../citizens/mask.ts';
import {
  ContactSet,
  PhoneChangeKind,
  PhoneChangeState,
  PhoneChannel,
} from '../citizens/phone-change-model.ts';
import { findPhoneChanges } from '../citizens/phone-changes.ts';
import { maskPhone } from '../citizens/phones.ts';
import { recordCitizenOpened, requireCitizen } from '../citizens/record.ts';
import { documentText } from '../documents/facts.ts';
import { KIOSK_ACTOR } from '../store/audit.ts';
import type { Store, Tx } from '../store/store.ts';
import { Category } from '../triage/model.ts';
import { AccessMethod } from './model.ts';
import type { Visitor } from './visits.ts';

/** What happened to a number, without the names of those who did it. IMPORT: it came with the office's records. */
const PhoneEvent = z.object({
  at: z.date(),
  kind: PhoneChangeKind.or(z.literal('IMPORT')),
  contactSet: ContactSet,
  maskedFrom: z.string().nullable(),
  maskedTo: z.string().nullable(),
  channel: PhoneChannel.nullable(),
  state: PhoneChangeState,
});

/** "Tu Seguridad Social" (seed 002): what this office knows of the citizen. Contact data masked: others pass by. */
export const PersonalPage = z.object({
  method: AccessMethod,
  /** What reports and certificates ask for. */
  secondFactor: z.boolean(),
  name: z.string(),
  documents: z.array(z.string()), // "D.N.I. 00000000T", as the service writes them
  naf: z.string().nullable(),
  birthDate: z.string().nullable(),
  address: z.string().nullable(),
  maskedEmail: z.string().nullable(),
  phones: z.array(z.object({ contactSet: ContactSet, masked: z.string() })),
  /** What his user name and password are registered with, which is no phone record; null while there is none. */
  registered: z.object({ maskedPhone: z.string(), maskedEmail: z.string() }).nullable(),
  phoneEvents: z.array(PhoneEvent), // newest first
  cases: z.array(
    z.object({ number: z.string(), state: CaseState, category: Category.nullable(), openedAt: z.date() }),
  ),
  messages: z.array(
    z.object({
      id: z.number().int(),
      receivedAt: z.date(),
      state: CaseState,
      /** Null while nobody knows who wrote it: it may be somebody else's. */
      subject: z.string().nullable(),
    }),
  ),
});
export type PersonalPage = z.infer<typeof PersonalPage>;

const MOST_MESSAGES = 50;

/** Everything for the visitor's own eyes; the look is written down. Throws NOT_FOUND. */
export async function personalPage(
  store: Store,
  { citizenId, method, secondFactor }: Visitor,
): Promise<PersonalPage> {
  const db = store.prisma;
  const citizen = await requireCitizen(db, citizenId);
  await recordCitizenOpened(store, KIOSK_ACTOR, citizenId, null);
  const registration = await db.registration.findFirst({
    where: { citizenId, state: 'OPEN' },
    select: { e164: true, email: true },
  });
  return PersonalPage.parse({
    method,
    secondFactor,
    name: `${citizen.givenName} ${citizen.surnames}`.trim(),
    documents: citizen.documents.map(documentText),
    naf: citizen.naf,
    birthDate: citizen.birthDate,
    address: citizen.address,
    maskedEmail: citizen.email === null ? null : maskEmail(citizen.email),
    phones: citizen.phoneRecords.flatMap(({ validTo, contactSet, e164 }) =>
      validTo === null ? [{ contactSet, masked: maskPhone(e164) }] : [],
    ),
    registered:
      registration === null
        ? null
        : { maskedPhone: maskPhone(registration.e164), maskedEmail: maskEmail(registration.email) },
    phoneEvents: [
      ...(await findPhoneChanges(db, { citizenId })).map((change) => ({ ...change, at: change.requestedAt })),
      ...citizen.phoneRecords.flatMap(({ changeId, contactSet, e164, validFrom }) =>
        changeId === null
          ? [
              {
                at: validFrom,
                kind: 'IMPORT' as const,
                contactSet,
                maskedFrom: null,
                maskedTo: maskPhone(e164),
                channel: null,
                state: 'EFFECTIVE' as const,
              },
            ]
          : [],
      ),
    ].sort((a, b) => b.at.getTime() - a.at.getTime()),
    cases: await db.case.findMany({ where: { citizenId }, orderBy: { id: 'desc' } }),
    messages: await messagesOf(db, citizenId),
  } satisfies Record<keyof PersonalPage, unknown>);
}

async function messagesOf(db: Tx, citizenId: number) {
  const rows = await db.message.findMany({
    where: { case: { citizenId } },
    orderBy: { id: 'desc' },
    take: MOST_MESSAGES,
    select: { id: true, receivedAt: true, state: true, subject: true, identityLevel: true },
  });
  return rows.map(({ identityLevel, subject, ...row }) => ({
    ...row,
    subject: identityLevel === 'NONE' ? null : subject,
  }));
}
