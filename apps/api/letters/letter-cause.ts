import type { Day } from '@citypath/calendar';
import type { Text } from '@citypath/contracts';
import { stepDefinition, type LetterDue, type LetterKind, type ProgrammeDefinition } from '@citypath/journey';
import { dayText, workingDaysText } from '../journeys/words';

/** What a letter that follows an act follows. */
const ACTS: Record<LetterKind, Text> = {
  welcome: { en: 'the city joins the programme', zh: '城市加入项目' },
  'step-opened': { en: 'the step opens', zh: '步骤开放' },
  reminder: { en: 'the step waits', zh: '步骤待办' },
  overdue: { en: 'the step is late', zh: '步骤已逾期' },
  escalation: { en: 'the step still waits', zh: '步骤仍未办理' },
  'to-accept': { en: 'the step was handed in', zh: '步骤已提交' },
  accepted: { en: 'the step was accepted', zh: '步骤已通过' },
  returned: { en: 'the step was sent back', zh: '步骤被退回' },
  vacancy: { en: 'an open step is missing somebody in the seat', zh: '开放步骤缺少任职人员' },
  'seat-taken-over': { en: 'somebody takes over the seat', zh: '职务由新人接任' },
  thanks: { en: 'somebody leaves the seat', zh: '任职人员离任' },
  question: { en: 'somebody asked', zh: '有人提问' },
  'to-release': { en: 'a letter to leadership waits to be released', zh: '致领导的信函等待放行' },
  'rung-passed-over': { en: 'a letter up the ladder reached nobody', zh: '上报的信函无人收到' },
  'contact-lost': { en: 'mail to somebody comes back', zh: '发往某人的邮件被退回' },
  invitation: { en: 'the meeting was given its day', zh: '会议日期已定' },
  'invitation-cancelled': { en: 'the meeting is off', zh: '会议取消' },
  'dates-moved': { en: 'dates moved with the calendar', zh: '日历调整致期限变动' },
};

/**
 * Why a letter falls due on its day: "3 working days before the due day, Mon 26 Oct 2026", or the act that it follows.
 * It reads the threshold that libs/journey wrote: 'due-3@2026-10-26', 'accept+3@…', 'seq:17'.
 */
export function causeOf(letter: Pick<LetterDue, 'kind' | 'step' | 'threshold'>, definition: ProgrammeDefinition): Text {
  const counted = /^(due|accept)([+-]?\d+)[^@]*@(\d{4}-\d{2}-\d{2})$/.exec(letter.threshold);
  if (!counted) return ACTS[letter.kind];
  const [, clock, days = '0', on = ''] = counted;
  const count = Number(days);
  const day = dayText(on as Day);
  if (clock === 'accept') return afterHandingIn(count, day);
  if (count === 0) return { en: `on the due day, ${day.en}`, zh: `期限当日，${day.zh}` };
  if (count > 0) return late(letter.kind, count, day);
  const before = daysText(-count, unitBefore(letter, definition));
  return { en: `${before.en} before the due day, ${day.en}`, zh: `期限${day.zh}之前${before.zh}` };
}

function late(kind: LetterKind, count: number, day: Text): Text {
  const days = workingDaysText(count);
  // A rung counts from the one before it that arrived, or from the due day: the number belongs to either.
  if (kind === 'escalation') {
    return { en: `not handed in by the due day, ${day.en}`, zh: `期限${day.zh}已过，仍未提交` };
  }
  return { en: `${days.en} after the due day, ${day.en}`, zh: `期限${day.zh}之后${days.zh}` };
}

function afterHandingIn(count: number, day: Text): Text {
  const days = workingDaysText(count);
  return {
    en: `handed in ${days.en} before, to be accepted by ${day.en}`,
    zh: `已提交${days.zh}，审核期限为${day.zh}`,
  };
}

function unitBefore(
  { step }: Pick<LetterDue, 'step'>,
  definition: ProgrammeDefinition,
): 'working-days' | 'calendar-days' {
  const own = step === null ? null : stepDefinition(definition, step);
  return (own?.cadence ?? definition.cadence).before.unit;
}

function daysText(count: number, unit: 'working-days' | 'calendar-days'): Text {
  return unit === 'working-days'
    ? workingDaysText(count)
    : { en: `${count} ${count === 1 ? 'day' : 'days'}`, zh: `${count}天` };
}
