import type { AuditAsk } from '../../api/audit';

/** What the address narrows the trail down to. */
export const choices = ['programme', 'city', 'person', 'act', 'from', 'until'] as const;
export type Choice = (typeof choices)[number];

/** What is asked of the api for an address. */
export function askOf(search: URLSearchParams): AuditAsk {
  return Object.fromEntries(choices.map((choice) => [choice, search.get(choice) ?? undefined]));
}

/** The address with something else chosen; null: nothing. */
export function withChoice(search: URLSearchParams, changes: Partial<Record<Choice, string | null>>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(key);
    else next.set(key, value);
  }
  return next;
}
