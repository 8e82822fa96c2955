import type { LetterKind } from '@citypath/journey';
import type { LetterAtHand } from './letter-at-hand';
import { readThreshold } from './threshold';

/**
 * How a letter travels. Urgent ones and invitations go alone and are counted apart; news of an act is welcome today,
 * up to the day's cap; what only the clock says can wait for the next digest.
 */
export type LetterClass = 'urgent' | 'invitation' | 'news' | 'by-the-clock';

const CLASSES: Record<LetterKind, LetterClass> = {
  welcome: 'news',
  'step-opened': 'news',
  reminder: 'by-the-clock',
  overdue: 'by-the-clock',
  escalation: 'by-the-clock',
  'to-accept': 'news',
  accepted: 'news',
  returned: 'news',
  vacancy: 'by-the-clock',
  'seat-taken-over': 'urgent',
  thanks: 'news',
  question: 'news',
  'dates-moved': 'by-the-clock',
  'to-release': 'news',
  'rung-passed-over': 'by-the-clock',
  'contact-lost': 'by-the-clock',
  invitation: 'invitation',
  'invitation-cancelled': 'urgent',
};

/** @returns the class of a letter; what asks again to accept is the clock's */
export function classOf({ kind, urgent, threshold }: LetterAtHand): LetterClass {
  if (urgent) return 'urgent';
  // What waits to be accepted is news once; asked for again it names the day that it was to be accepted by.
  if (kind === 'to-accept' && readThreshold(threshold).dueOn !== null) return 'by-the-clock';
  return CLASSES[kind];
}
