import type { Instant } from '@citypath/calendar';
import type { Fact, JourneyId } from '@citypath/journey';

/** What the workflow needs of the worker. */
export interface CityJourneyActivities {
  /**
   * Keeps facts in the journal, with the letters they cause, in one transaction. The same request again is
   * recorded already and fine. Throws, to be tried again, while the records cannot be reached.
   */
  record: (request: RecordRequest) => Promise<RecordResult>;
}

export interface RecordRequest {
  journeyId: JourneyId;
  /** A rebuild raises it: a run of an older generation can no longer record anything. */
  generation: number;
  /** Sequence number of the last fact that the run knows to be recorded; `facts` begin with the next one. */
  afterSeq: number;
  facts: Fact[];
  /** When the journey will next do something by itself, as of the last of the facts. */
  nextMomentAt: Instant | null;
}

/** `disagrees`: the journal goes on otherwise than this run; nothing was written. */
export type RecordResult = { kind: 'recorded' } | { kind: 'disagrees'; head: number; generation: number };
