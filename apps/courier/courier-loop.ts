import type { Instant } from '@citypath/calendar';
import type { Logger } from '@citypath/runtime';
import {
  FINDINGS_CHANNEL,
  JOURNEYS_CHANNEL,
  Quarantine,
  Sessions,
  SIGN_IN_CHANNEL,
  SignInRequests,
  TEST_LETTERS_CHANNEL,
  TestLetters,
  type DataSource,
} from '@citypath/store';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Courier } from './courier';
import { RungLoop } from './rung-loop';
import type { SignInRound } from './sign-in/sign-in-round';
import type { TestLetterRound } from './test-letters/test-letter-round';
import { didSomething } from './tick-report';
import type { WatchLetterRound } from './watch-letters/watch-letter-round';

export interface LoopSettings {
  databaseUrl: string;
  courierTickMs: number;
}

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;
/** So long somebody may look at what came back and was not believed. */
const QUARANTINE_MS = 90 * MS_PER_DAY;
/** Who waits for a letter notices no tenth of a second; a flood of requests is answered in a few rounds. */
const REST_MS = 100;
/** What waits for somebody's morning needs no more than that; what was found rings. */
const WATCH_EVERY_MS = 60_000;

/**
 * Ticks the courier every so often, and at once when a journey was recorded or somebody waits for a letter. The letters
 * that sign in, those that are tests and those of what the watch found have loops of their own: none waits for the
 * other. Here is the clock of all of them.
 */
export class CourierLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly letters: RungLoop;
  private readonly signIns: RungLoop;
  private readonly tests: RungLoop;
  private readonly watch: RungLoop;
  private sweptAtMs = 0;

  constructor(
    private readonly courier: Courier,
    private readonly rounds: { signIn: SignInRound; testLetters: TestLetterRound; watchLetters: WatchLetterRound },
    private readonly records: DataSource,
    { databaseUrl, courierTickMs: everyMs }: LoopSettings,
    private readonly logger: Logger,
    private readonly hurry: () => void,
    private readonly letGo: () => Promise<void>,
  ) {
    this.letters = new RungLoop({ databaseUrl, channel: JOURNEYS_CHANNEL, everyMs, restMs: 0 }, () => this.tick());
    const restMs = REST_MS;
    this.signIns = new RungLoop({ databaseUrl, channel: SIGN_IN_CHANNEL, everyMs, restMs }, () => this.goRound());
    this.tests = new RungLoop({ databaseUrl, channel: TEST_LETTERS_CHANNEL, everyMs, restMs }, () => this.postTests());
    const watched = { databaseUrl, channel: FINDINGS_CHANNEL, everyMs: WATCH_EVERY_MS, restMs };
    this.watch = new RungLoop(watched, () => this.tellOfFindings());
  }

  onApplicationBootstrap(): void {
    this.letters.begin();
    this.signIns.begin();
    this.tests.begin();
    this.watch.begin();
  }

  /** Ends after the letters that are being posted; those that a slow mail server has not asked for are due again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.hurry();
    await Promise.all([this.letters.end(), this.signIns.end(), this.tests.end(), this.watch.end()]);
    await this.letGo();
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

  /** @returns whether somebody still waits for a letter */
  private async goRound(): Promise<boolean> {
    try {
      const now = Date.now();
      const { posted, serverAway, more } = await this.rounds.signIn.go(instant(now));
      if (posted > 0) this.logger.info({ posted }, 'letters that sign in');
      if (serverAway !== null) this.logger.warn({ answer: serverAway }, 'no mail server takes letters that sign in');
      await this.sweepHourly(now);
      return more;
    } catch (error) {
      this.logger.warn({ err: error }, 'the round of sign-ins was broken off; the next one goes on');
      return false;
    }
  }

  /** @returns whether somebody still waits for a test letter */
  private async postTests(): Promise<boolean> {
    try {
      const { posted, serverAway, more } = await this.rounds.testLetters.go(instant(Date.now()));
      if (posted > 0) this.logger.info({ posted }, 'test letters');
      if (serverAway !== null) this.logger.warn({ answer: serverAway }, 'no mail server takes test letters');
      return more;
    } catch (error) {
      this.logger.warn({ err: error }, 'the round of test letters was broken off; the next one goes on');
      return false;
    }
  }

  private async tellOfFindings(): Promise<boolean> {
    try {
      const { posted, serverAway } = await this.rounds.watchLetters.go(instant(Date.now()));
      if (posted > 0) this.logger.info({ posted }, 'letters of what the watch found');
      if (serverAway !== null) this.logger.warn({ answer: serverAway }, 'no mail server takes letters of the watch');
    } catch (error) {
      this.logger.warn({ err: error }, 'the round of the watch’s letters was broken off; the next one goes on');
    }
    return false;
  }

  /** Addresses that somebody typed, sessions that are over and test letters of yesterday are not kept. */
  private async sweepHourly(now: number): Promise<void> {
    if (now - this.sweptAtMs < MS_PER_HOUR) return;
    this.sweptAtMs = now;
    await new SignInRequests(this.records).sweep(instant(now - MS_PER_DAY));
    await new TestLetters(this.records).sweep(instant(now - MS_PER_DAY));
    await new Sessions(this.records).sweep(instant(now));
    await new Quarantine(this.records).sweep(instant(now - QUARANTINE_MS));
  }
}

function instant(ms: number): Instant {
  return new Date(ms).toISOString() as Instant;
}
