import type { Day } from '@citypath/calendar';
import type { StuckOption, Text } from '@citypath/contracts';
import { managerOf, type Stuck, type StuckStep, type WhyOfStep } from '@citypath/journey';
import { assertNever } from '../assert-never';
import type { KnownJourney } from '../journeys/journey-reader';
import { cityText, type Names } from '../journeys/names';
import { leftText, thenWhat } from '../journeys/why-sentence';
import { dayText, dayToComeText, listText, sentence, workingDaysText, type TellingDays } from '../journeys/words';
import type { StuckJourney } from './stuck-journey';

/** What the sentence is made of beside the journey. */
export interface StuckWords {
  names: Names;
  today: Day;
  /** What a hold waits for, in the words of whoever put the journey on hold; null where they were erased. */
  awaiting: string | null;
  options: readonly StuckOption[];
}

/** Whom a journey waits for, to do what, since when, what happens next by itself, and what one can do: one sentence. */
export function stuckSentence({ journey, found }: StuckJourney, words: StuckWords): Text {
  const waits = waitsFor(journey, found, words);
  const days = { calendar: journey.context.calendar, today: words.today };
  const next = nextOf(found, words.names, days);
  const can = canDo(words.options);
  return sentence(`${waits.en}${next.en}${can.en}.`, `${waits.zh}${next.zh}${can.zh}。`);
}

function waitsFor(journey: KnownJourney, found: Stuck, { names, today, awaiting }: StuckWords): Text {
  const city = cityText(journey.row.city);
  switch (found.cause) {
    case 'on-hold': {
      const since = dayText(found.sinceOn, today);
      return {
        en: `${city.en} is on hold since ${since.en}${awaiting === null ? '' : `, waiting for “${awaiting}”`}`,
        zh: `${city.zh}自${since.zh}起暂停${awaiting === null ? '' : `，等待“${awaiting}”`}`,
      };
    }
    case 'never-met': {
      const missing = listText(found.missing.map((key) => names.stepTitle(key)));
      const step = names.stepTitle(found.step);
      return {
        en: `${city.en} waits for what never comes: ${step.en} opens only after ${missing.en}, which will not open`,
        zh: `${city.zh}等待的条件无法满足：“${step.zh}”须在“${missing.zh}”之后开放，而后者不会再开放`,
      };
    }
    case 'nothing-open':
      return { en: `${city.en} has nothing to do now`, zh: `${city.zh}目前没有待办事项` };
    default:
      return waitsForStep(journey, found, names, today);
  }
}

function waitsForStep(journey: KnownJourney, { cause, vacant, why }: StuckStep, names: Names, today: Day): Text {
  const city = cityText(journey.row.city);
  const [step, who, since, due] = [
    names.stepTitle(why.step),
    names.partyText(why.who),
    sinceText(why, today),
    dueText(why, { calendar: journey.context.calendar, today }),
  ];
  switch (cause) {
    case 'contact-lost': {
      const lost = why.ladder?.kind === 'contact-lost' ? dayText(why.ladder.sinceOn, today) : since;
      return {
        en: `${city.en} waits for the address of ${who.en} to be mended: since ${lost.en} letters do not reach ${who.en}, who has ${step.en}${due.en}`,
        zh: `${city.zh}等待更正${who.zh}的联系方式：自${lost.zh}起信件无法送达${who.zh}，其负责的“${step.zh}”${due.zh.slice(1)}`,
      };
    }
    case 'to-release': {
      const manager = names.partyText(managerOf(journey.context, journey.state));
      const ladder = why.ladder?.kind === 'to-release' ? why.ladder : null;
      const to = ladder ? names.partyText(ladder.reaches) : who;
      const prepared = ladder ? dayText(ladder.sinceOn, today) : since;
      return {
        en: `${city.en} waits for ${manager.en} to release or decline the letter to ${to.en}, prepared on ${prepared.en}: ${who.en} has ${step.en}${due.en}`,
        zh: `${city.zh}等待${manager.zh}决定是否放行致${to.zh}的信件，该信于${prepared.zh}拟好：${who.zh}负责的“${step.zh}”${due.zh.slice(1)}`,
      };
    }
    case 'vacancy': {
      const seat = names.seatTitle(vacant ?? why.who.seat);
      const meanwhile = why.who.seat === vacant ? null : who;
      return {
        en: `${city.en} waits for somebody to be appointed ${seat.en}: the seat is vacant${meanwhile ? `, and ${meanwhile.en} has ${step.en}` : ` and has ${step.en}`}, wanted since ${since.en}${due.en}`,
        zh: `${city.zh}等待任命${seat.zh}：该职务空缺，${meanwhile ? `暂由${meanwhile.zh}负责` : '无人负责'}“${step.zh}”，自${since.zh}起待办${due.zh}`,
      };
    }
    case 'acceptance-overdue':
    case 'to-accept':
      return toAccept(city, who, step, since, due);
    case 'to-be-confirmed':
      return {
        en: `${city.en} waits for a day to be set for ${step.en}, which ${who.en} has since ${since.en}`,
        zh: `${city.zh}等待确定“${step.zh}”的日期，该步骤自${since.zh}起由${who.zh}负责`,
      };
    case 'ladder-ended':
    case 'overdue':
    case 'on-its-way': {
      if (why.kind === 'to-accept' || why.kind === 'acceptance-overdue') return toAccept(city, who, step, since, due);
      const own = ownText(why, today);
      return {
        en: `${city.en} waits for ${who.en} to hand in ${step.en}, wanted since ${since.en}${due.en}${own.en}`,
        zh: `${city.zh}等待${who.zh}提交“${step.zh}”，自${since.zh}起待办${due.zh}${own.zh}`,
      };
    }
    default:
      return assertNever(cause);
  }
}

function toAccept(city: Text, who: Text, step: Text, since: Text, due: Text): Text {
  return {
    en: `${city.en} waits for ${who.en} to accept ${step.en}, handed in on ${since.en}${due.en}`,
    zh: `${city.zh}等待${who.zh}审核“${step.zh}”，该内容于${since.zh}提交${due.zh}`,
  };
}

function sinceText({ sinceOn }: WhyOfStep, today: Day): Text {
  return sinceOn === null ? { en: 'a day not known', zh: '不详日期' } : dayText(sinceOn, today);
}

/** ", due on Fri 4 Dec (in 3 working days)"; ", due on Wed 25 Nov, 3 working days ago" */
function dueText(why: WhyOfStep, days: TellingDays): Text {
  if (why.kind === 'to-be-confirmed') return { en: ', its day to be confirmed', zh: '，期限待定' };
  const due = dayToComeText(why.dueOn, days);
  const done = why.kind === 'to-accept' || why.kind === 'acceptance-overdue' ? '审核' : '完成';
  if (why.kind === 'open' || why.kind === 'to-accept') {
    const left = leftText(why.inWorkingDays, why.dueOn, days.today);
    return { en: `, due on ${due.en} (${left.en})`, zh: `，应于${due.zh}前${done}（${left.zh}）` };
  }
  if (why.kind === 'optional-past-its-day')
    return { en: `, asked for by ${due.en} and optional`, zh: `，为选做，原定${due.zh}前完成` };
  const late = workingDaysText(why.lateWorkingDays);
  return why.lateWorkingDays === 0
    ? { en: `, due on ${due.en}`, zh: `，应于${due.zh}前${done}` }
    : { en: `, due on ${due.en}, ${late.en} ago`, zh: `，应于${due.zh}前${done}，已逾期${late.zh}` };
}

/** Somebody's word that they own it until a day. */
function ownText({ ladder }: WhyOfStep, today: Day): Text {
  if (ladder?.kind !== 'acknowledged') return { en: '', zh: '' };
  const until = dayText(ladder.untilOn, today);
  return ladder.broken
    ? { en: `, taken on until ${until.en} in vain`, zh: `，曾承诺于${until.zh}前办理但未办` }
    : { en: `, taken on until ${until.en}`, zh: `，已承诺于${until.zh}前办理` };
}

function nextOf(found: Stuck, names: Names, days: TellingDays): Text {
  if (found.cause === 'on-hold') {
    const until = dayToComeText(found.untilOn, days);
    return { en: `; on ${until.en} it resumes by itself`, zh: `；${until.zh}自动恢复` };
  }
  if (found.cause === 'contact-lost')
    return { en: '; until then nobody above is told', zh: '；更正之前不会向上级上报' };
  if (found.cause === 'ladder-ended' && found.why.ladder?.kind === 'ended') {
    const last = dayText(found.why.ladder.sinceOn, days.today);
    return {
      en: `; everybody above was told, the last on ${last.en}, and nothing follows by itself`,
      zh: `；各级均已告知，最后一次为${last.zh}，此后不会自动跟进`,
    };
  }
  const next = nextLetter(found);
  return next ? thenWhat(next, names, days) : { en: '; nothing follows by itself', zh: '；此后不会自动跟进' };
}

/** What happens next by itself. */
export function nextLetter(found: Stuck): WhyOfStep['next'] {
  if ('why' in found) return found.why.next;
  return found.cause === 'nothing-open' ? found.next : null;
}

function canDo([first]: readonly StuckOption[]): Text {
  if (!first) return { en: '', zh: '' };
  return first.page === null
    ? { en: `; what helps: “${first.title.en}”`, zh: `；解决办法：“${first.title.zh}”` }
    : { en: `; you can choose “${first.title.en}”`, zh: `；您可以选择“${first.title.zh}”` };
}
