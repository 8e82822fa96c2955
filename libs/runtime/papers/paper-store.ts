import type { Readable } from 'node:stream';

/** A file on its way into the store, already looked at. */
export interface StagedPaper {
  /** Path of the whole file on this machine. */
  file: string;
  sizeBytes: number;
  /** Hexadecimal; what arrives is held against it. */
  sha256: string;
}

/**
 * Where the bytes of papers lie. Keys are made of journey and paper: '100rc-cn.yiwu/paper-0f…'. A key that is kept is
 * kept whole: nobody ever sees half a file under it.
 */
export interface PaperStore {
  /** Keeps a file, again over the same one. @throws PaperStoreFault */
  put(key: string, paper: StagedPaper): Promise<void>;
  /** The bytes, from the first one on; null when there are none. @throws PaperStoreFault */
  open(key: string): Promise<Readable | null>;
  /** Forgets a file; one that is not there is no fault. @throws PaperStoreFault */
  remove(key: string): Promise<void>;
}

/** The store could not do it: it is full, or cannot be reached (nothing there, no permission, no answer). */
export class PaperStoreFault extends Error {
  constructor(
    readonly kind: 'full' | 'away',
    cause: unknown,
  ) {
    super(`The store of papers is ${kind}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'PaperStoreFault';
  }
}

/** The file system has no room left: the disk, the quota, or the largest file that it takes. */
export function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
}
