import type { Text } from '@citypath/contracts';
import type { Fact } from '@citypath/journey';
import type { Names } from '../names';
import type { TellDay } from '../words';
import { clockSentence, isClockFact } from './clock-sentence';
import { dateSentence, isDateFact } from './date-sentence';
import { isJourneyFact, journeySentence } from './journey-sentence';
import { isSeatFact, seatSentence } from './seat-sentence';
import { isLadderFact, ladderSentence } from './ladder-sentence';
import { stepSentence } from './step-sentence';

/** A fact as a sentence of the city's history, in both languages. `city`: its name. */
export function historySentence(fact: Fact, names: Names, city: Text, tellDay: TellDay): Text {
  if (isSeatFact(fact)) return seatSentence(fact, names, tellDay);
  if (isDateFact(fact)) return dateSentence(fact, names, tellDay);
  if (isJourneyFact(fact)) return journeySentence(fact, names, city, tellDay);
  if (isLadderFact(fact)) return ladderSentence(fact, names, tellDay);
  if (isClockFact(fact)) return clockSentence(fact, names, tellDay);
  return stepSentence(fact, names, tellDay);
}
