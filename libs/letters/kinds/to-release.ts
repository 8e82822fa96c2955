import { compose } from '../wording/compose';
import { dayToCome } from '../wording/days';
import { seatInWords } from '../wording/names';
import { headOf } from '../wording/subject';
import { whatFollows } from '../wording/next-by-itself';
import type { SeatNow, StepLetterFacts } from './letter-facts';
import type { LetterText } from './letter-text';

export interface ToReleaseFacts extends StepLetterFacts {
  /** Where the letter would go. */
  reaches: SeatNow;
  /** Who has the step. */
  waitsFor: SeatNow;
  /** Why it is asked of somebody else than the manager: who has not decided, or whom letters do not reach; null: it is not. */
  left: 'undecided' | 'not-reached' | null;
}

/** A letter to a city's leadership is prepared and waits for a person to release, edit or decline it. */
export function toRelease(facts: ToReleaseFacts): LetterText {
  const { language, step } = facts;
  return compose(facts, {
    ...headOf(facts, language === 'zh' ? '有信待放行' : 'a letter to release'),
    paragraphs: language === 'zh' ? chinese(facts) : english(facts),
    button: { label: language === 'zh' ? '查看并决定' : 'Read it and decide', url: `${step.url}?act=release-rung` },
    afterwards: facts.left === null ? whatFollows(facts) : [],
  });
}

function english(facts: ToReleaseFacts): string[] {
  const { city, step, today, reaches, waitsFor, left, manager } = facts;
  const late = `“${step.title.en}” was due on ${dayToCome(step.dueOn ?? today, facts)} and is with ${seatInWords(waitsFor, 'en')}`;
  const asked = {
    undecided: `For two working days ${seatInWords(manager, 'en')} has neither released nor declined it.`,
    'not-reached': `Letters do not reach ${seatInWords(manager, 'en')}, so it is for you to decide.`,
    none: 'Nothing goes there before somebody has read it.',
  }[left ?? 'none'];
  return [
    `${city.en}: ${late}. A letter to ${seatInWords(reaches, 'en')} is prepared. ${asked}`,
    'Please let it go as it is or in your own words, or decline it with a reason.',
  ];
}

function chinese(facts: ToReleaseFacts): string[] {
  const { city, step, today, reaches, waitsFor, left, manager } = facts;
  const late = `“${step.title.zh}”期限为${dayToCome(step.dueOn ?? today, facts)}，目前由${seatInWords(waitsFor, 'zh')}负责`;
  const asked = {
    undecided: `两个工作日内，${seatInWords(manager, 'zh')}尚未作出决定。`,
    'not-reached': `由于信件无法送达${seatInWords(manager, 'zh')}，请您决定是否放行。`,
    none: '未经审阅，此信不会发出。',
  }[left ?? 'none'];
  return [
    `${city.zh}的${late}。系统已拟好致${seatInWords(reaches, 'zh')}的信件。${asked}`,
    '请按原文或修改后放行，或说明理由不予发出。',
  ];
}
