import type { Fact, JourneyState, PersonId, TextRef } from '@citypath/journey';
import type { ProgrammeSeats } from '@citypath/post';
import type { TakenLetter } from '@citypath/store';

/** Everybody whom a letter may go to or may name. */
export function peopleNamed(
  letter: TakenLetter,
  state: JourneyState,
  fact: Fact,
  programmeSeats: ProgrammeSeats,
): PersonId[] {
  const ids = [
    letter.holder,
    letter.passedOnTo,
    fact.by,
    fact.onBehalfOf,
    'from' in fact ? fact.from : null,
    fact.kind === 'contact-lost' ? fact.person : null,
    fact.kind === 'seat-handed-over' ? fact.holder : null,
    ...Object.values(programmeSeats),
    ...Object.values(state.seats).flatMap(({ holder, liaison }) => [holder, liaison]),
    ...Object.values(state.steps).map(({ submittedBy }) => submittedBy),
  ];
  return ids.filter((id) => id !== null);
}

/** What people wrote with the fact that caused a letter. */
export function wordsNamed(fact: Fact): TextRef[] {
  const refs = [
    'comment' in fact ? fact.comment : undefined,
    'reason' in fact ? fact.reason : undefined,
    'words' in fact ? fact.words : undefined,
    'place' in fact ? fact.place : undefined,
    fact.kind === 'step-waived' ? fact.granted?.comment : undefined,
    fact.kind === 'step-submitted' ? fact.waiver?.reason : undefined,
  ];
  return refs.filter((ref): ref is TextRef => typeof ref === 'string');
}
