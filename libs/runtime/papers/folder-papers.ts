import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isFull, PaperStoreFault, type PaperStore, type StagedPaper } from './paper-store';

/** Papers in a folder: a folder a journey, a file a paper. */
export class FolderPapers implements PaperStore {
  constructor(private readonly folder: string) {}

  /** Makes the folder where there is none yet. Only at the start of a process: see `put`. */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
  }

  async put(key: string, { file, sha256 }: StagedPaper): Promise<void> {
    const path = join(this.folder, key);
    const partial = `${path}.partial`;
    try {
      // Hazard: not recursive. Where a disk is not mounted, its folder must not be made anew on the wrong disk.
      await mkdir(dirname(path)).catch(unlessThere);
      const hash = createHash('sha256');
      await pipeline(
        createReadStream(file),
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            hash.update(chunk);
            yield chunk;
          }
        },
        createWriteStream(partial, { flush: true }),
      );
      if (hash.digest('hex') !== sha256) throw new Error('what was copied is not what was looked at');
      await rename(partial, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(partial, { force: true }).catch(() => undefined);
      throw new PaperStoreFault(isFull(error) ? 'full' : 'away', error);
    }
  }

  async open(key: string): Promise<Readable | null> {
    try {
      const handle = await open(join(this.folder, key));
      return handle.createReadStream();
    } catch (error) {
      if (isNotThere(error) && (await this.isThere())) return null;
      throw new PaperStoreFault('away', error);
    }
  }

  async remove(key: string): Promise<void> {
    try {
      await rm(join(this.folder, key), { force: true });
    } catch (error) {
      throw new PaperStoreFault('away', error);
    }
  }

  private async isThere(): Promise<boolean> {
    const handle = await open(this.folder).catch(() => null);
    await handle?.close();
    return handle !== null;
  }
}

/** A new name in a folder outlives a power cut only once the folder is written too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unlessThere(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}

function isNotThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
