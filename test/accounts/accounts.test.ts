import { describe, expect, test } from 'vitest';
import { createUser, listUsers, savePreferences, updateUser } from '../../main/accounts/accounts.ts';
import { Preferences } from '../../main/accounts/model.ts';
import { checkPassword } from '../../main/accounts/sign-in.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import type { Store } from '../../main/store/store.ts';
import { temporaryStore } from '../support/store.ts';

const admin = {
  userName: 'teresa.gil',
  displayName: 'Teresa Gil Lanuza',
  role: 'ADMIN',
  password: 'una frase bastante larga',
} as const;
const clerk = {
  userName: 'marta.lopez',
  displayName: 'Marta López Ferrer',
  role: 'CLERK',
  password: 'otra frase bastante larga',
} as const;

async function lastEntry(store: Store) {
  const entry = await store.prisma.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return { ...entry, details: JSON.parse(entry.details) as unknown };
}

describe('createUser', () => {
  test('makes an active account that can sign in, and logs it without the password', async () => {
    const store = await temporaryStore();
    const user = await createUser(store, SYSTEM_ACTOR, admin);
    expect(user).toEqual({
      id: user.id,
      userName: 'teresa.gil',
      displayName: 'Teresa Gil Lanuza',
      role: 'ADMIN',
      active: true,
      hasDocument: false,
    });
    expect(await checkPassword(store, admin)).toEqual({ ...user, preferences: Preferences.parse({}) });
    const entry = await lastEntry(store);
    expect(entry).toMatchObject({ action: 'user.created', objectType: 'USER', objectId: user.id });
    expect(JSON.stringify(entry.details)).not.toContain('frase');
    expect(await store.prisma.user.findMany({ select: { passwordHash: true } })).toEqual([
      { passwordHash: expect.stringMatching(/^\$scrypt\$/) as string },
    ]);
  });

  test('refuses a user name that is taken and writes nothing', async () => {
    const store = await temporaryStore();
    await createUser(store, SYSTEM_ACTOR, admin);
    const entries = await store.prisma.auditEntry.count();
    await expect(createUser(store, SYSTEM_ACTOR, { ...clerk, userName: 'teresa.gil' })).rejects.toMatchObject(
      { code: 'DUPLICATE', details: { field: 'userName' } },
    );
    expect(await listUsers(store)).toHaveLength(1);
    expect(await store.prisma.auditEntry.count()).toBe(entries);
  });
});

describe('updateUser', () => {
  test('keeps the own document, of which nobody is told more than that it is there', async () => {
    const store = await temporaryStore();
    const user = await createUser(store, SYSTEM_ACTOR, { ...admin, document: '12345678-z' });
    expect(user.hasDocument).toBe(true);
    const same = {
      id: user.id,
      displayName: user.displayName,
      role: user.role,
      active: true,
      password: null,
    };
    expect(await updateUser(store, SYSTEM_ACTOR, same)).toEqual(user);
    await updateUser(store, SYSTEM_ACTOR, { ...same, document: 'x1234567l' });
    const row = await store.prisma.user.findUniqueOrThrow({ where: { id: user.id } });
    expect(row.identityNumber).toBe('X1234567L');
    const log = await store.prisma.auditEntry.findMany();
    expect(JSON.stringify(log)).not.toMatch(/12345678Z|X1234567L/i);
    for (const document of ['12345678A', 'AAA123456', 'B12345674', '']) {
      await expect(updateUser(store, SYSTEM_ACTOR, { ...same, document })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      });
    }
  });

  test('changes name, role and activity, and logs from and to', async () => {
    const store = await temporaryStore();
    const boss = await createUser(store, SYSTEM_ACTOR, admin);
    const user = await createUser(store, SYSTEM_ACTOR, clerk);
    const actor = { id: boss.id, name: boss.displayName };
    const change = { id: user.id, displayName: 'Marta López', role: 'SUPERVISOR', active: false } as const;
    expect(await updateUser(store, actor, { ...change, password: null })).toEqual({
      ...change,
      userName: 'marta.lopez',
      hasDocument: false,
    });
    expect(await lastEntry(store)).toMatchObject({
      action: 'user.updated',
      actorId: boss.id,
      objectId: user.id,
      details: {
        roleFrom: 'CLERK',
        roleTo: 'SUPERVISOR',
        activeFrom: true,
        activeTo: false,
        passwordChanged: false,
      },
    });
    await expect(checkPassword(store, clerk)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
  });

  test('gives a new password; null leaves the old one', async () => {
    const store = await temporaryStore();
    const user = await createUser(store, SYSTEM_ACTOR, clerk);
    const same = { id: user.id, displayName: user.displayName, role: user.role, active: true };
    await updateUser(store, SYSTEM_ACTOR, { ...same, password: null });
    expect((await checkPassword(store, clerk)).id).toBe(user.id);
    await updateUser(store, SYSTEM_ACTOR, { ...same, password: 'una tercera frase' });
    await expect(checkPassword(store, clerk)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    expect((await checkPassword(store, { ...clerk, password: 'una tercera frase' })).id).toBe(user.id);
    expect(await lastEntry(store)).not.toMatchObject({
      details: expect.stringContaining('tercera') as string,
    });
  });

  test.each([
    { role: 'CLERK', active: true },
    { role: 'ADMIN', active: false },
  ] as const)('keeps the last active admin: $role, active $active', async (change) => {
    const store = await temporaryStore();
    const boss = await createUser(store, SYSTEM_ACTOR, admin);
    const second = await createUser(store, SYSTEM_ACTOR, { ...clerk, role: 'ADMIN' });
    const actor = { id: boss.id, name: boss.displayName };
    const step = (id: number, displayName: string) =>
      updateUser(store, actor, { id, displayName, ...change, password: null });
    await step(second.id, second.displayName);
    await expect(step(boss.id, boss.displayName)).rejects.toMatchObject({
      code: 'NOT_ALLOWED_YET',
      details: { step: 'OTHER_ADMIN' },
    });
    expect((await listUsers(store)).find((user) => user.id === boss.id)).toEqual(boss);
  });

  test('an account that is not there is NOT_FOUND', async () => {
    const store = await temporaryStore();
    const nobody = { id: 7, displayName: 'Nadie', role: 'CLERK', active: true, password: null } as const;
    await expect(updateUser(store, SYSTEM_ACTOR, nobody)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('preferences come back with the next sign-in', async () => {
  const store = await temporaryStore();
  const user = await createUser(store, SYSTEM_ACTOR, clerk);
  const preferences = Preferences.parse({ theme: 'DARK', density: 'COMPACT', panes: { list: 412 } });
  expect(await savePreferences(store, user.id, preferences)).toEqual(preferences);
  expect((await checkPassword(store, clerk)).preferences).toEqual(preferences);
});
