import { listen, type Listening } from '@citypath/store';

export interface LoopSettings {
  databaseUrl: string;
  /** PostgreSQL's channel on which others ring. */
  channel: string;
  /** So long it waits at most when nobody rings. */
  everyMs: number;
  /** So long it rests at least between two rounds, so that many rings cost a few rounds. */
  restMs: number;
}

/** Does something every so often, and at once when somebody rings. Rounds follow one another, never side by side. */
export class RungLoop {
  private stopping = false;
  private woken = false;
  private wake: () => void = () => undefined;
  private listening: Listening | null = null;
  private done: Promise<void> = Promise.resolve();

  /** @param round must not throw. @returns whether there is more to do at once */
  constructor(
    private readonly settings: LoopSettings,
    private readonly round: () => Promise<boolean>,
  ) {}

  begin(): void {
    const { databaseUrl, channel } = this.settings;
    this.listening = listen(databaseUrl, channel, () => this.ring());
    this.done = this.run();
  }

  /** Ends after the round that is running. */
  async end(): Promise<void> {
    this.stopping = true;
    this.ring();
    await this.listening?.close();
    await this.done;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const more = await this.round();
      if (!more) await this.nextRing();
    }
  }

  private ring(): void {
    this.woken = true;
    this.wake();
  }

  /** Waits for the next time, or for a ring; one that came during the round counts. */
  private async nextRing(): Promise<void> {
    if (this.settings.restMs > 0 && !this.stopping) await pause(this.settings.restMs);
    if (!this.woken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.settings.everyMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.woken = false;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
