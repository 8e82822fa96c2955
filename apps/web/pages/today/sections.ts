import type { NeedSection } from '@citypath/contracts';

export type Section = NeedSection;

/** In the order of the list. */
export const needSections: Section[] = [
  'question',
  'to-release',
  'to-accept',
  'to-do',
  'contact',
  'ladder-ended',
  'vacancy',
  'late',
];
