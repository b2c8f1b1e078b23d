import { passwordMatches, pretendToCompare } from '../accounts/passwords.ts';
import type { IdentityDocument } from '../citizens/model.ts';
import { loadSettings } from '../settings/settings.ts';
import { KIOSK_ACTOR } from '../store/audit.ts';
import type { Store, Tx } from '../store/store.ts';
import { checkActivationCode, codeStateAt } from './activation-code.ts';
import { endRegistration } from './counter.ts';
import { recordEvent } from './events.ts';

const DAY_MS = 86_400_000;

/**
 * A registration as it was when a citizen proved that it is his. `version` grows with every new password and with its
 * closing: what was proved before holds no longer.
 */
export type ProvenRegistration = {
  readonly id: number;
  readonly version: number;
  readonly citizenId: number;
  /** Where its codes go. */
  readonly e164: string;
  readonly activated: boolean;
};

/**
 * What came of a proof. REFUSED is all that anybody learns who did not prove it: nobody is registered with that
 * document, something is wrong, or it is blocked. The rest is told to the citizen himself.
 */
export type Proof =
  | { readonly outcome: 'PROVEN' | 'EXPIRED'; readonly registration: ProvenRegistration }
  | { readonly outcome: 'REFUSED' | 'DECEASED'; readonly registration: null };

const REFUSED: Proof = { outcome: 'REFUSED', registration: null };
const DECEASED: Proof = { outcome: 'DECEASED', registration: null };

/**
 * Proves a registration by its password. The attempt is counted and committed before the password is looked at, so that
 * neither many guesses at a time nor a kill or restart give one back; after so many wrong in a row (setting) no password
 * is compared any more, until a new one is set. A document that is nobody's costs the same work and gets the same
 * answer. EXPIRED: the password is right and older than it may be.
 */
export async function provePassword(
  store: Store,
  { document, password }: { readonly document: IdentityDocument; readonly password: string },
): Promise<Proof> {
  const { passwordAttempts, passwordDays } = (await loadSettings(store)).registrations;
  const attempt = await store.write((tx) => countAttempt(tx, document, passwordAttempts));
  if (attempt.refusal !== null) {
    await pretendToCompare(password);
    await store.write((tx) => logRefusal(store, tx, attempt.row, { reason: attempt.refusal }));
    return REFUSED;
  }
  const { row, failures, passwordHash, setAt } = attempt;
  const right = await passwordMatches(password, passwordHash);
  return store.write(async (tx) => {
    if (!right) {
      await logRefusal(store, tx, row, { reason: 'PASSWORD', failures });
      if (failures >= passwordAttempts) await blockPassword(store, tx, row);
      return REFUSED;
    }
    await tx.registration.update({
      where: { id: row.id },
      data: { passwordFailures: 0, passwordBlocked: null },
    });
    if (row.citizen.deceased) return DECEASED;
    const age = store.clock.now().getTime() - setAt.getTime();
    // A clock that stands before the password was set cannot tell its age.
    const expired = age < 0 || age >= passwordDays * DAY_MS;
    return { outcome: expired ? 'EXPIRED' : 'PROVEN', registration: provenOf(row) };
  });
}

/**
 * Proves a registration by its activation code and, for a first password, the e-mail address it was made with
 * (`email` null: not asked for). Something else wrong counts against the code as a wrong code does, and gets the same
 * answer; so does a document that is nobody's. Throws INVALID_INPUT when it cannot be a code, which costs nothing.
 */
export async function proveActivation(
  store: Store,
  input: {
    readonly document: IdentityDocument;
    readonly email: string | null;
    readonly activationCode: string;
  },
): Promise<Proof> {
  const { document, email, activationCode } = input;
  const row = await findOpen(store.prisma, document);
  const restRight = row !== null && (email === null || sameEmail(email, row.email));
  const { outcome } = await checkActivationCode(store, KIOSK_ACTOR, row?.id ?? 0, activationCode, restRight);
  if (row === null || outcome !== 'RIGHT') {
    // A code that was compared has been written down by whoever compared it.
    if (outcome !== 'WRONG') {
      const reason = row === null ? 'UNKNOWN' : outcome;
      await store.write((tx) => logRefusal(store, tx, row, { reason }, 'registration.codeFailed'));
    }
    return REFUSED;
  }
  return row.citizen.deceased ? DECEASED : { outcome: 'PROVEN', registration: provenOf(row) };
}

/** Whether a proof still holds for setting a password: by the activation code only while that is good. */
export async function proofHolds(
  store: Store,
  tx: Tx,
  { id, version }: ProvenRegistration,
  by: 'ACTIVATION_CODE' | 'PASSWORD',
): Promise<boolean> {
  const row = await tx.registration.findUnique({
    where: { id },
    include: {
      citizen: { select: { deceased: true } },
      activationCodes: { orderBy: { id: 'desc' }, take: 1 },
    },
  });
  if (row === null || row.version !== version || row.state !== 'OPEN' || row.citizen.deceased) return false;
  const [code] = row.activationCodes;
  return by === 'PASSWORD' || (code !== undefined && codeStateAt(code, store.clock.now()) === 'ACTIVE');
}

/** Closes a registration for good ("baja") for the citizen who proved it. False: the proof does not hold any more. */
export async function closeByCitizen(store: Store, proven: ProvenRegistration): Promise<boolean> {
  return store.write(async (tx) => {
    if (!(await proofHolds(store, tx, proven, 'PASSWORD'))) return false;
    await endRegistration(store, tx, KIOSK_ACTOR, proven, CLOSED_BY_CITIZEN);
    await tx.registration.update({ where: { id: proven.id }, data: { version: { increment: 1 } } });
    return true;
  });
}

const CLOSED_BY_CITIZEN = 'Baja pedida por la persona en el quiosco';

/** The registration in force of a citizen; null when he has none that was activated. */
export async function activeRegistration(db: Tx, citizenId: number): Promise<ProvenRegistration | null> {
  const row = await db.registration.findFirst({
    where: { citizenId, state: 'OPEN', passwordHash: { not: null } },
    include: WITH_CITIZEN,
  });
  return row === null ? null : provenOf(row);
}

const WITH_CITIZEN = { citizen: { select: { deceased: true } } } as const;

function findOpen(db: Tx, { type, number }: IdentityDocument) {
  return db.registration.findFirst({
    where: { documentType: type, documentNumber: number, state: 'OPEN' },
    include: WITH_CITIZEN,
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof findOpen>>>;

function provenOf({ id, version, citizenId, e164, passwordHash }: Row): ProvenRegistration {
  return { id, version, citizenId, e164, activated: passwordHash !== null };
}

type Attempt =
  | { readonly refusal: 'UNKNOWN'; readonly row: null }
  | { readonly refusal: 'NOT_ACTIVATED' | 'BLOCKED'; readonly row: Row }
  | {
      readonly refusal: null;
      readonly row: Row;
      readonly passwordHash: string;
      readonly setAt: Date;
      readonly failures: number;
    };

/** One attempt more, taken as failed until proven otherwise; none is counted where none will be compared. */
async function countAttempt(tx: Tx, document: IdentityDocument, allowed: number): Promise<Attempt> {
  const row = await findOpen(tx, document);
  if (row === null) return { refusal: 'UNKNOWN', row };
  const { passwordHash, passwordSetAt: setAt } = row;
  if (passwordHash === null || setAt === null) return { refusal: 'NOT_ACTIVATED', row };
  if (row.passwordBlocked !== null || row.passwordFailures >= allowed) return { refusal: 'BLOCKED', row };
  const failures = row.passwordFailures + 1;
  await tx.registration.update({ where: { id: row.id }, data: { passwordFailures: failures } });
  return { refusal: null, row, passwordHash, setAt, failures };
}

async function blockPassword(store: Store, tx: Tx, row: Row): Promise<void> {
  const { count } = await tx.registration.updateMany({
    where: { id: row.id, passwordBlocked: null },
    data: { passwordBlocked: store.clock.now() },
  });
  if (count > 0) await recordEvent(store, tx, KIOSK_ACTOR, row, 'PASSWORD_BLOCKED', { reason: 'FAILURES' });
}

/** Written down for a document that is nobody's too: whoever tries them one after another is seen. */
function logRefusal(
  store: Store,
  tx: Tx,
  row: Row | null,
  details: { readonly reason: string; readonly failures?: number },
  action: 'registration.passwordFailed' | 'registration.codeFailed' = 'registration.passwordFailed',
): Promise<void> {
  return store.audit(
    {
      actor: KIOSK_ACTOR,
      action,
      objectType: 'CITIZEN',
      objectId: row?.citizenId ?? null,
      details: row === null ? details : { registrationId: row.id, ...details },
    },
    tx,
  );
}

function sameEmail(a: string, b: string): boolean {
  return a.trim().normalize('NFC').toLowerCase() === b;
}
