import type { JourneyChanged } from '@citypath/contracts';
import { Journeys, type JourneyHeard } from '@citypath/store';
import { Controller, Header, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  bufferTime,
  concatMap,
  defer,
  filter,
  finalize,
  from,
  interval,
  map,
  merge,
  mergeMap,
  share,
  takeUntil,
  type Observable,
} from 'rxjs';
import { Clock } from '../clock';
import { Allow, whatOneSees } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { ChangeFeed, type Change } from './change-feed';

/** Proxies close a quiet connection after a minute. */
const HEARTBEAT_MS = 20_000;
/** A command writes a few times in a row: pages are told once. */
const GATHER_MS = 100;

/** Tells open pages what changed, as server-sent events: each person of the journeys that he or she may see. */
@ApiTags('changes')
@Controller('api/v1/events')
export class ChangesController {
  /** Of the sessions with an open stream; one may have several. */
  private readonly listening: string[] = [];
  private readonly heard: Observable<JourneyHeard>;
  private readonly missed: Observable<Change>;

  constructor(
    feed: ChangeFeed,
    private readonly journeys: Journeys,
    private readonly clock: Clock,
  ) {
    // Shared: one look at the records for all pages together.
    this.heard = feed.changes.pipe(
      bufferTime(GATHER_MS),
      filter((changes) => changes.length > 0),
      concatMap((changes) => from(this.heardOf(changes))),
      mergeMap((journeys) => journeys),
      share(),
    );
    this.missed = feed.changes.pipe(filter((change) => change === null));
  }

  /** Events `journey`. The stream ends when changes may have been missed: open it again and read everything anew. */
  @Sse()
  @Allow(whatOneSees, { en: 'Hear of changes while a page is open', zh: '接收页面的实时更新' })
  @Header('X-Accel-Buffering', 'no')
  @ApiOkResponse({ description: 'text/event-stream: events `journey` (id and head) and `heartbeat`.' })
  events(@AskedBy() { tokenHash }: Reader): Observable<MessageEvent> {
    const told = this.heard.pipe(
      filter(({ tokenHashes }) => tokenHashes.includes(tokenHash)),
      map(({ id, head }): MessageEvent => ({
        type: 'journey',
        data: { journeyId: id, head } satisfies JourneyChanged,
      })),
    );
    const heartbeat = interval(HEARTBEAT_MS).pipe(map((): MessageEvent => ({ type: 'heartbeat', data: {} })));
    return defer(() => {
      this.listening.push(tokenHash);
      return merge(told, heartbeat);
    }).pipe(
      takeUntil(this.missed),
      finalize(() => this.listening.splice(this.listening.indexOf(tokenHash), 1)),
    );
  }

  private async heardOf(changes: Change[]): Promise<JourneyHeard[]> {
    const ids = [...new Set(changes)].filter((id) => id !== null);
    if (ids.length === 0) return [];
    // While the records are away nobody is told; when they are back, the feed says that changes were missed.
    return this.journeys.heardBy(ids, [...new Set(this.listening)], this.clock.now()).catch(() => []);
  }
}
