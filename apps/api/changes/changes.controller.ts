import type { JourneyChanged } from '@citypath/contracts';
import { Journeys } from '@citypath/store';
import { Controller, Header, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { bufferTime, concatMap, filter, from, interval, map, merge, mergeMap, share, type Observable } from 'rxjs';
import { Allow, signedIn } from '../policies/policy';
import { ChangeFeed, type Change } from './change-feed';

/** Proxies close a quiet connection after a minute. */
const HEARTBEAT_MS = 20_000;
/** A command writes a few times in a row: pages are told once. */
const GATHER_MS = 100;

/** Tells open pages what changed, as server-sent events. */
@ApiTags('changes')
@Controller('api/v1/events')
export class ChangesController {
  /** One look at the records for all pages together. */
  private readonly events: Observable<MessageEvent>;

  constructor(
    feed: ChangeFeed,
    private readonly journeys: Journeys,
  ) {
    this.events = feed.changes.pipe(
      bufferTime(GATHER_MS),
      filter((changes) => changes.length > 0),
      concatMap((changes) => from(this.eventsOf(changes))),
      mergeMap((events) => events),
      share(),
    );
  }

  /** `journey` with its id and head; `everything` when changes may have been missed; `heartbeat` otherwise. */
  @Sse()
  @Allow(signedIn)
  @Header('X-Accel-Buffering', 'no')
  @ApiOkResponse({ description: 'text/event-stream: events `journey`, `everything` and `heartbeat`.' })
  stream(): Observable<MessageEvent> {
    const heartbeat = interval(HEARTBEAT_MS).pipe(map(() => ({ type: 'heartbeat', data: {} })));
    return merge(this.events, heartbeat);
  }

  private async eventsOf(changes: Change[]): Promise<MessageEvent[]> {
    if (changes.includes(null)) return [{ type: 'everything', data: {} }];
    const ids = [...new Set(changes)].filter((id) => id !== null);
    try {
      return (await Promise.all(ids.map((id) => this.journeyEvent(id)))).flat();
    } catch {
      // The records are away: pages look for themselves once they are back.
      return [{ type: 'everything', data: {} }];
    }
  }

  private async journeyEvent(journeyId: string): Promise<MessageEvent[]> {
    const journey = await this.journeys.byId(journeyId);
    if (!journey) return [];
    const data: JourneyChanged = { journeyId, head: journey.head };
    return [{ type: 'journey', data }];
  }
}
