import type { PersonId } from '@citypath/journey';
import { People } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { ProblemError } from '../problems/problem-error';

/** A person named by a request, and where. */
export interface NamedPerson {
  pointer: string;
  person: PersonId | null | undefined;
}

/** Keeps ids of nobody out of commands: facts last, and a letter to nobody never arrives. */
@Injectable()
export class KnownPeople {
  constructor(private readonly people: People) {}

  /** One statement. @throws ProblemError person-unknown, naming each field */
  async require(named: readonly NamedPerson[]): Promise<void> {
    const ids = named.flatMap(({ person }) => (person === null || person === undefined ? [] : [person]));
    if (ids.length === 0) return;
    const found = await this.people.byIds([...new Set(ids)]);
    const known = new Set(found.filter(({ erasedAt }) => erasedAt === null).map(({ id }) => id));
    const unknown = named.filter(({ person }) => typeof person === 'string' && !known.has(person));
    if (unknown.length === 0) return;
    throw new ProblemError('person-unknown', {
      errors: unknown.map(({ pointer }) => ({ pointer, code: 'person-unknown' })),
    });
  }
}
