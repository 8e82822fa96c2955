import { Identities } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Clock } from '../clock';
import { ProblemError } from '../problems/problem-error';
import type { ApiRequest } from '../session/api-request';
import { SessionDoor } from '../session/session-door';
import type { Visit } from './flow-cookie';
import { Organisation } from './organisation';

/** What follows when the organisation has said who somebody is. */
@Injectable()
export class OrganisationVisits {
  constructor(
    private readonly organisation: Organisation,
    private readonly identities: Identities,
    private readonly door: SessionDoor,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs in whoever has linked the account before, or links it to the one who is signed in. An account that nobody
   * linked signs nobody in, whatever address the organisation knows for it.
   * @returns the path to go on to
   * @throws ProblemError organisation-failed, -away, -not-linked, -of-another; not-signed-in
   */
  async finish(answered: URL, visit: Visit | null, request: ApiRequest, response: Response): Promise<string> {
    if (!visit) throw new ProblemError('organisation-failed');
    const { issuer, subject } = await this.organisation.finish(answered, visit);
    if (visit.linkTo === null) {
      const person = await this.identities.personOf(issuer, subject);
      if (person === null) throw new ProblemError('organisation-not-linked');
      await this.door.open(person, 'organisation', request, response);
      return visit.to ?? '/';
    }
    const { reader } = request;
    // Somebody else may have signed in here, or nobody may be any more, while the organisation was visited.
    if (!reader || reader.person !== visit.linkTo) throw new ProblemError('not-signed-in');
    const linkedAt = this.clock.now();
    if (!(await this.identities.link({ issuer, subject, personId: reader.person, linkedAt })))
      throw new ProblemError('organisation-of-another');
    return '/account?linked=yes';
  }
}
