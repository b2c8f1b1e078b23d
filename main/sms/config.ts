import { AppError } from '../errors.ts';
import { isInsecure } from '../mail/imap/location.ts';
import { isAuthority } from '../settings/certificates.ts';
import type { Actor } from '../store/audit.ts';
import type { AuditDetails } from '../store/audit-model.ts';
import type { Store, Tx } from '../store/store.ts';
import { PATIENCE, type Patience, type SmsGateway } from './gateway.ts';
import { SmsGatewayData } from './gateway-model.ts';
import { templateProblems } from './http-template.ts';
import { httpsGateway } from './https-gateway.ts';
import type { SimulatedPhone } from './simulator.ts';
import { smppGateway } from './smpp-gateway.ts';

/** Beside the settings that every clerk may read: only administrators see how the office's gateway is reached. */
const KEY = 'smsGateway';
const SECRET_KEY = 'smsGateway';

export type SavedGateway = { readonly data: SmsGatewayData; readonly hasSecret: boolean };

/** The gateway as an administrator set it up; NONE before. */
export async function loadGateway(store: Store): Promise<SavedGateway> {
  const secret = await store.prisma.secret.count({ where: { key: SECRET_KEY } });
  return { data: await read(store.prisma), hasSecret: secret > 0 };
}

/**
 * Saves the gateway. `secret` null keeps the one there is, unless the messages now go to another machine: what one
 * was trusted with is not sent to the next. Throws INVALID_INPUT with the fields that cannot work.
 */
export async function saveGateway(
  store: Store,
  actor: Actor,
  input: { readonly data: SmsGatewayData; readonly secret: string | null },
): Promise<SavedGateway> {
  const { data, secret } = input;
  const fields = problems(data, secret);
  if (fields.length > 0) throw new AppError('INVALID_INPUT', { fields });
  await store.write(async (tx) => {
    const before = await read(tx);
    const updatedAt = store.clock.now();
    await tx.setting.upsert({
      where: { key: KEY },
      create: { key: KEY, value: data, updatedAt },
      update: { value: data, updatedAt },
    });
    const dropped = secret === null && machineOf(before) !== machineOf(data);
    if (dropped) await tx.secret.deleteMany({ where: { key: SECRET_KEY } });
    if (secret !== null) {
      await tx.secret.upsert({
        where: { key: SECRET_KEY },
        create: { key: SECRET_KEY, value: secret, updatedAt },
        update: { value: secret, updatedAt },
      });
    }
    await store.audit(
      {
        actor,
        action: 'sms.gatewaySaved',
        objectType: 'SETTINGS',
        details: { from: machineOf(before), ...facts(data), secretChanged: secret !== null || dropped },
      },
      tx,
    );
  });
  return loadGateway(store);
}

/** The gateway that codes leave by now; null while there is none. `phone` is the demo's, and null on real data. */
export async function openGateway(
  store: Store,
  phone: SimulatedPhone | null,
  patience: Patience = PATIENCE,
): Promise<SmsGateway | null> {
  const data = await read(store.prisma);
  const secret = async () =>
    (await store.prisma.secret.findUnique({ where: { key: SECRET_KEY } }))?.value ?? '';
  switch (data.kind) {
    case 'NONE':
      return null;
    case 'SIMULATOR':
      return phone;
    case 'HTTPS':
      return httpsGateway(data, await secret(), patience);
    case 'SMPP':
      return smppGateway(data, await secret(), patience);
  }
}

async function read(from: Pick<Tx, 'setting'>): Promise<SmsGatewayData> {
  const row = await from.setting.findUnique({ where: { key: KEY } });
  return row === null ? { kind: 'NONE' } : SmsGatewayData.parse(row.value);
}

/** Visible ASCII: what a header and an SMPP password can hold. */
const SECRET = /^[\x20-\x7e]{1,1000}$/u;

function problems(data: SmsGatewayData, secret: string | null): string[] {
  const badSecret = secret === null || SECRET.test(secret) ? [] : ['secret'];
  switch (data.kind) {
    case 'NONE':
    case 'SIMULATOR':
      return badSecret;
    case 'HTTPS':
      return [...badSecret, ...badAuthority(data), ...templateProblems(data)];
    case 'SMPP':
      return [
        ...badSecret,
        ...badAuthority(data),
        ...(data.server.security === 'STARTTLS' || isInsecure(data.server) ? ['server.security'] : []),
      ];
  }
}

function badAuthority({ caPem }: { readonly caPem: string | null }): string[] {
  return caPem === null || isAuthority(caPem) ? [] : ['caPem'];
}

function machineOf(data: SmsGatewayData): string {
  switch (data.kind) {
    case 'NONE':
    case 'SIMULATOR':
      return data.kind;
    case 'HTTPS':
      return new URL(data.url).origin;
    case 'SMPP':
      return `smpp://${data.server.host}:${data.server.port}`;
  }
}

/** For the log: where to, never with what. */
function facts(data: SmsGatewayData): AuditDetails {
  switch (data.kind) {
    case 'NONE':
    case 'SIMULATOR':
      return { kind: data.kind, to: machineOf(data) };
    case 'HTTPS':
      return { kind: data.kind, to: machineOf(data), ownAuthority: data.caPem !== null };
    case 'SMPP':
      return {
        kind: data.kind,
        to: machineOf(data),
        security: data.server.security,
        systemId: data.systemId,
        sender: data.sender,
        ownAuthority: data.caPem !== null,
      };
  }
}
