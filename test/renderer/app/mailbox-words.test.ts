import { describe, expect, it } from 'vitest';
import {
  conditionOf,
  conditionSentence,
  folderName,
  reasonOf,
  shortWords,
  stateSentence,
  worstOf,
} from '../../../renderer/app/mailbox-words.ts';
import { aStatus, compared } from '../mailboxes/status.ts';

const now = new Date('2026-03-16T12:41:00Z'); // 13:41 in Madrid

describe('the state of a mailbox in words', () => {
  it('tells how far a reading is, how fast, and what is left, as far as each is known', () => {
    const reading = aStatus({ state: 'READING', done: 1240 });
    expect(stateSentence(reading, now)).toBe('Leyendo 1.240');
    const counted = aStatus({ ...reading, total: 20_000, rate: 310.4, secondsLeft: 360 });
    expect(stateSentence(counted, now)).toBe('Leyendo 1.240 de 20.000 (310 por segundo, quedan 6 min)');
    expect(shortWords(counted, now)).toBe('Leyendo 1.240 de 20.000');
  });

  it('tells since when there is no connection and when it is tried again', () => {
    const offline = aStatus({ state: 'OFFLINE', nextTryAt: new Date('2026-03-16T12:42:00Z') });
    expect(stateSentence(offline, now)).toBe('Sin conexión desde las 13:40; se reintenta a las 13:42');
    expect(shortWords(offline, now)).toBe('Sin conexión desde las 13:40');
    const sinceYesterday = aStatus({ state: 'OFFLINE', since: new Date('2026-03-15T20:00:00Z') });
    expect(stateSentence(sinceYesterday, now)).toBe('Sin conexión desde el dom 15 mar, 21:00');
  });

  it('does not blame the connection for what fails on this machine', () => {
    const full = aStatus({ state: 'OFFLINE', errorCode: 'DISK_FULL', problem: 'OTHER' });
    expect(stateSentence(full, now)).toBe('Lectura parada desde las 13:40');
    expect(reasonOf(full)?.what).toBe('El disco de este equipo está lleno.');
    expect(reasonOf(aStatus({ errorCode: 'UNEXPECTED' }))?.what).toContain('Algo falla en este equipo');
    expect(reasonOf(aStatus({ problem: 'TIMEOUT' }))?.what).toBe('El servidor no ha contestado a tiempo.');
    expect(reasonOf(aStatus())).toBeNull();
  });

  it('says that somebody must act', () => {
    expect(stateSentence(aStatus({ state: 'STOPPED' }), now)).toBe('Detenido: hace falta que alguien actúe');
  });

  it('puts messages that are not stored before everything else, in any state', () => {
    for (const state of ['UP_TO_DATE', 'READING', 'OFFLINE', 'STOPPED'] as const) {
      expect(conditionOf(aStatus({ state, ledger: compared(1) }))).toBe('MISSING');
      expect(conditionOf(aStatus({ state, ledger: compared(0) }))).toBe(state);
    }
    expect(conditionSentence(aStatus({ ledger: compared(1) }))).toBe(
      'Descuadre: 1 mensaje del servidor no está guardado',
    );
    expect(conditionSentence(aStatus({ ledger: compared(1200) }))).toBe(
      'Descuadre: 1.200 mensajes del servidor no están guardados',
    );
    expect(shortWords(aStatus({ ledger: compared(2) }))).toBe('Descuadre: 2 mensajes');
    expect(conditionSentence(aStatus({ ledger: compared(0) }))).toBe('Al día');
  });
});

describe('the worst of several mailboxes', () => {
  const upToDate = aStatus({ mailboxId: 1 });
  const reading = aStatus({ mailboxId: 2, state: 'READING' });
  const offline = aStatus({ mailboxId: 3, state: 'OFFLINE' });
  const stopped = aStatus({ mailboxId: 4, state: 'STOPPED' });
  const missing = aStatus({ mailboxId: 5, ledger: compared(3) });

  it('is the one that most needs somebody, whatever their order', () => {
    const worseAndWorse = [upToDate, reading, offline, stopped, missing];
    for (const [index, status] of worseAndWorse.entries()) {
      const soFar = worseAndWorse.slice(0, index + 1);
      expect(worstOf(soFar)).toBe(status);
      expect(worstOf(soFar.toReversed())).toBe(status);
    }
  });

  it('is none where none is watched, and the first among equals', () => {
    expect(worstOf([])).toBeUndefined();
    expect(worstOf([stopped, aStatus({ mailboxId: 6, state: 'STOPPED' })])).toBe(stopped);
  });
});

it('names the inbox as people know it and leaves other folders as they are', () => {
  expect(folderName('INBOX')).toBe('Bandeja de entrada');
  expect(folderName('inbox')).toBe('Bandeja de entrada');
  expect(folderName('INBOX/Afiliación')).toBe('INBOX/Afiliación');
});
