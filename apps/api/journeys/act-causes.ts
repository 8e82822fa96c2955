import type { Instant } from '@citypath/calendar';
import type { ActName, Text } from '@citypath/contracts';
import { acceptorOf, judge, type StepRef } from '@citypath/journey';
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

function openedBy({ context, state }: KnownJourney, step: StepRef, now: Instant): number {
  const stamp = { id: 'dry', hash: '', by: null, onBehalfOf: null, now };
  const judged = judge(context, state, { kind: 'accept', step }, stamp);
  return judged.kind === 'accepted' ? judged.facts.filter(({ kind }) => kind === 'step-opened').length : 0;
}
