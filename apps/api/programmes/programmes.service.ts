import type {
  ProgrammeOutlineResponse,
  ProgrammeResponse,
  ProgrammesResponse,
  PutProgrammeSeatResponse,
} from '@citypath/contracts';
import { seatDefinition, type PersonId } from '@citypath/journey';
import { People, ProgrammeSeats } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Editions } from '../journeys/editions';
import { JourneyReader } from '../journeys/journey-reader';
import { KnownPeople } from '../people/known-people';
import { personShort } from '../people/person-short';
import { maySeeProgramme } from '../policies/may-see';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { programmeOutline } from './programme-outline';

@Injectable()
export class ProgrammesService {
  constructor(
    private readonly editions: Editions,
    private readonly journeys: JourneyReader,
    private readonly seats: ProgrammeSeats,
    private readonly people: People,
    private readonly knownPeople: KnownPeople,
    private readonly clock: Clock,
  ) {}

  /** The programmes that the reader may see, each with how many of its cities. */
  async list(reader: Reader): Promise<ProgrammesResponse> {
    const journeys = await this.journeys.all(reader, {});
    const seen = this.editions.all().filter(({ definition }) => maySeeProgramme(reader, definition.key));
    return {
      programmes: seen.map(({ definition: { key, title } }) => ({
        key,
        title,
        cities: journeys.filter(({ row }) => row.programmeKey === key).length,
      })),
    };
  }

  /** @throws ProblemError programme-unknown */
  outline(programme: string): ProgrammeOutlineResponse {
    return programmeOutline(this.editions.newest(programme).definition);
  }

  /** @throws ProblemError programme-unknown */
  async show(reader: Reader, programme: string): Promise<ProgrammeResponse> {
    const { definition } = this.editions.newest(programme);
    const [journeys, people] = await Promise.all([
      this.journeys.all(reader, { programmeKey: programme }),
      this.people.concerned([], [programme]),
    ]);
    const holderOf = (seat: string) =>
      people.find(({ programmeSeats }) =>
        programmeSeats.some((held) => held.programme === programme && held.seat === seat),
      );
    return {
      key: definition.key,
      title: definition.title,
      cities: journeys.length,
      seats: definition.seats
        .filter(({ of }) => of === 'programme')
        .map(({ key, title, readOnly }) => {
          const holder = holderOf(key);
          return { seat: key, title, readOnly: readOnly ?? false, person: holder ? personShort(holder) : null };
        }),
      mayGiveSeats: reader.administrator,
    };
  }

  /** @param personId null: the seat is vacant from now on */
  async putSeat(
    reader: Reader,
    programme: string,
    seat: string,
    personId: PersonId | null,
  ): Promise<PutProgrammeSeatResponse> {
    const { definition } = this.editions.newest(programme);
    if (seatDefinition(definition, seat)?.of !== 'programme')
      throw new ProblemError('seat-unknown', { params: { seat } });
    const by = { person: reader.person, at: this.clock.now() };
    if (personId === null) {
      await this.seats.give(programme, seat, null, by);
      return { programme, seat, person: null };
    }
    await this.knownPeople.require([{ pointer: '/person', person: personId }]);
    await this.seats.give(programme, seat, personId, by);
    const person = await this.people.byId(personId);
    return { programme, seat, person: person && personShort(person) };
  }
}
