import type { CityStep } from '@citypath/contracts';

/** @returns what was said when the step was last returned, while it is open again for that reason; null otherwise */
export function lastComment(step: CityStep): string | null {
  if (step.sign !== 'open' && step.sign !== 'late') return null;
  const returned = step.rounds.filter(({ outcome }) => outcome === 'returned').at(-1);
  return returned?.comment ?? null;
}
