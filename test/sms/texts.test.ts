import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitsOneSegment, SEGMENT_SEPTETS, toGsm7 } from '../../main/sms/gsm7.ts';
import { codeText, SmsLanguage, TEST_TEXT } from '../../main/sms/texts.ts';

describe('GSM 7-bit', () => {
  test('codes of 3GPP TS 23.038, table 6.2.1', () => {
    expect([...(toGsm7('@Δ 0A¡a¿àÑñ') ?? [])]).toEqual([0, 16, 32, 48, 65, 64, 97, 96, 127, 93, 125]);
  });

  test('the extension table counts two', () => {
    expect([...(toGsm7('€{') ?? [])]).toEqual([27, 101, 27, 40]);
    expect(fitsOneSegment('a'.repeat(SEGMENT_SEPTETS))).toBe(true);
    expect(fitsOneSegment('a'.repeat(SEGMENT_SEPTETS + 1))).toBe(false);
    expect(fitsOneSegment('€'.repeat(SEGMENT_SEPTETS / 2))).toBe(true);
    expect(fitsOneSegment('€'.repeat(SEGMENT_SEPTETS / 2) + 'a')).toBe(false);
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
      expect(fitsOneSegment(text), text).toBe(true);
      expect(text).toContain('048213');
      expect(text).toContain(`${minutes} min`);
    }
  });

  test('so is the test message', () => {
    expect(fitsOneSegment(TEST_TEXT)).toBe(true);
  });
});
