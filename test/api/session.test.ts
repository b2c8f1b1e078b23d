import { createRouterClient, type RouterClient } from '@orpc/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../main/api/context.ts';
import { router } from '../../main/api/router.ts';
import { AppError } from '../../main/errors.ts';
import { apiServices } from '../support/api.ts';
import { temporaryStore, testClock, type TestClock } from '../support/store.ts';

let clock: TestClock;
let services: Services;
let window: RouterClient<typeof router>;

const OFFICE = {
  provinceCode: '50',
  officeName: 'Dirección Provincial de Zaragoza',
  mailboxAddress: 'zaragoza@tgss.example',
  admin: { userName: 'irene', displayName: 'Irene Cativiela', password: 'una frase bastante larga' },
};

function at(clientId: string): RouterClient<typeof router> {
  const reopen = async () => undefined;
  const context = { clientId, kiosk: null, services: () => services, reopen, demo: null };
  return createRouterClient(router, { context });
}

beforeEach(async () => {
  clock = testClock();
  services = apiServices(await temporaryStore(clock));
  window = at('window');
});

describe('a window', () => {
  it('asks for the first run, sets the office up once, and is signed in as its admin', async () => {
    expect(await window.session.state()).toMatchObject({ phase: 'FIRST_RUN', user: null, demo: null });
    expect(await window.session.setUp(OFFICE)).toMatchObject({
      phase: 'SIGNED_IN',
      user: { userName: 'irene', role: 'ADMIN' },
      office: { provinceCode: '50', provinceName: 'Zaragoza', timeZone: 'Europe/Madrid' },
    });
    await expect(at('other').session.setUp(OFFICE)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('signs in and out, each in the log, without the password anywhere', async () => {
    await window.session.setUp(OFFICE);
    await window.session.signOut();
    expect(await window.session.state()).toMatchObject({ phase: 'SIGNED_OUT', user: null });
    const wrong = window.session.signIn({ userName: 'irene', password: 'otra cosa distinta' });
    await expect(wrong).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    const { password } = OFFICE.admin;
    expect(await window.session.signIn({ userName: 'Irene ', password })).toMatchObject({
      phase: 'SIGNED_IN',
    });
    const log = await services.store.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } });
    expect(log.map(({ action }) => action).filter((action) => action.startsWith('session.'))).toEqual([
      'session.signOut',
      'session.signInRefused',
      'session.signIn',
    ]);
    expect(JSON.stringify(log)).not.toContain(password);
    expect(JSON.stringify(log)).not.toContain('otra cosa distinta');
  });

  it('locks itself when nobody is there, keeps who it was, and opens with the password only', async () => {
    await window.session.setUp(OFFICE);
    clock.advance(9 * 60_000);
    await window.session.touch();
    clock.advance(9 * 60_000);
    expect(await window.session.state()).toMatchObject({ phase: 'SIGNED_IN' });
    clock.advance(2 * 60_000);
    expect(await window.session.state()).toMatchObject({ phase: 'LOCKED', user: { userName: 'irene' } });
    await expect(window.session.touch()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(window.session.unlock({ password: 'no es esta seguro' })).rejects.toMatchObject({
      code: 'SIGN_IN_REFUSED',
    });
    expect(await window.session.unlock({ password: OFFICE.admin.password })).toMatchObject({
      phase: 'SIGNED_IN',
    });
  });

  it('is one of several: a changed password signs the others out', async () => {
    await window.session.setUp(OFFICE);
    const other = at('other');
    await other.session.signIn({ userName: 'irene', password: OFFICE.admin.password });
    await window.session.changePassword({ current: OFFICE.admin.password, next: 'otra frase bien larga' });
    expect(await other.session.state()).toMatchObject({ phase: 'SIGNED_OUT' });
    expect(await window.session.state()).toMatchObject({ phase: 'SIGNED_IN' });
  });

  it('shows the recovery screen of the error that keeps the store closed', async () => {
    const context = {
      clientId: 'window',
      kiosk: null,
      services: () => {
        throw new AppError('STORE_LOCKED');
      },
      reopen: async () => undefined,
      demo: null,
    };
    const closed = createRouterClient(router, { context });
    expect(await closed.session.state()).toMatchObject({
      phase: 'RECOVERY',
      recovery: { code: 'STORE_LOCKED', data: { what: 'Otro programa está usando la base de datos.' } },
    });
    await expect(closed.messages.counts()).rejects.toMatchObject({ code: 'STORE_LOCKED' });
  });
});
