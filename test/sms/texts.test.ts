import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toGsm7 } from '../../main/sms/gsm7.ts';
import { codeText, SmsLanguage, TEST_TEXT } from '../../main/sms/texts.ts';

/** What one SMS holds, in septets. */
const SEGMENT_SEPTETS = 160;

describe('GSM 7-bit', () => {
  test('codes of 3GPP TS 23.038, table 6.2.1', () => {
    expect([...(toGsm7('@Δ 0A¡a¿àÑñ') ?? [])]).toEqual([0, 16, 32, 48, 65, 64, 97, 96, 127, 93, 125]);
  });

  test('the extension table counts two', () => {
    expect([...(toGsm7('€{') ?? [])]).toEqual([27, 101, 27, 40]);
    expect(toGsm7('€'.repeat(80))).toHaveLength(SEGMENT_SEPTETS);
  });

  test.each(['á', 'í', 'ó', 'ú', 'ç', '·', '\u001B', '’', '😀'])('%j is not in it', (character) => {
    expect(toGsm7(`a${character}`)).toBeNull();
  });

  test('whatever is in it stays within seven bits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const septets = toGsm7(text);
        return septets === null || septets.every((septet) => septet < 128);
      }),
    );
  });
});

describe('what the citizen reads', () => {
  test.each(SmsLanguage.options)('in %s is one SMS with the code, at any lifetime', (language) => {
    for (const minutes of [2, 5, 30]) {
      const text = codeText(language, '048213', minutes);
      expect(toGsm7(text)?.length, text).toBeLessThanOrEqual(SEGMENT_SEPTETS);
      expect(text).toContain('048213');
      expect(text).toContain(`${minutes} min`);
    }
  });

  test.each(['OFFICE', 'CITIZEN'] as const)(
    'in Catalan says "vós", as the kiosk does: to be read by the %s',
    (reader) => {
      const text = codeText('ca', '048213', 5, reader);
      expect(text).toMatch(/la vostra .*l'heu de donar/u);
      expect(text).not.toMatch(/\b(?:seva|seves|seu|seus|vostè|l'atén|l'ha)\b/u);
    },
  );

  test('so is the test message', () => {
    expect(toGsm7(TEST_TEXT)?.length).toBeLessThanOrEqual(SEGMENT_SEPTETS);
  });
});
