import type { CalendarData, Day } from '@citypath/calendar';
import type { ComingLetter, Text } from '@citypath/contracts';
import type { NextLetter } from '@citypath/journey';
import type { Names } from './names';
import { assertNever } from '../assert-never';
import { dayToComeText, sentence } from './words';

/** A letter of the forecast, with a sentence that says when, to whom and about what. */
export function comingLetter(letter: NextLetter, names: Names, calendar: CalendarData, today: Day): ComingLetter {
  const { dueAt, on, kind, step } = letter;
  const said = whatHappens(letter, names);
  const day = dayToComeText(on, { calendar, today });
  return {
    at: dueAt,
    on,
    kind,
    step,
    to: names.party(letter),
    sentence: sentence(`${day.en}: ${said.en}.`, `${day.zh}：${said.zh}。`),
  };
}

/** "the Programme manager is told that Workshop report is late" */
export function whatHappens(letter: NextLetter, names: Names): Text {
  const to = names.partyText(letter);
  const step = letter.step === null ? { en: 'the programme', zh: '项目' } : names.stepTitle(letter.step);
  switch (letter.kind) {
    case 'reminder':
      return { en: `${to.en} is reminded of ${step.en}`, zh: `提醒${to.zh}办理“${step.zh}”` };
    case 'overdue':
      return { en: `${to.en} is told that ${step.en} is late`, zh: `告知${to.zh}“${step.zh}”已逾期` };
    case 'escalation':
      return { en: `${to.en} is told that ${step.en} waits`, zh: `将“${step.zh}”的延误告知${to.zh}` };
    case 'to-accept':
      return { en: `${to.en} is reminded to accept ${step.en}`, zh: `提醒${to.zh}审核“${step.zh}”` };
    case 'step-opened':
      return { en: `${step.en} opens for ${to.en}`, zh: `“${step.zh}”开放，由${to.zh}负责` };
    case 'vacancy':
      return { en: `${to.en} is told of a vacant seat`, zh: `告知${to.zh}有职务空缺` };
    case 'welcome':
      return { en: `${to.en} is welcomed`, zh: `向${to.zh}发送欢迎信` };
    case 'accepted':
      return { en: `${to.en} is told that ${step.en} was accepted`, zh: `告知${to.zh}“${step.zh}”已通过` };
    case 'returned':
      return { en: `${to.en} gets ${step.en} back`, zh: `“${step.zh}”退回${to.zh}` };
    case 'question':
      return { en: `${to.en} is asked about ${step.en}`, zh: `就“${step.zh}”向${to.zh}提问` };
    case 'to-release':
      return {
        en: `${to.en} is asked to release a letter about ${step.en}`,
        zh: `请${to.zh}放行关于“${step.zh}”的信件`,
      };
    case 'rung-passed-over':
      return {
        en: `${to.en} is told who could not be reached about ${step.en}`,
        zh: `告知${to.zh}“${step.zh}”有一级未能送达`,
      };
    case 'contact-lost':
      return { en: `${to.en} is asked to mend an address`, zh: `请${to.zh}更正联系方式` };
    case 'seat-taken-over':
      return { en: `${to.en} gets the papers of the seat`, zh: `向${to.zh}移交职务资料` };
    case 'dates-moved':
      return { en: `${to.en} is told which dates have moved`, zh: `告知${to.zh}期限变动` };
    case 'thanks':
      return { en: `${to.en} is thanked`, zh: `向${to.zh}致谢` };
    case 'invitation':
      return { en: `${to.en} is invited to ${step.en}`, zh: `邀请${to.zh}出席“${step.zh}”` };
    case 'invitation-cancelled':
      return { en: `${to.en} is told that ${step.en} is cancelled`, zh: `告知${to.zh}“${step.zh}”已取消` };
    default:
      return assertNever(letter.kind);
  }
}
