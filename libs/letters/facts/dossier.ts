import type { Fact, JourneyState, PersonId, RuleContext, TextRef } from '@citypath/journey';
import type { ProgrammeSeats } from '@citypath/post';
import type { Person, PersonWithSeats, TakenLetter } from '@citypath/store';

/** A person, with the seats of programmes where they were read too. */
export type KnownPerson = Person & Partial<Pick<PersonWithSeats, 'programmeSeats'>>;

/** All that is known about one letter at the moment of sending. */
export interface Dossier {
  letter: TakenLetter;
  state: JourneyState;
  context: RuleContext;
  /** The fact that caused the letter. */
  fact: Fact;
  programmeSeats: ProgrammeSeats;
  people: ReadonlyMap<PersonId, KnownPerson>;
  /** What people wrote; a reference is missing where the words were erased. */
  words: ReadonlyMap<TextRef, string>;
  /** Of a letter about a meeting: the person was invited to it before. Absent: not asked. */
  invitedBefore?: boolean;
}
