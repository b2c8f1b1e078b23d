import { describe, expect, it } from 'vitest';
import { formatPhone, maskPhone, parsePhone } from '../../main/citizens/phones.ts';

describe('phones', () => {
  it.each([
    '612 03 45 67',
    '612.03.45.67',
    '612-034-567',
    '+34 612034567',
    '0034 612 03 45 67',
    '34612034567',
    '(+34) 612 034 567',
  ])('reads %s', (text) => {
    expect(parsePhone(text)).toEqual({ e164: '+34612034567', kind: 'MOBILE' });
  });

  it('tells the kinds of Spanish numbers', () => {
    expect(parsePhone('711064580')?.kind).toBe('MOBILE');
    expect(parsePhone('701234567')?.kind).toBe('PERSONAL');
    expect(parsePhone('976045113')?.kind).toBe('LANDLINE');
    expect(parsePhone('876045113')?.kind).toBe('LANDLINE');
  });

  it('keeps foreign numbers, of which only the length can be judged', () => {
    expect(parsePhone('+44 7700 900318')).toEqual({ e164: '+447700900318', kind: 'FOREIGN' });
    expect(parsePhone('+351 912 000 477')).toEqual({ e164: '+351912000477', kind: 'FOREIGN' });
    expect(parsePhone('06 39 98 12 07', 'FR')).toEqual({ e164: '+33639981207', kind: 'FOREIGN' });
    expect(parsePhone('+44 77')).toBeNull();
  });

  it.each(['', '12', '512034567', '61203456', '6120345678', '612034567 ext', '9'.repeat(1000)])(
    'finds none in %j',
    (text) => {
      expect(parsePhone(text)).toBeNull();
    },
  );

  it('shows and masks', () => {
    expect(formatPhone('+34612034567')).toBe('+34 612 03 45 67');
    expect(maskPhone('+34612034567')).toBe('+34 612034***');
    expect(maskPhone('+447700900318')).toBe('+44 7700900***');
    expect(maskPhone('nothing')).toBe('***');
    expect(formatPhone('nothing')).toBe('nothing');
  });
});
