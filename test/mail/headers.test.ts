import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authenticationFailed, authenticationResults } from '../../main/mail/authentication-results.ts';
import { readHeaders } from '../../main/mail/header-block.ts';
import { cleanLine, parseMailDate } from '../../main/mail/headers.ts';

describe('parseMailDate', () => {
  const noon = Date.UTC(2020, 5, 22, 12, 0, 0);
  it.each([
    ['Mon, 22 Jun 2020 14:00:00 +0200', noon],
    ['22 Jun 2020 12:00:00 GMT', noon],
    ['Lun, 22 jun. 2020 14:00:00 +0200 (CEST)', noon],
    ['Mon, 22 Jun 20 12:00 UT', noon],
    ['Mon, 22-Jun-2020 12:00:00 Z', noon],
    ['2020-06-22T14:00:00+02:00', noon],
    ['sáb, 1 ago 2020 02:00:00 +0200', Date.UTC(2020, 7, 1)],
    ['Mon, 22 Jun 2020 08:00:00 EDT', noon],
    ['Mon, 18 May 2020 25:41:22 +0200', null],
    ['Mon, 31 Jun 2020 12:00:00 +0000', null],
    ['ayer por la tarde', null],
    ['', null],
  ])('%j', (written, instant) => {
    expect(parseMailDate(written)).toBe(instant);
  });

  it('reads back every date that mail programs write', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1971-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }),
        (date) => {
          expect(parseMailDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000);
        },
      ),
    );
  });
});

describe('authentication', () => {
  const line = (value: string) => ({ name: 'Authentication-Results', value });

  it('takes the results of the topmost server only', () => {
    expect(
      authenticationResults([
        line('mx1.tgss.example 1; spf=fail (not allowed; see x) smtp.mailfrom=a@b; dkim=none'),
        line('mx1.tgss.example; dmarc=fail header.from=b'),
        line('forged.example; spf=pass; dkim=pass; dmarc=pass'),
      ]),
    ).toEqual({ server: 'mx1.tgss.example', spf: 'fail', dkim: 'none', dmarc: 'fail' });
  });

  it('believes a line further down only where it speaks against the sender, whoever signs it', () => {
    expect(
      authenticationResults([
        line('mx1.tgss.example; spf=fail'),
        line('mx1.tgss.example; dmarc=pass header.from=b; dkim=fail'),
      ]),
    ).toEqual({ server: 'mx1.tgss.example', spf: 'fail', dkim: 'fail', dmarc: null });
  });

  it("believes nobody but the office's own server, once it is known", () => {
    const forged = line('mx.banco.example; spf=pass; dkim=pass; dmarc=pass');
    const own = line('mx1.tgss.example; dmarc=fail');
    expect(authenticationResults([forged, own], 'mx1.tgss.example')?.dmarc).toBe('fail');
    expect(authenticationResults([forged], 'mx1.tgss.example')).toBeNull();
  });

  it('takes words that the sender chose for what they are: in encoded words, quoted strings and comments', () => {
    const chosen = [
      'smtp.mailfrom="x; dmarc=pass"@b',
      'smtp.mailfrom==?utf-8?Q?a=3B_dmarc=3Dpass?=',
      '(a (b); dmarc=pass)',
    ];
    for (const words of chosen) {
      const raw = Buffer.from(
        `Authentication-Results: mx1.tgss.example; spf=fail ${words}\r\nFrom: <a@b>\r\n\r\n`,
      );
      expect(authenticationResults(readHeaders(raw)), words).toMatchObject({ spf: 'fail', dmarc: null });
    }
  });

  it('says nothing where the server says nothing', () => {
    expect(authenticationResults([line('mx1.tgss.example; none')])).toEqual({
      server: 'mx1.tgss.example',
      spf: null,
      dkim: null,
      dmarc: null,
    });
    expect(authenticationResults([])).toBeNull();
  });

  it.each([
    ['pass', 'pass', 'pass', false],
    ['fail', 'fail', 'pass', false],
    ['pass', 'pass', 'fail', true],
    ['fail', 'none', null, true],
    ['fail', 'pass', null, false],
    ['pass', 'fail', null, true],
    ['softfail', 'none', null, false],
    [null, null, null, false],
  ])('spf %s, dkim %s, dmarc %s: failed %s', (spf, dkim, dmarc, failed) => {
    expect(authenticationFailed({ server: 'x', spf, dkim, dmarc })).toBe(failed);
  });
});

it('cleanLine gives one visible line', () => {
  expect(cleanLine(' uno dos')).toBe('uno dos');
  expect(cleanLine(' uno\r\n\tdos\u202e \u200btres\ud800 ')).toBe('uno dos tres\ufffd');
});
