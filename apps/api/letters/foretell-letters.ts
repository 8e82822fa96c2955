import type { Text } from '@citypath/contracts';
import type { PersonId } from '@citypath/journey';
import { comingLetters, type ProgrammeSeats, type Reachable, type Suppression } from '@citypath/post';
import type { LedgerLine, Person } from '@citypath/store';
import { dayText } from '../journeys/words';
import { reasonText } from './letter-words';
import type { Foretold } from './letter-to-come';
import type { LetterForeseen } from './letters-foreseen';

/** What it takes to say what becomes of letters. */
export interface Foretelling {
  people: readonly Person[];
  /** Who holds which seat of a programme, by the programme's key. */
  programmeSeats: (programme: string) => ProgrammeSeats;
  /** Rows of letters that somebody skipped before they fell due, by the key of the letter. */
  skipped: ReadonlyMap<string, LedgerLine>;
}

/** What the post rules will make of each letter, in order of time. */
export function foretellLetters(letters: readonly LetterForeseen[], ask: Foretelling): Foretold[] {
  const people = new Map(ask.people.map((person) => [person.id, reachable(person)]));
  return letters
    .map((letter) => foretell(letter, people, ask))
    .sort((a, b) => (a.letter.due.dueAt < b.letter.due.dueAt ? -1 : a.letter.due.dueAt > b.letter.due.dueAt ? 1 : 0));
}

function foretell(
  letter: LetterForeseen,
  people: ReadonlyMap<PersonId, Reachable>,
  { programmeSeats, skipped }: Foretelling,
): Foretold {
  const { seat, holder, dueAt } = letter.due;
  const seats = programmeSeats(letter.journey.row.programmeKey);
  const [coming] = comingLetters([{ seat, holder, at: dueAt }], seats, people);
  const row = skipped.get(letter.key) ?? null;
  const to = coming?.to ?? null;
  const nothing = { letter, to, carriedBy: null, skipped: row };
  if (row !== null) return { ...nothing, goesAt: null, fate: 'skipped', fateSentence: SKIPPED };
  const reason: Suppression | null = coming ? coming.suppressed : 'seat-empty';
  if (reason !== null) return { ...nothing, goesAt: null, fate: 'suppressed', fateSentence: notSent(reason) };
  const goesAt = coming?.goesAt ?? dueAt;
  const day = dayText(letter.on);
  return { ...nothing, goesAt, fate: 'goes', fateSentence: { en: `goes on ${day.en}`, zh: `${day.zh}发出` } };
}

const SKIPPED: Text = { en: 'skipped: it will not go', zh: '已跳过：届时不发送' };

function notSent(reason: Suppression): Text {
  const words = reasonText(reason);
  return { en: `will not go: ${words.en}`, zh: `届时不发送：${words.zh}` };
}

function reachable({ id, address, erasedAt, bounced }: Person): Reachable {
  return { id, address, erased: erasedAt !== null, bounced: bounced !== null };
}
