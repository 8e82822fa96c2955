import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '@citypath/calendar';
import type { Logger } from '@citypath/runtime';
import type { OnApplicationBootstrap } from '@nestjs/common';
import type { ReportRound } from './report-round';

/** Between two rounds pass so many ticks of the courier: what is told is a matter of mornings. */
const TICKS = 12;

/** Goes round with the reports to the journeys every so often. */
export class ReportLoop implements OnApplicationBootstrap {
  private readonly stopping = new AbortController();
  private done: Promise<void> = Promise.resolve();

  constructor(
    private readonly round: ReportRound,
    private readonly courierTickMs: number,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.done = this.run();
  }

  /** Ends after the round that is running. */
  async end(): Promise<void> {
    this.stopping.abort();
    await this.done;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.go();
      await pause(this.courierTickMs * TICKS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async go(): Promise<void> {
    try {
      const { given, notNow } = await this.round.go(new Date().toISOString() as Instant);
      if (given > 0) this.logger.info({ given }, 'journeys were told what became of their letters');
      const [first] = notNow.values();
      if (notNow.size > 0) this.logger.warn({ journeys: notNow.size, err: first }, 'journeys could not be told yet');
    } catch (error) {
      this.logger.warn({ err: error }, 'the round of reports was broken off; the next one goes on');
    }
  }
}
