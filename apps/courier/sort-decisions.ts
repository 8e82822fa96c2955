import type { Dossier } from '@citypath/letters';
import type { PostDecision } from '@citypath/post';
import type { Concluded, ConcludedLetter } from '@citypath/store';
import { assertNever } from './assert-never';

/** A message that is to be written: one letter, or the digest of several, its carrier first. */
export interface MessageToWrite {
  to: string;
  dossiers: [Dossier, ...Dossier[]];
  /** The reader's day on which it counts as ordinary; null: it is counted apart. */
  ordinaryOn: string | null;
}

/** What the rules decided on one person's letters, by what a courier does about it. */
export interface Sorted {
  messages: MessageToWrite[];
  concluded: ConcludedLetter[];
}

/** Sorts the decisions on a person's letters. */
export function sortDecisions(decisions: readonly PostDecision[], dossiers: readonly Dossier[]): Sorted {
  const byId = new Map(dossiers.map((dossier) => [dossier.letter.id, dossier]));
  const sorted: Sorted = { messages: [], concluded: [] };
  const digests = new Map<string, MessageToWrite>();
  for (const decision of decisions) {
    const dossier = byId.get(decision.letterId);
    if (dossier === undefined) continue;
    const { letter: hold } = dossier;
    const conclude = (outcome: Concluded) => sorted.concluded.push({ hold, outcome });
    switch (decision.kind) {
      case 'send':
        sorted.messages.push({ to: decision.to, dossiers: [dossier], ordinaryOn: decision.ordinaryOn });
        break;
      case 'digest':
        carry(digests, decision, dossier);
        break;
      case 'hold':
        conclude({ kind: 'held', untilAt: decision.untilAt, reason: decision.reason });
        break;
      case 'merge':
        conclude({ kind: 'merged', into: decision.into });
        break;
      case 'pass-on':
        conclude({ kind: 'passed-on', to: decision.to });
        break;
      case 'suppress':
        conclude({ kind: 'suppressed', reason: decision.reason });
        break;
      default:
        assertNever(decision);
    }
  }
  return { ...sorted, messages: [...sorted.messages, ...digests.values()] };
}

function carry(
  digests: Map<string, MessageToWrite>,
  { to, ordinaryOn, carriedBy, letterId }: Extract<PostDecision, { kind: 'digest' }>,
  dossier: Dossier,
): void {
  const digest = digests.get(carriedBy);
  if (digest === undefined) digests.set(carriedBy, { to, ordinaryOn, dossiers: [dossier] });
  else if (letterId === carriedBy) digest.dossiers.unshift(dossier);
  else digest.dossiers.push(dossier);
}
