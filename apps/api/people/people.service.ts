import { createHash } from 'node:crypto';
import type { createPersonRequest, CreatePersonResponse, PersonResponse, putPersonRequest } from '@citypath/contracts';
import {
  AddressHealth,
  AddressTaken,
  canonicalJson,
  People,
  type Correction,
  type Leave,
  PeopleActs,
  type PeopleAct,
  type PeopleActKind,
  type Person,
  type PostWindow,
} from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock';
import { Editions } from '../journeys/editions';
import { JourneyReader, type KnownJourney } from '../journeys/journey-reader';
import type { SeatedPerson } from '../policies/may-manage-people';
import { ProblemError, type FieldError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { dayIn } from './day-in-zone';
import { KnownPeople } from './known-people';
import { personPage } from './person-page';
import { personShort } from './person-short';
import { SeatedPeople } from './seated-people';

type Details = z.output<typeof putPersonRequest>;

/** People's records: shown, added, corrected. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly people: People,
    private readonly seatedPeople: SeatedPeople,
    private readonly knownPeople: KnownPeople,
    private readonly journeys: JourneyReader,
    private readonly editions: Editions,
    private readonly addressHealth: AddressHealth,
    private readonly acts: PeopleActs,
    private readonly clock: Clock,
  ) {}

  async show(reader: Reader, about: SeatedPerson): Promise<PersonResponse> {
    const substitute = about.person.leave?.substitute ?? null;
    return personPage({
      about,
      substitute: substitute === null ? null : await this.people.byId(substitute),
      journeys: await this.journeysOf(reader, about),
      editions: this.editions.all(),
      reader,
    });
  }

  /**
   * Adds a person. The id is made from the key, so that a request sent again finds the same person.
   * @throws ProblemError idempotency-key-reused when that person is somebody else; address-taken, naming the field;
   *   not-allowed when somebody who is none makes an administrator
   */
  async create(
    reader: Reader,
    idempotencyKey: string,
    { administrator, postWindow, ...details }: z.output<typeof createPersonRequest>,
  ): Promise<CreatePersonResponse> {
    if (administrator && !reader.administrator) throw new ProblemError('not-allowed');
    const id = personIdOf(reader.person, idempotencyKey);
    const post = { postWindow, calendarHash: null, lettersHeldUntilOn: null };
    const person = { id, ...correctionOf(details), leave: null, ...post, isAdministrator: administrator };
    const known = await this.people.byId(id);
    if (!known) await namingTheField(details, () => this.people.add(person, this.act(reader, id, 'added')));
    else if (!isSame(known, person)) throw new ProblemError('idempotency-key-reused');
    return { person: personShort({ ...person, erasedAt: null, bounced: null }) };
  }

  /** @throws ProblemError address-taken, naming the field; person-erased */
  async correct(reader: Reader, about: SeatedPerson, details: Details): Promise<PersonResponse> {
    const { id } = notErased(about);
    const act = this.act(reader, id, 'corrected');
    await namingTheField(details, () => this.people.correct(id, correctionOf(details), act));
    return this.showAgain(reader, id);
  }

  /** @throws ProblemError person-erased */
  async confirmAddress(reader: Reader, about: SeatedPerson): Promise<PersonResponse> {
    const { id } = notErased(about);
    const hadBounced = await this.addressHealth.confirm(id, this.clock.now());
    if (hadBounced) await this.acts.note(this.act(reader, id, 'address-confirmed'));
    return this.showAgain(reader, id);
  }

  /** @throws ProblemError malformed-request or person-unknown about the substitute; person-erased */
  async setLeave(reader: Reader, about: SeatedPerson, leave: Leave | null): Promise<PersonResponse> {
    const { id } = notErased(about);
    const pointer = '/leave/substitute';
    if (leave?.substitute === id) {
      throw new ProblemError('malformed-request', { errors: [{ pointer, code: 'substitute-is-the-person' }] });
    }
    await this.knownPeople.require([{ pointer, person: leave?.substitute }]);
    await this.people.setLeave(id, leave, this.act(reader, id, 'leave-set'));
    return this.showAgain(reader, id);
  }

  /** @param window null: at any hour of any day. @throws ProblemError person-erased */
  async setPostWindow(reader: Reader, about: SeatedPerson, window: PostWindow | null): Promise<PersonResponse> {
    const { id } = notErased(about);
    await this.people.setPostWindow(id, window, this.act(reader, id, 'post-window-set'));
    return this.showAgain(reader, id);
  }

  /** @throws ProblemError malformed-request about a day that is no longer ahead; person-erased */
  async holdLetters(reader: Reader, about: SeatedPerson, untilOn: string | null): Promise<PersonResponse> {
    const { id, timeZone } = notErased(about);
    if (untilOn !== null && untilOn <= dayIn(timeZone, this.clock.now())) {
      throw new ProblemError('malformed-request', { errors: [{ pointer: '/untilOn', code: 'day-not-ahead' }] });
    }
    await this.people.holdLetters(id, untilOn, this.act(reader, id, 'letters-held'));
    return this.showAgain(reader, id);
  }

  /** @throws ProblemError last-administrator; person-erased */
  async setAdministrator(reader: Reader, about: SeatedPerson, administrator: boolean): Promise<PersonResponse> {
    const { id, isAdministrator } = notErased(about);
    if (administrator !== isAdministrator) {
      const act = this.act(reader, id, administrator ? 'administrator-made' : 'administrator-withdrawn');
      if (!(await this.people.setAdministrator(id, administrator, act))) throw new ProblemError('last-administrator');
    }
    return this.showAgain(reader, id);
  }

  private async showAgain(reader: Reader, id: string): Promise<PersonResponse> {
    const about = await this.seatedPeople.seated(id);
    if (!about) throw new ProblemError('person-unknown');
    return this.show(reader, about);
  }

  private async journeysOf(reader: Reader, { person, citySeats }: SeatedPerson): Promise<KnownJourney[]> {
    const programmes = [...new Set(person.programmeSeats.map(({ programme }) => programme))];
    const ids = citySeats.filter(({ programme }) => !programmes.includes(programme)).map(({ journeyId }) => journeyId);
    const asked = [
      ...programmes.map((programmeKey) => this.journeys.all(reader, { programmeKey })),
      ...(ids.length > 0 ? [this.journeys.all(reader, { ids: [...new Set(ids)] })] : []),
    ];
    return (await Promise.all(asked)).flat();
  }

  private act(reader: Reader, personId: string, kind: PeopleActKind): PeopleAct {
    return { at: this.clock.now(), byPerson: reader.person, personId, kind };
  }
}

function notErased({ person }: SeatedPerson): SeatedPerson['person'] {
  if (person.erasedAt !== null) throw new ProblemError('person-erased');
  return person;
}

function correctionOf(details: Details): Correction {
  const { familyName, givenName, address, otherAddresses } = details;
  return {
    familyName,
    givenName,
    displayName: details.displayName ?? null,
    zhName: details.nameZh ?? null,
    address,
    otherAddresses,
    language: details.language ?? null,
    timeZone: details.timeZone ?? null,
    titleEn: details.titleEn ?? null,
    titleZh: details.titleZh ?? null,
  };
}

/** @throws ProblemError address-taken, naming each field whose address is another person's */
async function namingTheField({ address, otherAddresses }: Details, keep: () => Promise<void>): Promise<void> {
  try {
    await keep();
  } catch (cause) {
    if (!(cause instanceof AddressTaken)) throw cause;
    const fields = [
      { pointer: '/address', address },
      ...otherAddresses.map((other, place) => ({ pointer: `/otherAddresses/${place}`, address: other })),
    ];
    const errors = fields
      .filter((field) => cause.addresses.includes(field.address))
      .map(({ pointer }): FieldError => ({ pointer, code: 'address-taken' }));
    throw new ProblemError('address-taken', { errors, cause });
  }
}

function personIdOf(actor: string, idempotencyKey: string): string {
  const hash = createHash('sha256').update(`${actor}\nperson\n${idempotencyKey}`).digest('base64url');
  return `p-${hash.slice(0, 16)}`;
}

function isSame(known: Person, person: Omit<Person, 'erasedAt' | 'bounced'>): boolean {
  const fields = Object.keys(person) as (keyof typeof person)[];
  return fields.every((field) => canonicalJson(known[field]) === canonicalJson(person[field]));
}
