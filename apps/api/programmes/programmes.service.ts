import type { ProgrammeOutlineResponse, ProgrammesResponse, PutProgrammeSeatResponse } from '@citypath/contracts';
import { seatDefinition, type PersonId } from '@citypath/journey';
import { People, ProgrammeSeats } from '@citypath/store';
import { Injectable } from '@nestjs/common';
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

  /** @param personId null: the seat is vacant from now on */
  async putSeat(programme: string, seat: string, personId: PersonId | null): Promise<PutProgrammeSeatResponse> {
    const { definition } = this.editions.newest(programme);
    if (seatDefinition(definition, seat)?.of !== 'programme')
      throw new ProblemError('seat-unknown', { params: { seat } });
    if (personId === null) {
      await this.seats.vacate(programme, seat);
      return { programme, seat, person: null };
    }
    await this.knownPeople.require([{ pointer: '/person', person: personId }]);
    await this.seats.appoint(programme, seat, personId);
    const person = await this.people.byId(personId);
    return { programme, seat, person: person && personShort(person) };
  }
}
