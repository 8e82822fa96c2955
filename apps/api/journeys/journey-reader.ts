import type { JourneyId, JourneyState, PersonId, RuleContext } from '@citypath/journey';
import {
  Journeys,
  OpenSteps,
  People,
  type BoardPage,
  type BoardPart,
  type Instant,
  type JourneyFilter,
  type JourneyInList,
  type JourneyKey,
  type PageRequest,
  type PersonWithSeats,
} from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { standingOf } from '../gaps/standing-of';
import { personShort } from '../people/person-short';
import { maySeeJourney, sightOf } from '../policies/may-see';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import type { Directory } from './names';
import { PinnedData } from './pinned-data';

/** A journey as it stands in the read model, with what the rules need to judge it. */
export interface KnownJourney {
  row: JourneyInList;
  state: JourneyState;
  context: RuleContext;
}

/** The most cities of one programme that a list looks at. */
const MOST_JOURNEYS = 5_000;

/** Reads journeys and the people in them. */
@Injectable()
export class JourneyReader {
  constructor(
    private readonly journeys: Journeys,
    private readonly people: People,
    private readonly pinned: PinnedData,
    private readonly openSteps: OpenSteps,
  ) {}

  /** One statement. @throws ProblemError journey-unknown, also for a journey that this reader may not see */
  async byId(reader: Reader, id: JourneyId): Promise<KnownJourney> {
    const row = await this.journeys.byId(id);
    if (row && !maySeeJourney(reader, row)) throw new ProblemError('journey-unknown');
    const known = row && (await this.known([row]))[0];
    if (!known) throw new ProblemError('journey-unknown');
    return known;
  }

  /** Every journey that this reader may see, of a programme or a city, of those named, or all; by the city's name; one statement. */
  async all(reader: Reader, filter: Omit<JourneyFilter, 'sight' | 'status'>): Promise<KnownJourney[]> {
    const page = await this.journeys.list({ ...filter, sight: sightOf(reader) }, { limit: MOST_JOURNEYS });
    return this.known(page.items);
  }

  /**
   * The running journeys of programmes, whoever asks: what becomes of a person's letters hangs on all of them. To be
   * read beyond the reader, and never shown. One statement a programme.
   * @param most one more at most is given of each programme
   */
  async ofProgrammes(programmeKeys: readonly string[], most: number): Promise<KnownJourney[]> {
    const pages = await Promise.all(
      programmeKeys.map((programmeKey) =>
        this.journeys.list({ programmeKey, status: ['active', 'on-hold'], sight: null }, { limit: most + 1 }),
      ),
    );
    return this.known(pages.flatMap(({ items }) => items));
  }

  /** A page of a programme's cities as this reader may see them, and all of them counted; one statement. */
  async board(
    reader: Reader,
    ask: { programme: string; part: BoardPart; now: Instant },
    page: PageRequest<JourneyKey>,
  ): Promise<Omit<BoardPage, 'items'> & { journeys: KnownJourney[] }> {
    const seats = reader.seats.filter(({ programme }) => programme === ask.programme).map(({ seat }) => seat);
    const looks = { person: reader.person, seats, sight: sightOf(reader) };
    const { items, ...counted } = await this.openSteps.board({ ...ask, reader: looks }, page);
    return { ...counted, journeys: await this.known(items) };
  }

  /** Who is named by these journeys, and who holds their programmes' seats. One statement. */
  async directory(journeys: readonly KnownJourney[], more: readonly PersonId[] = []): Promise<DirectoryOf> {
    return directoryOf(await this.peopleAround(journeys, more));
  }

  /** The same people with everything that is known of them. One statement. */
  async peopleAround(journeys: readonly KnownJourney[], more: readonly PersonId[] = []): Promise<PersonWithSeats[]> {
    const ids = [...new Set([...journeys.flatMap(({ state }) => peopleOf(state)), ...more])];
    const programmes = [...new Set(journeys.map(({ row }) => row.programmeKey))];
    return this.people.concerned(ids, programmes);
  }

  private async known(rows: JourneyInList[]): Promise<KnownJourney[]> {
    await this.pinned.load(rows);
    return rows.flatMap((row) =>
      row.state === null ? [] : [{ row, state: row.state, context: this.pinned.context(row) }],
    );
  }
}

/** @returns the directory of one programme: its seats are its own */
export type DirectoryOf = (programme: string) => Directory;

export function directoryOf(people: readonly PersonWithSeats[]): DirectoryOf {
  const known = new Map(people.map((person) => [person.id, personShort(person)]));
  const standing = new Map(
    people.map((person) => [person.id, standingOf({ ...person, hasBounced: person.bounced !== null })]),
  );
  const holders = people.flatMap(({ id, programmeSeats }) => programmeSeats.map((held) => ({ ...held, id })));
  return (programme) => ({
    people: known,
    standing,
    programmeSeats: Object.fromEntries(
      holders.filter((held) => held.programme === programme).map(({ seat, id }) => [seat, id]),
    ),
  });
}

/** Everybody whom a journey names in its seats, and who handed something in. */
export function peopleOf(state: JourneyState): PersonId[] {
  const seated = Object.values(state.seats).flatMap(({ holder, liaison }) => [holder, liaison]);
  const submitters = Object.values(state.steps).map(({ submittedBy }) => submittedBy);
  return [...seated, ...submitters].filter((id) => id !== null);
}
