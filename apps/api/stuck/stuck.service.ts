import type { Instant } from '@citypath/calendar';
import type { StuckCause, StuckResponse } from '@citypath/contracts';
import type { Stuck } from '@citypath/journey';
import { People, Texts, type JourneyHead } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { cursorOf, keyIn } from '../journeys/cursor';
import { Editions } from '../journeys/editions';
import { directoryOf, peopleOf } from '../journeys/journey-reader';
import { PinnedData } from '../journeys/pinned-data';
import { wordsOf } from '../journeys/step-rounds';
import { maySeeGaps } from '../policies/may-see-gaps';
import type { Reader } from '../session/reader';
import { LookedAt } from './looked-at';
import { CAUSES, stuckRank, withProgrammeSeats, type StuckJourney, type StuckRank } from './stuck-journey';
import { stuckLine } from './stuck-line';

interface StuckHead {
  head: JourneyHead;
  found: Stuck;
}

/** Why each running journey stands where it stands: whom it waits for, by its facts and the people's records. */
@Injectable()
export class StuckService {
  constructor(
    private readonly lookedAt: LookedAt,
    private readonly people: People,
    private readonly texts: Texts,
    private readonly pinned: PinnedData,
    private readonly editions: Editions,
    private readonly clock: Clock,
  ) {}

  /** Four statements, one for what is new since the last look, and one where a hold is shown; whatever the number of cities. */
  async list(
    reader: Reader,
    query: { programme?: string; cause?: StuckCause; after?: string; limit: number },
  ): Promise<StuckResponse> {
    const after = keyIn<StuckRank>(query.after, { cause: 'number', dueOn: 'string', name: 'string', id: 'string' });
    const now = this.clock.now();
    const programmes = this.runBy(reader, query.programme);
    const all = await this.stuckIn(programmes, now);
    const asked = all
      .filter(({ found }) => query.cause === undefined || found.cause === query.cause)
      .map((stuck) => ({ ...stuck, rank: stuckRank(stuck.found, stuck.head) }))
      .sort((a, b) => inOrder(a.rank, b.rank));
    const rest = after === undefined ? asked : asked.filter(({ rank }) => inOrder(after, rank) < 0);
    const shown = rest.slice(0, query.limit);
    const last = rest.length > shown.length ? shown.at(-1) : undefined;
    return {
      counts: countsOf(all),
      lines: await this.lines(reader, shown, programmes, now),
      next: last ? cursorOf({ ...last.rank }) : null,
    };
  }

  private runBy(reader: Reader, asked: string | undefined): string[] {
    return this.editions
      .all()
      .filter(({ definition }) => maySeeGaps(reader, definition))
      .map(({ definition }) => definition.key)
      .filter((key) => asked === undefined || key === asked);
  }

  private async stuckIn(programmes: string[], now: Instant): Promise<StuckHead[]> {
    const directory = directoryOf(await this.people.concerned([], programmes));
    const seats = new Map(programmes.map((key) => [key, directory(key).programmeSeats]));
    return (await this.lookedAt.running(programmes, now)).map(({ head, found }) => ({
      head,
      found: withProgrammeSeats(found, this.pinned.context(head), seats.get(head.programmeKey) ?? {}),
    }));
  }

  private async lines(
    reader: Reader,
    shown: readonly StuckHead[],
    programmes: string[],
    now: Instant,
  ): Promise<StuckResponse['lines']> {
    const rows = await this.lookedAt.inFull(shown.map(({ head }) => head.id));
    await this.pinned.load([...rows.values()]);
    const stuck = shown.flatMap(({ head, found }): StuckJourney[] => {
      const row = rows.get(head.id);
      return row?.state ? [{ found, journey: { row, state: row.state, context: this.pinned.context(row) } }] : [];
    });
    const ids = [...new Set(stuck.flatMap(({ journey }) => peopleOf(journey.state)))];
    const directory = directoryOf(await this.people.concerned(ids, programmes));
    const words = await this.wordsOfHolds(shown);
    return stuck.map(({ journey, found }) =>
      stuckLine(
        { journey, found },
        {
          directory: directory(journey.row.programmeKey),
          reader,
          today: this.lookedAt.todayOf(journey.row, now),
          awaiting: found.cause === 'on-hold' ? wordsOf(words, found.awaiting) : null,
        },
      ),
    );
  }

  private async wordsOfHolds(shown: readonly StuckHead[]): Promise<Map<string, unknown>> {
    const refs = shown.flatMap(({ found }) => (found.cause === 'on-hold' ? [found.awaiting] : []));
    return refs.length === 0 ? new Map() : this.texts.byRefs(refs);
  }
}

function countsOf(all: readonly StuckHead[]): StuckResponse['counts'] {
  const counts = new Map<StuckCause, number>();
  for (const { found } of all) counts.set(found.cause, (counts.get(found.cause) ?? 0) + 1);
  return CAUSES.flatMap((cause) => {
    const count = counts.get(cause) ?? 0;
    return count === 0 ? [] : [{ cause, count }];
  });
}

function inOrder(a: StuckRank, b: StuckRank): number {
  return a.cause - b.cause || compare(a.dueOn, b.dueOn) || compare(a.name, b.name) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
