import type { JourneyChanged } from '@citypath/contracts';
import { Journeys } from '@citypath/store';
import { Controller, Header, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  bufferTime,
  concatMap,
  filter,
  from,
  interval,
  map,
  merge,
  mergeMap,
  share,
  takeUntil,
  type Observable,
} from 'rxjs';
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
  private readonly stream: Observable<MessageEvent>;

  constructor(
    feed: ChangeFeed,
    private readonly journeys: Journeys,
  ) {
    // Shared: one look at the records for all pages together.
    const journeyEvents = feed.changes.pipe(
      bufferTime(GATHER_MS),
      filter((changes) => changes.length > 0),
      concatMap((changes) => from(this.eventsOf(changes))),
      mergeMap((events) => events),
      share(),
    );
    const heartbeat = interval(HEARTBEAT_MS).pipe(map((): MessageEvent => ({ type: 'heartbeat', data: {} })));
    const missed = feed.changes.pipe(filter((change) => change === null));
    this.stream = merge(journeyEvents, heartbeat).pipe(takeUntil(missed));
  }

  /** Events `journey`. The stream ends when changes may have been missed: open it again and read everything anew. */
  @Sse()
  @Allow(signedIn)
  @Header('X-Accel-Buffering', 'no')
  @ApiOkResponse({ description: 'text/event-stream: events `journey` (id and head) and `heartbeat`.' })
  events(): Observable<MessageEvent> {
    return this.stream;
  }

  private async eventsOf(changes: Change[]): Promise<MessageEvent[]> {
    const ids = [...new Set(changes)].filter((id) => id !== null);
    // While the records are away nobody is told; when they are back, the feed says that changes were missed.
    const found = await Promise.all(ids.map((id) => this.journeys.byId(id).catch(() => null)));
    return found.flatMap((journey): MessageEvent[] => {
      if (!journey) return [];
      const data: JourneyChanged = { journeyId: journey.id, head: journey.head };
      return [{ type: 'journey', data }];
    });
  }
}
