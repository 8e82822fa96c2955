import type { Instant } from '@citypath/calendar';
import type { MachineryResponse } from '@citypath/contracts';
import { beyondReader, RecordHealth, type RunningJourney } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock';
import { suspects, troubleOfLetters, troubleOfRestore, troubleOfRun, workerIsAway } from './find-trouble';
import { findingInWords } from './finding-in-words';
import { SeenRuns, type RunsSeen } from './seen-runs';
import { KINDS, type Trouble } from './trouble';

/** What was looked at stays true for so long; whoever asks meanwhile gets the same answer. */
const FRESH_FOR_MS = 10_000;
/** Runs that are asked about one by one, and how many of them at once. */
const MOST_ASKED = 50;
const ASKED_AT_ONCE = 10;

/** What is wrong with the machinery, by Temporal and by the records: looked at in bulk, and seldom. */
@Injectable()
export class MachineryService {
  private last: { at: Instant; response: Promise<MachineryResponse> } | null = null;
  /** When Temporal was first found away. */
  private awaySince: Instant | null = null;

  constructor(
    private readonly records: RecordHealth,
    private readonly runs: SeenRuns,
    private readonly clock: Clock,
  ) {}

  /** At most one look at a time, however many ask. */
  async look(): Promise<MachineryResponse> {
    const now = this.clock.now();
    if (this.last === null || Date.parse(now) - Date.parse(this.last.at) > FRESH_FOR_MS) {
      // Several people get this answer, so it is read with nobody's eyes.
      const response = beyondReader(() => this.lookAnew(now));
      this.last = { at: now, response };
      response.catch(() => (this.last = null));
    }
    return this.last.response;
  }

  /** Something was mended: whoever asks next is told how it stands then. */
  lookAgain(): void {
    this.last = null;
  }

  private async lookAnew(now: Instant): Promise<MachineryResponse> {
    // Before the runs: a journey that begins in between is then not missed.
    const journeys = await this.records.running();
    const [ofRuns, outbox, restored] = await Promise.all([
      this.troubleOfRuns(journeys, now),
      this.records.outbox(now),
      this.records.awaitedRecovery(),
    ]);
    const stale = journeys
      .filter((journey) => journey.stale)
      .map((journey): Trouble => ({ kind: 'read-model-stale', journey, sinceAt: journey.updatedAt }));
    const found = [...ofRuns, ...troubleOfRestore(restored), ...troubleOfLetters(outbox, now), ...stale];
    found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
    return { lookedAt: now, findings: found.map(findingInWords) };
  }

  private async troubleOfRuns(journeys: readonly RunningJourney[], now: Instant): Promise<Trouble[]> {
    let seen: RunsSeen;
    try {
      seen = await this.runs.look(now);
      this.awaySince = null;
    } catch {
      this.awaySince ??= now;
      return [{ kind: 'temporal-away', sinceAt: this.awaySince }];
    }
    const workerAway = workerIsAway(seen, now);
    const lost = await this.stillRunning(journeys.filter(({ id }) => !seen.running.has(id)));
    const asked = [...lost, ...suspects(journeys, seen, now)].slice(0, MOST_ASKED);
    const unasked = lost.length - asked.length;
    return [
      ...(workerAway ? [{ kind: 'no-worker' as const, sinceAt: seen.polledAt }] : []),
      ...(await this.standing(asked, workerAway, now)),
      ...(unasked > 0 ? [{ kind: 'workflow-missing' as const, journey: null, journeys: unasked, sinceAt: null }] : []),
    ];
  }

  /** Without those that have ended since they were read. */
  private async stillRunning(lost: RunningJourney[]): Promise<RunningJourney[]> {
    if (lost.length === 0) return lost;
    const ended = await this.records.endedOf(lost.map(({ id }) => id));
    return lost.filter(({ id }) => !ended.has(id));
  }

  private async standing(asked: RunningJourney[], workerAway: boolean, now: Instant): Promise<Trouble[]> {
    const found: Trouble[] = [];
    for (let from = 0; from < asked.length; from += ASKED_AT_ONCE) {
      const some = asked.slice(from, from + ASKED_AT_ONCE);
      const troubles = await Promise.all(
        some.map(async (journey) => troubleOfRun(journey, await this.runs.standingOf(journey.id), workerAway, now)),
      );
      found.push(...troubles.filter((trouble) => trouble !== null));
    }
    return found;
  }
}
