import type { Cadence } from './grammar';

/** More letters about one step than this would be none that is read. */
const MOST_DAYS = 12;
const FARTHEST_DAY = 366;

/**
 * The part of a cadence that is not well formed: days before are whole numbers from 0, the largest first; working days
 * after are whole numbers from 1, the smallest first.
 * @returns null where both are
 */
export function cadenceFault({ before, afterWorkingDays }: Cadence): 'before' | 'afterWorkingDays' | null {
  const falling = before.days.every(
    (days, index) => Number.isInteger(days) && days >= 0 && (index === 0 || days < (before.days[index - 1] ?? 0)),
  );
  if (!falling || !isBearable(before.days)) return 'before';
  return rising(afterWorkingDays) && isBearable(afterWorkingDays) ? null : 'afterWorkingDays';
}

/** Whole numbers from 1, each larger than the one before. */
export function rising(days: readonly number[]): boolean {
  return days.every((day, index) => Number.isInteger(day) && day >= 1 && day > (days[index - 1] ?? 0));
}

function isBearable(days: readonly number[]): boolean {
  return days.length <= MOST_DAYS && days.every((day) => day <= FARTHEST_DAY);
}
