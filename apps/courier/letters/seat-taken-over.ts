import type { Day } from '@citypath/calendar';
import { dateInWords } from '@citypath/calendar';
import { compose, listOf } from '../wording/compose';
import { dayInShort } from '../wording/days';
import { nameOf } from '../wording/names';
import { subjectOf } from '../wording/subject';
import type { LetterFacts, ListedStep, PersonName } from './letter-facts';
import type { LetterText } from './letter-text';

export interface SeatTakenOverFacts extends LetterFacts {
  /** First day in the seat; null: not known. */
  fromOn: Day | null;
  predecessor: PersonName | null;
  /** What the reader has now. */
  openSteps: ListedStep[];
}

/** To the one who takes a seat: what comes with it. */
export function seatTakenOver(facts: SeatTakenOverFacts): LetterText {
  const { language, seat, fromOn, today } = facts;
  const day = dayInShort(fromOn ?? today, language, today);
  const say = language === 'zh' ? chinese : english;
  return compose(facts, {
    subject: subjectOf(facts, seat.title, language === 'zh' ? `自${day}起由您担任` : `yours from ${day}`),
    button: { label: language === 'zh' ? '查看您的工作' : 'See what is yours', url: facts.journeyUrl },
    ...say(facts),
  });
}

type Said = Pick<LetterText, 'paragraphs' | 'afterwards'>;

function english(facts: SeatTakenOverFacts): Said {
  const { city, seat, programme, fromOn, predecessor, openSteps } = facts;
  const from = fromOn === null ? '' : ` from ${dateInWords(fromOn, 'en')}`;
  const after = predecessor === null ? '' : ` You take over from ${nameOf(predecessor, 'en')}.`;
  const first = `You are ${seat.title.en} of ${city.en} in ${programme.en}${from}.${after}`;
  return openSteps.length === 0
    ? { paragraphs: [first, 'Nothing is open in this seat today.'], afterwards: [COMING_EN] }
    : { paragraphs: [first, 'Open in this seat:', ...listOf(openSteps, facts)], afterwards: [COMING_EN] };
}

function chinese(facts: SeatTakenOverFacts): Said {
  const { city, seat, programme, fromOn, predecessor, openSteps } = facts;
  const from = fromOn === null ? '' : `自${dateInWords(fromOn, 'zh')}起，`;
  const after = predecessor === null ? '' : `您的前任是${nameOf(predecessor, 'zh')}。`;
  const first = `${from}您在“${programme.zh}”中担任${city.zh}${seat.title.zh}。${after}`;
  return openSteps.length === 0
    ? { paragraphs: [first, '目前没有需要您办理的步骤。'], afterwards: [COMING_ZH] }
    : { paragraphs: [first, '目前由您办理的步骤：', ...listOf(openSteps, facts)], afterwards: [COMING_ZH] };
}

const COMING_EN = 'Reminders of these steps now come to you.';
const COMING_ZH = '今后，有关提醒将发给您。';
