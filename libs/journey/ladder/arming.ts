import type { Day } from '@citypath/calendar';
import type { StepState } from '../state';

/** The how manieth count of a step's ladder this is, of all that ever began for the due day: each has letters of its own. */
export function armingOf({ ladder, armedBefore }: StepState, dueOn: Day): number {
  return (armedBefore?.[dueOn] ?? 0) + (ladder?.arming ?? 1);
}
