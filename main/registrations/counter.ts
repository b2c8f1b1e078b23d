import { maskEmail } from '../citizens/mask.ts';
import type { Citizen } from '../citizens/model.ts';
import { maskPhone } from '../citizens/phones.ts';
import { requireCitizen } from '../citizens/record.ts';
import { dayAt } from '../days.ts';
import { AppError } from '../errors.ts';
import { requireLevel, type LadderAction } from '../identity/ladder.ts';
import type { IdentityLevel } from '../identity/model.ts';
import { timeZoneOf } from '../settings/provinces.ts';
import type { Settings } from '../settings/model.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Actor } from '../store/audit.ts';
import type { Store, Tx } from '../store/store.ts';
import { issueActivationCode, voidActive } from './activation-code.ts';
import { levelShown, requireShown } from './document-shown.ts';
import { recordEvent } from './events.ts';
import type { CounterChecklist } from './model.ts';
import { possessionCode, POSSESSION_MS, readAddress } from './possession.ts';

/** Who attends at the counter: always a person with an account. */
export type Attendant = Actor & { readonly id: number };

/** Names a registration and the version that was seen. */
export type OnRegistration = { readonly registrationId: number; readonly version: number };

/** A code that nobody can see again. */
export type Issued = { readonly registrationId: number; readonly code: string };

/**
 * Registers a citizen who stands at the counter with "usuario y contraseña" and makes his activation code. Throws
 * NOT_FOUND; NOT_ALLOWED_YET with a reason: OWN_DOCUMENT (nobody wrote down whose the clerk's own document is), SELF,
 * DECEASED, EXPIRED, OTHER_PERSON, IDENTITY (the ladder), PHONE or EMAIL (possession not shown); INVALID_INPUT with the
 * fields; DUPLICATE when he is registered.
 */
export async function register(
  store: Store,
  clerk: Attendant,
  input: {
    readonly citizenId: number;
    readonly checklist: CounterChecklist;
    readonly phone: string;
    readonly email: string;
  },
): Promise<Issued> {
  const settings = await loadSettings(store);
  const { citizenId, checklist } = input;
  await requireAttendable(store, clerk, citizenId);
  return store.write(async (tx) => {
    const citizen = await requireCitizen(tx, citizenId);
    if ((await tx.registration.count({ where: { citizenId, state: 'OPEN' } })) > 0) {
      throw new AppError('DUPLICATE', { field: 'citizenId' });
    }
    const document = await identified(store, tx, settings, citizen, checklist, 'register');
    const e164 = readAddress('PHONE', input.phone);
    const email = readAddress('EMAIL', input.email);
    const phoneCodeId = await possessionCode(store, tx, { citizenId, kind: 'PHONE', address: e164 });
    if (phoneCodeId === null) throw new AppError('NOT_ALLOWED_YET', { reason: 'PHONE' });
    const emailCodeId = await possessionCode(store, tx, { citizenId, kind: 'EMAIL', address: email });
    if (emailCodeId === null) throw new AppError('NOT_ALLOWED_YET', { reason: 'EMAIL' });
    const { id } = await tx.registration.create({
      data: {
        citizenId,
        documentType: document.type,
        documentNumber: document.number,
        checklist,
        e164,
        phoneCodeId,
        email,
        emailCodeId,
        state: 'OPEN',
        createdAt: store.clock.now(),
        createdById: clerk.id,
      },
    });
    const registration = { id, citizenId };
    await recordEvent(store, tx, clerk, registration, 'REGISTERED', {
      details: {
        document: checklist.shown,
        phone: maskPhone(e164),
        phoneCodeId,
        email: maskEmail(email),
        emailCodeId,
      },
    });
    const { codeDays } = settings.registrations;
    return {
      registrationId: id,
      code: await issueActivationCode(store, tx, clerk, registration, { codeDays }),
    };
  });
}

/**
 * A new activation code for whoever lost his or has it blocked; the one before is void. Throws like `register`, STALE,
 * and NOT_ALLOWED_YET (CLOSED).
 */
export async function reissueCode(
  store: Store,
  clerk: Attendant,
  input: OnRegistration & { readonly checklist: CounterChecklist; readonly reason: string },
): Promise<Issued> {
  const settings = await loadSettings(store);
  const { codeDays } = settings.registrations;
  const { reason, checklist } = input;
  return change(store, clerk, input, async (tx, registration) => {
    const citizen = await requireCitizen(tx, registration.citizenId);
    await identified(store, tx, settings, citizen, checklist, 'reissueCode');
    const code = await issueActivationCode(store, tx, clerk, registration, { codeDays, reason });
    return { registrationId: registration.id, code };
  });
}

/** Takes the activation code back, for instance one that was lost. Throws NOT_FOUND, STALE, NOT_ALLOWED_YET. */
export function voidCode(
  store: Store,
  clerk: Attendant,
  input: OnRegistration & { readonly reason: string },
): Promise<void> {
  return change(
    store,
    clerk,
    input,
    async (tx, registration) => {
      if (!(await voidActive(store, tx, clerk, registration, input.reason))) {
        throw new AppError('NOT_ALLOWED_YET', { reason: 'NO_CODE' });
      }
    },
    'OFFICE',
  );
}

/**
 * Stops every way in at once: the activation code and the password. It protects the citizen, so nobody has to show who
 * he is for it; a new code at the counter opens it again. Throws NOT_FOUND, STALE, NOT_ALLOWED_YET (CLOSED, NOTHING).
 */
export function blockAccess(
  store: Store,
  clerk: Attendant,
  input: OnRegistration & { readonly reason: string },
): Promise<void> {
  const { reason } = input;
  return change(
    store,
    clerk,
    input,
    async (tx, registration) => {
      const { count } = await tx.activationCode.updateMany({
        where: { registrationId: registration.id, state: 'ACTIVE' },
        data: { state: 'BLOCKED' },
      });
      const hasPassword = registration.passwordHash !== null && registration.passwordBlocked === null;
      if (count === 0 && !hasPassword) throw new AppError('NOT_ALLOWED_YET', { reason: 'NOTHING' });
      if (count > 0) await recordEvent(store, tx, clerk, registration, 'CODE_BLOCKED', { reason });
      if (!hasPassword) return;
      const passwordBlocked = store.clock.now();
      await tx.registration.update({ where: { id: registration.id }, data: { passwordBlocked } });
      await recordEvent(store, tx, clerk, registration, 'PASSWORD_BLOCKED', { reason });
    },
    'OFFICE',
  );
}

/**
 * Ends a registration for good. `checklist` null: the office's own decision, for instance that he died, which is a
 * supervisor's (the procedure's role says so). Throws like `reissueCode`.
 */
export async function closeRegistration(
  store: Store,
  clerk: Attendant,
  input: OnRegistration & { readonly checklist: CounterChecklist | null; readonly reason: string },
): Promise<void> {
  const settings = await loadSettings(store);
  const { checklist, reason } = input;
  return change(
    store,
    clerk,
    input,
    async (tx, registration) => {
      if (checklist !== null) {
        const citizen = await requireCitizen(tx, registration.citizenId);
        await identified(store, tx, settings, citizen, checklist, 'closeRegistration');
      }
      await endRegistration(store, tx, clerk, registration, reason);
    },
    checklist === null ? 'OFFICE' : 'CITIZEN',
  );
}

/** The end itself, for the counter and the kiosk: no code opens anything any more, and the password is gone. */
export async function endRegistration(
  store: Store,
  tx: Tx,
  actor: Actor,
  registration: { readonly id: number; readonly citizenId: number },
  reason: string | null,
): Promise<void> {
  const { id } = registration;
  await voidActive(store, tx, actor, registration, 'CLOSED');
  await tx.registration.update({
    where: { id },
    data: {
      state: 'CLOSED',
      closedAt: store.clock.now(),
      closedById: actor.id,
      closedReason: reason,
      passwordHash: null,
    },
  });
  await recordEvent(store, tx, actor, registration, 'CLOSED', { reason });
}

type OpenRegistration = NonNullable<Awaited<ReturnType<Tx['registration']['findUnique']>>>;

/** One act on an open registration, in one transaction with its new version. */
async function change<T>(
  store: Store,
  clerk: Attendant,
  on: OnRegistration,
  act: (tx: Tx, registration: OpenRegistration) => Promise<T>,
  attends: 'CITIZEN' | 'OFFICE' = 'CITIZEN',
): Promise<T> {
  const found = await store.prisma.registration.findUnique({ where: { id: on.registrationId } });
  if (found === null) throw new AppError('NOT_FOUND');
  await requireAttendable(store, clerk, found.citizenId, attends);
  return store.write(async (tx) => {
    const registration = await tx.registration.findUniqueOrThrow({ where: { id: on.registrationId } });
    if (registration.version !== on.version) throw new AppError('STALE');
    if (registration.state !== 'OPEN') throw new AppError('NOT_ALLOWED_YET', { reason: 'CLOSED' });
    const answer = await act(tx, registration);
    await tx.registration.update({
      where: { id: registration.id },
      data: { version: { increment: 1 } },
    });
    return answer;
  });
}

/**
 * Nobody attends to himself, and nobody is given a way in for the dead. A try is written down, before and outside
 * whatever it was part of. The office may still end what a dead person left.
 */
async function requireAttendable(
  store: Store,
  clerk: Attendant,
  citizenId: number,
  attends: 'CITIZEN' | 'OFFICE' = 'CITIZEN',
): Promise<void> {
  const { identityNumber } = await store.prisma.user.findUniqueOrThrow({ where: { id: clerk.id } });
  const citizen = await requireCitizen(store.prisma, citizenId);
  const reason =
    identityNumber === null
      ? 'OWN_DOCUMENT'
      : citizen.documents.some(({ number }) => number === identityNumber)
        ? 'SELF'
        : citizen.deceased && attends === 'CITIZEN'
          ? 'DECEASED'
          : null;
  if (reason === null) return;
  await store.audit({
    actor: clerk,
    action: 'registration.refused',
    objectType: 'CITIZEN',
    objectId: citizenId,
    details: { reason },
  });
  throw new AppError('NOT_ALLOWED_YET', { reason });
}

/** The document that was shown, once it is enough for the act. */
async function identified(
  store: Store,
  tx: Tx,
  { ladder, office }: Settings,
  citizen: Citizen,
  checklist: CounterChecklist,
  action: LadderAction,
) {
  const today = dayAt(store.clock.now(), timeZoneOf(office.provinceCode));
  const document = requireShown(checklist, citizen.documents, today);
  requireLevel(ladder, await levelAtCounter(store, tx, citizen, checklist), action);
  return document;
}

/** The document; and the phone on record, where a code to it was answered at this counter today. */
async function levelAtCounter(
  store: Store,
  tx: Tx,
  citizen: Citizen,
  checklist: CounterChecklist,
): Promise<IdentityLevel> {
  const shown = levelShown(checklist);
  if (shown === 'NONE' || citizen.phone === null) return shown;
  const answered = await tx.oneTimeCode.count({
    where: {
      citizenId: citizen.id,
      boundTo: `counter/${citizen.id}`,
      purpose: 'REGISTRATION_PHONE',
      address: citizen.phone,
      state: 'USED',
      createdAt: { gt: new Date(store.clock.now().getTime() - POSSESSION_MS) },
    },
  });
  return answered > 0 ? 'SMS' : shown;
}
