import type { Day, Instant } from '@citypath/calendar';
import type { PersonId } from '@citypath/journey';
import type { HoldReason } from './hold-reason';
import type { Suppression } from './suppression';

/** What becomes of one letter. */
export type PostDecision =
  /** As a message of its own; an ordinary one counts on a day of the recipient's, null: it is counted apart. */
  | { kind: 'send'; letterId: string; to: PersonId; ordinaryOn: Day | null }
  /** In the digest, whose message is that of the letter `carriedBy`: the first of its letters. */
  | { kind: 'digest'; letterId: string; to: PersonId; ordinaryOn: Day; carriedBy: string }
  | { kind: 'hold'; letterId: string; untilAt: Instant; reason: HoldReason }
  /** A newer letter says it. */
  | { kind: 'merge'; letterId: string; into: string }
  /** To whoever stands in; null: back to the one whose leave has ended. */
  | { kind: 'pass-on'; letterId: string; to: PersonId | null }
  | { kind: 'suppress'; letterId: string; reason: Suppression };
