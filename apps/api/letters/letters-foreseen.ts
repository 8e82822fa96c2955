import { addDays, dayAt, type Day, type Instant } from '@citypath/calendar';
import { foreseenMoments, lettersDue, type Fact, type JourneyState, type LetterDue } from '@citypath/journey';
import type { KnownJourney } from '../journeys/journey-reader';
import { letterKeyOf } from './letter-key';

/** How far the ledger looks ahead. */
export const DAYS_AHEAD = 30;

/** A letter that silence will cause, with the fact that will cause it and the journey as it will stand then. */
export interface LetterForeseen {
  key: string;
  journey: KnownJourney;
  due: LetterDue;
  /** The city's day. */
  on: Day;
  fact: Fact;
  stateThen: JourneyState;
}

/** The letters of one journey's next 30 days, in order of time. */
export function lettersForeseen(journey: KnownJourney, now: Instant): LetterForeseen[] {
  const { row, state, context } = journey;
  const untilOn = addDays(dayAt(context.calendar, now), DAYS_AHEAD);
  const letters: LetterForeseen[] = [];
  for (const { on, facts, state: stateThen } of foreseenMoments(context, state, now, untilOn)) {
    for (const fact of facts) {
      for (const due of lettersDue(fact)) {
        letters.push({ key: letterKeyOf({ journeyId: row.id, ...due }), journey, due, on, fact, stateThen });
      }
    }
  }
  return letters;
}
