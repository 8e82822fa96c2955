import type { Instant } from '@citypath/calendar';

/** What the workflow of a bulk act needs of the worker. */
export interface BulkActActivities {
  /**
   * Asks whether whoever started it may still, and then gives the next journeys their command, each once however often
   * this is tried. Throws, to be tried again, while the records cannot be reached.
   */
  giveNext: (request: GiveRequest) => Promise<Given>;
  /** Keeps how it ended, and lets the letters go that it gathered. */
  endBulkAct: (request: EndRequest) => Promise<void>;
}

export interface GiveRequest {
  bulkActId: string;
  at: Instant;
  /** So many journeys at most. */
  journeys: number;
  /** So many of them at the same time: people's own acts need the worker too. */
  atOnce: number;
}

/** `later`: some could not be given, and are tried again. */
export type Given = { kind: 'given'; later: number } | { kind: 'nothing-left' } | { kind: 'rights-ended' };

export interface EndRequest {
  bulkActId: string;
  at: Instant;
  end: BulkActEnd;
}

export type BulkActEnd = 'done' | 'stopped' | 'rights-ended';
