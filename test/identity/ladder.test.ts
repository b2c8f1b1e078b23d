import { describe, expect, test } from 'vitest';
import { createCase } from '../../main/cases/create.ts';
import {
  allows,
  FLOORS,
  LADDER_ACTIONS,
  LadderSettings,
  leastLevel,
  requireLevel,
} from '../../main/identity/ladder.ts';
import { reaches } from '../../main/identity/level.ts';
import { IdentityLevel } from '../../main/identity/model.ts';
import { saveSettings, loadSettings } from '../../main/settings/settings.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { apiDesk } from '../support/api.ts';
import { aCitizen, aMessage, declared } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

const DEFAULTS = LadderSettings.parse({});

describe('the ladder', () => {
  test('is as strong as its steps stand in order', () => {
    const steps = IdentityLevel.options;
    expect(steps).toEqual(['NONE', 'DATA', 'SENDER', 'DOCUMENT', 'SMS', 'CERTIFICATE']);
    for (const [i, level] of steps.entries()) {
      expect(steps.filter((needed) => reaches(level, needed))).toEqual(steps.slice(0, i + 1));
    }
  });

  test('every act needs what the office asks, and never less than the law', () => {
    for (const action of LADDER_ACTIONS) {
      for (const asked of IdentityLevel.options) {
        const least = leastLevel({ ...DEFAULTS, [action]: asked }, action);
        expect(least).toBe(reaches(asked, FLOORS[action]) ? asked : FLOORS[action]);
        for (const level of IdentityLevel.options) {
          const ladder = { ...DEFAULTS, [action]: asked };
          expect(allows(ladder, level, action)).toBe(reaches(level, least));
        }
      }
    }
  });

  test('a refusal says what is needed', () => {
    expect(() => requireLevel({ ...DEFAULTS, changePhone: 'SMS' }, 'DOCUMENT', 'changePhone')).toThrow(
      expect.objectContaining({
        code: 'NOT_ALLOWED_YET',
        details: { reason: 'IDENTITY', needed: 'SMS' },
      }) as Error,
    );
  });
});

describe('who may change it', () => {
  test('a clerk reads it and cannot change it; the try is in the log', async () => {
    const { client, services } = await apiDesk(await temporaryStore());
    const rows = await client.identity.ladder();
    expect(rows).toContainEqual({ action: 'changePhone', least: 'DOCUMENT', floor: 'DOCUMENT' });
    expect(rows.map(({ action }) => action)).toEqual(LADDER_ACTIONS);
    const { ladder } = await client.settings.get();
    for (const level of ['NONE', 'CERTIFICATE'] as const) {
      await expect(client.settings.saveLadder({ ...ladder, changePhone: level })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    const settings = await client.settings.get();
    await expect(client.settings.save({ ...settings, ladder })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await services.store.prisma.auditEntry.count({ where: { action: 'access.refused' } })).toBe(3);
    expect(await services.store.prisma.setting.count()).toBe(0);
  });

  test.each(['SUPERVISOR', 'ADMIN'] as const)(
    'a %s raises it, and cannot go below the floor',
    async (role) => {
      const { client, services } = await apiDesk(await temporaryStore(), role);
      const { ladder } = await client.settings.get();
      for (const action of LADDER_ACTIONS) {
        await expect(client.settings.saveLadder({ ...ladder, [action]: 'NONE' })).rejects.toMatchObject({
          code: 'INVALID_INPUT',
          data: { details: { fields: [`ladder.${action}`] } },
        });
      }
      const saved = await client.settings.saveLadder({
        ...ladder,
        changePhone: 'SMS',
        authservId: 'MX.tgss.example',
      });
      expect(saved.ladder).toMatchObject({ changePhone: 'SMS', authservId: 'mx.tgss.example' });
      expect(await client.identity.ladder()).toContainEqual({
        action: 'changePhone',
        least: 'SMS',
        floor: 'DOCUMENT',
      });
      const entry = await services.store.prisma.auditEntry.findFirstOrThrow({
        where: { action: 'settings.changed' },
      });
      expect(JSON.parse(entry.details)).toMatchObject({
        'ladder.changePhoneFrom': 'DOCUMENT',
        'ladder.changePhoneTo': 'SMS',
      });
      await expect(
        client.settings.saveLadder({ ...ladder, authservId: 'mx; dmarc=pass' }),
      ).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      });
    },
  );

  test('nor does an administrator go below it with all the settings at once', async () => {
    const { client } = await apiDesk(await temporaryStore(), 'ADMIN');
    const settings = await client.settings.get();
    await expect(
      client.settings.save({ ...settings, ladder: { ...settings.ladder, issueReport: 'DATA' } }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

test('what an office asks beyond the law holds for phone and answers', async () => {
  const store = await temporaryStore();
  const { client, clerk } = await apiDesk(store);
  const citizen = await aCitizen(store, { documents: [{ type: 'DNI', number: '99193443D' }] });
  const person = declared({ id: '99193443D', birthDate: citizen.birthDate ?? '' });
  const { id: caseId } = await createCase(store, clerk, { messageId: await aMessage(store, { person }) });
  const settings = await loadSettings(store);
  await saveSettings(store, SYSTEM_ACTOR, {
    ...settings,
    ladder: { ...settings.ladder, discloseRecord: 'DOCUMENT' },
  });
  const { version } = await client.cases.verifyByData({ caseId, version: 1, result: 'VERIFIED' });
  const detail = await client.cases.get({ caseId });
  const check = await client.replies.check({
    caseId,
    version,
    seenVersion: version,
    inReplyToId: detail.messages[0]?.id ?? 0,
    to: [detail.messages[0]?.fromAddress ?? ''],
    subject: 'Sus datos',
    body: `Nacimiento: ${citizen.birthDate ?? ''}`,
  });
  expect(check.findings.map(({ code }) => code)).toContain('PERSONAL_DATA');
  await expect(
    client.phones.request({
      caseId,
      version,
      contactSet: 'ELECTRONIC',
      wish: { act: 'SET', phone: '612034567' },
      channel: 'MAILBOX',
      cause: 'Cambio',
      attachmentIds: [],
    }),
  ).rejects.toMatchObject({ data: { details: { reason: 'IDENTITY', needed: 'DOCUMENT' } } });
});
