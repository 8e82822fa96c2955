import { journeyChanged } from '@citypath/contracts';
import type { Caller } from './caller';
import { until } from './until';

export interface EventsHeard {
  /** The journeys that the stream told of, in order, each as often as it was told. */
  readonly journeys: string[];
  /** Waits until the stream has told of a journey. */
  heard(journeyId: string): Promise<true>;
  close(): void;
}

/** Opens a person's stream of live changes and gathers what it tells. */
export async function eventsOf(who: Caller): Promise<EventsHeard> {
  const closing = new AbortController();
  const body = await who.stream('/events', closing.signal);
  const journeys: string[] = [];
  void gather(body, journeys).catch((error: unknown) => {
    if (!closing.signal.aborted) throw error;
  });
  return {
    journeys,
    heard: (journeyId) =>
      until(`the stream tells of ${journeyId}`, () => Promise.resolve(journeys.includes(journeyId) || null)),
    close: () => closing.abort(),
  };
}

async function gather(body: ReadableStream<Uint8Array>, journeys: string[]): Promise<void> {
  const decoder = new TextDecoder();
  let unread = '';
  for await (const chunk of body) {
    unread += decoder.decode(chunk, { stream: true });
    const events = unread.split('\n\n');
    unread = events.pop() ?? '';
    for (const event of events) {
      if (!/^event: journey$/m.test(event)) continue;
      const data: unknown = JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? 'null');
      journeys.push(journeyChanged.parse(data).journeyId);
    }
  }
}
