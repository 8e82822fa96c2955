import type { LedgerState } from '@citypath/contracts';
import type { LettersAsk } from '../../api/reads';
import { beginningOfDay } from '../../words/dates';

/** The states that the ledger can be narrowed down to, as people think of them. */
export const ledgerStates: LedgerState[] = ['waiting', 'held', 'sent', 'merged', 'not-sent', 'failed', 'unknown'];

/** What the address narrows the letters down to. */
export const choices = ['city', 'journey', 'step', 'person', 'state', 'kind', 'from', 'until'] as const;
export type Choice = (typeof choices)[number];

/** What is asked of the api for an address. A day is one of the reader's own clock. */
export function askOf(search: URLSearchParams): LettersAsk {
  const of = (choice: Choice) => search.get(choice) ?? undefined;
  const state = of('state');
  return {
    journey: of('journey'),
    city: of('city'),
    step: of('step'),
    person: of('person'),
    state: ledgerStates.find((known) => known === state),
    kind: of('kind'),
    fromAt: beginningOfDay(of('from') ?? ''),
    beforeAt: beginningOfDay(of('until') ?? '', 1),
  };
}

/**
 * The address with something else chosen; null: nothing. What is open is closed, unless that is what changes.
 * Hazard: not `letter`, which says on any page that a letter was seen, and is taken away by use-letter-seen.
 */
export function withChoice(
  search: URLSearchParams,
  changes: Partial<Record<Choice | 'view' | 'open', string | null>>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete('open');
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(key);
    else next.set(key, value);
  }
  return next;
}
