import type { Instant } from '@citypath/calendar';

export interface ThrottleLimits {
  /** Letters to one mail domain. */
  mailPerDomainAMinute: number;
  /** Letters to one address. */
  mailPerRecipientAMinute: number;
}

const WINDOW_MS = 60_000;

/**
 * How many letters of this courier a mail domain and a reader get within a minute: mail hosts shut their door to whoever
 * writes too often. Letters above that wait, in order; none is dropped, and none to another domain waits for them.
 */
export class Throttle {
  /** When the letters of the last minute were posted, by domain ('@city.example') and by address. */
  private readonly posted = new Map<string, number[]>();

  private sweptAtMs = 0;

  constructor(private readonly limits: ThrottleLimits) {}

  /**
   * Asks for one letter to an address at `now`, and counts it when it may go.
   * @returns null when it may, else when it may be asked for again
   */
  admit(address: string, now: Instant): Instant | null {
    const nowMs = Date.parse(now);
    const recipient = address.toLowerCase();
    const domain = recipient.slice(recipient.lastIndexOf('@'));
    const { mailPerDomainAMinute, mailPerRecipientAMinute } = this.limits;
    const freeAtMs = Math.max(
      this.freeAtMs(domain, mailPerDomainAMinute, nowMs),
      this.freeAtMs(recipient, mailPerRecipientAMinute, nowMs),
    );
    if (freeAtMs > nowMs) return new Date(freeAtMs).toISOString() as Instant;
    for (const key of [domain, recipient]) this.posted.set(key, [...this.lately(key, nowMs), nowMs]);
    this.sweep(nowMs);
    return null;
  }

  private freeAtMs(key: string, limit: number, nowMs: number): number {
    const lately = this.lately(key, nowMs);
    const oldestThatCounts = lately.at(-limit);
    return oldestThatCounts === undefined ? nowMs : oldestThatCounts + WINDOW_MS;
  }

  private lately(key: string, nowMs: number): number[] {
    return (this.posted.get(key) ?? []).filter((atMs) => atMs > nowMs - WINDOW_MS);
  }

  /** Forgets, once a minute, who got nothing lately. */
  private sweep(nowMs: number): void {
    if (nowMs - this.sweptAtMs < WINDOW_MS) return;
    this.sweptAtMs = nowMs;
    for (const key of this.posted.keys()) if (this.lately(key, nowMs).length === 0) this.posted.delete(key);
  }
}
