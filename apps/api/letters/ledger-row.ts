import type { LedgerRow } from '@citypath/contracts';
import type { LedgerLine } from '@citypath/store';
import type { KnownJourney } from '../journeys/journey-reader';
import { Names, type Directory } from '../journeys/names';
import { mayKeepLetters } from '../policies/may-read-letters';
import type { Reader } from '../session/reader';
import { causeOf } from './letter-cause';
import { kindTitle } from './letter-words';
import { statusSentence } from './status-sentence';

/** A letter as a line of the ledger, for one reader. */
export function ledgerRow(
  letter: LedgerLine,
  { row, state, context }: KnownJourney,
  directory: Directory,
  reader: Reader,
): LedgerRow {
  const names = new Names(context.definition, directory, state);
  const { id, journeyId, kind, step, seat, holder, status, crossed, dueAt, settledAt, attempts } = letter;
  const keeps = mayKeepLetters(reader, row.programmeKey);
  const waits = status === 'due' || status === 'held';
  return {
    id,
    journeyId,
    city: { key: row.city.key, nameEn: row.city.nameEn, nameZh: row.city.nameZh },
    kind,
    kindTitle: kindTitle(kind, letter.isDigest),
    step: step === null ? null : { ref: step, title: names.stepTitle(step) },
    seatTitle: names.seatTitle(seat),
    recipient: names.person(letter.recipient ?? names.holderOf({ seat, holder })),
    status,
    crossed,
    statusSentence: statusSentence(letter, { calendar: context.calendar, names }),
    dueAt,
    settledAt,
    cause: causeOf(letter, context.definition),
    heldUntilAt: status === 'held' ? letter.notBefore : null,
    carriedBy: carrierOf(letter, reader),
    carries: letter.carries,
    subject: subjectFor(letter, reader),
    attempts,
    skipped: isSkipped(letter)
      ? { by: names.person(letter.skippedBy), at: settledAt ?? dueAt, reason: letter.skipReason }
      : null,
    may: {
      sendNow: keeps && (waits || status === 'presumed-sent'),
      skip: keeps && waits,
      unskip: keeps && isSkipped(letter),
      settle: keeps && (status === 'unknown' || status === 'presumed-sent'),
    },
  };
}

/** Whether a person said that it is not to go, and nobody took that back. */
export function isSkipped({ status, reason }: Pick<LedgerLine, 'status' | 'reason'>): boolean {
  return status === 'suppressed' && reason === 'skipped';
}

/** The row of a carrier that the reader may not see does not come: only digests carry letters of other cities. */
function carrierOf({ carriedBy, carrier }: LedgerLine, reader: Reader): LedgerRow['carriedBy'] {
  if (carriedBy === null) return null;
  if (carrier === null) return { id: carriedBy, digest: true, subject: null, settledAt: null };
  const { isDigest: digest, settledAt } = carrier;
  return { id: carriedBy, digest, subject: subjectFor(carrier, reader), settledAt };
}

/** A digest's subject may name cities that are not the reader's: only who got it reads it in a list. */
function subjectFor(
  { subject, isDigest, recipient }: Pick<LedgerLine, 'subject' | 'isDigest' | 'recipient'>,
  reader: Reader,
): string | null {
  return isDigest && recipient !== reader.person && !reader.administrator ? null : subject;
}
