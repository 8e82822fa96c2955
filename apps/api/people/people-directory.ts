import { dayIn } from './day-in-zone';
import type { PeopleResponse, PersonInList } from '@citypath/contracts';
import { CitySeats, People, type PersonWithSeats } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { cursorOf, keyIn } from '../journeys/cursor';
import { Editions } from '../journeys/editions';
import { rolesOf } from '../session/roles';
import { findPeople } from './find-people';
import { personShort } from './person-short';

/** The list of people, searched. */
@Injectable()
export class PeopleDirectory {
  constructor(
    private readonly people: People,
    private readonly citySeats: CitySeats,
    private readonly editions: Editions,
    private readonly clock: Clock,
  ) {}

  /**
   * Three statements. The names of everybody are searched here and not in the database, since a Chinese name is found
   * by its spelling: some ten thousand people take a few tens of milliseconds.
   */
  async find(query: { find?: string | undefined; after?: string | undefined; limit: number }): Promise<PeopleResponse> {
    const found = findPeople(await this.people.names(), query.find ?? '');
    const after = keyIn<{ id: string }>(query.after, { id: 'string' });
    const begin = after ? found.findIndex(({ id }) => id === after.id) + 1 : 0;
    const ids = found.slice(begin, begin + query.limit).map(({ id }) => id);
    const [people, seats] = [await this.people.byIds(ids), await this.citySeats.ofAny(ids)];
    const byId = new Map(people.map((person) => [person.id, person]));
    const last = ids.at(-1);
    return {
      people: ids.flatMap((id) => {
        const person = byId.get(id);
        return person ? [this.inList(person, seats)] : [];
      }),
      count: found.length,
      next: last !== undefined && begin + ids.length < found.length ? cursorOf({ id: last }) : null,
    };
  }

  private inList(person: PersonWithSeats, seats: Parameters<typeof rolesOf>[1]): PersonInList {
    const today = dayIn(person.timeZone, this.clock.now());
    const { leave } = person;
    return {
      person: personShort(person),
      address: person.address,
      language: person.language,
      roles: rolesOf(person, seats, this.editions.all()),
      awayUntilOn: leave && leave.fromOn <= today && today <= leave.untilOn ? leave.untilOn : null,
    };
  }
}
