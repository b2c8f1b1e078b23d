import { describe, expect, test } from 'vitest';
import { loadGateway, openGateway, saveGateway } from '../../main/sms/config.ts';
import type { HttpsGatewayData, SmppGatewayData } from '../../main/sms/gateway-model.ts';
import { SimulatedPhone } from '../../main/sms/simulator.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { temporaryStore, testClock } from '../support/store.ts';

const HTTPS: HttpsGatewayData = {
  kind: 'HTTPS',
  url: 'https://sms.example.es/v1',
  headers: 'Authorization: Bearer {{secreto}}',
  body: '{"to":"{{destino}}","text":"{{texto}}"}',
  idField: 'id',
  status: null,
  caPem: null,
};
const SMPP: SmppGatewayData = {
  kind: 'SMPP',
  server: { host: 'smpp.example.es', port: 3550, security: 'TLS' },
  systemId: 'zaragoza',
  systemType: '',
  sender: 'SegSocial',
  caPem: null,
};

describe('the gateway of the office', () => {
  test('is none until it is set up, and the simulator only where there is one', async () => {
    const store = await temporaryStore();
    const phone = new SimulatedPhone(testClock());
    expect(await loadGateway(store)).toEqual({ data: { kind: 'NONE' }, hasSecret: false });
    expect(await openGateway(store, phone)).toBeNull();
    await saveGateway(store, SYSTEM_ACTOR, { data: { kind: 'SIMULATOR' }, secret: null });
    expect(await openGateway(store, phone)).toBe(phone);
    expect(await openGateway(store, null)).toBeNull();
  });

  test('keeps its secret apart, out of what is read and out of the log', async () => {
    const store = await temporaryStore();
    expect(await saveGateway(store, SYSTEM_ACTOR, { data: HTTPS, secret: 'xyz-987' })).toEqual({
      data: HTTPS,
      hasSecret: true,
    });
    const kept = await saveGateway(store, SYSTEM_ACTOR, {
      data: { ...HTTPS, idField: 'sms.id' },
      secret: null,
    });
    expect(kept.hasSecret).toBe(true);
    expect((await openGateway(store, null))?.kind).toBe('HTTPS');
    const written = [
      ...(await store.prisma.auditEntry.findMany()),
      ...(await store.prisma.setting.findMany()),
    ];
    expect(JSON.stringify(written)).not.toContain('xyz-987');
    const entries = await store.prisma.auditEntry.findMany({ where: { action: 'sms.gatewaySaved' } });
    expect(entries.map((entry) => JSON.parse(entry.details) as unknown)).toEqual([
      { from: 'NONE', kind: 'HTTPS', to: 'https://sms.example.es', ownAuthority: false, secretChanged: true },
      {
        from: 'https://sms.example.es',
        kind: 'HTTPS',
        to: 'https://sms.example.es',
        ownAuthority: false,
        secretChanged: false,
      },
    ]);
  });

  test('another machine does not get the secret of the one before', async () => {
    const store = await temporaryStore();
    await saveGateway(store, SYSTEM_ACTOR, { data: HTTPS, secret: 'xyz-987' });
    const moved = { ...HTTPS, url: 'https://sms.example.com/v1' };
    expect(await saveGateway(store, SYSTEM_ACTOR, { data: moved, secret: null })).toMatchObject({
      hasSecret: false,
    });
    expect(await store.prisma.secret.count()).toBe(0);
  });

  test.each([
    ['a body that is no JSON', { ...HTTPS, body: '{{texto}}' }, null, 'body'],
    ['an authority that is none', { ...HTTPS, caPem: '-----BEGIN CERTIFICATE-----' }, null, 'caPem'],
    ['a secret that no header can hold', HTTPS, 'a\r\nX: b', 'secret'],
    [
      'an open line to another machine',
      { ...SMPP, server: { ...SMPP.server, security: 'NONE' } },
      null,
      'server.security',
    ],
    [
      'STARTTLS, which SMPP has not',
      { ...SMPP, server: { ...SMPP.server, security: 'STARTTLS' } },
      null,
      'server.security',
    ],
  ] as const)('refuses %s', async (_name, data, secret, field) => {
    const store = await temporaryStore();
    await expect(saveGateway(store, SYSTEM_ACTOR, { data, secret })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [field] },
    });
    expect((await loadGateway(store)).data.kind).toBe('NONE');
  });
});
