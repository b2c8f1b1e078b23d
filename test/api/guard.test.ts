import { createRouterClient } from '@orpc/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../main/accounts/model.ts';
import type { ConnectionContext, Services } from '../../main/api/context.ts';
import { contract } from '../../main/api/contract/index.ts';
import { router } from '../../main/api/router.ts';
import { apiServices } from '../support/api.ts';
import { aUser } from '../support/builders.ts';
import { temporaryStore, testClock } from '../support/store.ts';

/** Said here a second time on purpose: a slip in the guard's own table must not pass. */
const SUPERVISOR_ONLY = [
  'citizens.import',
  'citizens.importEmployment',
  'citizens.update',
  'registrations.closeByOffice',
  'learning.overview',
  'learning.changedMessages',
  'learning.train',
  'learning.workOutChanges',
  'learning.switchTo',
  'learning.setReviewBelow',
  'learning.teachRule',
  'learning.removeRule',
  'supervision.overview',
  'supervision.corrections',
  'supervision.exportCsv',
  'handover.overview',
  'handover.make',
  'handover.file',
  'handover.acknowledge',
  'kiosk.open',
  'audit.list',
  'audit.people',
  'audit.exportCsv',
  'settings.templates',
  'settings.saveSending',
  'settings.saveLadder',
  'settings.saveTemplate',
  'settings.templateVersions',
  'settings.placeholders',
  'settings.units',
  'settings.saveUnit',
  'catalogue.save',
  'catalogue.exportCsv',
  'catalogue.import',
  'mailboxes.readAgain',
  'work.cancel',
  'work.ingest',
  'work.export',
  'work.reindex',
  'work.verifyAudit',
];
const ADMIN_ONLY = [
  'identity.gateway',
  'identity.saveGateway',
  'identity.testSms',
  'mailboxes.accounts',
  'mailboxes.saveAccount',
  'mailboxes.testAccount',
  'settings.save',
  'settings.users',
  'settings.createUser',
  'settings.updateUser',
  'work.backup',
];
const KIOSK_ONLY = [
  'kiosk.state',
  'kiosk.begin',
  'kiosk.touch',
  'kiosk.end',
  'kiosk.services',
  'kiosk.smsAccess',
  'kiosk.sendCode',
  'kiosk.checkCode',
  'kiosk.personalPage',
  'kiosk.workingLife',
  'kiosk.report',
  'kiosk.leave',
  'passwords.question',
  'passwords.prove',
  'passwords.sendCode',
  'passwords.checkCode',
  'passwords.proveCurrent',
  'passwords.check',
  'passwords.set',
  'passwords.close',
  'passwords.signIn',
];
const BEFORE_SIGN_IN = [
  'session.state',
  'session.retry',
  'session.setUp',
  'session.signIn',
  'session.signOut',
  'session.lock',
  'session.unlock',
];

const PROCEDURES = Object.entries(contract).flatMap(([domain, procedures]) =>
  Object.keys(procedures).map((name) => `${domain}.${name}`),
);

type AnyClient = Record<string, Record<string, (input?: unknown) => Promise<unknown>>>;

let services: Services;
const clock = testClock();

beforeEach(async () => {
  services = apiServices(await temporaryStore(clock));
});

function clientAt(clientId: string, kiosk: ConnectionContext['kiosk'] = null): AnyClient {
  const context: ConnectionContext = {
    clientId,
    kiosk,
    services: () => services,
    reopen: async () => undefined,
    demo: null,
  };
  return createRouterClient(router, { context }) as unknown as AnyClient;
}

/** The code the procedure refuses with, or null when it was let in (whatever it made of the missing input). */
async function refusal(client: AnyClient, procedure: string): Promise<string | null> {
  const [domain = '', name = ''] = procedure.split('.');
  try {
    const answer = await client[domain]?.[name]?.();
    if (procedure === 'events.subscribe') await (answer as AsyncIterator<unknown>).return?.();
    return null;
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'NONE';
    return code === 'NOT_SIGNED_IN' || code === 'FORBIDDEN' ? code : null;
  }
}

async function signedIn(role: Role): Promise<AnyClient> {
  const user = await aUser(services.store, { role });
  services.sessions.signIn(role, user.id);
  return clientAt(role);
}

describe('the guard', () => {
  it('knows a role for every procedure of the contract', () => {
    const named = [...SUPERVISOR_ONLY, ...ADMIN_ONLY, ...KIOSK_ONLY, ...BEFORE_SIGN_IN];
    expect(named.filter((procedure) => !PROCEDURES.includes(procedure))).toEqual([]);
  });

  it('lets nobody in before signing in, but for the session itself', async () => {
    const client = clientAt('stranger');
    for (const procedure of PROCEDURES.filter((name) => !BEFORE_SIGN_IN.includes(name))) {
      expect([procedure, await refusal(client, procedure)]).toEqual([procedure, 'NOT_SIGNED_IN']);
    }
  });

  it.each([
    ['CLERK', [...SUPERVISOR_ONLY, ...ADMIN_ONLY, ...KIOSK_ONLY]],
    ['SUPERVISOR', [...ADMIN_ONLY, ...KIOSK_ONLY]],
    ['ADMIN', KIOSK_ONLY],
  ] as const)('lets a %s do what the role may, and refuses the rest in the log', async (role, forbidden) => {
    const client = await signedIn(role);
    const refused: string[] = [];
    for (const procedure of PROCEDURES.filter((name) => !BEFORE_SIGN_IN.includes(name))) {
      const code = await refusal(client, procedure);
      if (code !== null) {
        expect(code).toBe('FORBIDDEN');
        refused.push(procedure);
      }
    }
    expect(refused.sort()).toEqual([...forbidden].sort());
    const logged = await services.store.prisma.auditEntry.count({ where: { action: 'access.refused' } });
    expect(logged).toBe(forbidden.length);
    await services.work.drain();
  });

  it('keeps a kiosk to its own procedures, whoever is signed in beside it, and writes each attempt down', async () => {
    await signedIn('ADMIN');
    const grant = services.kiosks.enter(services.kiosks.open('135790'));
    if (grant === null) throw new Error('no kiosk');
    // As bad as it gets: the connection bears the name of a window where somebody is signed in.
    const client = clientAt('ADMIN', { grant, onLeft: () => undefined });
    const answered: string[] = [];
    for (const procedure of PROCEDURES) {
      const code = await refusal(client, procedure);
      if (code === null) answered.push(procedure);
      else expect([procedure, code]).toEqual([procedure, 'FORBIDDEN']);
    }
    expect(answered.sort()).toEqual([...KIOSK_ONLY].sort());
    const logged = await services.store.prisma.auditEntry.findMany({ where: { action: 'access.refused' } });
    expect(logged).toHaveLength(PROCEDURES.length - KIOSK_ONLY.length);
    expect(new Set(logged.map(({ actorId, actorName }) => `${actorId} ${actorName}`))).toEqual(
      new Set(['null Quiosco']),
    );
  });

  it('refuses a locked window, an idle one, and an account that was closed meanwhile', async () => {
    const client = await signedIn('ADMIN');
    services.sessions.lock('ADMIN');
    expect(await refusal(client, 'messages.counts')).toBe('NOT_SIGNED_IN');

    services.sessions.unlock('ADMIN');
    expect(await refusal(client, 'messages.counts')).toBeNull();
    clock.advance(10 * 60_000 + 1);
    expect(await refusal(client, 'messages.counts')).toBe('NOT_SIGNED_IN');

    services.sessions.unlock('ADMIN');
    await services.store.write((tx) => tx.user.updateMany({ data: { active: false } }));
    expect(await refusal(client, 'messages.counts')).toBe('NOT_SIGNED_IN');
  });

  it('answers wrong input with the names of the fields and nothing of their content', async () => {
    const client = await signedIn('CLERK');
    const call = client.cases?.addNote?.({ caseId: 'secreto', version: 1, text: 'x' });
    await expect(call).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { what: 'Alguno de los datos no es válido.', details: { fields: ['caseId'] } },
    });
    await expect(call).rejects.not.toMatchObject({ message: expect.stringContaining('secreto') as string });
  });
});
