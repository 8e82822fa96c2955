import type { JourneyId, LetterDue } from '@citypath/journey';

type Named = { journeyId: JourneyId } & Pick<LetterDue, 'step' | 'round' | 'kind' | 'threshold' | 'seat' | 'holder'>;

/** What makes a letter the same letter, in the ledger as in a forecast: each is written once. */
export function letterKey({ journeyId, step, round, kind, threshold, seat, holder }: Named): string {
  return JSON.stringify([journeyId, step, round, kind, threshold, seat, holder]);
}
