import { describe, expect, it } from 'vitest';
import { belongsToThread, THREAD_DAYS, threadSubject, type ThreadFacts } from '../../main/triage/thread.ts';

describe('thread subject', () => {
  it('is the same through prefixes, capitals and accents', () => {
    for (const subject of [
      'Cambio de teléfono',
      'RE: cambio de telefono',
      'Fwd: RV: Re: CAMBIO DE TELÉFONO.',
    ]) {
      expect(threadSubject(subject)).toBe('cambio de telefono');
    }
  });

  it.each([
    '',
    'RV:',
    '.',
    'hola',
    '(sin asunto)',
    'URGENTE!!!!!',
    'COTIZACIÓN',
    'RE: AFILIACIÓN E INSCRIPCIÓN DE EMPRESAS, ALTAS, BAJAS Y VARIACIONES DE DATOS',
    'AFILIACIÓN, COTIZACIÓN, RECAUDACIÓN, MORATORIAS, OTRAS GESTIONES',
    '12345',
  ])('is empty where it says nothing: %s', (subject) => {
    expect(threadSubject(subject)).toBe('');
  });

  it('keeps what follows an official name', () => {
    expect(threadSubject('RE: RECAUDACIÓN - certificado')).toBe('recaudacion certificado');
  });
});

const DAY = 24 * 60 * 60 * 1000;
const first: ThreadFacts = {
  messageIdHeader: '<1@example.org>',
  references: [],
  threadSubject: 'cambio de telefono',
  fromAddress: 'ana@example.org',
  at: 0,
};
const next = (changes: Partial<ThreadFacts>): ThreadFacts => ({
  ...first,
  messageIdHeader: '<2@example.org>',
  ...changes,
});

describe('thread rule', () => {
  it('goes by references, whoever writes and whenever', () => {
    const reply = { fromAddress: 'hijo@example.org', threadSubject: '', at: 400 * DAY };
    expect(
      belongsToThread(next({ ...reply, references: ['<0@example.org>', '<1@example.org>'] }), first),
    ).toBe(true);
    expect(belongsToThread(next({ ...reply, references: ['<7@example.org>'] }), first)).toBe(false);
  });

  it('joins what refers to the same message, and the first one when it arrives late', () => {
    const sibling = next({ references: ['<9@tgss.example>'], threadSubject: '' });
    expect(belongsToThread(sibling, { ...first, references: ['<9@tgss.example>'] })).toBe(true);
    expect(belongsToThread(first, next({ references: ['<1@example.org>'], threadSubject: '' }))).toBe(true);
  });

  it('else by telling subject and sender within the days', () => {
    expect(belongsToThread(next({ at: THREAD_DAYS * DAY, fromAddress: 'ANA@example.org' }), first)).toBe(
      true,
    );
    expect(belongsToThread(next({ at: THREAD_DAYS * DAY + 1 }), first)).toBe(false);
    expect(belongsToThread(next({ fromAddress: 'otra@example.org' }), first)).toBe(false);
    expect(belongsToThread(next({ threadSubject: '' }), { ...first, threadSubject: '' })).toBe(false);
  });
});
