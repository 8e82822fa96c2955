import type { Fact, SeatKey } from '@citypath/journey';

/** Whether a letter is the end of a ladder, or was let go by a person: nothing else stands in the same message. */
export function goesAlone(fact: Fact): boolean {
  const isRung = fact.kind === 'rung-reached' || fact.kind === 'acceptance-rung-reached';
  return isRung && (fact.lastRung === true || fact.released === true);
}

/** The seat that a letter is about, where that is not the one it goes to. */
export function seatAbout(fact: Fact): SeatKey | null {
  return fact.kind === 'vacancy-noticed' || fact.kind === 'contact-lost' ? fact.seat : null;
}
