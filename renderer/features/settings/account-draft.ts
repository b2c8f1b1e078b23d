import type { Inputs, MailAccount } from '../../../main/api/contract/index.ts';

type ServerAddress = MailAccount['imap'];
export type Security = ServerAddress['security'];
type ServerDraft = Readonly<{ host: string; port: string; security: Security }>;

/** What the form holds: everything as typed, and what is switched off still there. */
export type AccountDraft = Readonly<{
  name: string;
  address: string;
  active: boolean;
  userName: string;
  authentication: MailAccount['authentication'];
  password: string;
  tokenCommand: string;
  imap: ServerDraft;
  folders: readonly string[];
  ownCa: boolean;
  caPem: string;
  moves: boolean;
  moveTo: string;
  sends: boolean;
  smtp: ServerDraft;
  sentFolder: string;
}>;

export type Protocol = 'imap' | 'smtp';

/** The usual ports (RFC 8314 section 3, RFC 6409). */
const USUAL_PORTS: Readonly<Record<Protocol, Readonly<Record<Security, number>>>> = {
  imap: { TLS: 993, STARTTLS: 143, NONE: 143 },
  smtp: { TLS: 465, STARTTLS: 587, NONE: 25 },
};

function serverDraft(protocol: Protocol, server: ServerAddress | null): ServerDraft {
  return server === null
    ? { host: '', port: String(USUAL_PORTS[protocol].TLS), security: 'TLS' }
    : { ...server, port: String(server.port) };
}

/** The draft of an account as saved, or of a new one. */
export function draftOf(account: MailAccount | null): AccountDraft {
  return {
    name: account?.name ?? '',
    address: account?.address ?? '',
    active: account?.active ?? true,
    userName: account?.userName ?? '',
    authentication: account?.authentication ?? 'PASSWORD',
    password: '',
    tokenCommand: account?.tokenCommand ?? '',
    imap: serverDraft('imap', account?.imap ?? null),
    folders: account?.folders ?? ['INBOX'],
    ownCa: (account?.caPem ?? null) !== null,
    caPem: account?.caPem ?? '',
    moves: (account?.moveTo ?? null) !== null,
    moveTo: account?.moveTo ?? '',
    sends: (account?.smtp ?? null) !== null,
    smtp: serverDraft('smtp', account?.smtp ?? null),
    sentFolder: account?.sentFolder ?? '',
  };
}

/** Another security, and its usual port where the port was the usual one of the security before. */
export function withSecurity(protocol: Protocol, server: ServerDraft, security: Security): ServerDraft {
  const usual = USUAL_PORTS[protocol];
  const port = server.port === String(usual[server.security]) ? String(usual[security]) : server.port;
  return { ...server, port, security };
}

/** Whether a host is this very machine, where alone nothing needs to be encrypted. */
export function isThisMachine(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host.trim());
}

export type FieldName =
  | 'name'
  | 'address'
  | 'userName'
  | 'password'
  | 'tokenCommand'
  | `${Protocol}.${'host' | 'port' | 'security'}`
  | 'folders'
  | 'caPem'
  | 'moveTo';
export type Fault = 'MISSING' | 'READ_TOO' | 'ADDRESS' | 'PORT' | 'INSECURE' | 'PEM';

const PEM = /^-----BEGIN CERTIFICATE-----\s[\s\S]+-----END CERTIFICATE-----$/;

function serverFaults(protocol: Protocol, server: ServerDraft): [FieldName, Fault | null][] {
  const port = Number(server.port);
  const badPort = !/^\d{1,5}$/.test(server.port.trim()) || port < 1 || port > 65_535;
  const insecure = server.security === 'NONE' && server.host.trim() !== '' && !isThisMachine(server.host);
  return [
    [`${protocol}.host`, server.host.trim() === '' ? 'MISSING' : null],
    [`${protocol}.port`, badPort ? 'PORT' : null],
    [`${protocol}.security`, insecure ? 'INSECURE' : null],
  ];
}

/** Moving into a folder that is read would read the same messages again and again. */
function moveFault({ moveTo, folders }: AccountDraft): Fault | null {
  const path = moveTo.trim();
  if (path === '') return 'MISSING';
  return folders.includes(path) ? 'READ_TOO' : null;
}

/** What keeps a draft from being saved or tried, by field. The service has the last word. */
export function faultsOf(draft: AccountDraft, hasPassword: boolean): ReadonlyMap<FieldName, Fault> {
  const missing = (value: string): Fault | null => (value.trim() === '' ? 'MISSING' : null);
  const needsPassword = draft.authentication === 'PASSWORD' && !hasPassword;
  const all: [FieldName, Fault | null][] = [
    ['name', missing(draft.name)],
    [
      'address',
      missing(draft.address) ?? (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.address.trim()) ? null : 'ADDRESS'),
    ],
    ...serverFaults('imap', draft.imap),
    ['userName', missing(draft.userName)],
    ['password', needsPassword && draft.password === '' ? 'MISSING' : null],
    ['tokenCommand', draft.authentication === 'OAUTH2' ? missing(draft.tokenCommand) : null],
    ['folders', draft.folders.length === 0 ? 'MISSING' : null],
    ['moveTo', draft.moves ? moveFault(draft) : null],
    ['caPem', draft.ownCa && !PEM.test(draft.caPem.trim()) ? 'PEM' : null],
    ...(draft.sends ? serverFaults('smtp', draft.smtp) : []),
  ];
  return new Map(all.filter((entry): entry is [FieldName, Fault] => entry[1] !== null));
}

const server = ({ host, port, security }: ServerDraft): ServerAddress => ({
  host: host.trim(),
  port: Number(port),
  security,
});

const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim());

/** What is sent to be tried or saved: what is switched off is left out. */
export function inputOf(draft: AccountDraft, id: number | null): Inputs['mailboxes']['testAccount'] {
  const byPassword = draft.authentication === 'PASSWORD';
  return {
    id,
    name: draft.name.trim(),
    address: draft.address.trim(),
    active: draft.active,
    userName: draft.userName.trim(),
    authentication: draft.authentication,
    password: byPassword && draft.password !== '' ? draft.password : null,
    tokenCommand: byPassword ? null : orNull(draft.tokenCommand),
    imap: server(draft.imap),
    folders: [...draft.folders],
    caPem: draft.ownCa ? orNull(draft.caPem) : null,
    moveTo: draft.moves ? orNull(draft.moveTo) : null,
    smtp: draft.sends ? server(draft.smtp) : null,
    sentFolder: draft.sends ? orNull(draft.sentFolder) : null,
  };
}
