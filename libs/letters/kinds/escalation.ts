import { dateInWords, type Day } from '@citypath/calendar';
import { compose, reckoningOf } from '../wording/compose';
import { dayToCome, dayToComeInShort } from '../wording/days';
import { nameOf, seatInWords } from '../wording/names';
import { whatFollows } from '../wording/next-by-itself';
import { headOf } from '../wording/subject';
import type { PersonName, SeatNow, StepLetterFacts } from './letter-facts';
import type { LetterText } from './letter-text';

export interface EscalationFacts extends StepLetterFacts {
  /** Whom the journey waits for: to hand the step in, or to accept what was handed in. `step.dueOn` is that one's day. */
  waitsFor: SeatNow;
  wanted: 'doing' | 'accepting';
  /** It was prepared, and a person let it go, with words of their own (null: as it was). */
  released: { by: PersonName | null; words: string | null } | null;
  /** Somebody owned it until that day, which has passed; null: nobody did. */
  ownedUntilOn: Day | null;
}

/** A step is late: to a seat of the programme that can help. Says who, what and since when, and blames nobody. */
export function escalation(facts: EscalationFacts): LetterText {
  const { language, step, today, wanted, released } = facts;
  const dueOn = step.dueOn ?? today;
  const lateWorkingDays = Math.max(0, -step.workingDaysLeft);
  const say = language === 'zh' ? chinese : english;
  const own = released?.words?.split(/\n+/).filter((line) => line.trim() !== '') ?? [];
  return compose(facts, {
    ...headOf(
      facts,
      language === 'zh' ? `${dayToComeInShort(dueOn, facts)}已到期` : `late since ${dayToComeInShort(dueOn, facts)}`,
    ),
    paragraphs: [
      ...(own.length > 0 ? own : say(facts, dueOn, lateWorkingDays)),
      ...brokenWord(facts),
      ...(wanted === 'doing' && own.length === 0 ? reckoningOf(step, facts) : []),
      ...releasedBy(facts),
    ],
    button: {
      label: language === 'zh' ? '查看并承诺办理期限' : 'Say until when you see to it',
      url: `${step.url}?act=acknowledge`,
    },
    afterwards: whatFollows(facts),
  });
}

/** Of an acknowledgement that was not kept. Said within the programme only: what a city's leadership is told blames nobody. */
function brokenWord({ language, seat, ownedUntilOn }: EscalationFacts): string[] {
  if (ownedUntilOn === null || seat.of === 'city') return [];
  const day = dateInWords(ownedUntilOn, language);
  return language === 'zh'
    ? [`此前曾承诺于${day}前办理，目前尚未完成。`]
    : [`It was taken on until ${day}; that day has passed.`];
}

/** Who stands for a letter to a city's leadership. */
function releasedBy({ language, released }: EscalationFacts): string[] {
  if (!released?.by) return [];
  const by = nameOf(released.by, language);
  return [language === 'zh' ? `此信由${by}审阅后发出。` : `${by} has read this letter and sent it.`];
}

function english(facts: EscalationFacts, dueOn: Day, late: number): string[] {
  const { city, step, waitsFor, wanted } = facts;
  const day = dayToCome(dueOn, facts);
  const lateness = `${late} working ${late === 1 ? 'day' : 'days'} ago`;
  if (wanted === 'accepting') {
    return [
      `${city.en} has handed in “${step.title.en}”; it was to be accepted or returned by ${day}, ${lateness}.`,
      `It waits for ${seatInWords(waitsFor, 'en')}. Please see that it is decided on.`,
    ];
  }
  const holder =
    waitsFor.person === null ? `It lies with ${seatInWords(waitsFor, 'en')}` : `${seatInWords(waitsFor, 'en')} has it`;
  return [
    `${city.en}: “${step.title.en}” was due on ${day}, ${lateness}. ${holder}.`,
    facts.seat.of === 'city'
      ? 'We would be glad of your help: please ask what stands in the way, or tell us by which date it can be done.'
      : 'Please ask what stands in the way, and help, or agree a new date.',
  ];
}

function chinese(facts: EscalationFacts, dueOn: Day, late: number): string[] {
  const { city, step, waitsFor, wanted } = facts;
  const day = dayToCome(dueOn, facts);
  const who = waitsFor.person === null ? waitsFor.title.zh : `${nameOf(waitsFor.person, 'zh')}（${waitsFor.title.zh}）`;
  if (wanted === 'accepting') {
    return [
      `${city.zh}已提交“${step.title.zh}”，原应最迟于${day}完成审核，已过${late}个工作日。`,
      `目前等待${who}审核，请予以督促。`,
    ];
  }
  return [
    `${city.zh}的“${step.title.zh}”期限是${day}，已过${late}个工作日，目前由${who}负责。`,
    facts.seat.of === 'city'
      ? '恳请了解困难所在并予以协调，或告知可以完成的日期。'
      : '请了解困难所在并给予协助，或商定新的日期。',
  ];
}
