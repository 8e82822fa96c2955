import type { Day } from '@citypath/calendar';

/** One holiday of a year, as the package has it. */
export interface PublicHoliday {
  on: Day;
  days: number;
  name: string;
  rule: string;
}
