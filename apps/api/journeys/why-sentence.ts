import type { Day } from '@citypath/calendar';
import type { City, Text } from '@citypath/contracts';
import type { NextLetter, Why } from '@citypath/journey';
import { assertNever } from '../assert-never';
import { whatHappens } from './coming-letter';
import { cityText, type Names } from './names';
import { dayText, dayToComeText, sentence, workingDaysText, type TellingDays } from './words';

const COLON: Text = { en: ': ', zh: '：' };
/** Where the city itself is what the sentence speaks of: 'Yiwu has withdrawn from …' */
const NONE: Text = { en: ' ', zh: '' };

type WaitsForStep = Extract<Why, { step: string }>;

/** What a journey waits for, in one sentence: where, what, who, since or until when, and what happens by itself. */
export function whySentence(why: Why, city: Pick<City, 'nameEn' | 'nameZh'>, names: Names, days: TellingDays): Text {
  const where = cityText(city);
  const said = stateOf(why, names, days);
  const next = 'next' in why && why.next ? thenWhat(why.next, names, days) : { en: '', zh: '' };
  const colon = why.kind === 'unborn' || why.kind === 'completed' || why.kind === 'withdrawn' ? NONE : COLON;
  return sentence(`${where.en}${colon.en}${said.en}${next.en}.`, `${where.zh}${colon.zh}${said.zh}${next.zh}。`);
}

function stateOf(why: Why, names: Names, days: TellingDays): Text {
  switch (why.kind) {
    case 'unborn':
      return { en: 'has not joined yet', zh: '尚未加入' };
    case 'completed':
      return { en: `has completed ${names.programme.en}`, zh: `已完成${names.programme.zh}` };
    case 'withdrawn':
      return { en: `has withdrawn from ${names.programme.en}`, zh: `已退出${names.programme.zh}` };
    case 'on-hold': {
      const [since, until] = [dayText(why.sinceOn, days.today), dayToComeText(why.untilOn, days)];
      return {
        en: `on hold since ${since.en}; it resumes by itself on ${until.en}`,
        zh: `自${since.zh}起暂停，至${until.zh}自动恢复`,
      };
    }
    case 'nothing-open':
      return { en: 'nothing is wanted now', zh: '目前没有待办事项' };
    case 'open':
    case 'overdue':
    case 'to-accept':
    case 'acceptance-overdue':
    case 'optional-past-its-day':
    case 'to-be-confirmed':
      return stepOf(why, names, days);
    default:
      return assertNever(why);
  }
}

function stepOf(why: WaitsForStep, names: Names, days: TellingDays): Text {
  const [step, who] = [names.stepTitle(why.step), whoHasIt(why, names)];
  switch (why.kind) {
    case 'open': {
      const [due, left] = [dayToComeText(why.dueOn, days), leftText(why.inWorkingDays, why.dueOn, days.today)];
      return {
        en: `${step.en} is due on ${due.en} (${left.en}); ${who.en} has it`,
        zh: `“${step.zh}”应于${due.zh}前完成（${left.zh}），由${who.zh}负责`,
      };
    }
    case 'overdue': {
      const [due, late] = [dayToComeText(why.dueOn, days), lateText(why.lateWorkingDays)];
      return {
        en: `${step.en} was due on ${due.en}${late.en}; ${who.en} has it`,
        zh: `“${step.zh}”应于${due.zh}前完成${late.zh}，由${who.zh}负责`,
      };
    }
    case 'to-accept': {
      const due = dayToComeText(why.dueOn, days);
      return {
        en: `${step.en} is handed in; ${who.en} is to accept it by ${due.en}`,
        zh: `“${step.zh}”已提交，待${who.zh}于${due.zh}前审核`,
      };
    }
    case 'acceptance-overdue': {
      const [due, late] = [dayToComeText(why.dueOn, days), lateText(why.lateWorkingDays)];
      return {
        en: `${step.en} is handed in; ${who.en} was to accept it by ${due.en}${late.en}`,
        zh: `“${step.zh}”已提交，${who.zh}本应于${due.zh}前审核${late.zh}`,
      };
    }
    case 'optional-past-its-day': {
      const due = dayToComeText(why.dueOn, days);
      return {
        en: `${step.en} was asked for by ${due.en} and is optional; ${who.en} has it`,
        zh: `“${step.zh}”为选做，原定${due.zh}前完成，由${who.zh}负责`,
      };
    }
    case 'to-be-confirmed':
      return {
        en: `${step.en} is open and has no day yet; ${who.en} has it`,
        zh: `“${step.zh}”已开放，日期待定，由${who.zh}负责`,
      };
    default:
      return assertNever(why);
  }
}

function whoHasIt(why: WaitsForStep, names: Names): Text {
  const who = names.partyText(why.who);
  if (why.forSeat === null) return who;
  const seat = names.seatTitle(why.forSeat);
  return { en: `${who.en}, while there is no ${seat.en},`, zh: `${who.zh}（${seat.zh}空缺期间）` };
}

/** Nothing on the days off that follow a due day: no working day is lost yet. */
export function lateText(workingDays: number): Text {
  if (workingDays === 0) return { en: '', zh: '' };
  const days = workingDaysText(workingDays);
  return { en: `, ${days.en} ago`, zh: `，已逾期${days.zh}` };
}

/** How near a due day is: "in 3 working days". */
export function leftText(workingDays: number, dueOn: Day, today: Day): Text {
  if (dueOn === today) return { en: 'today', zh: '今天' };
  if (workingDays === 0) return { en: 'no working day left', zh: '已无工作日' };
  const days = workingDaysText(workingDays);
  return { en: `in ${days.en}`, zh: `还有${days.zh}` };
}

/** What happens by itself after what was said: "; on Tue 1 Dec the Programme manager is told …". */
export function thenWhat(next: NextLetter, names: Names, days: TellingDays): Text {
  const [on, said] = [dayToComeText(next.on, days), whatHappens(next, names)];
  // What has passed already is told at once.
  return next.on <= days.today
    ? { en: `; today ${said.en}`, zh: `；今天${said.zh}` }
    : { en: `; on ${on.en} ${said.en}`, zh: `；${on.zh}${said.zh}` };
}
