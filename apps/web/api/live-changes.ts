import type { JourneyChanged } from '@citypath/contracts';
import { retryDelayMs } from './retry-delay';

export interface LiveChangesListener {
  /** These journeys changed, each up to the head named. Several changes of one moment come together. */
  changed(journeys: ReadonlyMap<string, number>): void;
  /** Anything may have changed. */
  everythingChanged(): void;
  /** The stream is open; `again` when it was broken before: anything may have changed meanwhile. */
  opened(again: boolean): void;
  /** The stream broke; it is opened again by itself. */
  broken(): void;
}

/** Changes of one moment are gathered for so long, so that a burst makes pages ask once. */
const gatherMs = 150;

/** The api sends a heartbeat every 20 s: a stream that is silent for so long is broken, though nobody says so. */
const silenceMs = 50_000;

/**
 * Listens to the api's stream of changes, and opens it again for as long as nobody closes it. (EventSource does
 * that by itself only for some failures, and never after an answer such as 503.)
 * @returns a function that stops listening
 */
export function listenToChanges(listener: LiveChangesListener): () => void {
  let source: EventSource | null = null;
  let failures = 0;
  let openedBefore = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let gatherTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;
  let gathered = new Map<string, number>();

  const tell = () => {
    gatherTimer = undefined;
    const changes = gathered;
    gathered = new Map();
    listener.changed(changes);
  };

  const broken = () => {
    clearTimeout(silenceTimer);
    source?.close();
    failures += 1;
    listener.broken();
    retryTimer = setTimeout(open, retryDelayMs(failures, Math.random()));
  };

  const heard = () => {
    clearTimeout(silenceTimer);
    silenceTimer = setTimeout(broken, silenceMs);
  };

  const open = () => {
    source = new EventSource('/api/v1/events');
    heard();
    source.onopen = () => {
      heard();
      failures = 0;
      listener.opened(openedBefore);
      openedBefore = true;
    };
    source.addEventListener('journey', (event: MessageEvent<string>) => {
      heard();
      const { journeyId, head } = JSON.parse(event.data) as JourneyChanged;
      gathered.set(journeyId, head);
      gatherTimer ??= setTimeout(tell, gatherMs);
    });
    source.addEventListener('everything', () => {
      heard();
      listener.everythingChanged();
    });
    source.addEventListener('heartbeat', heard);
    source.onerror = broken;
  };

  open();
  return () => {
    source?.close();
    clearTimeout(retryTimer);
    clearTimeout(gatherTimer);
    clearTimeout(silenceTimer);
  };
}
