import type { Day } from '@citypath/calendar';
import type { Text } from '@citypath/contracts';
import { assertNever } from '../../assert-never';
import type { Names } from '../names';
import { sentence, type TellDay } from '../words';
import { actorText } from './actor';
import { factsOf, type FactOf } from './facts-of';

export const isDateFact = factsOf(
  'due-moved',
  'date-agreed',
  'event-scheduled',
  'event-called-off',
  'event-guests-changed',
);

const CAUSES: Record<FactOf<'due-moved'>['cause'], Text> = {
  anchor: { en: 'the day it is counted from became known or moved', zh: '起算日期已确定或有变动' },
  hold: { en: 'the journey was on hold', zh: '历程曾暂停' },
  calendar: { en: 'the working days are counted by another calendar', zh: '改用新的工作日历' },
  definition: { en: 'the programme has a new version', zh: '项目定义已更新' },
};

type DateFact = FactOf<'due-moved' | 'date-agreed' | 'event-scheduled' | 'event-called-off' | 'event-guests-changed'>;

export function dateSentence(fact: DateFact, names: Names, tellDay: TellDay): Text {
  const step = names.stepTitle(fact.step);
  const actor = actorText(fact, names);
  switch (fact.kind) {
    case 'due-moved': {
      const [now, before, cause] = [
        duePhrase(fact.dueOn, tellDay),
        insteadOf(fact.previousOn, tellDay),
        CAUSES[fact.cause],
      ];
      return fact.clock === 'accepting'
        ? sentence(
            `${step.en} is now to be accepted by ${now.en}${before.en}: ${cause.en}.`,
            `“${step.zh}”的审核期限改为${now.zh}${before.zh}：${cause.zh}。`,
          )
        : sentence(
            `${step.en} is now due ${onDay(fact.dueOn, now.en)}${before.en}: ${cause.en}.`,
            `“${step.zh}”的期限改为${now.zh}${before.zh}：${cause.zh}。`,
          );
    }
    case 'date-agreed': {
      const [now, before] = [tellDay(fact.dueOn), insteadOf(fact.previousOn, tellDay)];
      return fact.planned
        ? sentence(
            `${actor.en} planned ${now.en} for ${step.en}${before.en}: a date of CityPath, not agreed with the city.`,
            `${actor.zh}将“${step.zh}”的期限拟定为${now.zh}${before.zh}（由 CityPath 拟定，未与该市商定）。`,
          )
        : sentence(
            `${actor.en} agreed ${now.en} for ${step.en}${before.en}.`,
            `${actor.zh}将“${step.zh}”的期限商定为${now.zh}${before.zh}。`,
          );
    }
    case 'event-scheduled':
      return scheduled(fact, step, actor, tellDay);
    case 'event-called-off': {
      const day = tellDay(fact.previousOn);
      return sentence(
        `With that the meeting of ${step.en} on ${day.en} is off; whoever was invited is told.`,
        `“${step.zh}”原定于${day.zh}的会议随之取消，并告知受邀者。`,
      );
    }
    case 'event-guests-changed': {
      const day = tellDay(fact.on);
      return sentence(
        `With the seats, those invited to ${step.en} on ${day.en} have changed.`,
        `因职务变动，${day.zh}“${step.zh}”的受邀者有调整。`,
      );
    }
    default:
      return assertNever(fact);
  }
}

function scheduled(fact: FactOf<'event-scheduled'>, step: Text, actor: Text, tellDay: TellDay): Text {
  const before = insteadOf(fact.previousOn, tellDay);
  if (fact.on === null) {
    return sentence(
      `${actor.en} took back the day of ${step.en}: it is to be confirmed.`,
      `${actor.zh}撤回了“${step.zh}”的日期，待定。`,
    );
  }
  const on = tellDay(fact.on);
  const time = fact.time === undefined ? { en: '', zh: '' } : { en: ` at ${fact.time}`, zh: ` ${fact.time}` };
  return sentence(
    `${actor.en} set ${step.en} for ${on.en}${time.en}${before.en}.`,
    `${actor.zh}将“${step.zh}”定于${on.zh}${time.zh}${before.zh}举行。`,
  );
}

function duePhrase(day: Day | null, tellDay: TellDay): Text {
  return day === null ? { en: 'on a day to be confirmed', zh: '待定' } : tellDay(day);
}

function onDay(day: Day | null, phrase: string): string {
  return day === null ? phrase : `on ${phrase}`;
}

function insteadOf(day: Day | null, tellDay: TellDay): Text {
  if (day === null) return { en: '', zh: '' };
  const before = tellDay(day);
  return { en: ` instead of ${before.en}`, zh: `（原为${before.zh}）` };
}
