import { createHash } from 'node:crypto';
import type { createPersonRequest, CreatePersonResponse } from '@citypath/contracts';
import { AddressTaken, canonicalJson, People, type Person } from '@citypath/store';
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
   * @throws ProblemError idempotency-key-reused when that person is somebody else; address-taken, naming the field
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
      otherAddresses: [],
      language: body.language,
      timeZone: null,
      leave: null,
      titleEn: body.titleEn ?? null,
      titleZh: body.titleZh ?? null,
      isAdministrator: body.administrator,
    };
    const known = await this.people.byId(person.id);
    if (!known) await this.keep(person);
    else if (!isSame(known, person)) throw new ProblemError('idempotency-key-reused');
    return { person: personShort({ ...person, erasedAt: null }) };
  }

  private async keep(person: Omit<Person, 'erasedAt'>): Promise<void> {
    try {
      await this.people.put(person);
    } catch (cause) {
      if (!(cause instanceof AddressTaken)) throw cause;
      throw new ProblemError('address-taken', { errors: [{ pointer: '/address', code: 'address-taken' }], cause });
    }
  }
}

function personIdOf(actor: string, idempotencyKey: string): string {
  const hash = createHash('sha256').update(`${actor}\nperson\n${idempotencyKey}`).digest('base64url');
  return `p-${hash.slice(0, 16)}`;
}

function isSame({ erasedAt: _, ...known }: Person, person: Omit<Person, 'erasedAt'>): boolean {
  return canonicalJson({ ...known }) === canonicalJson(person);
}
