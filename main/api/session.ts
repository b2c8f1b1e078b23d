import { savePreferences } from '../accounts/accounts.ts';
import { Preferences, Role } from '../accounts/model.ts';
import { changePassword, checkPassword } from '../accounts/sign-in.ts';
import { AppError } from '../errors.ts';
import { provinceName, timeZoneOf } from '../settings/provinces.ts';
import { isSetUp, setUpOffice } from '../settings/set-up.ts';
import { loadSettings } from '../settings/settings.ts';
import { APP_VERSION } from '../version.ts';
import type { ConnectionContext, Services } from './context.ts';
import type { SessionState } from './contract/session.ts';
import { errorData, toAppError } from './errors.ts';
import { api, openApi } from './guard.ts';

/** Session procedures; each answers with where the window stands afterwards. */
export const sessionRouter = {
  state: openApi.session.state.handler(({ context }) => stateOf(context)),

  retry: openApi.session.retry.handler(async ({ context }) => {
    await context.reopen();
    return stateOf(context);
  }),

  setUp: openApi.session.setUp.handler(async ({ context, input }) => {
    const { store, sessions } = context.services();
    const admin = await setUpOffice(store, input);
    sessions.signIn(context.clientId, admin.id);
    return stateOf(context);
  }),

  signIn: openApi.session.signIn.handler(async ({ context, input }) => {
    const services = context.services();
    const account = await checkPassword(services.store, input);
    services.sessions.signIn(context.clientId, account.id);
    await services.store.audit({
      actor: { id: account.id, name: account.displayName },
      action: 'session.signIn',
      objectType: 'SESSION',
    });
    return stateOf(context);
  }),

  signOut: openApi.session.signOut.handler(async ({ context }) => {
    const services = context.services();
    const user = await userAt(services, context.clientId);
    services.sessions.signOut(context.clientId);
    if (user !== null) {
      await services.store.audit({ actor: actorOf(user), action: 'session.signOut', objectType: 'SESSION' });
    }
    return stateOf(context);
  }),

  lock: openApi.session.lock.handler(async ({ context }) => {
    const services = context.services();
    const user = await userAt(services, context.clientId);
    if (user !== null && services.sessions.at(context.clientId)?.locked === false) {
      services.sessions.lock(context.clientId);
      await services.store.audit({ actor: actorOf(user), action: 'session.lock', objectType: 'SESSION' });
    }
    return stateOf(context);
  }),

  unlock: openApi.session.unlock.handler(async ({ context, input }) => {
    const services = context.services();
    const user = await userAt(services, context.clientId);
    if (user === null) throw new AppError('NOT_SIGNED_IN');
    await checkPassword(services.store, { userName: user.userName, password: input.password });
    services.sessions.unlock(context.clientId);
    await services.store.audit({ actor: actorOf(user), action: 'session.unlock', objectType: 'SESSION' });
    return stateOf(context);
  }),

  touch: api.session.touch.handler(({ context }) => {
    context.sessions.touch(context.clientId);
  }),

  changePassword: api.session.changePassword.handler(async ({ context, input }) => {
    await changePassword(context.store, context.actor, input);
    context.sessions.signOutUser(context.actor.id, context.clientId);
  }),

  savePreferences: api.session.savePreferences.handler(({ context, input }) =>
    savePreferences(context.store, context.actor.id, input),
  ),
};

async function stateOf(context: ConnectionContext): Promise<SessionState> {
  const nobody = {
    recovery: null,
    user: null,
    office: null,
    idleMinutes: 10,
    demo: context.demo === null ? null : { ...context.demo, accounts: [...context.demo.accounts] },
    version: APP_VERSION,
  };
  let services: Services;
  try {
    services = context.services();
  } catch (error) {
    const coded = toAppError(error);
    return { ...nobody, phase: 'RECOVERY', recovery: { code: coded.code, data: errorData(coded) } };
  }
  if (!(await isSetUp(services.store))) return { ...nobody, phase: 'FIRST_RUN' };
  const { office, session } = await loadSettings(services.store);
  const known = {
    ...nobody,
    office: {
      provinceCode: office.provinceCode,
      provinceName: provinceName(office.provinceCode),
      timeZone: timeZoneOf(office.provinceCode),
      officeName: office.officeName,
    },
    idleMinutes: session.idleMinutes,
  };
  const user = await userAt(services, context.clientId);
  if (user === null) return { ...known, phase: 'SIGNED_OUT' };
  return {
    ...known,
    phase: services.sessions.at(context.clientId)?.locked === true ? 'LOCKED' : 'SIGNED_IN',
    user: {
      id: user.id,
      userName: user.userName,
      displayName: user.displayName,
      role: Role.parse(user.role),
      active: user.active,
      hasDocument: user.identityNumber !== null,
      preferences: Preferences.catch(Preferences.parse({})).parse(user.preferences),
    },
  };
}

async function userAt(services: Services, clientId: string) {
  const session = services.sessions.at(clientId);
  if (session === null) return null;
  const user = await services.store.prisma.user.findUnique({ where: { id: session.userId } });
  return user?.active === true ? user : null;
}

function actorOf(user: { readonly id: number; readonly displayName: string }) {
  return { id: user.id, name: user.displayName };
}
