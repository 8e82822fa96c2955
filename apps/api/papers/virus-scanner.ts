import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
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
      const answer = answerOf(socket);
      await Promise.all([send(socket, file), answer]);
      return verdictIn(await answer);
    } catch (error) {
      throw new ProblemError('paper-scanner-away', { retryAfterSeconds: 30, cause: error });
    } finally {
      socket.destroy();
    }
  }
}

async function send(socket: Socket, file: string): Promise<void> {
  await once(socket, 'connect');
  socket.write('zINSTREAM\0');
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    const bytes = chunk as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    socket.write(length);
    if (!socket.write(bytes)) await once(socket, 'drain');
  }
  socket.write(Buffer.alloc(4));
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
