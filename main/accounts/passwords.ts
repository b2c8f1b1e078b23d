import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { PASSWORD_COST, type PasswordCost } from './password-cost.ts';

/*
 * scrypt, because it is the memory-hard function that every runtime here has: Electron links BoringSSL, which knows
 * no Argon2.
 */
const saltBytes = 16;
const hashBytes = 32;
const maxMemory = 256 * 2 ** 20;

/** Cost, salt and hash in one line (PHC string format), so that the cost can grow without touching old accounts. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const { log2N, r, p } = PASSWORD_COST;
  const hash = await derive(password, salt, hashBytes, PASSWORD_COST);
  return `$scrypt$ln=${log2N},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** True when the password is the one of `stored`. Takes the same time whatever differs; throws on a broken `stored`. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const match = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(stored);
  if (match === null) throw new Error('stored password hash is not in the format of this application');
  const [, log2N, r, p, salt, hash] = match;
  const expected = Buffer.from(hash ?? '', 'base64url');
  const found = await derive(password, Buffer.from(salt ?? '', 'base64url'), expected.length, {
    log2N: Number(log2N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(found, expected);
}

/** Costs what a comparison costs: an unknown user must not be answered sooner than a known one. */
export async function pretendToCompare(password: string): Promise<void> {
  await derive(password, Buffer.alloc(saltBytes), hashBytes, PASSWORD_COST);
}

/** Runs on libuv's pool. Keyboards differ in how they compose ñ and accents: NFKC makes them one. */
function derive(
  password: string,
  salt: Buffer,
  length: number,
  { log2N, r, p }: PasswordCost,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize('NFKC'),
      salt,
      length,
      { N: 2 ** log2N, r, p, maxmem: maxMemory },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    );
  });
}
