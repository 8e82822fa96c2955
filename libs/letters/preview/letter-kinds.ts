import type { LetterKind } from '@citypath/journey';

/** What a letter of each kind is about. */
const ABOUT: Record<LetterKind, 'step' | 'city'> = {
  welcome: 'city',
  'step-opened': 'step',
  reminder: 'step',
  overdue: 'step',
  escalation: 'step',
  'to-release': 'step',
  'rung-passed-over': 'step',
  invitation: 'step',
  'invitation-cancelled': 'step',
  'to-accept': 'step',
  accepted: 'step',
  returned: 'step',
  question: 'step',
  'dates-moved': 'city',
  'contact-lost': 'city',
  vacancy: 'city',
  'seat-taken-over': 'city',
  thanks: 'city',
};

/** Every kind of letter that a journey causes, in the order in which a city meets them. */
export const LETTER_KINDS = Object.keys(ABOUT) as LetterKind[];

/** Whether a letter of this kind is about one step. */
export function isAboutStep(kind: LetterKind): boolean {
  return ABOUT[kind] === 'step';
}
