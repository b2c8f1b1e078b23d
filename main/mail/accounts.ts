import { AppError } from '../errors.ts';
import { isAuthority } from '../settings/certificates.ts';
import type { Actor } from '../store/audit.ts';
import type { Store, Tx } from '../store/store.ts';
import { MailAccount, type MailAccountData, type ServerAddress } from './account-model.ts';
import { accessToken, forgetAccessToken } from './imap/access-token.ts';
import { connectionFailed } from './imap/problem.ts';
import { folderLocation, isInsecure, normalFolder } from './imap/location.ts';

/** What opens a session at the mail server. Kept out of every log, error and answer. */
export type Credentials = { readonly user: string } & (
  { readonly pass: string } | { readonly accessToken: string }
);

export type MailAccountInput = MailAccountData & {
  readonly id: number | null;
  readonly version: number | null;
  /** Null leaves the one that is kept. */
  readonly password: string | null;
};

/** Every account, by name. */
export async function listAccounts(store: Store): Promise<MailAccount[]> {
  const rows = await store.prisma.mailAccount.findMany({ orderBy: { name: 'asc' }, include: FOLDERS });
  const secrets = new Set(
    (await store.prisma.secret.findMany({ select: { key: true } })).map(({ key }) => key),
  );
  return rows.map((row) => toAccount(row, secrets.has(secretKey(row.id))));
}

/** Throws NOT_FOUND. */
export async function requireAccount(store: Store, id: number): Promise<MailAccount> {
  const account = (await listAccounts(store)).find((one) => one.id === id);
  if (account === undefined) throw new AppError('NOT_FOUND');
  return account;
}

/**
 * Saves an account and its folders; a folder that is taken off is no longer watched, but what was read from it and
 * how far stays. Throws STALE, DUPLICATE (name, or a folder that another account reads), NOT_FOUND or INVALID_INPUT
 * with the fields: no encryption towards another machine, a missing token command, a damaged certificate, messages
 * moved into a folder that is read.
 */
export async function saveAccount(store: Store, actor: Actor, input: MailAccountInput): Promise<MailAccount> {
  const { id, version, password } = input;
  const data = { ...input, folders: [...new Set(input.folders.map(normalFolder))] };
  const fields = invalidFields(data);
  if (fields.length > 0) throw new AppError('INVALID_INPUT', { fields });
  const saved = await store.write(async (tx) => {
    const same = await tx.mailAccount.findFirst({ where: { name: data.name } });
    if (same !== null && same.id !== id) throw new AppError('DUPLICATE', { field: 'name' });
    const before = id === null ? null : await tx.mailAccount.findUniqueOrThrow({ where: { id } });
    if (before !== null && before.version !== version) throw new AppError('STALE', { changed: ['account'] });
    const updatedAt = store.clock.now();
    const columns = { ...toColumns(data), updatedAt };
    const row =
      before === null
        ? await tx.mailAccount.create({ data: { ...columns, createdAt: updatedAt } })
        : await tx.mailAccount.update({
            where: { id: before.id },
            data: { ...columns, version: before.version + 1 },
          });
    if (password !== null) {
      const secret = { value: password, updatedAt };
      const key = secretKey(row.id);
      await tx.secret.upsert({ where: { key }, create: { key, ...secret }, update: secret });
    }
    await saveFolders(tx, row.id, data, updatedAt);
    await store.audit(
      {
        actor,
        action: 'mailAccount.saved',
        objectType: 'MAILBOX',
        details: {
          accountId: row.id,
          version: row.version,
          name: row.name,
          active: row.active,
          imap: serverText(data.imap),
          smtp: data.smtp === null ? null : serverText(data.smtp),
          userName: row.userName,
          authentication: row.authentication,
          tokenCommandChanged: (before?.tokenCommand ?? null) !== row.tokenCommand,
          certificateChanged: (before?.caPem ?? null) !== row.caPem,
          passwordChanged: password !== null,
          folders: data.folders,
          moveTo: row.moveTo,
        },
      },
      tx,
    );
    return row.id;
  });
  forgetAccessToken(store, saved);
  return requireAccount(store, saved);
}

/**
 * What the account signs in with. `refused`: the server did not take the last token, so a new one is asked for.
 * Throws NOT_FOUND, or SOURCE_UNREADABLE with the problem PASSWORD_MISSING or TOKEN_COMMAND_FAILED.
 */
export async function credentialsFor(
  store: Store,
  accountId: number,
  { refused = false }: { readonly refused?: boolean } = {},
): Promise<Credentials> {
  const account = await requireAccount(store, accountId);
  if (refused) forgetAccessToken(store, accountId);
  return credentialsOf(store, account, null);
}

/** The same for a draft that is being tried: a password that was typed comes before the one that is kept. */
export async function credentialsOf(
  store: Store,
  account: Pick<MailAccountData, 'userName' | 'authentication' | 'tokenCommand'> & {
    readonly id: number | null;
  },
  typedPassword: string | null,
): Promise<Credentials> {
  const { id, userName: user, authentication, tokenCommand } = account;
  if (authentication === 'OAUTH2') {
    if (tokenCommand === null) throw connectionFailed('TOKEN_COMMAND_FAILED');
    return { user, accessToken: await accessToken(store, id, tokenCommand) };
  }
  const kept = id === null ? null : await store.prisma.secret.findUnique({ where: { key: secretKey(id) } });
  const pass = typedPassword ?? kept?.value;
  if (pass === undefined || pass === '') throw connectionFailed('PASSWORD_MISSING');
  return { user, pass };
}

const FOLDERS = { mailboxes: { where: { active: true }, orderBy: { id: 'asc' } } } as const;

function secretKey(accountId: number): string {
  return `mailAccount/${accountId}`;
}

/** The folders' rows: one that the command line has read becomes the account's and goes on from where it was. */
async function saveFolders(tx: Tx, accountId: number, data: MailAccountData, createdAt: Date): Promise<void> {
  const locations = new Map(
    data.folders.map((folder) => [folderLocation(data.imap, data.userName, folder), folder]),
  );
  await tx.mailbox.updateMany({
    where: { accountId, location: { notIn: [...locations.keys()] } },
    data: { active: false },
  });
  for (const [location, folder] of locations) {
    const found = await tx.mailbox.findUnique({ where: { location } });
    if (found !== null && found.accountId !== null && found.accountId !== accountId && found.active) {
      throw new AppError('DUPLICATE', { field: 'folders' });
    }
    const columns = { name: mailboxName(data.name, folder), accountId, folder, active: true };
    if (found === null) await tx.mailbox.create({ data: { ...columns, kind: 'IMAP', location, createdAt } });
    else await tx.mailbox.update({ where: { location }, data: columns });
  }
}

function mailboxName(account: string, folder: string): string {
  return folder === 'INBOX' ? account : `${account}: ${folder}`;
}

function invalidFields(data: MailAccountData): string[] {
  const { imap, smtp, authentication, tokenCommand, moveTo, folders } = data;
  return [
    ...(isInsecure(imap) ? ['imap.security'] : []),
    ...(smtp !== null && isInsecure(smtp) ? ['smtp.security'] : []),
    ...(authentication === 'OAUTH2' && !tokenCommand ? ['tokenCommand'] : []),
    ...(data.caPem !== null && !isAuthority(data.caPem) ? ['caPem'] : []),
    ...(moveTo !== null && folders.includes(normalFolder(moveTo)) ? ['moveTo'] : []),
  ];
}

function serverText({ host, port, security }: ServerAddress): string {
  return `${host}:${port} ${security}`;
}

function toColumns(data: MailAccountData) {
  const { name, address, active, userName, authentication, tokenCommand, imap, smtp } = data;
  const { caPem, moveTo, sentFolder } = data;
  return {
    ...{ name, address, active, userName, authentication, tokenCommand, caPem, moveTo, sentFolder },
    ...{ imapHost: imap.host, imapPort: imap.port, imapSecurity: imap.security },
    smtpHost: smtp?.host ?? null,
    smtpPort: smtp?.port ?? null,
    smtpSecurity: smtp?.security ?? null,
  };
}

type AccountRow = Omit<ReturnType<typeof toColumns>, 'authentication' | 'imapSecurity' | 'smtpSecurity'> & {
  readonly id: number;
  readonly version: number;
  readonly authentication: string;
  readonly imapSecurity: string;
  readonly smtpSecurity: string | null;
  readonly mailboxes: readonly { readonly folder: string | null }[];
};

function toAccount(row: AccountRow, hasPassword: boolean): MailAccount {
  return MailAccount.parse({
    ...row,
    hasPassword,
    imap: { host: row.imapHost, port: row.imapPort, security: row.imapSecurity },
    smtp:
      row.smtpHost === null ? null : { host: row.smtpHost, port: row.smtpPort, security: row.smtpSecurity },
    folders: row.mailboxes.flatMap(({ folder }) => folder ?? []),
  });
}
