import type { Text } from '@citypath/calendar';
import type { ListedStep, LetterFacts, StepLetterFacts, StepNow } from '../kinds/letter-facts';
import type { LetterText, Link, Paragraph } from '../kinds/letter-text';
import { capital } from './capital';
import { dayToComeInShort } from './days';
import { footnotesOf } from './footnotes';
import { greetingOf } from './names';

/** Said wherever a day of a demonstration is told. */
export const DEMONSTRATION: Text = {
  en: 'Demonstration: deadlines planned by CityPath, not reported by the city.',
  zh: '演示：本信中的期限由CityPath拟定，并非该市上报。',
};

/** Said where days of a list are marked as provisional. */
export const WHY_PROVISIONAL: Text = {
  en: 'Provisional: the holidays of that year are not published yet, and the day may move.',
  zh: '暂定：当年放假安排尚未公布，日期可能变动。',
};

/** Puts greeting and small print around what a letter has to say; `notes` stand first in the small print. */
export function compose(
  facts: LetterFacts,
  { notes = [], ...body }: Omit<LetterText, 'greeting' | 'footnotes'> & { notes?: Link[] },
): LetterText {
  const { language, reader, programme, demonstration } = facts;
  return {
    ...body,
    letterhead: programme[language],
    ...(demonstration && { notice: DEMONSTRATION[language] }),
    greeting: greetingOf(reader, language),
    footnotes: [...notes, ...footnotesOf(facts)],
  };
}

/** A quiet link to the step's day for the reader's own calendar; nothing where no day is ahead. */
export function calendarNote({ step, language }: StepLetterFacts): Link[] {
  if (step.dueOn === null || step.workingDaysLeft < 0) return [];
  const label = language === 'zh' ? '将期限加入日历' : 'Put the day into my calendar';
  return [{ label, url: `${step.url}?at=details` }];
}

/** How the due day was counted, in brackets; nothing where no holiday played a part. */
export function reckoningOf({ reckoning }: StepNow, { language }: LetterFacts): Paragraph[] {
  if (reckoning === null) return [];
  return [{ aside: language === 'zh' ? `（${reckoning.zh}。）` : `(${capital(reckoning.en)}.)` }];
}

/** Somebody's own words; nothing where there are none (or they were erased). */
export function quoted(words: string | null): Paragraph[] {
  return words === null || words.trim() === '' ? [] : [{ quote: words }];
}

/** Steps with their due days, one a line; and why days are provisional, where some are. */
export function listOf(steps: ListedStep[], facts: LetterFacts): Paragraph[] {
  if (steps.length === 0) return [];
  const mayMove = steps.some(({ dueOn }) => dueOn !== null && dueOn >= facts.provisionalFromOn);
  return [
    { list: steps.map((step) => lineOf(step, facts)) },
    ...(mayMove ? [{ aside: WHY_PROVISIONAL[facts.language] }] : []),
  ];
}

function lineOf({ title, dueOn }: ListedStep, facts: LetterFacts): string {
  const { language, today } = facts;
  const day = dueOn === null ? null : dayToComeInShort(dueOn, facts);
  const isPast = dueOn !== null && dueOn < today;
  if (language === 'zh') {
    if (day === null) return `${title.zh}：期限待定`;
    return isPast ? `${title.zh}：${day}已到期` : `${title.zh}：${day}到期`;
  }
  return `${title.en}: ${day === null ? 'date to be confirmed' : `${isPast ? 'was due' : 'due'} ${day}`}`;
}
