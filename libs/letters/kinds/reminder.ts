import type { Day } from '@citypath/calendar';
import { actOn } from '../wording/acts';
import { calendarNote, compose, reckoningOf } from '../wording/compose';
import { dayToCome, dayToComeInShort, distanceInWords } from '../wording/days';
import { whatFollows } from '../wording/next-by-itself';
import { headOf } from '../wording/subject';
import type { StepLetterFacts } from './letter-facts';
import type { LetterText } from './letter-text';

/** Before the due day and on it, to the one who has the step. */
export function reminder(facts: StepLetterFacts): LetterText {
  const { language, step, today } = facts;
  const dueOn = step.dueOn ?? today;
  return compose(facts, {
    ...headOf(
      facts,
      language === 'zh' ? `${dayToComeInShort(dueOn, facts)}到期` : `due ${dayToComeInShort(dueOn, facts)}`,
    ),
    paragraphs: [language === 'zh' ? chinese(facts, dueOn) : english(facts, dueOn), ...reckoningOf(step, facts)],
    button: { label: actOn(step.kind, language), url: step.url },
    notes: calendarNote(facts),
    afterwards: whatFollows(facts),
  });
}

function english(facts: StepLetterFacts, dueOn: Day): string {
  const { step, today } = facts;
  const day = dayToCome(dueOn, facts);
  if (dueOn === today) return `“${step.title.en}” is due today, ${day}.`;
  return `“${step.title.en}” is due on ${day}, ${distanceInWords(step.workingDaysLeft, 'en')}.`;
}

function chinese(facts: StepLetterFacts, dueOn: Day): string {
  const { step, today } = facts;
  const day = dayToCome(dueOn, facts);
  if (dueOn === today) return `“${step.title.zh}”今天到期：${day}。`;
  return `“${step.title.zh}”的期限是${day}，${distanceInWords(step.workingDaysLeft, 'zh')}。`;
}
