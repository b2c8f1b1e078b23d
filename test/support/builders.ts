import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { Preferences, type Role } from '../../main/accounts/model.ts';
import { createCitizen, reindexCitizen } from '../../main/citizens/edit.ts';
import type { Citizen, CitizenData } from '../../main/citizens/model.ts';
import { openPhoneRecord } from '../../main/citizens/phone-record.ts';
import { requireCitizen } from '../../main/citizens/record.ts';
import type { DocumentChecklist } from '../../main/identity/model.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { MessageWriter, type NewMessage } from '../../main/store/message-writer.ts';
import type { Store } from '../../main/store/store.ts';
import type { DeclaredField, DeclaredPerson } from '../../main/triage/model.ts';

let sequence = 0;

export type Clerk = { readonly id: number; readonly name: string; readonly role: Role };

/** An account that nobody can sign in to; answered as the actor that handlers would see. */
export async function aUser(
  store: Store,
  overrides: { userName?: string; displayName?: string; role?: Role; active?: boolean } = {},
): Promise<Clerk> {
  const n = ++sequence;
  const { userName = `persona${n}`, displayName = `Persona ${n}`, role = 'CLERK', active = true } = overrides;
  const user = await store.write((tx) =>
    tx.user.create({
      data: {
        userName,
        displayName,
        role,
        active,
        passwordHash: 'none',
        preferences: Preferences.parse({}),
        createdAt: store.clock.now(),
      },
    }),
  );
  return { id: user.id, name: user.displayName, role };
}

/** What a writer says about himself, each value found in the body. */
export function declared(
  values: Partial<Record<DeclaredField, string>>,
  idValid: boolean | null = true,
): DeclaredPerson {
  const found = Object.entries(values).map(([field, value]) => [
    field,
    { value, where: 'BODY', start: null, end: null, confidence: 1 },
  ]);
  return {
    values: Object.fromEntries(found) as DeclaredPerson['values'],
    idValid,
    onBehalfOf: false,
    action: null,
  };
}

export type MessageOverrides = Partial<Omit<NewMessage, 'declaredPerson' | 'attachments'>> & {
  readonly person?: DeclaredPerson;
  readonly attachments?: readonly string[]; // names
};

/** A request that came in by mail, stored as ingest stores it; answers its id. Every call is another message. */
export async function aMessage(store: Store, overrides: MessageOverrides = {}): Promise<number> {
  const n = ++sequence;
  const { person = declared({}, null), attachments = [], ...columns } = overrides;
  const raw = Buffer.from(`Subject: mensaje ${n}\r\n\r\nTexto ${n}\r\n`);
  const now = store.clock.now().getTime();
  const message: NewMessage = {
    sha256: createHash('sha256').update(raw).digest('hex'),
    size: raw.length,
    zstd: zstdCompressSync(raw),
    messageIdHeader: `<mensaje-${n}@ejemplo.test>`,
    references: [],
    subject: `Mensaje ${n}`,
    fromName: 'Rocío Benjumea Cala',
    fromAddress: `persona${n}@ejemplo.test`,
    replyToAddress: null,
    sentAt: now,
    receivedAt: now,
    preview: `Texto ${n}`,
    parseStatus: 'PARSED',
    marks: [],
    textHash: null,
    threadSubject: null,
    kind: 'REQUEST',
    kindReason: 'null',
    isRequest: true,
    language: 'es',
    declaredCategory: 'AFILIACION',
    proposedCategory: 'AFILIACION',
    proposedConfidence: 0.9,
    proposedReasons: '[]',
    needsReview: false,
    declaredPerson: JSON.stringify(person),
    recipients: [{ kind: 'TO', name: '', address: 'oficina@ejemplo.test' }],
    attachments: attachments.map((name, ordinal) => ({
      ordinal,
      name,
      safeName: name,
      declaredType: 'application/pdf',
      detectedType: 'application/pdf',
      size: 1000,
      sha256: createHash('sha256').update(`${n} ${name}`).digest('hex'),
      contentId: null,
      inline: false,
      dangers: [],
    })),
    text: `Texto ${n}`,
    identifiers: '',
    ...columns,
  };
  return store.writeSql((sql) => new MessageWriter(sql).add(message, now, SYSTEM_ACTOR));
}

/** A citizen on record, with a valid DNI of his own unless told otherwise. */
export async function aCitizen(
  store: Store,
  overrides: Partial<CitizenData> & { phone?: string; deceased?: boolean } = {},
): Promise<Citizen> {
  const { phone, deceased = false, ...data } = overrides;
  const { id } = await createCitizen(store, SYSTEM_ACTOR, {
    givenName: 'Rocío',
    surnames: 'Benjumea Cala',
    birthDate: '1987-11-22',
    naf: null,
    email: null,
    address: null,
    documents: [{ type: 'DNI', number: aDni(++sequence) }],
    ...data,
  });
  return store.write(async (tx) => {
    if (deceased) await tx.citizen.update({ where: { id }, data: { deceased } });
    if (phone !== undefined) {
      await openPhoneRecord(tx, store.clock.now(), {
        citizenId: id,
        contactSet: 'ELECTRONIC',
        e164: phone,
        reason: 'Alta de prueba',
        origin: 'IMPORT',
        recordedById: null,
        changeId: null,
      });
      await reindexCitizen(tx, id);
    }
    return requireCitizen(tx, id);
  });
}

/** The clerk's checklist over a document that is attached, with nothing against it. */
export function allInOrder(...attachmentIds: number[]): DocumentChecklist {
  return { attachmentIds, legible: true, matches: true, inForce: true };
}

/** A valid fictional DNI: 99 and six digits. */
export function aDni(n: number): string {
  const digits = 99_000_000 + n;
  return `${digits}${'TRWAGMYFPDXBNJZSQVHLCKE'[digits % 23] ?? ''}`;
}
