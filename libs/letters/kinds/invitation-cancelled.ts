import { compose } from '../wording/compose';
import { meetingTime, type MeetingTime } from '../wording/meeting-time';
import { headOf } from '../wording/subject';
import type { StepLetterFacts } from './letter-facts';
import type { LetterText } from './letter-text';

export interface InvitationCancelledFacts extends StepLetterFacts {
  /** When it was to be. */
  meeting: MeetingTime;
  /** Its day was taken back and another one follows; it is off; or it takes place, with somebody else in the seat. */
  because: 'day-taken-back' | 'called-off' | 'seat-passed-on';
}

/** A meeting leaves the reader's calendar. */
export function invitationCancelled(facts: InvitationCancelledFacts): LetterText {
  const { language, step, today, meeting, because } = facts;
  const zh = language === 'zh';
  const when = meetingTime(meeting, language, Number(today.slice(0, 4)));
  const news =
    because === 'seat-passed-on'
      ? { en: `no longer for you: ${when}`, zh: `${when}的邀请已转交` }
      : { en: `cancelled: ${when}`, zh: `${when}的会议已取消` };
  return compose(facts, {
    ...headOf(facts, news[language]),
    paragraphs: [
      zh ? chinese(facts) : english(facts),
      zh ? '您日历中的这项安排会随本信移除。' : 'With this letter it leaves your calendar.',
    ],
    button: because === 'seat-passed-on' ? null : { label: zh ? '查看该步骤' : 'Look at the step', url: step.url },
    afterwards: [],
  });
}

function english({ city, step, meeting, because }: InvitationCancelledFacts): string {
  const title = `“${step.title.en}” of ${city.en}`;
  const when = meetingTime(meeting, 'en');
  switch (because) {
    case 'day-taken-back':
      return `${title} does not take place on ${when}. A new day is to be confirmed, and you will be invited again.`;
    case 'called-off':
      return `${title} on ${when} is cancelled.`;
    case 'seat-passed-on':
      return `The invitation to ${title} on ${when} has passed to whoever has your seat now. You need not come.`;
  }
}

function chinese({ city, step, meeting, because }: InvitationCancelledFacts): string {
  const title = `${city.zh}“${step.title.zh}”`;
  const when = meetingTime(meeting, 'zh');
  switch (because) {
    case 'day-taken-back':
      return `${title}原定于${when}，现已取消。新的日期待定，确定后将再次邀请您。`;
    case 'called-off':
      return `${title}原定于${when}，现已取消。`;
    case 'seat-passed-on':
      return `${title}将于${when}举行，您的职务已由他人接任，邀请随之转交，您无需出席。`;
  }
}
