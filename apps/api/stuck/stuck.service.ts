import type { StuckCause, StuckResponse } from '@citypath/contracts';
import { Journeys, People, Texts } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { cursorOf, keyIn } from '../journeys/cursor';
import { Editions } from '../journeys/editions';
import { directoryOf, peopleOf } from '../journeys/journey-reader';
import { PinnedData } from '../journeys/pinned-data';
import { wordsOf } from '../journeys/step-rounds';
import { maySeeGaps } from '../policies/may-see-gaps';
import type { Reader } from '../session/reader';
import { CAUSES, stuckJourney, stuckRank, todayOf, type StuckJourney, type StuckRank } from './stuck-journey';
import { stuckLine } from './stuck-line';

/** The most running journeys of a programme that are looked at. */
const MOST_JOURNEYS = 5_000;

/** Why each running journey stands where it stands: whom it waits for, by its facts and the people's records. */
@Injectable()
export class StuckService {
  constructor(
    private readonly journeys: Journeys,
    private readonly people: People,
    private readonly texts: Texts,
    private readonly pinned: PinnedData,
    private readonly editions: Editions,
    private readonly clock: Clock,
  ) {}

  /** Four statements beside one a programme, whatever the number of cities. */
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
      .map((stuck) => ({ ...stuck, rank: stuckRank(stuck) }))
      .sort((a, b) => inOrder(a.rank, b.rank));
    const rest = after === undefined ? asked : asked.filter(({ rank }) => inOrder(after, rank) < 0);
    const shown = rest.slice(0, query.limit);
    const ids = [...new Set(shown.flatMap(({ journey }) => peopleOf(journey.state)))];
    const directory = directoryOf(await this.people.concerned(ids, programmes));
    const words = await this.wordsOfHolds(shown);
    const last = rest.length > shown.length ? shown.at(-1) : undefined;
    return {
      counts: countsOf(all),
      lines: shown.map((stuck) =>
        stuckLine(stuck, {
          directory: directory(stuck.journey.row.programmeKey),
          reader,
          today: todayOf(stuck.journey, now),
          awaiting: stuck.found.cause === 'on-hold' ? wordsOf(words, stuck.found.awaiting) : null,
        }),
      ),
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

  private async stuckIn(programmes: string[], now: ReturnType<Clock['now']>): Promise<StuckJourney[]> {
    const seats = directoryOf(await this.people.concerned([], programmes));
    const found: StuckJourney[] = [];
    for (const programmeKey of programmes) {
      const { programmeSeats } = seats(programmeKey);
      const running = { programmeKey, status: ['active' as const, 'on-hold' as const], sight: null };
      const { items } = await this.journeys.list(running, { limit: MOST_JOURNEYS });
      await this.pinned.load(items);
      for (const row of items) {
        if (row.state === null) continue;
        const journey = { row, state: row.state, context: this.pinned.context(row) };
        const stuck = stuckJourney(journey, programmeSeats, now);
        if (stuck) found.push(stuck);
      }
    }
    return found;
  }

  private async wordsOfHolds(shown: readonly StuckJourney[]): Promise<Map<string, unknown>> {
    const refs = shown.flatMap(({ found }) => (found.cause === 'on-hold' ? [found.awaiting] : []));
    return refs.length === 0 ? new Map() : this.texts.byRefs(refs);
  }
}

function countsOf(all: readonly StuckJourney[]): StuckResponse['counts'] {
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
