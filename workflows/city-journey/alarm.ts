import type { Instant } from '@citypath/calendar';
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * The journey's one timer. It wakes the run, no more: who waits for a moment looks at the clock.
 * Hazard: each timer started or cancelled is an event of history, so one whose moment stands is left alone.
 */
export class Alarm {
  private armed: { at: Instant; scope: CancellationScope } | null = null;

  /** Whether the alarm is set and has not gone off yet. */
  get isSet(): boolean {
    return this.armed !== null;
  }

  /** Sets the alarm to a moment, or off. Nothing happens when it is set to that moment already. */
  set(at: Instant | null, now: Instant): void {
    if (this.armed?.at === at) return;
    this.armed?.scope.cancel();
    this.armed = at === null ? null : this.start(at, now);
  }

  private start(at: Instant, now: Instant): { at: Instant; scope: CancellationScope } {
    const armed = { at, scope: new CancellationScope() };
    const waitMs = Math.max(1, Date.parse(at) - Date.parse(now));
    armed.scope
      .run(() => sleep(waitMs, { summary: `until ${at}` }))
      .then(
        () => {
          if (this.armed === armed) this.armed = null;
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
    return armed;
  }
}
