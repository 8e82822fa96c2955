export { addDays, addMonths, daysBetween, isDay, weekday } from './day';
export type { Day } from './day';
export { isInstant, isTimeOfDay } from './instant';
export type { Instant, TimeOfDay } from './instant';
export { nextQuarter, quarterEnd, quarterOf, quarterStart } from './quarter';
export type { Quarter } from './quarter';
export type { CalendarData, Closure, Text } from './calendar-data';
export { layOver } from './lay-over';
export type { CalendarMark } from './lay-over';
export { checkCalendar } from './check-calendar';
export {
  addWorkingDays,
  firstWorkingDayOnOrAfter,
  isProvisional,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  provisionalFrom,
  workingDaysBetween,
} from './working-days';
export { wallClock } from './wall-clock';
export type { WallClock } from './wall-clock';
export { dayAt, endOfDay, instantAt } from './zone';
export { dateInWords, dayToComeInWords, weekdayInWords } from './words';
export type { Language } from './words';
export { explainWorkingDays, whyProvisional } from './explain';
export type { DateExplanation } from './explain';
export { explainSpan } from './explain-span';
