import { dateInWords } from '@citypath/calendar';
import type { PassedOver } from '@citypath/journey';
import { compose } from '../wording/compose';
import { seatInWords } from '../wording/names';
import { whatFollows } from '../wording/next-by-itself';
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

const ENGLISH: Record<PassedOver, string> = {
  vacant: 'nobody holds that seat',
  empty: 'there is nobody to write to in that seat',
  absent: 'they are away',
  bounced: 'letters to that address come back',
};
const CHINESE: Record<PassedOver, string> = {
  vacant: '该职务目前空缺',
  empty: '该职务目前没有可联系的人员',
  absent: '对方正在休假',
  bounced: '发往该地址的信件被退回',
};

/** Somebody who was to be told of a delay could not be reached, and the next one is told at once. */
export function rungPassedOver(facts: RungPassedOverFacts): LetterText {
  const { language, step } = facts;
  return compose(facts, {
    ...headOf(facts, language === 'zh' ? '有一级未能告知' : 'somebody could not be told'),
    paragraphs: language === 'zh' ? chinese(facts) : english(facts),
    button: { label: language === 'zh' ? '查看该步骤' : 'Look at the step', url: step.url },
    afterwards: facts.last ? [] : whatFollows(facts),
  });
}

function english({ city, step, today, passed, why, last }: RungPassedOverFacts): string[] {
  const due = dateInWords(step.dueOn ?? today, 'en');
  return [
    `${city.en}: “${step.title.en}” was due on ${due}. ${capital(seatInWords(passed, 'en'))} was to be told, but ${ENGLISH[why]}.`,
    last
      ? 'Nobody else is told by itself. Please fill the seat or mend the address, and speak to the city.'
      : 'The next one is told at once instead. Please fill the seat or mend the address.',
  ];
}

function chinese({ city, step, today, passed, why, last }: RungPassedOverFacts): string[] {
  const due = dateInWords(step.dueOn ?? today, 'zh');
  return [
    `${city.zh}的“${step.title.zh}”期限为${due}。原应告知${seatInWords(passed, 'zh')}，但${CHINESE[why]}。`,
    last
      ? '系统不会再自动告知其他人。请补任该职务或更正联系方式，并与该市沟通。'
      : '现已直接告知下一级。请补任该职务或更正联系方式。',
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
