import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isFull } from '@citypath/runtime';
import { FileStore } from '@tus/file-store';
import { ProblemError } from '../problems/problem-error';
import { SpentBuffers } from './spent-buffers';

/** So long an upload may wait for its next byte. */
const KEPT_MS = 24 * 3_600_000;

/** Uploads on their way, in a folder of this machine that outlives the process: bytes, and beside them what they are. */
export class StagedFiles extends FileStore {
  /** @param directory has to be there */
  constructor(directory: string) {
    super({ directory });
  }

  /** Makes the folder first: the library would end the process where it cannot. */
  static async in(directory: string): Promise<StagedFiles> {
    await mkdir(directory, { recursive: true });
    return new StagedFiles(directory);
  }

  pathOf(id: string): string {
    return join(this.directory, id);
  }

  override async create(...[upload]: Parameters<FileStore['create']>): ReturnType<FileStore['create']> {
    return super.create(upload).catch((error: unknown) => {
      throw storageProblem(error);
    });
  }

  /** As the library does, but says why a write failed. What was written stays, and the next one goes on from there. */
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(this.pathOf(id), { flags: 'r+', start: offset });
    const spent = new SpentBuffers();
    try {
      await pipeline(
        readable,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            yield chunk;
            spent.add(chunk.length);
          }
        },
        file,
      );
    } catch (error) {
      throw isOfStorage(error) ? storageProblem(error) : error;
    }
    return offset + file.bytesWritten;
  }

  /** Throws away what is finished with, or was never to be. */
  async discard(id: string): Promise<void> {
    await Promise.all([this.pathOf(id), `${this.pathOf(id)}.json`].map((path) => rm(path, { force: true })));
  }

  /** Throws away every upload that got no byte for a day. @returns how many */
  async sweep(nowMs: number): Promise<number> {
    const ids = (await readdir(this.directory)).filter((name) => !name.endsWith('.json'));
    const kept = await Promise.all(
      ids.map(async (id) => {
        const { mtimeMs } = await stat(this.pathOf(id)).catch(() => ({ mtimeMs: nowMs }));
        if (nowMs - mtimeMs <= KEPT_MS) return true;
        await this.discard(id);
        return false;
      }),
    );
    return kept.filter((isKept) => !isKept).length;
  }
}

/** A fault of the file system, and not of the one who sends. */
function isOfStorage(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && ['open', 'write', 'close'].includes(String(error.syscall));
}

function storageProblem(error: unknown): ProblemError {
  return new ProblemError(isFull(error) ? 'paper-store-full' : 'paper-store-away', {
    retryAfterSeconds: 30,
    cause: error,
  });
}
