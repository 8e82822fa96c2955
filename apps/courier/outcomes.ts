import type { Letters, Hold, LetterOutcome } from '@citypath/store';

interface Noted {
  outcome: LetterOutcome;
  ordinary: boolean;
}

/**
 * Writes outcomes into the ledger: at once, and together with whatever came while the last ones were written. What the
 * database did not take (it was away just after the mail server had answered) is kept and written later.
 */
export class Outcomes {
  private readonly unwritten = new Map<Hold, Noted>();
  private writing: Promise<void> | null = null;

  constructor(private readonly letters: Letters) {}

  /**
   * @param ordinary the message counted in its reader's mailbox
   * @throws when the database is away; the outcome is kept
   */
  async settle(hold: Hold, outcome: LetterOutcome, ordinary: boolean): Promise<void> {
    this.unwritten.set(hold, { outcome, ordinary });
    while (this.unwritten.has(hold)) await this.write();
  }

  /** Writes what is left from before. @throws when the database is still away */
  async writeRest(): Promise<void> {
    while (this.unwritten.size > 0) await this.write();
  }

  private write(): Promise<void> {
    this.writing ??= this.writeAll().finally(() => (this.writing = null));
    return this.writing;
  }

  private async writeAll(): Promise<void> {
    const batch = [...this.unwritten];
    const ordinary = new Set(batch.filter(([, noted]) => noted.ordinary).map(([{ id }]) => id));
    await this.letters.settle(
      batch.map(([hold, { outcome }]) => ({ hold, outcome })),
      ordinary,
    );
    for (const [hold] of batch) this.unwritten.delete(hold);
  }
}
