import { describe, expect, test, vi } from 'vitest';
import { hashPassword, passwordMatches } from '../../main/accounts/passwords.ts';

// Here, and in the processes that tests start, it is what people pay.
vi.unmock('../../main/accounts/password-cost.ts');

describe('passwords', () => {
  test('the right password matches and any other does not', async () => {
    const stored = await hashPassword('una frase bastante larga');
    expect(await passwordMatches('una frase bastante larga', stored)).toBe(true);
    expect(await passwordMatches('una frase bastante largá', stored)).toBe(false);
    expect(await passwordMatches('', stored)).toBe(false);
  });

  test('the same password never gives the same string, and the string does not contain it', async () => {
    const [first, second] = await Promise.all([hashPassword('contraseña-01'), hashPassword('contraseña-01')]);
    expect(first).not.toBe(second);
    expect(first).not.toContain('contraseña');
    expect(first).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/);
  });

  test('a composed and a decomposed ñ are the same key press', async () => {
    const stored = await hashPassword('contrase\u00f1a-01');
    expect(await passwordMatches('contrasen\u0303a-01', stored)).toBe(true);
  });

  test('the cost comes from the string, so that older hashes go on working', async () => {
    // scrypt('pleaseletmein', 'SodiumChloride', N=2^14, r=8, p=1), first 32 bytes: RFC 7914, section 12.
    const salt = Buffer.from('SodiumChloride').toString('base64url');
    const hash = Buffer.from(
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2',
      'hex',
    ).toString('base64url');
    const stored = `$scrypt$ln=14,r=8,p=1$${salt}$${hash}`;
    expect(await passwordMatches('pleaseletmein', stored)).toBe(true);
    expect(await passwordMatches('pleaseletmeout', stored)).toBe(false);
  });

  test('a broken stored string is an error, not a refusal', async () => {
    await expect(passwordMatches('x', 'plain-text')).rejects.toThrow();
  });
});
