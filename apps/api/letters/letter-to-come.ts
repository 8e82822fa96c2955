import { dayAt, provisionalFrom, type Instant } from '@citypath/calendar';
import type { ComingFate, LetterToCome, Text } from '@citypath/contracts';
import type { PersonId } from '@citypath/journey';
import type { LedgerLine } from '@citypath/store';
import { whatHappens } from '../journeys/coming-letter';
import { Names, type Directory } from '../journeys/names';
import { sentence } from '../journeys/words';
import { mayKeepLetters } from '../policies/may-read-letters';
import type { Reader } from '../session/reader';
import { causeOf } from './letter-cause';
import { kindTitle } from './letter-words';
import type { LetterForeseen } from './letter-foreseen';
import type { MessageToCome } from './message-to-come';

/** What the post rules will make of a letter, as far as can be said today. */
export interface Foretold {
  letter: LetterForeseen;
  /** Null: it has nobody to go to. */
  to: PersonId | null;
  /** When its words go, alone or with another letter; null: never. */
  goesAt: Instant | null;
  fate: ComingFate;
  /** What becomes of it and why. */
  fateSentence: Text;
  /** The key of the letter that takes it along. */
  carriedBy: string | null;
  /** In what it reaches its reader; null: it does not, or is told by a newer one. */
  message: MessageToCome | null;
  /** The row that keeps it from going. */
  skipped: LedgerLine | null;
}

/** A letter that will fall due, in words, for one reader. */
export function letterToCome(foretold: Foretold, directory: Directory, reader: Reader): LetterToCome {
  const { letter, to, goesAt, skipped } = foretold;
  const { key, due, on, journey, stateThen } = letter;
  const { row, context } = journey;
  const names = new Names(context.definition, directory, stateThen);
  const happens = whatHappens({ ...due, on }, names);
  const keeps = mayKeepLetters(reader, row.programmeKey);
  return {
    key,
    journeyId: row.id,
    city: { key: row.city.key, nameEn: row.city.nameEn, nameZh: row.city.nameZh },
    kind: due.kind,
    kindTitle: kindTitle(due.kind),
    step: due.step === null ? null : { ref: due.step, title: names.stepTitle(due.step) },
    to: { ...names.party(due), person: names.person(to ?? names.holderOf(due)) },
    dueAt: due.dueAt,
    dueOn: on,
    goesAt,
    goesOn: goesAt && dayAt(context.calendar, goesAt),
    provisionalFromOn: provisionalFrom(context.calendar),
    fate: foretold.fate,
    sentence: sentence(`${happens.en}.`, `${happens.zh}。`),
    cause: causeOf(due, context.definition),
    fateSentence: foretold.fateSentence,
    carriedBy: foretold.carriedBy,
    skipped: skipped && {
      id: skipped.id,
      by: names.person(skipped.skippedBy),
      at: skipped.settledAt ?? skipped.dueAt,
      reason: skipped.skipReason,
    },
    may: {
      preview: to !== null,
      skip: keeps && skipped === null && maySkipAhead(due.threshold),
      unskip: keeps && skipped !== null,
    },
  };
}

/**
 * A letter of the clock is the same one however often it is foretold. One that follows an act is named by the place of
 * that act in the journal, which moves with everything that happens before: it can be skipped once it is due.
 */
export function maySkipAhead(threshold: string): boolean {
  return !threshold.startsWith('seq:');
}
