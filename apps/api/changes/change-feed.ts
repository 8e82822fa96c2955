import type { JourneyId } from '@citypath/journey';
import { JOURNEYS_CHANNEL, listen, type Listening } from '@citypath/store';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Subject } from 'rxjs';
import { DATABASE_URL } from '../tokens';

/** A journey changed; or (null) changes may have been missed, and everything is to be looked at again. */
export type Change = JourneyId | null;

export interface Heard {
  /** Resolves when the journey changed since the last call; in any case after half a second. */
  changed(): Promise<void>;
  stop(): void;
}

/** A change that is missed (a connection that broke just then) costs at most this. */
const LOOK_ANYWAY_AFTER_MS = 500;

/** Hears from PostgreSQL which journeys were written, by whatever process. */
@Injectable()
export class ChangeFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly changes = new Subject<Change>();
  private listening: Listening | null = null;

  constructor(@Inject(DATABASE_URL) private readonly databaseUrl: string) {}

  onApplicationBootstrap(): void {
    this.listening = listen(this.databaseUrl, JOURNEYS_CHANNEL, (journeyId) => this.changes.next(journeyId));
  }

  async onApplicationShutdown(): Promise<void> {
    this.changes.complete();
    await this.listening?.close();
  }

  /** Begins to listen for one journey, before what will change it is set off. */
  heard(journeyId: JourneyId): Heard {
    let missed = false;
    let wake: (() => void) | null = null;
    const subscription = this.changes.subscribe((change) => {
      if (change !== null && change !== journeyId) return;
      missed = true;
      wake?.();
    });
    return {
      changed: () =>
        new Promise((resolve) => {
          const done = (): void => {
            clearTimeout(timer);
            missed = false;
            wake = null;
            resolve();
          };
          const timer = setTimeout(done, LOOK_ANYWAY_AFTER_MS);
          wake = done;
          if (missed) done();
        }),
      stop: () => subscription.unsubscribe(),
    };
  }
}
