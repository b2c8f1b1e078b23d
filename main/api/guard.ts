import { implement, type ORPCError } from '@orpc/server';
import type { Role } from '../accounts/model.ts';
import { AppError } from '../errors.ts';
import { KIOSK_ACTOR, type Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import type { ConnectionContext, SignedIn } from './context.ts';
import { contract, type Contract } from './contract/index.ts';
import { toAppError, toRpcError } from './errors.ts';

/** ANYONE: at a desk, before signing in. KIOSK: a kiosk, and nobody who is signed in. The rest: that role or a higher one. */
export type Access = Role | 'ANYONE' | 'KIOSK';

const RANK: Record<Role, number> = { CLERK: 1, SUPERVISOR: 2, ADMIN: 3 };

/** Who may call what: the one place where it is said, complete by type. */
const ACCESS: { readonly [D in keyof Contract]: { readonly [P in keyof Contract[D]]: Access } } = {
  session: {
    state: 'ANYONE',
    retry: 'ANYONE',
    setUp: 'ANYONE', // refused as soon as an account exists
    signIn: 'ANYONE',
    signOut: 'ANYONE',
    lock: 'ANYONE',
    unlock: 'ANYONE',
    touch: 'CLERK',
    changePassword: 'CLERK',
    savePreferences: 'CLERK',
  },
  messages: {
    list: 'CLERK',
    counts: 'CLERK',
    searchTotal: 'CLERK',
    get: 'CLERK',
    thread: 'CLERK',
    copies: 'CLERK',
    lookAlikes: 'CLERK',
    repeats: 'CLERK',
    headers: 'CLERK',
    raw: 'CLERK',
    attachment: 'CLERK',
    nested: 'CLERK',
    setCategory: 'CLERK',
    withdrawDecision: 'CLERK',
    setAction: 'CLERK',
    setCategoryMany: 'CLERK',
    confirmMany: 'CLERK',
    assignMany: 'CLERK',
    archiveMany: 'CLERK',
    undo: 'CLERK',
  },
  mailboxes: {
    accounts: 'ADMIN',
    saveAccount: 'ADMIN',
    testAccount: 'ADMIN',
    status: 'CLERK',
    ledger: 'CLERK',
    check: 'CLERK',
    readNow: 'CLERK',
    readAgain: 'SUPERVISOR',
  },
  cases: {
    list: 'CLERK',
    get: 'CLERK',
    create: 'CLERK',
    addMessage: 'CLERK',
    putTogether: 'CLERK',
    removeMessage: 'CLERK',
    setCitizen: 'CLERK',
    setState: 'CLERK',
    assign: 'CLERK',
    setDueDate: 'CLERK',
    addNote: 'CLERK',
    linkAttachment: 'CLERK',
    unlinkAttachment: 'CLERK',
    acceptDeclared: 'CLERK',
    verifyBySender: 'CLERK',
    verifyByCertificate: 'CLERK',
    verifyByDocument: 'CLERK',
    verifyByData: 'CLERK',
    citizenCandidates: 'CLERK',
    suggestions: 'CLERK',
    history: 'CLERK',
    people: 'CLERK',
    units: 'CLERK',
  },
  replies: {
    templates: 'CLERK',
    preview: 'CLERK',
    check: 'CLERK',
    queue: 'CLERK',
    forward: 'CLERK',
    cancel: 'CLERK',
    sendNow: 'CLERK',
    outbox: 'CLERK',
  },
  phones: {
    request: 'CLERK',
    confirm: 'CLERK', // not his own; a supervisor where the number is on another record: said in the act itself
    refuse: 'CLERK',
    undo: 'CLERK',
    waiting: 'CLERK',
    reveal: 'CLERK', // from a case of that citizen; a supervisor from anywhere
  },
  registrations: {
    search: 'CLERK',
    ofCitizen: 'CLERK',
    challenge: 'CLERK',
    sendCode: 'CLERK',
    checkCode: 'CLERK',
    register: 'CLERK', // nobody himself: said in the act
    reissue: 'CLERK',
    voidCode: 'CLERK',
    block: 'CLERK',
    close: 'CLERK', // the citizen shows who he is
    closeByOffice: 'SUPERVISOR',
    addSheet: 'CLERK',
    sheet: 'CLERK',
  },
  citizens: {
    search: 'CLERK',
    get: 'CLERK',
    readNumber: 'CLERK',
    create: 'CLERK',
    update: 'SUPERVISOR',
    import: 'SUPERVISOR',
    importEmployment: 'SUPERVISOR',
  },
  documents: { readTa1: 'CLERK', likelyTypes: 'CLERK', report: 'CLERK', requestSheet: 'CLERK' },
  handover: {
    overview: 'SUPERVISOR',
    make: 'SUPERVISOR',
    file: 'SUPERVISOR',
    acknowledge: 'SUPERVISOR',
    ofCase: 'CLERK',
    handle: 'CLERK',
  },
  identity: {
    diagnose: 'CLERK',
    ladder: 'CLERK',
    challenge: 'CLERK',
    sendCode: 'CLERK',
    checkCode: 'CLERK',
    askDelivery: 'CLERK',
    gateway: 'ADMIN',
    saveGateway: 'ADMIN',
    testSms: 'ADMIN',
    simulatedPhone: 'CLERK',
  },
  learning: {
    overview: 'SUPERVISOR',
    changedMessages: 'SUPERVISOR',
    train: 'SUPERVISOR',
    workOutChanges: 'SUPERVISOR',
    switchTo: 'SUPERVISOR',
    setReviewBelow: 'SUPERVISOR',
    teachRule: 'SUPERVISOR',
    removeRule: 'SUPERVISOR',
  },
  supervision: { overview: 'SUPERVISOR', corrections: 'SUPERVISOR', exportCsv: 'SUPERVISOR' },
  audit: { list: 'SUPERVISOR', people: 'SUPERVISOR', exportCsv: 'SUPERVISOR' },
  settings: {
    get: 'CLERK',
    save: 'ADMIN',
    saveSending: 'SUPERVISOR',
    saveLadder: 'SUPERVISOR',
    mailboxes: 'CLERK',
    users: 'ADMIN',
    createUser: 'ADMIN',
    updateUser: 'ADMIN',
    templates: 'SUPERVISOR',
    saveTemplate: 'SUPERVISOR',
    templateVersions: 'SUPERVISOR',
    placeholders: 'SUPERVISOR',
    units: 'SUPERVISOR',
    saveUnit: 'SUPERVISOR',
  },
  catalogue: {
    list: 'CLERK',
    forMessage: 'CLERK',
    save: 'SUPERVISOR',
    exportCsv: 'SUPERVISOR',
    import: 'SUPERVISOR',
  },
  work: {
    list: 'CLERK',
    cancel: 'SUPERVISOR',
    ingest: 'SUPERVISOR',
    backup: 'ADMIN',
    export: 'SUPERVISOR',
    reindex: 'SUPERVISOR',
    verifyAudit: 'SUPERVISOR',
  },
  events: { subscribe: 'CLERK' },
  kiosk: {
    open: 'SUPERVISOR',
    state: 'KIOSK',
    begin: 'KIOSK',
    touch: 'KIOSK',
    end: 'KIOSK',
    services: 'KIOSK',
    smsAccess: 'KIOSK',
    sendCode: 'KIOSK',
    checkCode: 'KIOSK',
    personalPage: 'KIOSK',
    workingLife: 'KIOSK',
    report: 'KIOSK',
    leave: 'KIOSK',
  },
  passwords: {
    question: 'KIOSK',
    prove: 'KIOSK',
    sendCode: 'KIOSK',
    checkCode: 'KIOSK',
    proveCurrent: 'KIOSK',
    check: 'KIOSK',
    set: 'KIOSK',
    close: 'KIOSK',
    signIn: 'KIOSK',
  },
};

function accessOf(path: readonly string[]): Access | undefined {
  const [domain = '', name = ''] = path;
  const table: Readonly<Record<string, Readonly<Record<string, Access>>>> = ACCESS;
  return table[domain]?.[name];
}

/** Throws NOT_SIGNED_IN or FORBIDDEN; a refusal of a signed-in person is written down. */
async function admit(context: ConnectionContext, path: readonly string[]): Promise<SignedIn> {
  const { store, sessions } = context.services();
  const session = sessions.at(context.clientId);
  if (session === null || session.locked) throw new AppError('NOT_SIGNED_IN');
  const user = await store.prisma.user.findUnique({ where: { id: session.userId } });
  if (user === null || !user.active) {
    sessions.signOut(context.clientId);
    throw new AppError('NOT_SIGNED_IN');
  }
  const actor: SignedIn = { id: user.id, name: user.displayName, role: user.role as Role };
  const needed = accessOf(path);
  const allowed =
    needed === 'ANYONE' || (needed !== undefined && needed !== 'KIOSK' && RANK[actor.role] >= RANK[needed]);
  if (!allowed) throw await refused(store, actor, path);
  return actor;
}

async function refused(store: Store, actor: Actor, path: readonly string[]): Promise<AppError> {
  const details = { procedure: path.join('.') };
  await store.audit({ actor, action: 'access.refused', objectType: 'PROCEDURE', details });
  return new AppError('FORBIDDEN');
}

/** Throws FORBIDDEN when a kiosk calls what is not a kiosk's, and NOT_SIGNED_IN once it was left. */
async function keepKioskIn(context: ConnectionContext, path: readonly string[]): Promise<void> {
  const { kiosk } = context;
  if (kiosk === null) return;
  const { store, kiosks } = context.services();
  if (accessOf(path) !== 'KIOSK') throw await refused(store, KIOSK_ACTOR, path);
  if (!kiosks.isOpen(kiosk.grant)) throw new AppError('NOT_SIGNED_IN');
}

function isRpcError(error: unknown): error is ORPCError<string, unknown> {
  return error instanceof Error && 'defined' in error && 'code' in error;
}

/** Errors leave as coded ones; what nobody foresaw is reported without its text, which may hold personal data. */
const coded = implement(contract)
  .$context<ConnectionContext>()
  .use(async ({ next, path }) => {
    try {
      return await next();
    } catch (error) {
      if (isRpcError(error)) {
        if (error.code !== 'BAD_REQUEST') throw error;
        throw toRpcError(new AppError('INVALID_INPUT', { fields: invalidFields(error) }));
      }
      const known = toAppError(error);
      if (known.code === 'UNEXPECTED') reportUnexpected(path, known.cause);
      throw toRpcError(known);
    }
  });

function invalidFields(error: ORPCError<string, unknown>): string[] {
  const { data } = error;
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues))
    return [];
  return data.issues.flatMap((issue: unknown) =>
    typeof issue === 'object' && issue !== null && 'path' in issue && Array.isArray(issue.path)
      ? [issue.path.map(String).join('.')]
      : [],
  );
}

function reportUnexpected(path: readonly string[], cause: unknown): void {
  const frames =
    cause instanceof Error ? (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const name = cause instanceof Error ? cause.name : typeof cause;
  process.stderr.write(`unexpected ${name} in ${path.join('.')}\n${frames.slice(0, 12).join('\n')}\n`);
}

/** For the session's own procedures: nobody needs to be signed in, but no kiosk gets further than this. */
export const openApi = coded.use(async ({ context, next, path }) => {
  await keepKioskIn(context, path);
  return next();
});

/** For everything else: a signed-in person with the role the table asks for. */
export const api = openApi.use(async ({ context, next, path }) => {
  const actor = await admit(context, path);
  return next({ context: { ...context.services(), actor } });
});

/** For citizens: a kiosk's connection. Anybody else is told what he would be told of a procedure of another role. */
export const kioskApi = openApi.use(async ({ context, next, path }) => {
  const { kiosk } = context;
  if (kiosk === null) {
    await admit(context, path);
    throw new AppError('FORBIDDEN');
  }
  return next({ context: { ...context.services(), kiosk, actor: KIOSK_ACTOR } });
});

/** The same while a visit is open, which the call keeps open. */
export const visitApi = kioskApi.use(({ context, next }) =>
  next({ context: { visit: context.visits.touch(context.clientId) } }),
);

/** The same once its citizen was let in: NOT_ALLOWED_YET (IDENTITY) before. */
export const visitorApi = visitApi.use(({ context, next }) => {
  const { visitor } = context.visit;
  if (visitor === null) throw new AppError('NOT_ALLOWED_YET', { reason: 'IDENTITY' });
  return next({ context: { visitor } });
});
