import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '../problems/problem-error';

/** As large as clamd likes them. */
const CHUNK_BYTES = 64 * 1024;
const SILENT_MS = 60_000;
const FOUND = /^stream: (.+) FOUND$/;

/**
 * Asks clamd about files, by its own protocol (INSTREAM), a chunk at a time. By hand, since the packages that speak it
 * keep what clamd has not taken yet in memory: a file of 50 MB would lie there as a whole.
 */
export class VirusScanner {
  /** @param address host:port */
  constructor(private readonly address: string) {}

  /**
   * @returns the name of what was found, or null when the file is clean
   * @throws ProblemError paper-scanner-away, also when it gives no verdict
   */
  async scan(file: string): Promise<string | null> {
    const [host = '', port = ''] = this.address.split(':');
    const socket = connect({ host, port: Number(port) });
    socket.setTimeout(SILENT_MS, () => socket.destroy(new Error('the scanner is silent')));
    try {
      // Where sending fails the socket is gone, and with it the answer: there is one place to wait at.
      pipeline(instream(file), socket, { end: false }).catch(() => undefined);
      return verdictIn(await answerOf(socket));
    } catch (error) {
      throw new ProblemError('paper-scanner-away', { retryAfterSeconds: 30, cause: error });
    } finally {
      socket.destroy();
    }
  }
}

/** The file as clamd wants it: chunks, each after its length, and nothing at the end. */
async function* instream(file: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    const bytes = chunk as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    yield length;
    yield bytes;
  }
  yield Buffer.alloc(4);
}

async function answerOf(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8').replaceAll('\0', '').trim();
}

function verdictIn(answer: string): string | null {
  if (answer === 'stream: OK') return null;
  const [, signature] = FOUND.exec(answer) ?? [];
  if (signature === undefined) throw new Error(`the scanner gave no verdict: ${answer}`);
  return signature;
}
