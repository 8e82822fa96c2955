import type { Instant } from '@citypath/calendar';
import type { MachineryKind } from '@citypath/contracts';
import type { RunningJourney } from '@citypath/store';
import type { Closing } from './temporal-words';

/** Something that is wrong with the machinery. */
export type Trouble =
  | { kind: 'temporal-away'; sinceAt: Instant }
  /** Null: none has asked for work within the last minutes. */
  | { kind: 'no-worker'; sinceAt: Instant | null }
  /** The records came back from a backup, of a moment. */
  | { kind: 'restore-unrecovered'; sinceAt: Instant; backupOf: Instant }
  | { kind: 'outbox-stalled'; sinceAt: Instant; letters: number }
  | { kind: 'mail-refusing'; sinceAt: Instant; letters: number; cause: string | null }
  /** More of them than are looked at one by one. */
  | { kind: 'workflow-missing'; journey: null; journeys: number; sinceAt: null }
  | JourneyTrouble;

/** `ended-here`: an administrator did, and the audit says why. */
export type HowEnded = Closing['status'] | 'ended-here';

/** The same of one journey. */
export type JourneyTrouble = { journey: RunningJourney; sinceAt: Instant | null } & (
  | { kind: 'workflow-missing' }
  | { kind: 'workflow-ended'; how: HowEnded; cause: string | null }
  | { kind: 'journal-disagrees' }
  | { kind: 'workflow-task-failing' | 'activity-failing'; attempts: number; cause: string | null }
  | { kind: 'moment-missed' }
  | { kind: 'read-model-stale' }
);

/** What touches everything comes first. */
export const KINDS: MachineryKind[] = [
  'temporal-away',
  'no-worker',
  'restore-unrecovered',
  'outbox-stalled',
  'mail-refusing',
  'workflow-missing',
  'workflow-ended',
  'journal-disagrees',
  'workflow-task-failing',
  'activity-failing',
  'moment-missed',
  'read-model-stale',
];
