import type { Day } from '@citypath/calendar';
import { actOn } from '../wording/acts';
import { compose, reckoningOf } from '../wording/compose';
import { dayToCome, dayToComeInShort, distanceInWords } from '../wording/days';
import { seatInWords } from '../wording/names';
import { whatFollows } from '../wording/next-by-itself';
import { headOf } from '../wording/subject';
import type { StepLetterFacts } from './letter-facts';
import type { LetterText } from './letter-text';

/** After the due day, to the one who has the step. */
export function overdue(facts: StepLetterFacts): LetterText {
  const { language, step, today } = facts;
  const dueOn = step.dueOn ?? today;
  return compose(facts, {
    ...headOf(
      facts,
      language === 'zh' ? `${dayToComeInShort(dueOn, facts)}已到期` : `was due ${dayToComeInShort(dueOn, facts)}`,
    ),
    paragraphs: [language === 'zh' ? chinese(facts, dueOn) : english(facts, dueOn), ...reckoningOf(step, facts)],
    button: { label: actOn(step.kind, language), url: step.url },
    afterwards: whatFollows(facts),
  });
}

function english(facts: StepLetterFacts, dueOn: Day): string {
  const { step, seat, manager } = facts;
  const due = `“${step.title.en}” was due on ${dayToCome(dueOn, facts)}, ${distanceInWords(step.workingDaysLeft, 'en')}`;
  const withWhom = seat.of === 'programme' ? '' : ` with ${seatInWords(manager, 'en')}`;
  return `${due}. It is still open: please hand it in, or agree a new date${withWhom}.`;
}

function chinese(facts: StepLetterFacts, dueOn: Day): string {
  const { step, seat, manager } = facts;
  const due = `“${step.title.zh}”的期限是${dayToCome(dueOn, facts)}，${distanceInWords(step.workingDaysLeft, 'zh')}`;
  const withWhom = seat.of === 'programme' ? '' : `与${seatInWords(manager, 'zh')}`;
  return `${due}，目前尚未完成。请尽快提交，或${withWhom}商定新的日期。`;
}
