import type { Day } from '@citypath/calendar';
import type { GapsResponse } from '@citypath/contracts';
import { ownerOf, type JourneyState, type ProgrammeDefinition, type SeatKey } from '@citypath/journey';
import { preflight } from '@citypath/post';
import { OpenSteps, People, type JourneyChains, type StandingOfPerson } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { cursorOf, keyIn } from '../journeys/cursor';
import { Editions } from '../journeys/editions';
import { directoryOf } from '../journeys/journey-reader';
import { Names, NO_PEOPLE } from '../journeys/names';
import { PinnedData } from '../journeys/pinned-data';
import { maySeeGaps } from '../policies/may-see-gaps';
import type { Reader } from '../session/reader';
import { gapInWords } from './gap-in-words';
import { gapRank, type GapRank } from './gap-rank';
import { groupGaps, type GapFound, type GapGroup } from './group-gaps';
import { standingOf } from './standing-of';

/** Who is missing in the chains of everything that is open, over all cities. */
@Injectable()
export class GapsService {
  constructor(
    private readonly openSteps: OpenSteps,
    private readonly people: People,
    private readonly pinned: PinnedData,
    private readonly editions: Editions,
    private readonly clock: Clock,
  ) {}

  /** Three statements, whatever the number of cities. The chains are checked here: a thousand cities take some milliseconds. */
  async list(reader: Reader, query: { programme?: string; after?: string; limit: number }): Promise<GapsResponse> {
    const after = keyIn<GapRank>(query.after, { hurts: 'number', steps: 'number', name: 'string', id: 'string' });
    const programmes = this.runBy(reader, query.programme);
    const ranked = (await this.groups(programmes))
      .map((group) => ({ ...group, rank: gapRank(group) }))
      .sort((a, b) => inOrder(a.rank, b.rank));
    const rest = after === undefined ? ranked : ranked.filter(({ rank }) => inOrder(after, rank) < 0);
    const shown = rest.slice(0, query.limit);
    const directory = directoryOf(await this.people.concerned(shown.flatMap(peopleOf), programmes));
    const last = rest.length > shown.length ? shown.at(-1) : undefined;
    return {
      count: ranked.length,
      gaps: shown.map((group) => gapInWords(group, directory(group.definition.key), reader, group.todayOn)),
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

  private async groups(programmes: string[]): Promise<(GapGroup & { todayOn: Day })[]> {
    const chains = await this.openSteps.chains(programmes, this.clock.now());
    await this.pinned.load(chains);
    const people = await this.people.standing(chains.flatMap(seatedIn), programmes);
    const standing = new Map(people.map((person) => [person.id, standingOf(person)]));
    return programmes.flatMap((programme) => {
      const own = chains.filter(({ programmeKey }) => programmeKey === programme);
      const programmeSeats = seatsOf(people, programme);
      const found = own.flatMap((journey) => {
        const today = journey.todayOn as Day;
        const { definition } = this.pinned.context(journey);
        return foundIn(journey, definition, { today, programmeSeats, people: standing });
      });
      const todayOf = new Map(own.map(({ journeyId, todayOn }) => [journeyId, todayOn as Day]));
      return groupGaps(found).map((group) => {
        const [journeyId = ''] = group.cities.keys();
        return { ...group, todayOn: todayOf.get(journeyId) ?? (own[0]?.todayOn as Day) };
      });
    });
  }
}

function foundIn(
  { journeyId, city, steps, seats }: JourneyChains,
  definition: ProgrammeDefinition,
  standing: Parameters<typeof preflight>[1],
): GapFound[] {
  const titled = Object.fromEntries(steps.map(({ ref, title }) => [ref, title === null ? {} : { title }]));
  const names = new Names(definition, NO_PEOPLE, { steps: titled });
  const seated: JourneyState['seats'] = Object.fromEntries(
    seats.map(({ seat, holder, liaison }) => [seat, { holder, liaison, fromOn: null, vacancyTold: false }]),
  );
  const asked = steps.map(({ ref, kind, seat }) => ({
    ref,
    // Whoever has it otherwise than by the programme was given it.
    ...(kind === 'to-do' && ownerOf({ definition }, { seats: seated, steps: {} }, ref).seat !== seat
      ? { responsible: seat }
      : {}),
    status: kind === 'to-accept' ? ('submitted' as const) : ('open' as const),
  }));
  return preflight({ definition, seats: seated, steps: asked }, standing).map((gap) => ({
    journeyId,
    city,
    definition,
    gap,
    title: names.stepTitle(gap.step),
  }));
}

function seatsOf(people: readonly StandingOfPerson[], programme: string): Record<SeatKey, string> {
  const held = people.flatMap(({ id, programmeSeats }) => programmeSeats.map((one) => ({ ...one, id })));
  return Object.fromEntries(held.filter((one) => one.programme === programme).map(({ seat, id }) => [seat, id]));
}

function seatedIn({ seats }: JourneyChains): string[] {
  return seats.flatMap(({ holder, liaison }) => [holder, liaison]).filter((id) => id !== null);
}

function peopleOf({ gap }: GapGroup): string[] {
  return 'person' in gap ? [gap.person] : [];
}

function inOrder(a: GapRank, b: GapRank): number {
  return a.hurts - b.hurts || b.steps - a.steps || compare(a.name, b.name) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
