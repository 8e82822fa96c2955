import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt) as (secret: string, salt: string, bytes: number) => Promise<Buffer>;

/** What a letter that signs in carries. Known to the letter alone: the records keep hashes. */
export interface SignInSecrets {
  /** 128 random bits, for the link. */
  token: string;
  /** Eight digits, for a mail that is read on another device. */
  code: string;
}

export function newSignInSecrets(): SignInSecrets {
  return {
    token: randomBytes(16).toString('base64url'),
    code: String(randomInt(100_000_000)).padStart(8, '0'),
  };
}

/** What the records know of a random secret: of a link, or of the cookie of a browser. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/**
 * What the records know of a code. Eight digits are soon tried out by somebody who can read the hash, so each try is
 * made dear (about 40 ms): the fifteen minutes of a code are over long before.
 * @param requestId salts it
 */
export async function hashOfCode(code: string, requestId: string): Promise<string> {
  return (await derive(code, requestId, 32)).toString('hex');
}

/** Whether a code is the one behind a hash. Takes the same time when there is no hash. */
export async function isCode(code: string, requestId: string, hash: string | null): Promise<boolean> {
  const given = Buffer.from(await hashOfCode(code, requestId), 'hex');
  const wanted = hash === null ? Buffer.alloc(given.length) : Buffer.from(hash, 'hex');
  return timingSafeEqual(given, wanted) && hash !== null;
}
