import type { Request } from 'express';
import { ProblemError } from '../../problems/problem-error';
import { MOST_BYTES } from './table';

/** The file that a request carries, as far as it is not too large. @throws ProblemError import-file-too-large */
export async function readUpload(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    // What is still on its way is let go by, so that the answer arrives.
    if (length <= MOST_BYTES) chunks.push(chunk);
    else if (length > 4 * MOST_BYTES) break;
  }
  if (length > MOST_BYTES) {
    throw new ProblemError('import-file-too-large', { params: { most: MOST_BYTES / 1024 / 1024 } });
  }
  return Buffer.concat(chunks);
}
