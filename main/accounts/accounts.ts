import { parseIdentityDocument } from '../citizens/identifiers.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../store/audit.ts';
import type { Store, Tx } from '../store/store.ts';
import { Preferences, User, type Role } from './model.ts';
import { hashPassword } from './passwords.ts';

type NewUser = {
  readonly userName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly password: string;
  /** Own DNI or NIE, as it was typed. */
  readonly document?: string | null | undefined;
};

type UserChange = {
  readonly id: number;
  readonly displayName: string;
  readonly role: Role;
  readonly active: boolean;
  /** Null leaves the password as it is. A new one also lifts a block. */
  readonly password: string | null;
  /** The same of the person's own DNI or NIE. */
  readonly document?: string | null | undefined;
};

type UserRow = {
  id: number;
  userName: string;
  displayName: string;
  role: string;
  active: boolean;
  identityNumber: string | null;
};

export function toUser(row: UserRow): User {
  return User.parse({ ...row, hasDocument: row.identityNumber !== null });
}

/** Every account, by name. */
export async function listUsers(store: Store): Promise<User[]> {
  const rows = await store.prisma.user.findMany({ orderBy: [{ displayName: 'asc' }, { id: 'asc' }] });
  return rows.map(toUser);
}

/**
 * Throws DUPLICATE when the user name is taken, by an inactive account too: the log names people by it. INVALID_INPUT
 * (document) when it is no DNI or NIE.
 */
export async function createUser(store: Store, actor: Actor, input: NewUser): Promise<User> {
  const passwordHash = await hashPassword(input.password);
  return store.write((tx) => insertUser(store, tx, actor, { ...input, passwordHash }));
}

/** The same inside a transaction of the caller's; the password comes hashed, because hashing takes long. */
export async function insertUser(
  store: Store,
  tx: Tx,
  actor: Actor,
  input: Omit<NewUser, 'password'> & { readonly passwordHash: string },
): Promise<User> {
  const { userName, displayName, role, passwordHash } = input;
  const identityNumber = readDocument(input.document);
  if ((await tx.user.count({ where: { userName } })) > 0) {
    throw new AppError('DUPLICATE', { field: 'userName' });
  }
  const row = await tx.user.create({
    data: {
      userName,
      displayName,
      role,
      passwordHash,
      identityNumber,
      preferences: Preferences.parse({}),
      createdAt: store.clock.now(),
    },
  });
  await store.audit(
    {
      actor,
      action: 'user.created',
      objectType: 'USER',
      objectId: row.id,
      details: { userName, displayName, role, hasDocument: identityNumber !== null },
    },
    tx,
  );
  return toUser(row);
}

/** Throws NOT_ALLOWED_YET when it would leave the office without an active admin, INVALID_INPUT (document). */
export async function updateUser(store: Store, actor: Actor, input: UserChange): Promise<User> {
  const passwordHash = input.password === null ? null : await hashPassword(input.password);
  const identityNumber = readDocument(input.document);
  return store.write(async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: input.id } });
    const wasAdmin = before.active && before.role === 'ADMIN';
    const staysAdmin = input.active && input.role === 'ADMIN';
    if (wasAdmin && !staysAdmin) {
      const others = await tx.user.count({ where: { role: 'ADMIN', active: true, id: { not: input.id } } });
      if (others === 0) throw new AppError('NOT_ALLOWED_YET', { step: 'OTHER_ADMIN' });
    }
    const after = await tx.user.update({
      where: { id: input.id },
      data: {
        displayName: input.displayName,
        role: input.role,
        active: input.active,
        ...(identityNumber === null ? {} : { identityNumber }),
        ...(passwordHash === null ? {} : { passwordHash, failedAttempts: 0, blockedUntil: null }),
      },
    });
    await store.audit(
      {
        actor,
        action: 'user.updated',
        objectType: 'USER',
        objectId: input.id,
        details: {
          userName: before.userName,
          displayNameFrom: before.displayName,
          displayNameTo: after.displayName,
          roleFrom: before.role,
          roleTo: after.role,
          activeFrom: before.active,
          activeTo: after.active,
          passwordChanged: passwordHash !== null,
          documentChanged: identityNumber !== null && identityNumber !== before.identityNumber,
        },
      },
      tx,
    );
    return toUser(after);
  });
}

/** The number as records have it; null when there is none. Throws INVALID_INPUT (document). */
function readDocument(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const { type, number, valid } = parseIdentityDocument(text);
  if (valid !== true || (type !== 'DNI' && type !== 'NIE')) {
    throw new AppError('INVALID_INPUT', { fields: ['document'] });
  }
  return number;
}

/** Keeps what the person set for his own screen. */
export async function savePreferences(
  store: Store,
  userId: number,
  preferences: Preferences,
): Promise<Preferences> {
  await store.write((tx) => tx.user.update({ where: { id: userId }, data: { preferences } }));
  return preferences;
}
