import type { CalendarData } from './calendar-data';
import { weekdayOfNumber } from './day';
import { dayNumber, modulo } from './day-number';
import { oncePer } from './once-per';

/**
 * The working days of a calendar, numbered: whole weeks around all closures and make-up days are laid
 * out in two tables, and before and after them the plain week repeats for ever. So every question is
 * one look into a table or one division, however far away the day is.
 */
export class WorkingWeeks {
  /** Monday of the first and of the week after the last laid-out week, as day numbers. */
  private readonly start: number;
  private readonly end: number;
  /** Working days of the plain week, 0 for Monday. */
  private readonly plainWeek: number[];
  /** For each day of the week, how many plain working days the week has before it. */
  private readonly plainBefore: number[];
  /** For each laid-out day, how many working days lie between `start` and it. */
  private readonly before: Int32Array;
  /** The laid-out working days in order, as day numbers. */
  private readonly days: number[] = [];

  constructor(calendar: CalendarData) {
    const isPlain = (position: number) => !calendar.weekend.includes(position + 1);
    const positions = [0, 1, 2, 3, 4, 5, 6];
    this.plainWeek = positions.filter(isPlain);
    this.plainBefore = positions.map((position) => this.plainWeek.filter((other) => other < position).length);

    const closed = new Set<number>();
    for (const { from, to } of calendar.closures) {
      for (let number = dayNumber(from); number <= dayNumber(to); number++) closed.add(number);
    }
    const madeUp = new Set(calendar.makeUpDays.map(({ on }) => dayNumber(on)));
    let first = Infinity;
    let last = -Infinity;
    for (const number of [...closed, ...madeUp]) {
      first = Math.min(first, number);
      last = Math.max(last, number);
    }
    this.start = first <= last ? mondayOf(first) : 4;
    this.end = first <= last ? mondayOf(last) + 7 : 4;

    this.before = new Int32Array(this.end - this.start);
    for (let number = this.start; number < this.end; number++) {
      this.before[number - this.start] = this.days.length;
      const plain = isPlain(weekdayOfNumber(number) - 1);
      if (madeUp.has(number) || (plain && !closed.has(number))) this.days.push(number);
    }
  }

  /** How many working days lie before a day, counted from an arbitrary but fixed one; negative before that. */
  countBefore(number: number): number {
    if (number < this.start) return this.plainCount(number - this.start);
    if (number >= this.end) return this.days.length + this.plainCount(number - this.end);
    return this.before[number - this.start] ?? NaN;
  }

  /** The day number of the working day before which `count` others lie: the inverse of countBefore. */
  dayAfter(count: number): number {
    if (count < 0) return this.start + this.plainDistance(count);
    if (count >= this.days.length) return this.end + this.plainDistance(count - this.days.length);
    return this.days[count] ?? NaN;
  }

  /** Working days of plain weeks from a Monday to `days` after it. */
  private plainCount(days: number): number {
    return Math.floor(days / 7) * this.plainWeek.length + (this.plainBefore[modulo(days, 7)] ?? NaN);
  }

  /** Days from a Monday of plain weeks to the working day before which `count` others lie. */
  private plainDistance(count: number): number {
    const perWeek = this.plainWeek.length;
    return Math.floor(count / perWeek) * 7 + (this.plainWeek[modulo(count, perWeek)] ?? NaN);
  }
}

/** The numbered working days of a calendar, laid out once for each CalendarData object. */
export const workingWeeksOf = oncePer((calendar: CalendarData) => new WorkingWeeks(calendar));

function mondayOf(number: number): number {
  return number - (weekdayOfNumber(number) - 1);
}
