import { actOn } from '../wording/acts';
import { calendarNote, compose, quoted, reckoningOf } from '../wording/compose';
import { dayToCome, dayToComeInShort, distanceInWords } from '../wording/days';
import { whatFollows } from '../wording/next-by-itself';
import { headOf } from '../wording/subject';
import type { StepLetterFacts } from './letter-facts';
import type { LetterText } from './letter-text';

export interface StepOpenedFacts extends StepLetterFacts {
  /** It had been settled and was opened again, for this reason (null: the words were erased). */
  reopened: { reason: string | null } | null;
  /** It was another seat's before, and given to this one for this reason (null: the words were erased). */
  given?: { reason: string | null };
}

/** A step begins (or begins again, or comes from another seat), to the one who has it. */
export function stepOpened(facts: StepOpenedFacts): LetterText {
  const { language, step, reopened, given } = facts;
  return compose(facts, {
    ...headOf(facts, dueInSubject(facts)),
    paragraphs: [
      language === 'zh' ? chinese(facts) : english(facts),
      ...quoted((reopened ?? given)?.reason ?? null),
      ...reckoningOf(step, facts),
    ],
    button: { label: actOn(step.kind, language), url: step.url },
    notes: calendarNote(facts),
    afterwards: step.dueOn === null ? [waitsForDate(language)] : whatFollows(facts),
  });
}

function dueInSubject(facts: StepOpenedFacts): string {
  const { language, step } = facts;
  if (step.dueOn === null) return language === 'zh' ? '期限待定' : 'date to be confirmed';
  const day = dayToComeInShort(step.dueOn, facts);
  return language === 'zh' ? `${day}到期` : `due ${day}`;
}

function english(facts: StepOpenedFacts): string {
  const { step, reopened, given } = facts;
  const opened = `“${step.title.en}” is ${given ? 'yours now' : `open ${reopened ? 'again' : 'now'}`}`;
  if (step.dueOn === null) return `${opened}. Its date is to be confirmed.`;
  return `${opened} and due on ${dayToCome(step.dueOn, facts)}, ${distanceInWords(step.workingDaysLeft, 'en')}.`;
}

function chinese(facts: StepOpenedFacts): string {
  const { step, reopened, given } = facts;
  const opened = `“${step.title.zh}”${given ? '现由您负责' : reopened ? '已重新启动' : '现已启动'}`;
  if (step.dueOn === null) return `${opened}，期限待定。`;
  return `${opened}，期限是${dayToCome(step.dueOn, facts)}，${distanceInWords(step.workingDaysLeft, 'zh')}。`;
}

function waitsForDate(language: StepOpenedFacts['language']): string {
  return language === 'zh' ? '日期确定之前，系统不会发送提醒。' : 'No reminder goes out until a date is set.';
}
