import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

const SMALLEST_RSA_BITS = 1024;

/** A private key in PEM that mail may be signed with; line ends may be written \n, as environments have them. */
export const dkimKey = z
  .string()
  .transform((pem) => pem.replaceAll('\\n', '\n'))
  .refine(isSigningKey);

function isSigningKey(pem: string): boolean {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPrivateKey(pem);
    return type === 'rsa' && (details?.modulusLength ?? 0) >= SMALLEST_RSA_BITS;
  } catch {
    return false;
  }
}
