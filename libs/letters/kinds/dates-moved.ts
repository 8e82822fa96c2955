import { dateInWords, type Day, type Text } from '@citypath/calendar';
import { compose, quoted } from '../wording/compose';
import { dayToCome, dayToComeInShort } from '../wording/days';
import { subjectOf } from '../wording/subject';
import type { LetterFacts } from './letter-facts';
import type { LetterText } from './letter-text';

/** A step whose day a newer calendar has moved. */
export interface MovedStep {
  title: Text;
  /** The day by which it is to be accepted, not handed in. */
  accepting: boolean;
  dueOn: Day | null;
  previousOn: Day | null;
  /** How the new day was counted, where more than an ordinary week played a part. */
  reckoning: Text | null;
}

export interface DatesMovedFacts extends LetterFacts {
  /** What still waits for the reader on its new day; what was settled since, or moved once more, is left out. */
  moved: MovedStep[];
  /** Why the calendar was changed, in somebody's words. */
  reason: string | null;
}

/** The working days are counted by a newer calendar: to each person whose dates moved, all of a city's dates in one letter. */
export function datesMoved(facts: DatesMovedFacts): LetterText {
  const { language, moved, reason, city } = facts;
  const zh = language === 'zh';
  return compose(facts, {
    subject: subject(facts),
    paragraphs: [
      zh
        ? `${city.zh}的工作日历已更新，下列期限随之变动：`
        : `The working days of ${city.en} are counted by a newer calendar, and with it these dates have moved:`,
      { list: moved.map((step) => lineOf(step, facts)) },
      ...quoted(reason),
    ],
    button: { label: zh ? `查看${city.zh}的进展` : `See where ${city.en} stands`, url: facts.journeyUrl },
    afterwards: [
      zh ? '您无需办理任何手续，后续提醒将按新的日期发出。' : 'You need do nothing: reminders follow the new dates.',
    ],
  });
}

function subject(facts: DatesMovedFacts): string {
  const { language, moved } = facts;
  const [first] = moved;
  if (moved.length === 1 && first?.dueOn) {
    const day = dayToComeInShort(first.dueOn, facts);
    return subjectOf(facts, first.title, language === 'zh' ? `期限改为${day}` : `now due ${day}`);
  }
  const matter = { en: 'New calendar of working days', zh: '新的工作日历' };
  return subjectOf(facts, matter, language === 'zh' ? `${moved.length}个期限有变动` : `${moved.length} dates moved`);
}

function lineOf({ title, accepting, dueOn, previousOn, reckoning }: MovedStep, facts: DatesMovedFacts): string {
  const { language } = facts;
  const now = dueOn === null ? null : dayToCome(dueOn, facts);
  const before = previousOn === null ? null : dateInWords(previousOn, language);
  if (language === 'zh') {
    const clock = accepting ? '审核期限' : '期限';
    const how = reckoning ? `——${reckoning.zh}` : '';
    return `“${title.zh}”：${clock}${before ? `由${before}` : ''}改为${now ?? '待定'}${how}`;
  }
  const clock = accepting ? 'now to be accepted by' : 'now due';
  const how = reckoning ? ` (${reckoning.en})` : '';
  return `“${title.en}”: ${clock} ${now ?? 'on a day to be confirmed'}${before ? ` instead of ${before}` : ''}${how}`;
}
