import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const PIECE_BYTES = 256 * 1024;

/**
 * Copies a file to the disk itself, through one buffer, so that a large one leaves no trail in memory.
 * @returns the SHA-256 of what was copied, hexadecimal
 */
export async function copyHashed(from: string, to: string): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(PIECE_BYTES);
  const source = await open(from);
  try {
    const target = await open(to, 'w');
    try {
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, PIECE_BYTES, null);
        if (bytesRead === 0) break;
        const piece = buffer.subarray(0, bytesRead);
        hash.update(piece);
        await target.writeFile(piece);
      }
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
  return hash.digest('hex');
}
