import { describe, expect, test } from 'vitest';
import type { Action } from '../../main/triage/model.ts';
import type { Store } from '../../main/store/store.ts';
import { apiDesk } from '../support/api.ts';
import { aMessage, declared, type MessageOverrides } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

const DAY_MS = 24 * 3600 * 1000;
const WRITTEN = Date.parse('2026-03-16T09:00:00Z');
const DNI = '99193443D';
const OTHER_DNI = '99193444X';

type Request = MessageOverrides & {
  readonly id?: string;
  readonly phone?: string;
  readonly surnames?: string;
  readonly asks?: Action | null;
  readonly forAnother?: boolean;
};

/** A request as ingest stores it: what it declares is in the search index too. */
function aRequest(store: Store, request: Request = {}): Promise<number> {
  const { id, phone, surnames, asks = 'PHONE_CHANGE', forAnother = false, ...columns } = request;
  const person = declared({ ...(id && { id }), ...(phone && { phone }), ...(surnames && { surnames }) });
  return aMessage(store, {
    receivedAt: WRITTEN,
    identifiers: [id, phone?.replace('+', '')].filter((number) => number !== undefined).join(' '),
    person: {
      ...person,
      onBehalfOf: forAnother,
      action: asks === null ? null : { value: asks, confidence: 0.9 },
    },
    ...columns,
  });
}

async function desk() {
  const store = await temporaryStore();
  const { client, told } = await apiDesk(store);
  const repeats = async (id: number) =>
    (await client.messages.repeats({ id })).map(({ messageId, equal }) => [messageId, equal] as const);
  return { store, client, told, repeats };
}

describe('parece repetido', () => {
  test('the same person asks the same from another address, whichever is looked at', async () => {
    const { store, repeats } = await desk();
    const first = await aRequest(store, { id: DNI });
    const again = await aRequest(store, { id: DNI, asks: 'PHONE_REGISTER' });
    await aRequest(store, { id: OTHER_DNI });
    expect(await repeats(again)).toEqual([[first, ['DOCUMENT', 'ACTION', 'CATEGORY']]]);
    expect(await repeats(first)).toEqual([[again, ['DOCUMENT', 'ACTION', 'CATEGORY']]]);
  });

  test('the same person asks for something else, or thirty-one days later: not repeated', async () => {
    const { store, repeats } = await desk();
    const first = await aRequest(store, { id: DNI });
    await aRequest(store, { id: DNI, asks: 'DEFERRAL' });
    await aRequest(store, { id: DNI, receivedAt: WRITTEN + 31 * DAY_MS });
    expect(await repeats(first)).toEqual([]);
  });

  test('where one does not say what it asks for, the category tells', async () => {
    const { store, repeats } = await desk();
    const first = await aRequest(store, { phone: '+34645027731' });
    const vague = await aRequest(store, { phone: '+34645027731', asks: 'OTHER' });
    await aRequest(store, { phone: '+34645027731', asks: null, proposedCategory: 'MORATORIAS' });
    expect(await repeats(first)).toEqual([[vague, ['PHONE', 'CATEGORY']]]);
  });

  test('the same sender writes again without a number; not one who writes for others, nor about another person', async () => {
    const { store, repeats } = await desk();
    const mine = { fromAddress: 'rocio@ejemplo.test' };
    const first = await aRequest(store, { ...mine, surnames: 'Benjumea Cala', id: DNI });
    const again = await aRequest(store, mine);
    await aRequest(store, { ...mine, forAnother: true });
    await aRequest(store, { ...mine, id: OTHER_DNI });
    await aRequest(store, { ...mine, surnames: 'Lago Ruiz' });
    expect(await repeats(first)).toEqual([[again, ['SENDER', 'ACTION', 'CATEGORY']]]);
  });

  test('the same text under another Message-ID and address; but form letters of two people are two requests', async () => {
    const { store, repeats } = await desk();
    const textHash = 'a'.repeat(64);
    const first = await aRequest(store, { id: DNI, textHash });
    const again = await aRequest(store, { textHash, asks: null });
    await aRequest(store, { id: OTHER_DNI, textHash });
    expect(await repeats(first)).toEqual([[again, ['TEXT', 'CATEGORY']]]);
  });

  test('its own thread, the copies folded under it and what is no request are not offered', async () => {
    const { store, repeats } = await desk();
    const copy = { fromAddress: 'rocio@ejemplo.test', textHash: 'b'.repeat(64), id: DNI };
    const first = await aRequest(store, copy);
    await aRequest(store, copy);
    await aRequest(store, { id: DNI, isRequest: false, kind: 'NEWSLETTER' });
    expect(await repeats(first)).toEqual([]);
  });

  test('the likest four, with the case they are in', async () => {
    const { store, client } = await desk();
    const first = await aRequest(store, { id: DNI, textHash: 'c'.repeat(64) });
    for (let day = 1; day <= 5; day++) await aRequest(store, { id: DNI, receivedAt: WRITTEN + day * DAY_MS });
    const likest = await aRequest(store, { textHash: 'c'.repeat(64), receivedAt: WRITTEN + 9 * DAY_MS });
    const { number } = await client.cases.create({ messageId: likest });
    const found = await client.messages.repeats({ id: first });
    expect(found).toHaveLength(4);
    expect(found[0]).toMatchObject({ messageId: likest, caseNumber: number, state: 'NEW' });
    expect(found[1]?.receivedAt).toEqual(new Date(WRITTEN + DAY_MS));
  });

  test('an unknown message is NOT_FOUND', async () => {
    const { client } = await desk();
    await expect(client.messages.repeats({ id: 9999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('both in one case', () => {
  test('a new one of the earlier message, and the windows are told', async () => {
    const { store, client, told } = await desk();
    const first = await aRequest(store, { id: DNI, subject: 'Cambio de móvil' });
    const again = await aRequest(store, { id: DNI });
    const { detail, addedId } = await client.cases.putTogether({ messageId: again, otherId: first });
    expect(detail.messages.map(({ id }) => id)).toEqual([first, again]);
    expect(detail.title).toBe('Cambio de móvil');
    expect(addedId).toBe(again);
    expect(told.find(({ type }) => type === 'MESSAGES_CHANGED')).toMatchObject({ ids: [first, again] });

    const back = await client.cases.removeMessage({
      caseId: detail.id,
      version: detail.version,
      messageId: addedId,
    });
    expect(back.messages.map(({ id }) => id)).toEqual([first]);
  });

  test('the case that one of them has; two cases stay two', async () => {
    const { store, client } = await desk();
    const first = await aRequest(store, { id: DNI });
    const again = await aRequest(store, { id: DNI });
    const { id } = await client.cases.create({ messageId: again });
    const { detail, addedId } = await client.cases.putTogether({ messageId: first, otherId: again });
    expect([detail.id, addedId]).toEqual([id, first]);

    const third = await aRequest(store, { id: DNI });
    await client.cases.create({ messageId: third });
    await expect(client.cases.putTogether({ messageId: first, otherId: third })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_YET',
    });
    await expect(client.cases.putTogether({ messageId: first, otherId: 9999 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(client.cases.putTogether({ messageId: first, otherId: first })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});
