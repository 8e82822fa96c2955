import type { Day } from '@citypath/calendar';
import { dateInWords } from '@citypath/calendar';
import { calendarNote, compose, quoted, reckoningOf } from '../wording/compose';
import { dayToCome, dayToComeInShort, distanceInWords } from '../wording/days';
import { nameOf } from '../wording/names';
import { whatFollows } from '../wording/next-by-itself';
import { headOf } from '../wording/subject';
import type { PersonName, StepLetterFacts } from './letter-facts';
import type { LetterText } from './letter-text';

export interface ToAcceptFacts extends StepLetterFacts {
  /** `step.dueOn` is the day by which the reader should have decided. */
  submitted: { on: Day; by: PersonName | null; onBehalfOf: PersonName | null };
  /** Asked before. */
  again: boolean;
  /** Nothing was handed in: the city asks to be let off the step, for this reason (null: told before, or erased). */
  waiver: { reason: string | null } | null;
}

/** A step was handed in, to the seat that accepts; and the reminders of it. */
export function toAccept(facts: ToAcceptFacts): LetterText {
  const { language, step, today } = facts;
  const decideBy = step.dueOn ?? today;
  return compose(facts, {
    ...headOf(
      facts,
      language === 'zh'
        ? `请最迟于${dayToComeInShort(decideBy, facts)}${facts.waiver ? '决定是否免除' : '审核'}`
        : `${facts.waiver ? 'waiver to decide' : 'to accept'} by ${dayToComeInShort(decideBy, facts)}`,
    ),
    paragraphs: [
      ...(language === 'zh' ? chinese(facts, decideBy) : english(facts, decideBy)),
      ...reckoningOf(step, facts),
      ...quoted(facts.waiver?.reason ?? null),
    ],
    button: { label: language === 'zh' ? '查看并审核' : 'Look at it and decide', url: step.url },
    notes: calendarNote(facts),
    afterwards: whatFollows(facts),
  });
}

function english(facts: ToAcceptFacts, decideBy: Day): string[] {
  const { city, step, submitted, again, waiver } = facts;
  const by = submitted.by === null ? city.en : nameOf(submitted.by, 'en');
  const onBehalf = submitted.onBehalfOf === null ? '' : ` for ${nameOf(submitted.onBehalfOf, 'en')}`;
  const day = `${dayToCome(decideBy, facts)}, ${distanceInWords(step.workingDaysLeft, 'en')}`;
  if (waiver) {
    const asked = `${by} asked${onBehalf} on ${dateInWords(submitted.on, 'en')} for a waiver of “${step.title.en}”.`;
    return [`${asked} Please grant it, or return it with a comment, by ${day}.`];
  }
  const handedIn = `${by} handed in “${step.title.en}”${onBehalf} on ${dateInWords(submitted.on, 'en')}.`;
  return again
    ? [
        `${handedIn} It still waits for you; the day for it ${step.workingDaysLeft < 0 ? 'was' : 'is'} ${day}. Please accept it, or return it with a comment.`,
      ]
    : [`${handedIn} Please accept it, or return it with a comment, by ${day}.`];
}

function chinese(facts: ToAcceptFacts, decideBy: Day): string[] {
  const { city, step, submitted, again, waiver } = facts;
  const by = submitted.by === null ? city.zh : nameOf(submitted.by, 'zh');
  const onBehalf = submitted.onBehalfOf === null ? '' : `代${nameOf(submitted.onBehalfOf, 'zh')}`;
  const handedIn = `${by}已于${dateInWords(submitted.on, 'zh')}${onBehalf}提交“${step.title.zh}”`;
  const day = `${dayToCome(decideBy, facts)}，${distanceInWords(step.workingDaysLeft, 'zh')}`;
  if (waiver) {
    const asked = `${by}已于${dateInWords(submitted.on, 'zh')}${onBehalf}申请免除“${step.title.zh}”`;
    return [`${asked}。请予以同意，或附上意见退回。审核期限是${day}。`];
  }
  return again
    ? [`${handedIn}，目前仍在等待您审核。请予以通过，或附上意见退回。审核期限是${day}。`]
    : [`${handedIn}。请予以通过，或附上意见退回。审核期限是${day}。`];
}
