import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownDmarc } from '../../main/mail/own-authentication.ts';

const OWN = 'mx.tgss.example';
const ROCIO = 'rocio@correo.example';
const PASS = `${OWN}; dmarc=pass (p=reject dis=none) header.from=correo.example`;

/** A message as the office's server hands it over, the given header lines on top. */
function raw(...top: string[]): Buffer {
  const own = ['Received: from x by mx.tgss.example; Mon, 16 Mar 2026 10:00:00 +0100', 'Subject: Hola'];
  const from = top.some((line) => /^From:/i.test(line)) ? [] : [`From: Rocío <${ROCIO}>`];
  return Buffer.from([...top, ...own, ...from, '', 'Texto', ''].join('\r\n'));
}
const result = (...lines: string[]) => ownDmarc(raw(...lines), OWN, ROCIO);
const results = (value: string) => result(`Authentication-Results: ${value}`);

describe("the office's own receiving server", () => {
  test.each([
    PASS,
    `${OWN} 1; spf=pass smtp.mailfrom=otra.example; dkim=fail; dmarc=pass header.from=correo.example`,
    `${OWN};\r\n\tdmarc = pass (nested (comment; dmarc=fail)) header.from=correo.example`,
    `MX.TGSS.example; DMARC=Pass header.from=CORREO.example`,
    `(here) ${OWN}; dmarc/1=pass reason="it; said so" header.from=rocio@correo.example`,
  ])('is believed when it says that the domain of the sender sent it: %s', (value) => {
    expect(results(value)).toBe('PASSED');
  });

  test.each([
    [`${OWN}; none`],
    [`${OWN}; spf=pass smtp.mailfrom=correo.example; dkim=pass header.d=correo.example`],
    [`${OWN}; dmarc=fail header.from=correo.example`],
    [`${OWN}; dmarc=none header.from=correo.example`],
    // Another domain passed: a mailing list, or a look-alike.
    [`${OWN}; dmarc=pass header.from=otra.example`],
    [`${OWN}; dmarc=pass header.from=correo.example.otra.example`],
    [`${OWN}; dmarc=pass`],
    [`${OWN}; dmarc=pass header.from=correo.example header.from=otra.example`],
    [`${OWN}; dmarc=fail header.from=correo.example; dmarc=pass header.from=correo.example`],
    // What the sender chose, inside comments, quotes and encoded words.
    [`${OWN}; spf=pass smtp.mailfrom="x; dmarc=pass header.from=correo.example"@otra.example`],
    [`${OWN}; spf=pass (x; dmarc=pass header.from=correo.example)`],
    [
      `${OWN}; spf=pass smtp.mailfrom==?utf-8?q?x=3B_dmarc=3Dpass_header=2Efrom=3Dcorreo=2Eexample?=@otra.example`,
    ],
    [`${OWN}; dmarc=pass (header.from=correo.example)`],
  ])('proves nothing with %s', (value) => {
    expect(results(value)).toBe('NOT_PASSED');
  });

  test.each([
    ['mx.otra.example; dmarc=pass header.from=correo.example'],
    ['mx.tgss.example.otra.example; dmarc=pass header.from=correo.example'],
    ['xmx.tgss.example; dmarc=pass header.from=correo.example'],
    ['dmarc=pass header.from=correo.example'],
    [`(${OWN}); dmarc=pass header.from=correo.example`],
    [`${OWN}; dmarc=pass header.from=correo.example (never ends`],
    [''],
  ])('is no other server: %s', (value) => {
    expect(results(value)).toBe('NO_HEADER');
  });

  test('only its topmost header counts: further down stands what came with the message', () => {
    const forged = `Authentication-Results: ${PASS}`;
    expect(result(`Authentication-Results: ${OWN}; dmarc=fail header.from=correo.example`, forged)).toBe(
      'NOT_PASSED',
    );
    expect(result(`Authentication-Results: ${OWN}; spf=pass smtp.mailfrom=x.example`, forged)).toBe(
      'NOT_PASSED',
    );
    expect(result('Authentication-Results: mx.otra.example; dmarc=fail', forged)).toBe('PASSED');
    expect(result(`X-Authentication-Results: ${PASS}`)).toBe('NO_HEADER');
    expect(result(`ARC-Authentication-Results: i=1; ${PASS}`)).toBe('NO_HEADER');
  });

  test('a header in the body is none, and an office that names no server believes none', () => {
    const body = Buffer.from(`From: <${ROCIO}>\r\nSubject: x\r\n\r\nAuthentication-Results: ${PASS}\r\n`);
    expect(ownDmarc(body, OWN, ROCIO)).toBe('NO_HEADER');
    expect(ownDmarc(raw(`Authentication-Results: ; dmarc=pass header.from=correo.example`), '', ROCIO)).toBe(
      'NO_HEADER',
    );
  });

  test('two senders prove neither', () => {
    const line = `Authentication-Results: ${PASS}`;
    expect(result(line, `From: <${ROCIO}>`, 'From: <otra@otra.example>')).toBe('NOT_PASSED');
    expect(result(line, `From: <${ROCIO}>, <otra@correo.example>`)).toBe('NOT_PASSED');
    expect(result(line, `From: "otra@otra.example" <${ROCIO}>`)).toBe('NOT_PASSED');
    expect(result(line, `From: "${ROCIO}" <${ROCIO}>`)).toBe('PASSED');
    expect(result(line, `From: "Benjumea (Cala), Rocío" <${ROCIO.toUpperCase()}>`)).toBe('PASSED');
  });

  test('whatever the sender puts into a quoted string or a comment changes nothing', () => {
    const chosen = fc.string({ maxLength: 60 });
    fc.assert(
      fc.property(chosen, chosen, (a, b) => {
        const quoted = JSON.stringify(a.replaceAll(/[\r\n]/g, ' '));
        const comment = b.replaceAll(/[()\\\r\n]/g, ' ');
        const said = `spf=pass (${comment}) smtp.mailfrom=${quoted}@otra.example`;
        expect(results(`${OWN}; ${said}; dmarc=fail header.from=correo.example`)).toBe('NOT_PASSED');
        expect(results(`${OWN}; ${said}; dmarc=pass header.from=correo.example`)).toBe('PASSED');
      }),
    );
  });
});
