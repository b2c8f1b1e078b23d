import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_LIMIT } from '../../main/triage/fold.ts';
import { threadSubject } from '../../main/triage/thread.ts';
import { triage } from '../../main/triage/triage.ts';
import { parsed } from './message.ts';

/** Pieces that the patterns look for: repeated without end they make a careless pattern run for minutes. */
const PIECES = [
  ' ',
  '\n',
  '>',
  '> ',
  '-',
  '- ',
  '1',
  '1 ',
  '1-',
  '1.',
  '6 ',
  '(',
  '+',
  '+34',
  'a',
  'A ',
  'Ana ',
  'Ana de ',
  'de ',
  'el ',
  'el\n',
  'De: x\n',
  'uno ',
  'mil, ',
  'a@',
  'a.',
  'a@a.',
  'DNI ',
  'N I E : ',
  'X',
  'x 1',
  'me llamo ',
  'nacido el 1 de enero ',
  'escribió: ',
  'confirme ',
  'solicitamos cotización ',
  'Re: ',
  'RE[1]: ',
  '[externo] ',
  '\u00a0',
  '\ud83d\ude00',
  'ß',
  'İ',
  '\u0301',
];

/** All the time that one hostile message may take; a catastrophic pattern needs minutes, a sound one milliseconds. */
const LIMIT = { timeout: 20_000 };

describe('hostile text', () => {
  it.each(PIECES)('%j repeated', LIMIT, (piece) => {
    const text = piece.repeat(Math.ceil((TEXT_LIMIT + 1000) / piece.length));
    for (const body of [text, `${text}x`, `Fecha ${text}:`]) {
      const result = triage(parsed({ subject: body, text: body, from: { name: body, address: body } }));
      expect(result.kind).not.toBe('BOUNCE');
    }
    expect(threadSubject(text).length).toBeLessThanOrEqual(1000);
  });

  it('mixes of pieces', LIMIT, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 300 }), (pieces) => {
        const text = pieces.join('');
        const { person } = triage(parsed({ subject: text, text, references: ['<1@x>'] }));
        for (const { start, end, where } of Object.values(person.values)) {
          const length = where === 'SUBJECT' ? text.length : Math.min(text.length, TEXT_LIMIT);
          expect(start).toBeLessThan(end ?? 0);
          expect(end).toBeLessThanOrEqual(length);
        }
      }),
    );
  });

  it('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(() => triage(parsed({ subject: text, text }))).not.toThrow();
      }),
    );
  });

  it('answers the same twice: patterns keep no state', () => {
    const message = parsed({
      subject: 'COTIZACIÓN',
      text: 'Me llamo Ana Prueba Ficticia, DNI 99999999R, tel. 612034567',
    });
    expect(triage(message)).toEqual(triage(message));
  });
});
