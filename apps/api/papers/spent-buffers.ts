import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: { type: 'minor' }) => void;

const COLLECT_EVERY_BYTES = 4 * 1024 * 1024;

/**
 * Lets go of the buffers that bytes from the network came in. They lie outside of V8's heap, where V8 looks for them only
 * once they are 64 MB: a file that streams through would leave that much behind. A minor collection takes about a
 * millisecond (npm run bench -- uploads).
 */
export class SpentBuffers {
  private static collect: Collect | null = null;
  private bytes = 0;

  /** @param count bytes that were written and are no longer needed */
  add(count: number): void {
    this.bytes += count;
    if (this.bytes < COLLECT_EVERY_BYTES) return;
    this.bytes = 0;
    SpentBuffers.collect ??= collector();
    SpentBuffers.collect({ type: 'minor' });
  }
}

function collector(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect;
}
