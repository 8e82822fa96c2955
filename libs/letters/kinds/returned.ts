import type { Text } from '@citypath/calendar';
import { actOn } from '../wording/acts';
import { calendarNote, compose, quoted, reckoningOf } from '../wording/compose';
import { dayToCome, dayToComeInShort } from '../wording/days';
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
    paragraphs: [say(facts), ...quoted(comment), ...(step.dueOn === null ? [] : reckoningOf(step, facts))],
    button: { label: actOn(step.kind, language), url: step.url },
    notes: calendarNote(facts),
    afterwards: step.dueOn === null ? [] : whatFollows(facts),
  });
}

function tailOf(facts: ReturnedFacts): string {
  const { language, step, isWaiver } = facts;
  const news = isWaiver
    ? { en: 'waiver not granted', zh: '未同意免除' }[language]
    : { en: 'returned', zh: '已退回' }[language];
  if (step.dueOn === null) return news;
  const day = dayToComeInShort(step.dueOn, facts);
  return language === 'zh' ? `${news}，${day}到期` : `${news}, due ${day}`;
}

function english(facts: ReturnedFacts): string {
  const { step, backTo, isWaiver } = facts;
  const title = `“${step.title.en}”`;
  if (backTo) return `${title} was sent back to “${backTo.en}”, which is open again and needs another round first.`;
  const until = step.dueOn === null ? '' : ` by ${dayToCome(step.dueOn, facts)}`;
  if (isWaiver) return `The waiver of ${title} was not granted, with a comment. Please hand the step in${until}.`;
  return `${title} was returned with a comment. Please hand it in again${until}.`;
}

function chinese(facts: ReturnedFacts): string {
  const { step, backTo, isWaiver } = facts;
  const title = `“${step.title.zh}”`;
  if (backTo) return `${title}已退回到“${backTo.zh}”，该步骤已重新启动，需先行修改。`;
  const until = step.dueOn === null ? '' : `最迟于${dayToCome(step.dueOn, facts)}`;
  if (isWaiver) return `关于${title}的免除申请未获同意，意见附后，请您${until}提交。`;
  return `${title}已附意见退回，请您修改后${until}再次提交。`;
}
