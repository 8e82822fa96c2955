import type { Text } from '@citypath/contracts';
import { parseStepRef, type MovedStep } from '@citypath/journey';
import { assertNever } from '../../assert-never';
import type { Names } from '../names';
import { sentence, workingDaysText, type TellDay } from '../words';
import { actorText } from './actor';
import { factsOf, type FactOf } from './facts-of';

export const isJourneyFact = factsOf(
  'joined',
  'held',
  'resumed',
  'withdrawn',
  'finished',
  'readmitted',
  'calendar-adopted',
  'definition-adopted',
  'act-undone',
);

export function journeySentence(
  fact: FactOf<
    | 'joined'
    | 'held'
    | 'resumed'
    | 'withdrawn'
    | 'finished'
    | 'readmitted'
    | 'calendar-adopted'
    | 'definition-adopted'
    | 'act-undone'
  >,
  names: Names,
  city: Text,
  tellDay: TellDay,
): Text {
  const actor = actorText(fact, names);
  switch (fact.kind) {
    case 'joined':
      return joined(fact, names.programme, city, tellDay);
    case 'held': {
      const until = tellDay(fact.untilOn);
      return sentence(`${actor.en} put the journey on hold until ${until.en}.`, `${actor.zh}将历程暂停至${until.zh}。`);
    }
    case 'resumed': {
      const held = workingDaysText(fact.heldWorkingDays);
      return fact.by === null
        ? sentence(`The hold ended by itself after ${held.en}.`, `暂停期满，历程自动恢复（共暂停${held.zh}）。`)
        : sentence(
            `${actor.en} resumed the journey after a hold of ${held.en}.`,
            `${actor.zh}恢复了历程（共暂停${held.zh}）。`,
          );
    }
    case 'withdrawn':
      return sentence(`${city.en} withdrew from ${names.programme.en}.`, `${city.zh}退出${names.programme.zh}。`);
    case 'finished':
      return sentence(
        `${city.en} completed ${names.programme.en}.`,
        `${city.zh}完成了${names.programme.zh}的全部历程。`,
      );
    case 'readmitted': {
      const away = workingDaysText(fact.heldWorkingDays);
      const after =
        fact.heldWorkingDays === 0 ? { en: '', zh: '' } : { en: ` after ${away.en}`, zh: `（相隔${away.zh}）` };
      return sentence(
        `${actor.en} took ${city.en} into ${names.programme.en} again${after.en}.`,
        `${actor.zh}将${city.zh}重新纳入${names.programme.zh}${after.zh}。`,
      );
    }
    case 'calendar-adopted':
      return sentence(
        `${actor.en} took a new calendar of working days for this city.`,
        `${actor.zh}为该市采用了新的工作日历。`,
      );
    case 'definition-adopted': {
      const steps = stepsMoved(fact.steps ?? [], names);
      return sentence(
        `${actor.en} took the new version of the programme for this city${steps.en}.`,
        `${actor.zh}为该市采用了新版项目定义${steps.zh}。`,
      );
    }
    case 'act-undone':
      return sentence(`${actor.en} undid an earlier act.`, `${actor.zh}撤销了此前的一项操作。`);
    default:
      return assertNever(fact);
  }
}

/** ': “Workshop report” is “Report of the workshop” now; “Leadership group” was let go'. Each step once, whatever occurrences it has. */
function stepsMoved(moved: readonly MovedStep[], names: Names): Text {
  const byTitle = new Map(moved.map((step) => [step.title.en, step]));
  const told = [...byTitle.values()].map(({ to, title }): Text => {
    if (to === null) return { en: `“${title.en}” was let go`, zh: `“${title.zh}”已取消` };
    const now = names.stepTitle(parseStepRef(to).step);
    return { en: `“${title.en}” is “${now.en}” now`, zh: `“${title.zh}”改为“${now.zh}”` };
  });
  if (told.length === 0) return { en: '', zh: '' };
  return { en: `: ${told.map(({ en }) => en).join('; ')}`, zh: `：${told.map(({ zh }) => zh).join('；')}` };
}

function joined(fact: FactOf<'joined'>, programme: Text, city: Text, tellDay: TellDay): Text {
  const on = fact.happenedOn === null ? null : tellDay(fact.happenedOn);
  if (!fact.takeover) {
    return on === null
      ? sentence(
          `${city.en} joined ${programme.en}; the day is not known.`,
          `${city.zh}已加入${programme.zh}，日期不详。`,
        )
      : sentence(`${city.en} joined ${programme.en} on ${on.en}.`, `${city.zh}于${on.zh}加入${programme.zh}。`);
  }
  const since =
    on === null
      ? { en: 'the day it joined is not known', zh: '加入日期不详' }
      : { en: `it joined on ${on.en}`, zh: `加入日期：${on.zh}` };
  return sentence(
    `${city.en} was taken over on its way through ${programme.en}; ${since.en}.`,
    `${city.zh}在${programme.zh}的历程中转入 CityPath（${since.zh}）。`,
  );
}
