import type { PassedOver } from '@citypath/journey';
import { capital } from '../wording/capital';
import { compose } from '../wording/compose';
import { dayToCome } from '../wording/days';
import { seatInWords } from '../wording/names';
import { isRung, whatFollows } from '../wording/next-by-itself';
import { headOf } from '../wording/subject';
import type { SeatNow, StepLetterFacts } from './letter-facts';
import type { LetterText } from './letter-text';

export interface RungPassedOverFacts extends StepLetterFacts {
  /** Who was to be told. */
  passed: SeatNow;
  why: PassedOver;
  /** Nobody else follows. */
  last: boolean;
}

const ENGLISH: Record<PassedOver, { why: string; wanted: string[] }> = {
  vacant: { why: 'nobody holds that seat', wanted: ['Please see that the seat is filled.'] },
  empty: { why: 'there is nobody to write to in that seat', wanted: ['Please name somebody who can be reached.'] },
  absent: { why: 'they are away', wanted: [] },
  bounced: { why: 'letters to that address come back', wanted: ['Please correct the address.'] },
};
const CHINESE: Record<PassedOver, { why: string; wanted: string }> = {
  vacant: { why: '目前无人任职', wanted: '请尽快补任。' },
  empty: { why: '目前没有可联系的人员', wanted: '请登记可联系的人员。' },
  absent: { why: '对方正在休假', wanted: '' },
  bounced: { why: '发往该地址的信件被退回', wanted: '请更正联系方式。' },
};

/** Somebody who was to be told of a delay could not be reached, and the next one is told at once. */
export function rungPassedOver(facts: RungPassedOverFacts): LetterText {
  const { language, step, today } = facts;
  const later = facts.next.filter((one) => one.on > today && (one.toReader || isRung(one)));
  return compose(facts, {
    ...headOf(facts, language === 'zh' ? '有一级未能告知' : 'somebody could not be told'),
    paragraphs: language === 'zh' ? chinese(facts) : english(facts),
    button: { label: language === 'zh' ? '查看该步骤' : 'Look at the step', url: step.url },
    // The next one is told with the same post, as the letter says; there may be nothing after that.
    afterwards: later.length === 0 ? [] : whatFollows({ ...facts, next: later }),
  });
}

function english(facts: RungPassedOverFacts): string[] {
  const { city, step, today, passed, why, last } = facts;
  const due = dayToCome(step.dueOn ?? today, facts);
  const next = last
    ? 'Nobody else is told by itself: please speak to the city.'
    : 'The next one is told at once instead.';
  return [
    `${city.en}: “${step.title.en}” was due on ${due}. ${capital(seatInWords(passed, 'en'))} was to be told, but ${ENGLISH[why].why}.`,
    [next, ...ENGLISH[why].wanted].join(' '),
  ];
}

function chinese(facts: RungPassedOverFacts): string[] {
  const { city, step, today, passed, why, last } = facts;
  const due = dayToCome(step.dueOn ?? today, facts);
  const next = last ? '系统不会再自动告知其他人，请与该市沟通。' : '现已直接告知下一级。';
  return [
    `${city.zh}的“${step.title.zh}”期限为${due}。原应告知${seatInWords(passed, 'zh')}，但${CHINESE[why].why}。`,
    `${next}${CHINESE[why].wanted}`,
  ];
}
