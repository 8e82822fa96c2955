/** A letter's threshold, read: 'due-3@2026-12-01', 'accept+3@2026-12-01', or 'seq:17' for one that follows an act. */
export interface Threshold {
  /** Whose clock it belongs to: the responsible seat's, or the accepting seat's. */
  clock: 'doing' | 'accepting';
  /** The due day that it was counted from; null where it follows an act. */
  dueOn: string | null;
}

/** Reads a threshold as libs/journey writes it. */
export function readThreshold(threshold: string): Threshold {
  const at = threshold.indexOf('@');
  return {
    clock: threshold.startsWith('accept') ? 'accepting' : 'doing',
    dueOn: at < 0 ? null : threshold.slice(at + 1),
  };
}
