import type { LedgerRow } from '@citypath/contracts';
import type { LedgerEntry } from '@citypath/store';
import type { KnownJourney } from '../journeys/journey-reader';
import { Names, type Directory } from '../journeys/names';
import { kindTitle, statusSentence } from './letter-words';

/** A letter as a line of the ledger. */
export function ledgerRow(letter: LedgerEntry, { row, state, context }: KnownJourney, directory: Directory): LedgerRow {
  const names = new Names(context.definition, directory, state);
  const { id, journeyId, kind, step, seat, holder, status, crossed, dueAt, settledAt, subject, attempts } = letter;
  return {
    id,
    journeyId,
    city: { key: row.city.key, nameEn: row.city.nameEn, nameZh: row.city.nameZh },
    kind,
    kindTitle: kindTitle(kind),
    step: step === null ? null : { ref: step, title: names.stepTitle(step) },
    seatTitle: names.seatTitle(seat),
    recipient: names.person(letter.recipient ?? names.holderOf({ seat, holder })),
    status,
    crossed,
    statusSentence: statusSentence(letter),
    dueAt,
    settledAt,
    subject,
    attempts,
  };
}
