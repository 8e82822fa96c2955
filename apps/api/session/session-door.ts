import type { SignInWay } from '@citypath/contracts';
import type { PersonId } from '@citypath/journey';
import { People, Sessions, type Instant } from '@citypath/store';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../clock';
import { ProblemError } from '../problems/problem-error';
import { readerLanguage } from '../problems/reader-language';
import { LOCAL_MODE } from '../tokens';
import { browserKindOf } from './browser-kind';
import type { Reader } from './reader';
import { endsAt, newToken, sessionCookie, tokenHashOf, tokenIn } from './session-cookie';

/** Lets a person in who has proved to be one, by whatever way. */
@Injectable()
export class SessionDoor {
  constructor(
    private readonly sessions: Sessions,
    private readonly people: People,
    private readonly clock: Clock,
    @Inject(LOCAL_MODE) private readonly localMode: boolean,
  ) {}

  /**
   * Begins a session and gives its cookie to the browser; the one that the browser had before ends.
   * @throws ProblemError person-unknown for nobody, or somebody who was erased
   */
  async open(personId: PersonId, way: SignInWay, request: Request, response: Response): Promise<Reader> {
    const [person] = await this.people.concerned([personId], []);
    if (!person || person.erasedAt !== null) {
      throw new ProblemError('person-unknown', { errors: [{ pointer: '/person', code: 'person-unknown' }] });
    }
    const before = tokenIn(request);
    if (before !== null) await this.sessions.end(tokenHashOf(before));
    const token = newToken();
    const tokenHash = tokenHashOf(token);
    const createdAt = this.clock.now();
    const expiresAt = endsAt(createdAt) as Instant;
    const kind = browserKindOf(request.headers['user-agent']);
    await this.sessions.begin({ tokenHash, personId, createdAt, expiresAt, way, ...kind });
    const { name, options } = sessionCookie(this.localMode);
    response.cookie(name, token, options);
    const { isAdministrator: administrator, programmeSeats: seats } = person;
    const language = readerLanguage(person.language, request.headers['accept-language']);
    return { person: personId, language, administrator, seats, citySeats: [], tokenHash };
  }

  /** Ends the session of the one who asks, and takes the cookie back. */
  async close(reader: Reader, response: Response): Promise<void> {
    await this.sessions.end(reader.tokenHash);
    const { name, options } = sessionCookie(this.localMode);
    response.clearCookie(name, { ...options, maxAge: undefined });
  }
}
