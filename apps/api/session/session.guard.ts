import { Sessions } from '@citypath/store';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Clock } from '../clock';
import { ProblemError } from '../problems/problem-error';
import { readerLanguage } from '../problems/reader-language';
import { PUBLIC_URL } from '../tokens';
import type { ApiRequest } from './api-request';
import { mayWriteFrom, originsOf } from './same-origin';
import { tokenHashOf, tokenIn } from './session-cookie';

/** Noting that a session is in use is a write: not for every request. What is idle is known to the minute. */
const TOUCH_EVERY_MS = 60_000;
/** A page asks again by itself when something changed; set by the page when nobody has touched it for a while. */
const ASKED_BY_ITSELF = 'citypath-by-itself';

/** Runs first: refuses writes from elsewhere, and finds out who asks. */
@Injectable()
export class SessionGuard implements CanActivate {
  private readonly ownOrigins: readonly string[];

  constructor(
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    @Inject(PUBLIC_URL) publicUrl: string,
  ) {
    this.ownOrigins = originsOf(publicUrl);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (!mayWriteFrom(request, this.ownOrigins)) throw new ProblemError('other-origin');
    const token = tokenIn(request);
    request.reader = null;
    if (token === null) return true;
    const tokenHash = tokenHashOf(token);
    const now = this.clock.now();
    const session = await this.sessions.find(tokenHash, now);
    if (!session) return true;
    const { person, citySeats, lastSeenAt } = session;
    request.reader = {
      person: person.id,
      language: readerLanguage(person.language, request.headers['accept-language']),
      administrator: person.isAdministrator,
      seats: person.programmeSeats,
      citySeats,
      tokenHash,
    };
    const isOld = Date.parse(now) - Date.parse(lastSeenAt) > TOUCH_EVERY_MS;
    if (isOld && request.headers[ASKED_BY_ITSELF] === undefined) await this.sessions.touch(tokenHash, now);
    return true;
  }
}
