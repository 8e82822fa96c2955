import type { CalendarResponse } from '@citypath/contracts';

type Calendar = CalendarResponse['calendar'];

export type DayKind = 'work' | 'weekend' | 'closed' | 'own' | 'make-up';

export interface DayOfYear {
  on: string;
  dayOfMonth: number;
  kind: DayKind;
}

export interface MonthOfYear {
  /** 0 for January. */
  month: number;
  /** So many places of the first week stay empty: 0 when the month begins on a Monday. */
  before: number;
  days: DayOfYear[];
}

/** A year day by day, as its calendar has it. */
export function monthsOfYear(calendar: Calendar, year: number): MonthOfYear[] {
  return Array.from({ length: 12 }, (_, month) => {
    const first = new Date(Date.UTC(year, month, 1));
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return {
      month,
      before: isoWeekday(first) - 1,
      days: Array.from({ length }, (_day, index) => {
        const date = new Date(Date.UTC(year, month, index + 1));
        return { on: date.toISOString().slice(0, 10), dayOfMonth: index + 1, kind: kindOf(calendar, date) };
      }),
    };
  });
}

/** Closures of which a day lies in the year. */
export function closuresIn({ closures }: Calendar, year: number): Calendar['closures'] {
  return closures.filter(({ from, to }) => to >= `${year}-01-01` && from <= `${year}-12-31`);
}

export function makeUpDaysIn({ makeUpDays }: Calendar, year: number): Calendar['makeUpDays'] {
  return makeUpDays.filter(({ on }) => on.startsWith(`${year}-`));
}

function kindOf(calendar: Calendar, date: Date): DayKind {
  const on = date.toISOString().slice(0, 10);
  if (calendar.makeUpDays.some((day) => day.on === on)) return 'make-up';
  const closure = calendar.closures.find(({ from, to }) => on >= from && on <= to);
  if (closure) return closure.own ? 'own' : 'closed';
  return calendar.weekend.includes(isoWeekday(date)) ? 'weekend' : 'work';
}

function isoWeekday(date: Date): number {
  return date.getUTCDay() === 0 ? 7 : date.getUTCDay();
}
