/** A weekday, counted from Monday 5 January 2026: the model knows no weekends. */
export type Weekday = number;

/** Weekdays on which nobody works. */
export type DaysOff = ReadonlySet<Weekday>;

/** The day so many working days later, or earlier: each one that is no day off counts. */
export function later(off: DaysOff, from: Weekday, workingDays: number): Weekday {
  const direction = Math.sign(workingDays);
  let day = from;
  for (let left = Math.abs(workingDays); left > 0;) {
    day += direction;
    if (!off.has(day)) left -= 1;
  }
  return day;
}

/** How many working days lie behind one day, up to another. */
export function workedBetween(off: DaysOff, from: Weekday, to: Weekday): number {
  let worked = 0;
  for (let day = from + 1; day <= to; day += 1) if (!off.has(day)) worked += 1;
  return worked;
}

export function firstWorkedFrom(off: DaysOff, day: Weekday): Weekday {
  return off.has(day) ? firstWorkedFrom(off, day + 1) : day;
}

export function lastWorkedUntil(off: DaysOff, day: Weekday): Weekday {
  return off.has(day) ? lastWorkedUntil(off, day - 1) : day;
}
