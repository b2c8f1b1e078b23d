import { loadCitizen } from '../citizens/record.ts';
import { startOfDay, dayAt } from '../days.ts';
import { allows } from '../identity/ladder.ts';
import { readHeaders } from '../mail/header-block.ts';
import type { HeaderLine } from '../mail/model.ts';
import { timeZoneOf } from '../settings/provinces.ts';
import type { Settings } from '../settings/model.ts';
import type { Tx } from '../store/store.ts';
import { DeclaredPerson } from '../triage/model.ts';
import { stripPrefixes } from '../triage/subject.ts';
import { changesSince, type CaseRecord, type Clerk } from './change.ts';
import { placeholdersIn } from './placeholders.ts';
import { recordFieldsIn } from './personal-data.ts';
import type { GateCode, GateFinding, GateLevel } from './reply-model.ts';

/** What is about to leave, as far as the gate looks at it. */
export type Leaving = {
  readonly clerk: Clerk;
  readonly now: Date;
  /** The case's version when the clerk began to write. */
  readonly seenVersion: number;
  readonly answered: { readonly kind: string; readonly raw: Uint8Array };
  readonly addresses: readonly string[];
  readonly subject: string;
  readonly body: string; // the clerk's words, without what is quoted
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly size: number; // bytes on the wire
};

/**
 * Everything that speaks against sending, each with what it is about. What only warns is the supervisor's choice;
 * holes, an empty subject, the size and whatever could start a loop of machines always stop.
 */
export async function gateFindings(
  db: Tx,
  current: CaseRecord,
  settings: Settings,
  leaving: Leaving,
): Promise<GateFinding[]> {
  const { sending } = settings;
  const { subject, body, size } = leaving;
  const addresses = [...new Set(leaving.addresses.map((address) => address.toLowerCase()))];
  const findings: GateFinding[] = [];
  const add = (
    code: GateCode,
    level: GateLevel,
    about: readonly string[],
    by: string | null = null,
  ): void => {
    if (about.length > 0) findings.push({ code, level, about: [...about], by });
  };

  const missed = await missedChanges(db, current, leaving);
  if (missed !== null) add('CASE_CHANGED', sending.caseChanged, missed.acts, missed.by);
  const known = await knownAddresses(db, current.id);
  add(
    'UNKNOWN_ADDRESS',
    sending.unknownAddress,
    addresses.filter((address) => !known.has(address)),
  );
  add('FOREIGN_ATTACHMENT', sending.foreignAttachment, await foreignFiles(db, current, leaving.files));
  add('PERSONAL_DATA', sending.personalData, await exposed(db, current, settings, `${subject}\n${body}`));
  add('UNFILLED', 'STOP', placeholdersIn(`${subject}\n${body}`));
  // `Re:` alone says as little.
  if (stripPrefixes(subject).bare === '') add('EMPTY_SUBJECT', 'STOP', ['subject']);
  if (size > sending.maxBytes) add('TOO_BIG', 'STOP', [String(size), String(sending.maxBytes)]);
  add('AUTOMATIC_SENDER', 'STOP', automatic(leaving.answered, addresses));
  const own = await ownAddresses(db, settings);
  add(
    'OWN_ADDRESS',
    'STOP',
    addresses.filter((address) => own.has(address)),
  );
  const { maxPerAddressAndDay } = sending;
  const today = new Date(startOfDay(dayAt(leaving.now, zoneOf(settings)), zoneOf(settings)));
  add('LOOP_GUARD', 'STOP', await answeredTooOften(db, addresses, today, maxPerAddressAndDay));
  return findings;
}

function zoneOf(settings: Settings) {
  return timeZoneOf(settings.office.provinceCode);
}

/** What others did meanwhile; the clerk knows his own acts. */
async function missedChanges(db: Tx, current: CaseRecord, { clerk, seenVersion }: Leaving) {
  if (current.version === seenVersion) return null;
  const others = (await changesSince(db, current, seenVersion)).filter(({ actorId }) => actorId !== clerk.id);
  const by = others[0]?.actorName;
  return by === undefined ? null : { by, acts: [...new Set(others.map(({ action }) => action))] };
}

/** Lower-case addresses that may be answered: who wrote, what he stated, what is on record. */
async function knownAddresses(db: Tx, caseId: number): Promise<ReadonlySet<string>> {
  const messages = await db.message.findMany({
    where: { caseId },
    select: { fromAddress: true, replyToAddress: true, declaredPerson: true },
  });
  const found = await db.case.findUniqueOrThrow({ where: { id: caseId }, include: { citizen: true } });
  const addresses = messages.flatMap((message) => [
    message.fromAddress,
    message.replyToAddress,
    DeclaredPerson.parse(message.declaredPerson).values.email?.value,
  ]);
  return new Set(
    [...addresses, found.citizen?.email].flatMap((address) => (address ? [address.toLowerCase()] : [])),
  );
}

/** Files that came in with another citizen's case and did not come in with this one: also when read from the disk. */
async function foreignFiles(db: Tx, current: CaseRecord, files: Leaving['files']): Promise<string[]> {
  if (files.length === 0) return [];
  const seen = await db.attachment.findMany({
    where: { sha256: { in: files.map(({ sha256 }) => sha256) }, message: { caseId: { not: null } } },
    select: { sha256: true, message: { select: { caseId: true, case: { select: { citizenId: true } } } } },
  });
  const foreign = new Set<string>();
  for (const { sha256, message } of seen) {
    const citizenId = message.case?.citizenId ?? null;
    if (message.caseId !== current.id && citizenId !== null && citizenId !== current.citizenId)
      foreign.add(sha256);
  }
  for (const { sha256, message } of seen) if (message.caseId === current.id) foreign.delete(sha256);
  return files.filter(({ sha256 }) => foreign.has(sha256)).map(({ name }) => name);
}

async function exposed(db: Tx, current: CaseRecord, { ladder }: Settings, text: string): Promise<string[]> {
  if (current.citizenId === null || allows(ladder, current.identityLevel, 'discloseRecord')) return [];
  const citizen = await loadCitizen(db, current.citizenId);
  return citizen === null ? [] : recordFieldsIn(text, citizen);
}

const MACHINE = /^(?:mailer-daemon|postmaster|no-?_?reply|do-?_?not-?_?reply|no-?responder)(?:[+.-][^@]*)?@/u;
const MACHINE_KINDS: ReadonlySet<string> = new Set(['BOUNCE', 'AUTOREPLY', 'NEWSLETTER']);

/** A message that a machine wrote, a list distributed, or an address that nobody reads (RFC 3834, 2369, 2919). */
function automatic({ kind, raw }: Leaving['answered'], addresses: readonly string[]): string[] {
  const reasons = addresses.filter((address) => MACHINE.test(address));
  if (MACHINE_KINDS.has(kind)) reasons.push(kind);
  else if (readHeaders(raw).some(isAutomaticHeader)) reasons.push('NEWSLETTER');
  return reasons;
}

function isAutomaticHeader({ name, value }: HeaderLine): boolean {
  const header = name.toLowerCase();
  if (header.startsWith('list-')) return true;
  if (header === 'auto-submitted') return !/^no\b/iu.test(value);
  return header === 'precedence' && /^(?:bulk|list|junk|auto_reply)\b/iu.test(value);
}

/** The office's own addresses, in lower case. */
export async function ownAddresses(db: Tx, settings: Settings): Promise<ReadonlySet<string>> {
  const accounts = await db.mailAccount.findMany({ select: { address: true } });
  return new Set(
    [settings.office.mailboxAddress, ...accounts.map(({ address }) => address)].map((one) =>
      one.toLowerCase(),
    ),
  );
}

async function answeredTooOften(
  db: Tx,
  addresses: readonly string[],
  since: Date,
  most: number,
): Promise<string[]> {
  const often: string[] = [];
  for (const address of addresses) {
    const sent = await db.replyRecipient.count({
      where: { address, reply: { createdAt: { gte: since }, state: { not: 'CANCELLED' } } },
    });
    if (sent >= most) often.push(address);
  }
  return often;
}
