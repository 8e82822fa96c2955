import type { Instant } from '@citypath/calendar';
import type { Command } from '@citypath/journey';
import type { Logger } from '@citypath/runtime';
import type { BulkActWork, RowOutcome, WaitingRow } from '@citypath/store';
import type { BulkActActivities, EndRequest, Given, GiveRequest } from '@citypath/workflows/activities';
import type { ActRequest } from '@citypath/workflows/messages';
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import type { JourneyDoor } from './journey-door';
import type { PeopleFirst } from './people-first';

/** The seat that runs a programme: whoever sits in it may act upon all its cities. The api asks the same of one city. */
const RUNNING_SEAT = 'manager';
/** A journey that did not take its command so often is left alone. */
const MOST_ATTEMPTS = 8;
const BEAT_MS = 1_000;

/** What of the records the work needs. */
export type BulkRecords = Pick<BulkActWork, 'rights' | 'begin' | 'next' | 'settle' | 'end'>;

/** Works through the journeys of a bulk act: each gets its command by the same door as from a page. */
export class BulkActActivity implements BulkActActivities {
  constructor(
    private readonly records: BulkRecords,
    private readonly door: JourneyDoor,
    private readonly people: PeopleFirst,
    private readonly logger: Logger,
    /** Tells Temporal that this worker is still at it. */
    private readonly alive: () => void,
  ) {}

  /** Bound to its instance, since Temporal calls activities as mere functions. */
  readonly giveNext = (request: GiveRequest): Promise<Given> =>
    this.orAgain(request.bulkActId, async () => {
      const { bulkActId: id, at, journeys, atOnce } = request;
      const rights = await this.records.rights(id, RUNNING_SEAT);
      if (rights === null) return { kind: 'nothing-left' };
      if (!rights.may) return { kind: 'rights-ended' };
      await this.records.begin(id, at);
      const rows = await this.records.next(id, journeys);
      if (rows.length === 0) return { kind: 'nothing-left' };
      const outcomes = await this.people.each(rows, atOnce, (row) => this.give(id, row, { by: rights.byPerson, at }));
      await this.records.settle(id, outcomes);
      return { kind: 'given', later: outcomes.filter(({ kind }) => kind === 'later').length };
    });

  readonly endBulkAct = ({ bulkActId, end, at }: EndRequest): Promise<void> =>
    this.orAgain(bulkActId, () => this.records.end(bulkActId, end, at));

  private async give(bulkActId: string, row: WaitingRow, { by, at }: { by: string; at: Instant }): Promise<RowOutcome> {
    const { place, journeyId, commandId, commandHash, onlyAtHead } = row;
    const request: ActRequest = {
      command: row.command as Command,
      stamp: { id: commandId, hash: commandHash, by, onBehalfOf: null },
      ...(onlyAtHead !== null && { onlyAtHead }),
    };
    try {
      const delivered = await this.door.give(journeyId, request, at);
      return delivered.kind === 'taken' ? { place, kind: 'done' } : { place, ...delivered };
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      this.logger.warn({ bulkActId, journeyId, reason }, 'a journey did not take its command');
      if (row.attempts < MOST_ATTEMPTS) return { place, kind: 'later' };
      return { place, kind: 'refused', refusal: { code: 'bulk-act-gave-up' } };
    }
  }

  /** Temporal tries a failed attempt again. Hazard: it stands in the history, and a database quotes values: kinds only. */
  private async orAgain<Outcome>(bulkActId: string, attempt: () => Promise<Outcome>): Promise<Outcome> {
    const beating = setInterval(this.alive, BEAT_MS);
    try {
      return await attempt();
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      this.logger.warn({ bulkActId, reason }, 'a bulk act has to wait');
      throw ApplicationFailure.create({
        message: `Not given: ${reason}.`,
        type: 'not-given',
        category: ApplicationFailureCategory.BENIGN,
      });
    } finally {
      clearInterval(beating);
    }
  }
}
