import type { PersonExport } from '@citypath/contracts';
import { beyondReader, People, PeopleActs, PersonData } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Editions } from '../journeys/editions';
import { listText } from '../journeys/words';
import type { SeatedPerson } from '../policies/may-manage-people';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { rolesOf } from '../session/roles';
import { roleText } from './role-text';

/** What is kept about a person: handed out, and taken away. */
@Injectable()
export class PersonDataService {
  constructor(
    private readonly data: PersonData,
    private readonly people: People,
    private readonly acts: PeopleActs,
    private readonly editions: Editions,
    private readonly clock: Clock,
  ) {}

  /** Also what lies in cities that the person has left, so it is read beyond what the reader sees there today. */
  async export(reader: Reader, { person }: SeatedPerson): Promise<PersonExport> {
    const at = this.clock.now();
    return beyondReader(async () => {
      await this.acts.note({ at, byPerson: reader.person, personId: person.id, kind: 'exported' });
      return { format: 1, person: person.id, exportedAt: at, kept: await this.data.of(person.id) };
    });
  }

  /** @throws ProblemError erases-oneself, person-erased, person-holds-seats (naming them), malformed-request */
  async erase(reader: Reader, { person, citySeats }: SeatedPerson, typed: { reason: string; address: string }) {
    if (person.id === reader.person) throw new ProblemError('erases-oneself');
    if (person.erasedAt !== null) throw new ProblemError('person-erased');
    const roles = rolesOf(person, citySeats, this.editions.all());
    if (roles.length > 0) {
      throw new ProblemError('person-holds-seats', { params: { seats: listText(roles.map(roleText)) } });
    }
    if (typed.address.toLowerCase() !== person.address.toLowerCase()) {
      throw new ProblemError('malformed-request', {
        errors: [{ pointer: '/address', code: 'address-of-somebody-else' }],
      });
    }
    const at = this.clock.now();
    const act = { at, byPerson: reader.person, personId: person.id, kind: 'erased' as const, reason: typed.reason };
    await this.people.erase(person.id, at, act);
  }
}
