import { describe, expect, test } from 'vitest';
import { createUser, updateUser } from '../../main/accounts/accounts.ts';
import { changePassword, checkPassword } from '../../main/accounts/sign-in.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import type { Store } from '../../main/store/store.ts';
import { temporaryStore, testClock } from '../support/store.ts';

const clerk = {
  userName: 'marta.lopez',
  displayName: 'Marta López Ferrer',
  role: 'CLERK',
  password: 'otra frase bastante larga',
} as const;
const createClerk = (store: Store) => createUser(store, SYSTEM_ACTOR, clerk);
const wrong = { userName: 'marta.lopez', password: 'no es esta' };
const minute = 60_000;

/** What each of `times` attempts one after another answered. */
async function attempts(store: Store, input: typeof wrong, times: number): Promise<string[]> {
  const codes: string[] = [];
  for (let count = 0; count < times; count += 1) {
    codes.push(
      await checkPassword(store, input).then(
        () => 'IN',
        (error: { code: string }) => error.code,
      ),
    );
  }
  return codes;
}

const refused = (times: number) => Array.from({ length: times }, () => 'SIGN_IN_REFUSED');

describe('checkPassword', () => {
  test('takes the name as people type it', async () => {
    const store = await temporaryStore();
    const user = await createClerk(store);
    expect((await checkPassword(store, { ...clerk, userName: ' Marta.Lopez ' })).id).toBe(user.id);
  });

  test('closes the account for ten minutes after five failures, to the right password too', async () => {
    const clock = testClock();
    const store = await temporaryStore(clock);
    await createClerk(store);
    expect(await attempts(store, wrong, 6)).toEqual([...refused(5), 'SIGN_IN_BLOCKED']);
    clock.advance(10 * minute - 1);
    await expect(checkPassword(store, clerk)).rejects.toMatchObject({
      code: 'SIGN_IN_BLOCKED',
      details: { minutes: 1 },
    });
    clock.advance(1);
    expect(await attempts(store, clerk, 1)).toEqual(['IN']);
  });

  test('counting starts again after a success and after a block', async () => {
    const clock = testClock();
    const store = await temporaryStore(clock);
    await createClerk(store);
    expect(await attempts(store, wrong, 4)).toEqual(refused(4));
    expect(await attempts(store, clerk, 1)).toEqual(['IN']);
    expect(await attempts(store, wrong, 5)).toEqual(refused(5));
    clock.advance(10 * minute);
    expect(await attempts(store, wrong, 4)).toEqual(refused(4));
    expect(await attempts(store, clerk, 1)).toEqual(['IN']);
  });

  test('guesses made at the same time are counted like guesses one after another', async () => {
    const store = await temporaryStore();
    await createClerk(store);
    const answers = await Promise.all(Array.from({ length: 8 }, () => attempts(store, wrong, 1)));
    expect(answers.flat().filter((code) => code === 'SIGN_IN_REFUSED')).toHaveLength(5);
  });

  test.each(['nadie', 'no es un nombre válido', ''])(
    'a name that is nobody’s is answered like one that is somebody’s: «%s»',
    async (userName) => {
      const clock = testClock();
      const store = await temporaryStore(clock);
      await createClerk(store);
      const stranger = { userName, password: 'lo que sea' };
      expect(await attempts(store, stranger, 6)).toEqual(await attempts(store, wrong, 6));
      clock.advance(10 * minute);
      expect(await attempts(store, stranger, 1)).toEqual(await attempts(store, wrong, 1));
    },
  );

  test('a refusal is logged without name and password', async () => {
    const store = await temporaryStore();
    const user = await createClerk(store);
    await attempts(store, wrong, 1);
    await attempts(store, { userName: 'la-contrasena-aqui', password: 'x' }, 1);
    const entries = await store.prisma.auditEntry.findMany({ where: { action: 'session.signInRefused' } });
    expect(entries.map((entry) => entry.objectId)).toEqual([user.id, null]);
    expect(JSON.stringify(entries)).not.toContain('contrasena');
  });

  test('a new password given by the admin lifts the block', async () => {
    const store = await temporaryStore();
    const user = await createClerk(store);
    await attempts(store, wrong, 5);
    const { id, displayName, role, active } = user;
    await updateUser(store, SYSTEM_ACTOR, { id, displayName, role, active, password: 'frase de repuesto' });
    expect((await checkPassword(store, { ...clerk, password: 'frase de repuesto' })).id).toBe(id);
  });
});

describe('changePassword', () => {
  test('needs the current one, then only the new one opens', async () => {
    const store = await temporaryStore();
    const user = await createClerk(store);
    const actor = { id: user.id, name: user.displayName };
    const next = 'la frase nueva de marzo';
    await expect(changePassword(store, actor, { current: 'no es esta', next })).rejects.toMatchObject({
      code: 'SIGN_IN_REFUSED',
    });
    expect(await attempts(store, clerk, 1)).toEqual(['IN']);
    await changePassword(store, actor, { current: clerk.password, next });
    expect(await attempts(store, clerk, 1)).toEqual(['SIGN_IN_REFUSED']);
    expect(await attempts(store, { ...clerk, password: next }, 1)).toEqual(['IN']);
    const entry = await store.prisma.auditEntry.findFirst({ where: { action: 'session.passwordChanged' } });
    expect(entry).toMatchObject({ actorId: user.id, objectId: user.id, details: '{}' });
  });
});
