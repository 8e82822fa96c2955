import type { SessionResponse, SignInPeopleResponse } from '@citypath/contracts';
import type { PersonId } from '@citypath/journey';
import { CitySeats, People, Sessions, type Instant } from '@citypath/store';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Editions } from '../journeys/editions';
import { personShort } from '../people/person-short';
import { ProblemError } from '../problems/problem-error';
import { LOCAL_MODE } from '../tokens';
import type { Reader } from './reader';
import { rolesOf } from './roles';
import { endsAt, newToken, tokenHashOf } from './session-cookie';

/** The most people that the local sign-in page lists. */
const MOST_PEOPLE = 500;

/** Who is signed in, and in local mode who could be. */
@Injectable()
export class SessionService {
  constructor(
    private readonly sessions: Sessions,
    private readonly people: People,
    private readonly citySeats: CitySeats,
    private readonly editions: Editions,
    private readonly clock: Clock,
    @Inject(LOCAL_MODE) private readonly localMode: boolean,
  ) {}

  /** @param language what a reader without a session asked for */
  async describe(reader: Reader | null, language: SessionResponse['language']): Promise<SessionResponse> {
    const signInAs = this.localMode;
    const person = reader && (await this.people.byId(reader.person));
    if (!reader || !person) return { person: null, language, roles: [], signInAs };
    const signedIn = { ...person, programmeSeats: reader.seats };
    const roles = rolesOf(signedIn, await this.citySeats.of(person.id), this.editions.all());
    return { person: personShort(person), language: person.language, roles, signInAs };
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

  /** Signs somebody in without asking for anything. @returns the token for the cookie @throws outside local mode */
  async signInAs(personId: PersonId): Promise<{ token: string; reader: Reader }> {
    this.requireLocalMode();
    const [person] = await this.people.concerned([personId], []);
    if (!person || person.erasedAt !== null) {
      throw new ProblemError('person-unknown', { errors: [{ pointer: '/person', code: 'person-unknown' }] });
    }
    const token = newToken();
    const tokenHash = tokenHashOf(token);
    const createdAt = this.clock.now();
    await this.sessions.begin({ tokenHash, personId, createdAt, expiresAt: endsAt(createdAt) as Instant });
    const { language, isAdministrator: administrator, programmeSeats: seats } = person;
    const reader = { person: personId, language, administrator, seats, citySeats: [], tokenHash };
    return { token, reader };
  }

  async signOut(reader: Reader): Promise<void> {
    await this.sessions.end(reader.tokenHash);
  }

  /** The language of the pages and of the letters of this person. */
  async changeLanguage(reader: Reader, language: SessionResponse['language']): Promise<SessionResponse> {
    await this.people.changeLanguage(reader.person, language);
    return this.describe({ ...reader, language }, language);
  }

  private requireLocalMode(): void {
    if (!this.localMode) throw new ProblemError('sign-in-closed');
  }
}
