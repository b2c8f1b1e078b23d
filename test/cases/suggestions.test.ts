import { describe, expect, test } from 'vitest';
import { shipCatalogue } from '../../main/catalogue/ship.ts';
import { TEMPLATE_NAMES } from '../../main/settings/default-templates.ts';
import { saveTemplate } from '../../main/settings/templates.ts';
import { addNewTemplates } from '../../main/settings/set-up.ts';
import { DEFAULT_UNITS } from '../../main/settings/units.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import type { Action } from '../../main/triage/model.ts';
import { apiDesk } from '../support/api.ts';
import { aMessage, declared, type MessageOverrides } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

/** An office as it is set up: templates, units, catalogue. */
async function desk() {
  const store = await temporaryStore();
  const { client, clerk } = await apiDesk(store);
  await addNewTemplates(store);
  await shipCatalogue(store);
  await store.write((tx) => tx.unit.createMany({ data: DEFAULT_UNITS.map((name) => ({ name })) }));
  const request = (asks: Action | null, overrides: MessageOverrides = {}, onBehalfOf = false) =>
    aMessage(store, {
      text: 'Buenos días, un saludo.',
      ...overrides,
      person: {
        ...declared({}, null),
        onBehalfOf,
        action: asks === null ? null : { value: asks, confidence: 0.9 },
      },
    });
  const ask = (messageId: number) => client.cases.suggestions({ messageId });
  const papers = async (messageId: number) =>
    (await ask(messageId)).papers.map(({ paper, missing }) => [paper, missing] as const);
  return { store, client, clerk, request, ask, papers };
}

describe('papers', () => {
  test('a change of telephone needs a TA.1 and both sides of a DNI, or a passport', async () => {
    const { request, papers } = await desk();
    const wanted = async (...attachments: string[]) => papers(await request('PHONE_CHANGE', { attachments }));
    expect(await wanted()).toEqual([
      ['TA1', 'TA1'],
      ['IDENTITY', 'IDENTITY'],
    ]);
    expect(await wanted('TA1 firmado.pdf', 'dni delante.jpg')).toEqual([
      ['TA1', null],
      ['IDENTITY', 'DNI_BACK'],
    ]);
    expect(await wanted('dni reverso.jpg', 'dni anverso.jpg')).toEqual([
      ['TA1', 'TA1'],
      ['IDENTITY', null],
    ]);
    expect(await wanted('pasaporte.pdf')).toContainEqual(['IDENTITY', null]);
  });

  test('who writes for another shows that he may; what helps is told from what is needed', async () => {
    const { request, papers, ask } = await desk();
    expect(await papers(await request('BAJA', {}, true))).toEqual([
      ['IDENTITY', 'IDENTITY'],
      ['AUTHORISATION', 'AUTHORISATION'],
    ]);
    expect(await papers(await request('INFO', {}, true))).toEqual([]);
    const refund = (await ask(await request('REFUND'))).papers;
    expect(refund.map(({ paper, required }) => [paper, required])).toEqual([
      ['IDENTITY', true],
      ['PAYMENT', false],
    ]);
  });

  test('in a case all its messages count, a link before a guess, and a verified identity before papers', async () => {
    const { client, store, request, papers, ask } = await desk();
    const first = await request('ADDRESS_CHANGE', { attachments: ['hoja.pdf'] });
    const second = await request('OTHER', { attachments: ['pasaporte.pdf'] });
    const { detail } = await client.cases.putTogether({ messageId: first, otherId: second });
    expect(await papers(first)).toEqual([
      ['TA1', 'TA1'],
      ['IDENTITY', null],
    ]);
    const [sheet, passport] = detail.attachments.map(({ id }) => id);
    const linked = await client.cases.linkAttachment({
      caseId: detail.id,
      version: detail.version,
      attachmentId: sheet ?? 0,
      documentType: 'TA1',
    });
    await client.cases.linkAttachment({
      caseId: detail.id,
      version: linked.version,
      attachmentId: passport ?? 0,
      documentType: 'OTHER',
    });
    expect((await ask(first)).papers).toMatchObject([
      { paper: 'TA1', missing: null, attachmentIds: [sheet] },
      { paper: 'IDENTITY', missing: 'IDENTITY', attachmentIds: [], verified: false },
    ]);
    await store.write((tx) => tx.message.update({ where: { id: first }, data: { identityLevel: 'SMS' } }));
    expect((await ask(first)).papers[1]).toMatchObject({ missing: null, verified: true });
  });
});

describe('the answer', () => {
  const template = async (asks: Action | null, overrides: MessageOverrides = {}, onBehalfOf = false) => {
    const { request, ask } = await desk();
    return (await ask(await request(asks, overrides, onBehalfOf))).template;
  };

  test('asks for what is missing where the desk does it, and tells of the service where he does it faster', async () => {
    expect(await template('PHONE_CHANGE')).toMatchObject({
      name: TEMPLATE_NAMES.papersMissing,
      because: 'PAPERS_MISSING',
    });
    const online = await template('REPORT', { text: 'Necesito mi vida laboral.' });
    expect(online).toMatchObject({ name: TEMPLATE_NAMES.online, because: 'ONLINE' });
    expect(online?.serviceIds).toHaveLength(1);
    expect(await template('ACCESS_PROBLEM')).toMatchObject({ name: TEMPLATE_NAMES.access });
    expect(await template(null)).toMatchObject({ name: TEMPLATE_NAMES.receipt, because: 'ACTION' });
  });

  test('says whose it is, with the words that say so; and keeps agents of RED to RED', async () => {
    const other = { proposedCategory: 'OTRAS', text: 'Quiero solicitar el paro, por favor.' } as const;
    expect(await template('OTHER', other)).toMatchObject({
      name: TEMPLATE_NAMES.sepe,
      because: 'ELSEWHERE',
      quote: 'solicitar el paro',
    });
    expect(await template('OTHER', { ...other, proposedCategory: 'COTIZACION' })).toMatchObject({
      name: TEMPLATE_NAMES.receipt,
    });
    const red = { text: 'Soy graduado social, autorizado RED, y pido la baja de un trabajador.' };
    expect(await template('BAJA', red, true)).toMatchObject({ name: TEMPLATE_NAMES.red, because: 'RED' });
    expect(await template('DEFERRAL', red, true)).not.toMatchObject({ name: TEMPLATE_NAMES.red });
  });

  test('is found under the name that the office gave it, and not where it is out of use', async () => {
    const { store, client, request, ask } = await desk();
    const saved = async (input: { readonly name?: string; readonly active?: boolean }) => {
      const row = await store.prisma.template.findFirstOrThrow({
        where: { versions: { some: { name: TEMPLATE_NAMES.access } } },
      });
      const { id, version, name, subject, body, active } = row;
      await saveTemplate(store, SYSTEM_ACTOR, { id, version, name, subject, body, active, ...input });
    };
    const messageId = await request('ACCESS_PROBLEM');
    await saved({ name: 'No puede entrar' });
    const { template } = await ask(messageId);
    expect(template).toMatchObject({ name: 'No puede entrar', because: 'ACTION' });
    const { id: caseId } = await client.cases.create({ messageId });
    const draft = { caseId, templateId: template?.id ?? 0, serviceIds: [] };
    expect(await client.replies.preview(draft)).toMatchObject({ templateVersion: 2 });
    await saved({ active: false });
    expect((await ask(messageId)).template).toBeNull();
  });

  test('is filled with the missing papers, and with nothing when they are all there', async () => {
    const { client, request, ask } = await desk();
    const fill = async (attachments: string[]) => {
      const messageId = await request('PHONE_CHANGE', { attachments });
      const { id: caseId } = await client.cases.create({ messageId });
      const missing = await ask(await request('PHONE_CHANGE'));
      return client.replies.preview({ caseId, templateId: missing.template?.id ?? 0 });
    };
    const part = await fill(['ta1.pdf', 'dni anverso.jpg']);
    expect(part.body).toContain('- El reverso de su DNI');
    expect(part.body).not.toContain('TA.1');
    expect(part.missing).toEqual([]);
    expect((await fill(['ta1.pdf', 'pasaporte.jpg'])).missing).toEqual(['documentos_que_faltan']);
  });
});
