import type { Instant } from '@citypath/calendar';
import type { ActName, Text } from '@citypath/contracts';
import { acceptorOf, addressee, guestsOf, judge, type StepRef } from '@citypath/journey';
import type { KnownJourney } from './journey-reader';
import type { Names } from './names';

/**
 * What an act causes for other people, by trying it dry with the rules that will run: "tells Xiong Tao; opens three
 * steps". Null where it reaches nobody.
 */
export function actCauses(journey: KnownJourney, act: ActName, ref: StepRef, names: Names, now: Instant): Text | null {
  const { context, state } = journey;
  if (act === 'submit') {
    const to = names.partyText(acceptorOf(context, state, ref));
    return { en: `stops the reminders; asks ${to.en} to accept it`, zh: `停止提醒，并请${to.zh}审核` };
  }
  if (act === 'ask-waiver') {
    const to = names.partyText(acceptorOf(context, state, ref));
    return { en: `stops the reminders; ${to.en} decides`, zh: `停止提醒，由${to.zh}决定` };
  }
  if (act === 'schedule-event') return invites(guestsOf(context, state, ref).map((guest) => names.partyText(guest)));
  if (act === 'reassign') {
    // Nobody waits for what has not opened, or was handed in.
    if (state.steps[ref]?.status !== 'open') return null;
    return {
      en: 'whoever sits there is told; what waits for the former one does not go',
      zh: '通知新的负责职务；发给原负责人的待发信件不再发出',
    };
  }
  if (act === 'go-to' || act === 'restart-from') return courseCauses(journey, act, ref, now);
  const ofLadder = ladderCauses(journey, act, ref, names);
  if (ofLadder !== null) return ofLadder;
  const submitter = state.steps[ref]?.submittedBy ?? null;
  if (submitter === null) return null;
  const by = names.personText(submitter);
  if (act === 'return') return { en: `tells ${by.en}, with your comment`, zh: `连同您的意见告知${by.zh}` };
  if (act !== 'accept') return null;
  const opens = openedBy(journey, ref, now);
  return opens === 0
    ? { en: `tells ${by.en}`, zh: `告知${by.zh}` }
    : {
        en: `tells ${by.en}; opens ${opens === 1 ? 'one step' : `${opens} steps`}`,
        zh: `告知${by.zh}，并开放${opens}个步骤`,
      };
}

function invites(guests: Text[]): Text {
  const [en, zh] = [guests.map((guest) => guest.en).join(', '), guests.map((guest) => guest.zh).join('、')];
  return { en: `invites by letter, with an entry for the calendar: ${en}`, zh: `发信邀请并附日历安排：${zh}` };
}

/** What acts upon the ladder of a step cause: who is told, and who not. */
function ladderCauses({ state }: KnownJourney, act: ActName, ref: StepRef, names: Names): Text | null {
  const ladder = state.steps[ref]?.ladder;
  const reaches = ladder?.prepared ? names.partyText(addressee(state, ladder.prepared.reaches.seat)) : null;
  switch (act) {
    case 'acknowledge':
      return {
        en: 'nobody above is told before that day; silence after it counts anew',
        zh: '在该日之前不再上报；逾期未办将重新开始上报',
      };
    case 'release-rung':
      return (
        reaches && { en: `sends the letter to ${reaches.en}, with your name`, zh: `以您的名义将此信发给${reaches.zh}` }
      );
    case 'decline-rung':
      return (
        reaches && {
          en: `${reaches.en} is not told; who comes next is counted from today`,
          zh: `不告知${reaches.zh}；下一级自今日起重新计算`,
        }
      );
    case 'set-cadence':
      return { en: 'its reminders go on these days from now on', zh: '此后将按这些日期发送提醒' };
    case 'reset-cadence':
      return { en: 'its reminders go on the days of the programme again', zh: '此后将按项目规定的日期发送提醒' };
    case 'agree-date':
      return ladder?.endedOn
        ? { en: 'ends the escalation; the reminders begin anew', zh: '结束上报，并重新开始提醒' }
        : null;
    default:
      return null;
  }
}

/** How many other steps it reaches. */
function courseCauses(
  { context, state }: KnownJourney,
  kind: 'go-to' | 'restart-from',
  step: StepRef,
  now: Instant,
): Text | null {
  const stamp = { id: 'dry', hash: '', by: null, onBehalfOf: null, now };
  const judged = judge(context, state, { kind, step, reason: '' }, stamp);
  if (judged.kind === 'refused') return null;
  const reached = judged.facts.filter((fact) => fact.kind === (kind === 'go-to' ? 'step-skipped' : 'step-set-back'));
  const en = reached.length === 1 ? 'one step' : `${reached.length} steps`;
  return kind === 'go-to'
    ? { en: `skips ${en} before it, and opens it`, zh: `跳过此前${reached.length}个步骤并开放此步骤` }
    : {
        en: `opens it once more; ${en} after it will wait again`,
        zh: `重新开放此步骤，其后${reached.length}个步骤重新等待`,
      };
}

function openedBy({ context, state }: KnownJourney, step: StepRef, now: Instant): number {
  const stamp = { id: 'dry', hash: '', by: null, onBehalfOf: null, now };
  const judged = judge(context, state, { kind: 'accept', step }, stamp);
  return judged.kind === 'accepted' ? judged.facts.filter(({ kind }) => kind === 'step-opened').length : 0;
}
