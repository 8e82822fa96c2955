import type { Instant } from '@citypath/calendar';
import type { Logger } from '@citypath/runtime';
import { JOURNEYS_CHANNEL, listen, type Listening } from '@citypath/store';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Courier } from './courier';
import { didSomething } from './tick-report';

export interface LoopSettings {
  databaseUrl: string;
  courierTickMs: number;
}

/** Ticks the courier every so often, and at once when a journey was recorded. The one place here that has a clock. */
export class CourierLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private stopping = false;
  private woken = false;
  private wake: () => void = () => undefined;
  private listening: Listening | null = null;
  private done: Promise<void> = Promise.resolve();

  constructor(
    private readonly courier: Courier,
    private readonly settings: LoopSettings,
    private readonly logger: Logger,
    private readonly letGo: () => Promise<void>,
  ) {}

  onApplicationBootstrap(): void {
    this.listening = listen(this.settings.databaseUrl, JOURNEYS_CHANNEL, () => this.ring());
    this.done = this.run();
  }

  /** Ends after the letters that are being posted; takes no more. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.ring();
    await this.listening?.close();
    await this.done;
    await this.letGo();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const more = await this.tick();
      if (!more) await this.nextRing();
    }
  }

  /** @returns whether letters are still waiting */
  private async tick(): Promise<boolean> {
    try {
      const report = await this.courier.tick(new Date().toISOString() as Instant);
      for (const { letterId, error } of report.failures) {
        this.logger.error({ letterId, err: error }, 'a letter could not be written');
      }
      if (didSomething(report)) {
        this.logger.info({ settled: report.settled, recovered: report.recovered }, 'letters');
      }
      if (report.serverAway !== null) this.logger.warn({ answer: report.serverAway }, 'no mail server takes letters');
      return report.more;
    } catch (error) {
      this.logger.warn({ err: error }, 'the tick was broken off; the next one goes on');
      return false;
    }
  }

  private ring(): void {
    this.woken = true;
    this.wake();
  }

  /** Waits for the next time, or for a ring; one that came during the tick counts. */
  private async nextRing(): Promise<void> {
    if (!this.woken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.settings.courierTickMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.woken = false;
  }
}
