import type { Text } from '@citypath/calendar';
import { compose } from '../wording/compose';
import { dayToCome } from '../wording/days';
import { meetingTime, whoseClock, type MeetingTime } from '../wording/meeting-time';
import { headOf } from '../wording/subject';
import type { StepLetterFacts } from './letter-facts';
import type { LetterText } from './letter-text';

export interface InvitationFacts extends StepLetterFacts {
  meeting: MeetingTime;
  place: string | null;
  /** Its day is in a year whose holidays are not published; null: it is not. */
  mayBeDayOff: Text | null;
  /** When it was to be, where the reader was invited before; null: this is the first invitation. */
  before: MeetingTime | null;
}

/** To a meeting, or to its new day; a calendar entry goes with it. */
export function invitation(facts: InvitationFacts): LetterText {
  const { language, step, today, meeting, mayBeDayOff, before } = facts;
  const zh = language === 'zh';
  const when = meetingTime(meeting, language, Number(today.slice(0, 4)));
  const news = before === null ? { en: when, zh: when } : { en: `now ${when}`, zh: `改为${when}` };
  return compose(facts, {
    ...headOf(facts, news[language]),
    paragraphs: [
      zh ? chinese(facts) : english(facts),
      ...(mayBeDayOff ? [{ aside: zh ? `（${mayBeDayOff.zh}。）` : `(${mayBeDayOff.en}.)` }] : []),
      zh
        ? '日历邀请随信附上，可直接加入您的日历；日后如有变更，日历中的安排会随之更新。'
        : 'The invitation comes with this letter, for your calendar. Should anything change, a new one takes its place there.',
    ],
    button: { label: zh ? '查看该步骤' : 'Look at the step', url: step.url },
    afterwards: reportStays(facts),
  });
}

function english({ city, step, meeting, place, before }: InvitationFacts): string {
  const title = `“${step.title.en}”`;
  const when = `${meetingTime(meeting, 'en')}${whoseClock(meeting, city, 'en')}`;
  const where = place === null ? '' : `, ${place}`;
  if (before === null) return `You are invited to ${title} of ${city.en}: ${when}${where}.`;
  const moved = before.on !== meeting.on || before.time !== meeting.time;
  return moved
    ? `${title} of ${city.en} is now on ${when}${where}, instead of ${meetingTime(before, 'en')}.`
    : `${title} of ${city.en} stays on ${when}${where}; what else is known of it has changed.`;
}

function chinese({ city, step, meeting, place, before }: InvitationFacts): string {
  const title = `${city.zh}“${step.title.zh}”`;
  const when = `${meetingTime(meeting, 'zh')}${whoseClock(meeting, city, 'zh')}`;
  const where = place === null ? '' : `，地点：${place}`;
  if (before === null) return `诚邀您出席${title}，时间：${when}${where}。`;
  const moved = before.on !== meeting.on || before.time !== meeting.time;
  return moved
    ? `${title}的时间由${meetingTime(before, 'zh')}改为${when}${where}。`
    : `${title}的时间不变，仍为${when}${where}；其他安排有更新。`;
}

/** A review's session is not the day of its report. */
function reportStays(facts: InvitationFacts): string[] {
  const { step } = facts;
  if (step.kind !== 'review' || step.dueOn === null) return [];
  const day = dayToCome(step.dueOn, facts);
  return [facts.language === 'zh' ? `报告的期限不变：${day}。` : `The report itself stays due on ${day}.`];
}
