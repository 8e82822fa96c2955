import { createHash } from 'node:crypto';
import type { createPersonRequest, CreatePersonResponse } from '@citypath/contracts';
import { canonicalJson, People, type Person } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { personShort } from './person-short';

@Injectable()
export class PeopleService {
  constructor(private readonly people: People) {}

  /**
   * Adds a person. The id is made from the key, so that a request sent again finds the same person.
   * @throws ProblemError idempotency-key-reused when that person is somebody else
   */
  async create(
    reader: Reader,
    idempotencyKey: string,
    body: z.output<typeof createPersonRequest>,
  ): Promise<CreatePersonResponse> {
    const person: Omit<Person, 'erasedAt'> = {
      id: personIdOf(reader.person, idempotencyKey),
      familyName: body.familyName,
      givenName: body.givenName,
      displayName: body.displayName ?? null,
      zhName: body.nameZh ?? null,
      address: body.address,
      language: body.language,
      titleEn: body.titleEn ?? null,
      titleZh: body.titleZh ?? null,
      isAdministrator: body.administrator,
    };
    const known = await this.people.byId(person.id);
    if (!known) await this.people.put(person);
    else if (!isSame(known, person)) throw new ProblemError('idempotency-key-reused');
    return { person: personShort({ ...person, erasedAt: null }) };
  }
}

function personIdOf(actor: string, idempotencyKey: string): string {
  const hash = createHash('sha256').update(`${actor}\nperson\n${idempotencyKey}`).digest('base64url');
  return `p-${hash.slice(0, 16)}`;
}

function isSame({ erasedAt: _, ...known }: Person, person: Omit<Person, 'erasedAt'>): boolean {
  return canonicalJson({ ...known }) === canonicalJson(person);
}
