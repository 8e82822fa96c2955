import { dayAt, type Day, type Instant } from '@citypath/calendar';
import type { LetterChange } from '@citypath/contracts';
import type { Fact } from '@citypath/journey';
import { compareLetters, goesAt, type ForetoldLetter } from '@citypath/post';
import type { PersonWithSeats } from '@citypath/store';
import { whatHappens } from '../journeys/coming-letter';
import { directoryOf } from '../journeys/journey-reader';
import { Names } from '../journeys/names';
import { sentence } from '../journeys/words';
import { messageOf } from '../letters/foretell-letters';
import { kindTitle } from '../letters/letter-words';
import { writeAhead, type Named } from '../letters/message-to-come';

/** The days with and without an act, and who is named in them. */
export interface Compared extends Named {
  before: ForetoldLetter[];
  after: ForetoldLetter[];
  /** What caused the letters that stand in the ledger. */
  facts: ReadonlyMap<string, Fact>;
  people: readonly PersonWithSeats[];
  publicUrl: string;
  /** Nobody reads the letters' words here. */
  wordless?: true;
}

/** Every letter that goes no more, goes on another day, or would not have gone, in order of the days. */
export function letterChanges(compared: Compared): LetterChange[] {
  const { before, after } = compared;
  const changes = compareLetters(before, after, (one, at) => dayOf(compared, one, at) ?? at);
  return [
    ...changes.cancelled.flatMap((one) => letterChange(compared, 'cancelled', one, null)),
    ...changes.moved.flatMap((one) => letterChange(compared, 'moved', one.before, one.after)),
    ...changes.added.flatMap((one) => letterChange(compared, 'added', null, one)),
  ].sort((a, b) => dayShown(a).localeCompare(dayShown(b)));
}

function dayShown({ beforeOn, afterOn }: LetterChange): string {
  return afterOn ?? beforeOn ?? '';
}

function letterChange(
  compared: Compared,
  change: LetterChange['change'],
  before: ForetoldLetter | null,
  after: ForetoldLetter | null,
): LetterChange[] {
  const one = after ?? before;
  const journey = one && compared.journeys.get(one.letter.journeyId);
  if (!one || !journey) return [];
  const { row, context, state } = journey;
  const names = new Names(context.definition, directoryOf(compared.people)(row.programmeKey), state);
  const { letter } = one;
  const happens = whatHappens({ ...letter, on: dayAt(context.calendar, letter.dueAt) }, names);
  return [
    {
      change,
      kindTitle: kindTitle(letter.kind),
      to: { ...names.party(letter), person: names.person(one.to ?? names.holderOf(letter)) },
      sentence: sentence(`${happens.en}.`, `${happens.zh}。`),
      beforeOn: before && dayOf(compared, before, goesAt(before)),
      afterOn: after && dayOf(compared, after, goesAt(after)),
      words: after && compared.wordless !== true ? wordsOf(compared, after) : null,
    },
  ];
}

/** The message in which it will come: its own, or a digest. */
function wordsOf(compared: Compared, letter: ForetoldLetter): LetterChange['words'] {
  const message = messageOf(letter, { letters: compared.after, facts: compared.facts });
  const reader = compared.people.find(({ id }) => id === letter.to);
  if (message === null || message.letters.length === 0 || reader === undefined) return null;
  const { subject, text } = writeAhead(message, reader, compared, compared.publicUrl);
  return { subject, text };
}

/** The city's day. */
function dayOf({ journeys }: Compared, { letter }: ForetoldLetter, at: Instant | null): Day | null {
  const calendar = journeys.get(letter.journeyId)?.context.calendar;
  return at === null || calendar === undefined ? null : dayAt(calendar, at);
}
