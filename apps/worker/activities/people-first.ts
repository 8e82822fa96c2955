import { setTimeout as wait } from 'node:timers/promises';
import type { Fact } from '@citypath/journey';

/** Nobody is acting when nobody has for so long: whoever acts once is about to act again. */
const QUIET_AFTER_MS = 1_000;
/** Who waits looks so often whether the batch is over meanwhile. */
const LOOK_AGAIN_MS = 50;

/**
 * Makes bulk acts give way to people: while somebody else's commands are recorded by this worker, one journey at a
 * time is given its command, and several otherwise. Where there are many workers each of them notices its own share.
 */
export class PeopleFirst {
  private readonly ofBulkActs = new Set<string>();
  private quietFromMs = 0;

  constructor(private readonly quietAfterMs = QUIET_AFTER_MS) {}

  /** These are being recorded. What a bulk act caused is no person's doing, nor is what the clock said. */
  notice(facts: readonly Pick<Fact, 'by' | 'commandId'>[]): void {
    // An act comes after what fell due until then, so that the first of its facts may be the clock's.
    if (!facts.some(({ by, commandId }) => by !== null && !this.ofBulkActs.has(commandId))) return;
    this.quietFromMs = performance.now() + this.quietAfterMs;
  }

  /**
   * Does the work of each command, so many at the same time as long as nobody else acts.
   * @returns the results in the order in which they came
   */
  async each<Item extends { commandId: string }, Result>(
    items: readonly Item[],
    atOnce: number,
    work: (item: Item) => Promise<Result>,
  ): Promise<Result[]> {
    const left = [...items];
    const results: Result[] = [];
    const hand = async (givesWay: boolean): Promise<void> => {
      for (;;) {
        if (givesWay) await this.quiet(() => left.length === 0);
        const item = left.shift();
        if (item === undefined) return;
        this.ofBulkActs.add(item.commandId);
        try {
          results.push(await work(item));
        } finally {
          this.ofBulkActs.delete(item.commandId);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, (_, index) => hand(index > 0)));
    return results;
  }

  private async quiet(isOver: () => boolean): Promise<void> {
    for (let leftMs = this.leftMs(); leftMs > 0 && !isOver(); leftMs = this.leftMs()) {
      await wait(Math.min(leftMs, LOOK_AGAIN_MS));
    }
  }

  private leftMs(): number {
    return this.quietFromMs - performance.now();
  }
}
