import type { ServerAddress } from '../account-model.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

/** Nothing leaves this machine unencrypted. */
export function isInsecure({ host, security }: ServerAddress): boolean {
  return security === 'NONE' && !LOOPBACK.test(host);
}

/** INBOX is one folder however it is written (RFC 3501, 5.1); every other name is as the server has it. */
export function normalFolder(folder: string): string {
  return folder.toUpperCase() === 'INBOX' ? 'INBOX' : folder;
}

/** The URL that a folder is known by for good, without secrets: `imaps://user@host:port/folder`. */
export function folderLocation(server: ServerAddress, userName: string, folder: string): string {
  const scheme = server.security === 'TLS' ? 'imaps' : 'imap';
  const path = normalFolder(folder).split('/').map(encodeURIComponent).join('/');
  const host = server.host.includes(':') ? `[${server.host}]` : server.host.toLowerCase();
  return `${scheme}://${encodeURIComponent(userName)}@${host}:${server.port}/${path}`;
}

const PORTS = { imaps: 993, imap: 143 } as const;

export type FolderAddress = {
  readonly server: ServerAddress;
  readonly userName: string;
  readonly folder: string;
};

/**
 * Reads `imap[s]://user@host[:port]/folder`; without a folder it is INBOX. `imap:` means STARTTLS, and no encryption
 * towards this machine itself. Null when it is not such a URL, or when it holds a password: those do not belong there.
 */
export function parseFolderUrl(text: string): FolderAddress | null {
  if (!/^imaps?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username === '' || url.password !== '' || url.hostname === '') return null;
  const scheme = url.protocol === 'imaps:' ? 'imaps' : 'imap';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    server: {
      host,
      port: url.port === '' ? PORTS[scheme] : Number(url.port),
      security: scheme === 'imaps' ? 'TLS' : LOOPBACK.test(host) ? 'NONE' : 'STARTTLS',
    },
    userName: decodeURIComponent(url.username),
    folder: normalFolder(decodeURIComponent(url.pathname.slice(1)) || 'INBOX'),
  };
}
