import type { ActName } from '@citypath/contracts';

/** Acts of those who run a programme, which reach further than the one who does them sees. One's own work needs no rehearsal. */
const LOOKED_AT: ReadonlySet<ActName> = new Set<ActName>([
  'complete',
  'waive',
  'skip',
  'reopen',
  'reassign',
  'go-to',
  'restart-from',
  'agree-date',
  'schedule-event',
  'set-cadence',
  'reset-cadence',
  'appoint',
  'hand-over',
  'vacate',
  'hold',
  'resume',
  'withdraw',
  'finish',
  'readmit',
  'adopt-calendar',
  'adopt-definition',
  'undo',
]);

/** Whether the form of an act offers a look at what it would change. */
export function isLookedAt(act: ActName): boolean {
  return LOOKED_AT.has(act);
}
