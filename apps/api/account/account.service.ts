import type { OrganisationResponse, SessionsResponse, SignedInBrowser } from '@citypath/contracts';
import type { PersonId } from '@citypath/journey';
import { Identities, IDLE_MINUTES, People, Sessions, type Session } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Organisation } from '../organisation/organisation';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';

/** Where somebody is signed in, and by which account of an organisation. */
@Injectable()
export class AccountService {
  constructor(
    private readonly sessions: Sessions,
    private readonly people: People,
    private readonly identities: Identities,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError person-unknown */
  async sessionsOf(personId: PersonId, reader: Reader): Promise<SessionsResponse> {
    const person = await this.people.byId(personId);
    if (!person) throw new ProblemError('person-unknown');
    const sessions = await this.sessions.of(personId, this.clock.now());
    return {
      sessions: sessions.map((session) => asBrowser(session, reader)),
      idleMinutes: person.isAdministrator ? IDLE_MINUTES.administrator : IDLE_MINUTES.others,
    };
  }

  /** @throws ProblemError session-unknown */
  async endOne(personId: PersonId, id: string): Promise<void> {
    const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
    if (!isUuid || !(await this.sessions.endOne(personId, id))) throw new ProblemError('session-unknown');
  }

  /** Ends all sessions of a person, but for the one that asks. */
  async endOthers(personId: PersonId, reader: Reader): Promise<void> {
    await this.sessions.endAll(personId, reader.person === personId ? reader.tokenHash : null);
  }

  async organisationOf(reader: Reader): Promise<OrganisationResponse> {
    const { name } = this.organisation;
    const [linked] = name === null ? [] : await this.identities.of(reader.person);
    return { name, linkedAt: linked?.linkedAt ?? null };
  }

  async unlink(reader: Reader): Promise<void> {
    await this.identities.unlinkAll(reader.person);
  }
}

function asBrowser(session: Session, reader: Reader): SignedInBrowser {
  return {
    id: session.id,
    here: session.tokenHash === reader.tokenHash,
    signedInAt: session.createdAt,
    lastSeenAt: session.lastSeenAt,
    way: session.way,
    browser: session.browser,
    device: session.device,
  };
}
