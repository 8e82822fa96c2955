import type { SessionResponse, SignInPeopleResponse } from '@citypath/contracts';
import { CitySeats, Journeys, People } from '@citypath/store';
import { Inject, Injectable } from '@nestjs/common';
import { Editions } from '../journeys/editions';
import { Organisation } from '../organisation/organisation';
import { personShort } from '../people/person-short';
import { ProblemError } from '../problems/problem-error';
import { LOCAL_MODE } from '../tokens';
import type { Reader } from './reader';
import { rolesOf } from './roles';

/** The most people that the local sign-in page lists. */
const MOST_PEOPLE = 500;

/** Who is signed in, and in local mode who could be. */
@Injectable()
export class SessionService {
  constructor(
    private readonly people: People,
    private readonly citySeats: CitySeats,
    private readonly editions: Editions,
    private readonly journeys: Journeys,
    private readonly organisation: Organisation,
    @Inject(LOCAL_MODE) private readonly localMode: boolean,
  ) {}

  /** @param language what a reader asked for whose own is not known */
  async describe(reader: Reader | null, language: SessionResponse['language']): Promise<SessionResponse> {
    const person = reader && (await this.people.byId(reader.person));
    const doors = { signInAs: await this.hasPeopleToBe(), organisation: this.organisation.name };
    if (!reader || !person) return { person: null, language, roles: [], ...doors };
    const signedIn = { ...person, programmeSeats: reader.seats };
    const roles = rolesOf(signedIn, await this.citySeats.of(person.id), this.editions.all());
    return { person: personShort(person), language: person.language ?? language, roles, ...doors };
  }

  /** Everybody one may sign in as. @throws ProblemError sign-in-closed outside local mode */
  async peopleToBe(): Promise<SignInPeopleResponse> {
    this.requireLocalMode();
    const [people, seats] = [await this.people.all(MOST_PEOPLE), await this.citySeats.all()];
    return {
      people: people.map((person) => ({
        person: personShort(person),
        language: person.language,
        roles: rolesOf(person, seats, this.editions.all()),
      })),
    };
  }

  /** The language of the pages and of the letters of this person. */
  async changeLanguage(reader: Reader, language: SessionResponse['language']): Promise<SessionResponse> {
    await this.people.changeLanguage(reader.person, language);
    return this.describe({ ...reader, language }, language);
  }

  /** Where the demonstration is, people sign in as its people; where real ones are, by letter, also in local mode. */
  private async hasPeopleToBe(): Promise<boolean> {
    return this.localMode && (await this.journeys.hasDemonstration());
  }

  /** @throws ProblemError sign-in-closed outside local mode */
  requireLocalMode(): void {
    if (!this.localMode) throw new ProblemError('sign-in-closed');
  }
}
