import { describe, expect, it } from 'vitest';
import { MailAccount, MailAccountData } from '../../../main/mail/account-model.ts';
import {
  draftOf,
  faultsOf,
  inputOf,
  isThisMachine,
  withSecurity,
  type AccountDraft,
} from '../../../renderer/features/settings/account-draft.ts';

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';

const account = MailAccount.parse({
  id: 4,
  version: 7,
  hasPassword: true,
  name: 'Sin certificado',
  address: 'zaragoza@tgss.example',
  active: true,
  userName: 'zaragoza',
  authentication: 'PASSWORD',
  tokenCommand: null,
  imap: { host: 'correo.tgss.example', port: 993, security: 'TLS' },
  folders: ['INBOX', 'Archivo'],
  caPem: PEM,
  moveTo: 'Leídos',
  smtp: { host: 'correo.tgss.example', port: 587, security: 'STARTTLS' },
  sentFolder: 'Enviados',
});

const complete = draftOf(account);
const faults = (patch: Partial<AccountDraft>, hasPassword = true) =>
  Object.fromEntries(faultsOf({ ...complete, ...patch }, hasPassword));

describe('a saved account', () => {
  it('goes through the form unchanged, and its password stays where it is', () => {
    const data = MailAccountData.parse(account);
    expect(inputOf(complete, 4)).toEqual({ ...data, id: 4, password: null });
    expect(faults({})).toEqual({});
  });

  it('loses what is switched off, and keeps it in the form', () => {
    const off = { ...complete, ownCa: false, moves: false, sends: false };
    expect(inputOf(off, 4)).toMatchObject({ caPem: null, moveTo: null, smtp: null, sentFolder: null });
    expect(inputOf({ ...off, ownCa: true, moves: true, sends: true }, 4)).toEqual(inputOf(complete, 4));
  });

  it('sends either a password or a command for tokens, never both', () => {
    const both = { ...complete, password: 'secreta', tokenCommand: 'dame-permiso --cuenta 1' };
    expect(inputOf(both, 4)).toMatchObject({ password: 'secreta', tokenCommand: null });
    expect(inputOf({ ...both, authentication: 'OAUTH2' }, 4)).toMatchObject({
      password: null,
      tokenCommand: 'dame-permiso --cuenta 1',
    });
  });
});

describe('what keeps a draft from being saved', () => {
  it('is everything a new account needs and does not have yet', () => {
    expect(Object.fromEntries(faultsOf(draftOf(null), false))).toEqual({
      name: 'MISSING',
      address: 'MISSING',
      'imap.host': 'MISSING',
      userName: 'MISSING',
      password: 'MISSING',
    });
  });

  it('is said of the field it is in', () => {
    expect(faults({ address: 'zaragoza' })).toEqual({ address: 'ADDRESS' });
    expect(faults({ imap: { ...complete.imap, port: '70000' } })).toEqual({ 'imap.port': 'PORT' });
    expect(faults({ smtp: { ...complete.smtp, port: 'x' } })).toEqual({ 'smtp.port': 'PORT' });
    expect(faults({ folders: [] })).toEqual({ folders: 'MISSING' });
    expect(faults({ caPem: 'MIIB' })).toEqual({ caPem: 'PEM' });
    expect(faults({ moveTo: ' ' })).toEqual({ moveTo: 'MISSING' });
    expect(faults({ moveTo: 'Archivo' })).toEqual({ moveTo: 'READ_TOO' });
    expect(faults({ authentication: 'OAUTH2' })).toEqual({ tokenCommand: 'MISSING' });
    expect(faults({}, false)).toEqual({ password: 'MISSING' });
  });

  it('is not what is switched off', () => {
    expect(faults({ ownCa: false, caPem: 'x', moves: false, moveTo: '' })).toEqual({});
    expect(faults({ sends: false, smtp: { host: '', port: '', security: 'TLS' } })).toEqual({});
  });

  it('is missing encryption, except towards this very machine', () => {
    expect(faults({ imap: { ...complete.imap, security: 'NONE' } })).toEqual({ 'imap.security': 'INSECURE' });
    expect(faults({ imap: { host: '127.0.0.1', port: '143', security: 'NONE' } })).toEqual({});
    expect(['localhost', 'LOCALHOST', '127.0.0.53', '::1'].every(isThisMachine)).toBe(true);
    expect(['localhost.evil.example', '127.0.0.1.example', '10.0.0.1', ''].some(isThisMachine)).toBe(false);
  });
});

describe('another security', () => {
  it('brings its usual port with it', () => {
    expect(withSecurity('imap', complete.imap, 'STARTTLS').port).toBe('143');
    expect(withSecurity('smtp', complete.smtp, 'TLS').port).toBe('465');
  });

  it('leaves a port that somebody chose', () => {
    expect(withSecurity('imap', { ...complete.imap, port: '9930' }, 'STARTTLS').port).toBe('9930');
  });
});
