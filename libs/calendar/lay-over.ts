import type { CalendarData, Text } from './calendar-data';
import type { Day } from './day';
import { addDays, weekday } from './day';

/** What is laid over a country's calendar: a notice that it does not know yet, or a closure of the city's own. */
export type CalendarMark =
  /** Days off, first and last day included. `own`: the city's, not the country's. */
  | { kind: 'closure'; from: Day; to: Day; title: Text; own?: true }
  /** Days on which people work, whatever the calendar says of them. */
  | { kind: 'make-up'; from: Day; to: Day; title: Text }
  /** All days off of a year are entered: its dates are no longer provisional. */
  | { kind: 'year-published'; year: number };

interface DayMark {
  kind: 'closure' | 'make-up';
  title: Text;
  own: boolean;
}

/**
 * A calendar with marks laid over it: of several that speak of a day the last one holds. Without marks it is the
 * calendar itself, so that its hash stays the same.
 */
export function layOver(calendar: CalendarData, marks: readonly CalendarMark[]): CalendarData {
  if (marks.length === 0) return calendar;
  const days = new Map<Day, DayMark>();
  const put = (from: Day, to: Day, mark: DayMark) => {
    for (let day = from; day <= to; day = addDays(day, 1)) days.set(day, mark);
  };
  for (const { from, to, title, own } of calendar.closures)
    put(from, to, { kind: 'closure', title, own: own === true });
  for (const { on, title } of calendar.makeUpDays) put(on, on, { kind: 'make-up', title, own: false });
  const years = new Set(calendar.publishedYears);
  for (const mark of marks) {
    if (mark.kind === 'year-published') years.add(mark.year);
    else put(mark.from, mark.to, dayMarkOf(mark));
  }
  const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...calendar,
    closures: closuresOf(inOrder),
    // On a day that is no weekend people work anyway: there the mark has only taken a closure away.
    makeUpDays: inOrder
      .filter(([on, { kind }]) => kind === 'make-up' && calendar.weekend.includes(weekday(on)))
      .map(([on, { title }]) => ({ on, title })),
    publishedYears: [...years].sort((a, b) => a - b),
  };
}

function dayMarkOf(mark: Exclude<CalendarMark, { kind: 'year-published' }>): DayMark {
  return { kind: mark.kind, title: mark.title, own: mark.kind === 'closure' && mark.own === true };
}

/** Runs of neighbouring days that are off for the same reason. */
function closuresOf(inOrder: [Day, DayMark][]): CalendarData['closures'] {
  const closures: CalendarData['closures'] = [];
  for (const [day, { kind, title, own }] of inOrder) {
    if (kind !== 'closure') continue;
    const last = closures.at(-1);
    const goesOn = last && last.title.en === title.en && (last.own === true) === own && addDays(last.to, 1) === day;
    if (goesOn) last.to = day;
    else closures.push({ from: day, to: day, title, ...(own ? { own: true as const } : {}) });
  }
  return closures;
}
