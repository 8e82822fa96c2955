import type { Text } from '@citypath/calendar';
import { dateInWords } from '@citypath/calendar';
import { actOn } from '../wording/acts';
import { calendarNote, compose, quoted } from '../wording/compose';
import { dayInShort } from '../wording/days';
import { whatFollows } from '../wording/next-by-itself';
import { headOf } from '../wording/subject';
import type { StepLetterFacts } from './letter-facts';
import type { LetterText } from './letter-text';

export interface ReturnedFacts extends StepLetterFacts {
  comment: string | null;
  /** It went back to an earlier step, which is open again; this one waits for it. */
  backTo: Text | null;
  /** What comes back is the wish to be let off the step. */
  isWaiver: boolean;
}

/** What was handed in comes back with a comment, to the one who does it again. */
export function returned(facts: ReturnedFacts): LetterText {
  const { language, step, comment } = facts;
  const say = language === 'zh' ? chinese : english;
  return compose(facts, {
    ...headOf(facts, tailOf(facts)),
    paragraphs: [say(facts), ...quoted(comment)],
    button: { label: actOn(step.kind, language), url: step.url },
    notes: calendarNote(facts),
    afterwards: step.dueOn === null ? [] : whatFollows(facts),
  });
}

function tailOf({ language, step, today, isWaiver }: ReturnedFacts): string {
  if (isWaiver) {
    const due = step.dueOn === null ? null : dayInShort(step.dueOn, language, today);
    if (language === 'zh') return due === null ? '未同意免除' : `未同意免除，${due}到期`;
    return due === null ? 'waiver not granted' : `waiver not granted, due ${due}`;
  }
  if (step.dueOn === null) return language === 'zh' ? '已退回' : 'returned';
  const day = dayInShort(step.dueOn, language, today);
  return language === 'zh' ? `已退回，${day}到期` : `returned, due ${day}`;
}

function english({ step, backTo, isWaiver }: ReturnedFacts): string {
  const title = `“${step.title.en}”`;
  if (backTo) return `${title} was sent back to “${backTo.en}”, which is open again and needs another round first.`;
  const until = step.dueOn === null ? '' : ` by ${dateInWords(step.dueOn, 'en')}`;
  if (isWaiver) return `The waiver of ${title} was not granted, with a comment. Please hand the step in${until}.`;
  return `${title} was returned with a comment. Please hand it in again${until}.`;
}

function chinese({ step, backTo, isWaiver }: ReturnedFacts): string {
  const title = `“${step.title.zh}”`;
  if (backTo) return `${title}已退回到“${backTo.zh}”，该步骤已重新启动，需先行修改。`;
  const until = step.dueOn === null ? '' : `最迟于${dateInWords(step.dueOn, 'zh')}`;
  if (isWaiver) return `关于${title}的免除申请未获同意，意见附后，请您${until}提交。`;
  return `${title}已附意见退回，请您修改后${until}再次提交。`;
}
