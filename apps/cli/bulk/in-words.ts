import type { BulkActResponse, BulkDryRunResponse } from '@citypath/contracts';
import type { Language } from '@citypath/store';

/** What an act would do: to all of them, and to each or why not. */
export function bulkDryRunInWords({ sentence, journeys }: BulkDryRunResponse, language: Language): string {
  return [
    sentence[language],
    ...journeys.map((row) => `  ${row.journeyId}: ${(row.refusal?.detail ?? row.sentence)?.[language] ?? ''}`),
  ].join('\n');
}

/** How far it is. */
export function bulkInWords({ id, title, sentence }: BulkActResponse, language: Language): string {
  return `${id}: ${title[language]}\n${sentence[language]}`;
}
