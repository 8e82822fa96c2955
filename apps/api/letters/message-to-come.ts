import type { Instant } from '@citypath/calendar';
import type { Fact, TextRef } from '@citypath/journey';
import { digest, digestFacts, renderFor, writeToReader, type Dossier, type RenderedLetter } from '@citypath/letters';
import type { LetterAtHand, Surroundings } from '@citypath/post';
import type { Person } from '@citypath/store';
import type { KnownJourney } from '../journeys/journey-reader';
import { needsAhead } from './needs-ahead';

/** What will go together at one moment: one letter, or those of a digest, its carrier first. */
export interface MessageToCome {
  at: Instant;
  letters: { letter: LetterAtHand; fact: Fact }[];
  /** The journeys as they will stand then. */
  among: Surroundings;
}

/** Who is named, and what is known of the journeys today. */
export interface Named {
  people: readonly Person[];
  journeys: ReadonlyMap<string, KnownJourney>;
  /** What people wrote, where that is known beforehand: what silence causes has no words of people's in it. */
  words?: ReadonlyMap<TextRef, string>;
}

/** Writes a message before its time, as the courier would write it then. */
export function writeAhead(message: MessageToCome, to: Person, named: Named, publicUrl: string): RenderedLetter {
  const { at: now, letters } = message;
  const dossiers = letters.flatMap((one) => dossierOf(one, message, named) ?? []);
  const [first, ...others] = dossiers;
  if (first === undefined) throw new Error('A message without a letter is none.');
  return renderFor(to.language, (language) => {
    const sending = { reader: to, language, now, publicUrl };
    if (others.length === 0) return writeToReader(first, sending);
    const needs = needsAhead(to.id, message, named.journeys);
    const known = [...named.journeys.values()];
    const definitions = new Map(known.map(({ row, context }) => [row.definitionHash, context.definition]));
    const calendars = new Map(known.map(({ row, context }) => [row.calendarHash, context.calendar]));
    return digest(digestFacts({ letters: dossiers, needs, definitions, calendars }, sending));
  });
}

/** What a letter is written from, with a fact that is still to come in place of one in the journal. */
function dossierOf(
  { letter, fact }: MessageToCome['letters'][number],
  { among }: MessageToCome,
  { people, journeys, words = new Map() }: Named,
): Dossier | null {
  const row = journeys.get(letter.journeyId)?.row;
  const then = among.get(letter.journeyId);
  if (row === undefined || then === undefined) return null;
  const { programmeKey, definitionHash, calendarHash, demonstration, city } = row;
  const { state, context, programmeSeats } = then;
  return {
    letter: {
      ...letter,
      attempt: 0,
      deferredSince: null,
      journey: { programmeKey, definitionHash, calendarHash, demonstration, city, state, stale: false },
    },
    state,
    context,
    fact,
    programmeSeats,
    people: new Map(people.map((person) => [person.id, person])),
    words,
  };
}
