import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { copyHashed } from './copy-hashed';
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
      if ((await copyHashed(file, partial)) !== sha256) throw new Error('what was copied is not what was looked at');
      await rename(partial, path);
      // A new name in a folder outlives a power cut only once the folder is written too.
      await sync(dirname(path));
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

async function sync(path: string): Promise<void> {
  const handle = await open(path);
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
