import { describe, expect, test } from 'vitest';
import { aMessage, aUser } from '../support/builders.ts';
import { apiDesk } from '../support/api.ts';
import { temporaryStore, testClock } from '../support/store.ts';

const minute = 60_000;

describe('settings over the contract', () => {
  test('a shorter idle time counts from now on, and every window hears of it', async () => {
    const clock = testClock();
    const store = await temporaryStore(clock);
    const { client, told } = await apiDesk(store, 'ADMIN');
    const settings = await client.settings.get();
    await client.settings.save({ ...settings, session: { idleMinutes: 2 } });
    expect(told).toContainEqual({ type: 'SESSION_CHANGED' });
    clock.advance(2 * minute + 1);
    await expect(client.settings.get()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test('what is not valid is refused with the name of its field', async () => {
    const store = await temporaryStore();
    const { client } = await apiDesk(store, 'ADMIN');
    const settings = await client.settings.get();
    const wrong = { ...settings, office: { ...settings.office, provinceCode: '53' } };
    await expect(client.settings.save(wrong)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { details: { fields: ['office.provinceCode'] } },
    });
    expect(await client.settings.get()).toEqual(settings);
  });

  test.each([
    { active: false, password: null },
    { active: true, password: 'una frase de repuesto' },
  ])('whoever is closed out or given a new password is signed out: $active', async (change) => {
    const store = await temporaryStore();
    const { client, services } = await apiDesk(store, 'ADMIN');
    const clerk = await aUser(store);
    services.sessions.signIn('another window', clerk.id);
    await client.settings.updateUser({ id: clerk.id, displayName: clerk.name, role: 'CLERK', ...change });
    expect(services.sessions.at('another window')).toBeNull();
    expect(services.sessions.at('window')).not.toBeNull();
  });

  test('a change of name leaves the person where he is', async () => {
    const store = await temporaryStore();
    const { client, services } = await apiDesk(store, 'ADMIN');
    const clerk = await aUser(store);
    services.sessions.signIn('another window', clerk.id);
    const change = { displayName: 'Nombre Nuevo', role: 'CLERK', active: true, password: null } as const;
    await client.settings.updateUser({ id: clerk.id, ...change });
    expect(services.sessions.at('another window')).not.toBeNull();
    expect((await client.settings.users()).map((user) => user.displayName)).toContain('Nombre Nuevo');
  });

  test('an unknown placeholder comes back by name', async () => {
    const store = await temporaryStore();
    const { client } = await apiDesk(store, 'SUPERVISOR');
    const known = (await client.settings.placeholders()).map((placeholder) => placeholder.name);
    expect(known).toContain('nombre');
    await expect(
      client.settings.saveTemplate({
        id: null,
        version: null,
        name: 'Prueba',
        subject: 'Prueba',
        body: 'Hola, {{apodo}}',
        active: true,
      }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { details: { unknown: ['apodo'] } } });
  });
});

describe('supervision and log over the contract', () => {
  test('the overview, the corrections and the log are what the contract promises', async () => {
    const store = await temporaryStore();
    const { client, clerk } = await apiDesk(store, 'SUPERVISOR');
    const id = await aMessage(store, { subject: 'Cambio de móvil' });
    await client.messages.setCategoryMany({ ids: [id], category: 'OTRAS' });
    expect(await client.supervision.overview()).toMatchObject({
      open: [{ category: 'OTRAS', state: 'NEW', count: 1 }],
      agreement: [{ proposed: 'AFILIACION', final: 'OTRAS', count: 1 }],
    });
    expect(await client.supervision.corrections({})).toMatchObject({
      rows: [{ messageId: id, final: 'OTRAS', by: clerk.name }],
      nextCursor: null,
    });
    const { rows } = await client.audit.list({ filter: { action: 'message.categorySet' } });
    expect(rows).toMatchObject([{ actorId: clerk.id, objectId: id }]);
    const { csv } = await client.audit.exportCsv({ filter: { objectId: id, objectType: 'MESSAGE' } });
    expect(csv).toContain('message.categorySet');
  });
});
