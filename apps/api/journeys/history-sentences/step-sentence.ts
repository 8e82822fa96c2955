import type { Day } from '@citypath/calendar';
import type { Text } from '@citypath/contracts';
import { assertNever } from '../../assert-never';
import type { Names } from '../names';
import { sentence, type TellDay } from '../words';
import { actorText } from './actor';
import type { FactOf } from './facts-of';

type StepFact = FactOf<
  | 'step-opened'
  | 'step-submitted'
  | 'step-accepted'
  | 'step-returned'
  | 'step-sent-back'
  | 'step-completed'
  | 'step-waived'
  | 'step-skipped'
  | 'step-reopened'
  | 'step-reassigned'
  | 'step-commented'
  | 'went-to-step'
  | 'restarted-from-step'
  | 'step-set-back'
>;

export function stepSentence(fact: StepFact, names: Names, tellDay: TellDay): Text {
  const [step, actor] = [names.stepTitle(fact.step), actorText(fact, names)];
  switch (fact.kind) {
    case 'step-opened':
      return opened(fact, names, tellDay);
    case 'step-submitted':
      return submitted(fact, names, tellDay);
    case 'step-accepted':
      return sentence(`${actor.en} accepted ${step.en}.`, `${actor.zh}通过了“${step.zh}”。`);
    case 'step-returned': {
      const [to, due] = [names.partyText(fact.to), dueText(fact.dueOn, tellDay)];
      if (fact.waiver) return waiverReturned({ step, actor, to, due });
      return sentence(
        `${actor.en} returned ${step.en} to ${to.en} for another round${due.en}.`,
        `${actor.zh}将“${step.zh}”退回${to.zh}修改${due.zh}。`,
      );
    }
    case 'step-sent-back': {
      const back = names.stepTitle(fact.backTo);
      return sentence(
        `${actor.en} sent ${step.en} back to ${back.en}.`,
        `${actor.zh}将“${step.zh}”退回至“${back.zh}”。`,
      );
    }
    case 'step-completed':
      return completed(fact, step, actor, tellDay);
    case 'step-waived':
      return fact.granted
        ? sentence(`${actor.en} granted the waiver of ${step.en}.`, `${actor.zh}同意免除“${step.zh}”。`)
        : sentence(`${actor.en} waived ${step.en}.`, `${actor.zh}免除了“${step.zh}”。`);
    case 'step-skipped':
      return sentence(`${actor.en} skipped ${step.en}.`, `${actor.zh}跳过了“${step.zh}”。`);
    case 'step-reopened': {
      const [owner, due] = [names.partyText(fact.owner), dueText(fact.dueOn, tellDay)];
      return sentence(
        `${step.en} was reopened for ${owner.en}${due.en} (round ${fact.round}).`,
        `“${step.zh}”重新开放，由${owner.zh}负责${due.zh}（第${fact.round}轮）。`,
      );
    }
    case 'step-reassigned': {
      const [seat, previous] = [names.seatTitle(fact.seat), names.seatTitle(fact.previous)];
      return sentence(
        `${actor.en} gave ${step.en} to the ${seat.en}; it was with the ${previous.en}.`,
        `${actor.zh}将“${step.zh}”由${previous.zh}转交${seat.zh}。`,
      );
    }
    case 'went-to-step':
      return sentence(
        `${actor.en} let the journey go on at ${step.en}, past what is not settled before it.`,
        `${actor.zh}将历程转到“${step.zh}”，此前未办结的步骤一并跳过。`,
      );
    case 'restarted-from-step':
      return sentence(
        `${actor.en} restarted the journey from ${step.en}.`,
        `${actor.zh}从“${step.zh}”起重新开始历程。`,
      );
    case 'step-set-back':
      return sentence(
        `${step.en} waits again, until ${names.stepTitle(fact.because).en} is settled.`,
        `“${step.zh}”重新等待，直至“${names.stepTitle(fact.because).zh}”办结。`,
      );
    case 'step-commented':
      return commented(fact, names);
    default:
      return assertNever(fact);
  }
}

function waiverReturned({ step, actor, to, due }: Record<'step' | 'actor' | 'to' | 'due', Text>): Text {
  return sentence(
    `${actor.en} did not grant the waiver of ${step.en}; it is with ${to.en} again${due.en}.`,
    `${actor.zh}未同意免除“${step.zh}”，仍由${to.zh}办理${due.zh}。`,
  );
}

function commented(fact: FactOf<'step-commented'>, names: Names): Text {
  const [step, actor] = [names.stepTitle(fact.step), actorText(fact, names)];
  const only =
    fact.audience === 'programme' ? { en: ', for the programme only', zh: '（仅项目方可见）' } : { en: '', zh: '' };
  if (fact.to.length === 0) {
    return sentence(`${actor.en} commented on ${step.en}${only.en}.`, `${actor.zh}就“${step.zh}”留言${only.zh}。`);
  }
  const asked = fact.to.map((to) => names.partyText(to));
  return sentence(
    `${actor.en} asked ${asked.map(({ en }) => en).join(' and ')} about ${step.en}${only.en}.`,
    `${actor.zh}就“${step.zh}”向${asked.map(({ zh }) => zh).join('、')}提问${only.zh}。`,
  );
}

function opened(fact: FactOf<'step-opened'>, names: Names, tellDay: TellDay): Text {
  const [step, owner, due] = [names.stepTitle(fact.step), names.partyText(fact.owner), dueText(fact.dueOn, tellDay)];
  return fact.takenOver
    ? sentence(
        `${step.en} was open when the city was taken over; it is with ${owner.en}${due.en}.`,
        `转入时“${step.zh}”已在办理，由${owner.zh}负责${due.zh}。`,
      )
    : sentence(`${step.en} opened for ${owner.en}${due.en}.`, `“${step.zh}”开放，由${owner.zh}负责${due.zh}。`);
}

function submitted(fact: FactOf<'step-submitted'>, names: Names, tellDay: TellDay): Text {
  const [step, actor] = [names.stepTitle(fact.step), actorText(fact, names)];
  const [acceptor, by] = [names.partyText(fact.acceptor), tellDay(fact.acceptanceDueOn)];
  const timing = timingText(fact.inTime);
  if (fact.waiver) {
    return sentence(
      `${actor.en} asked for a waiver of ${step.en}; ${acceptor.en} is asked to decide by ${by.en}.`,
      `${actor.zh}申请免除“${step.zh}”，请${acceptor.zh}于${by.zh}前决定。`,
    );
  }
  const round = fact.round > 1 ? { en: `, round ${fact.round}`, zh: `（第${fact.round}轮）` } : { en: '', zh: '' };
  return sentence(
    `${actor.en} handed in ${step.en}${round.en}${timing.en}; ${acceptor.en} is asked to accept it by ${by.en}.`,
    `${actor.zh}${timing.zh}提交了“${step.zh}”${round.zh}，请${acceptor.zh}于${by.zh}前审核。`,
  );
}

function timingText(inTime: boolean | null): Text {
  if (inTime === null) return { en: '', zh: '' };
  return inTime ? { en: ', in time', zh: '按时' } : { en: ', after its due day', zh: '逾期' };
}

function completed(fact: FactOf<'step-completed'>, step: Text, actor: Text, tellDay: TellDay): Text {
  const on = fact.happenedOn === null ? null : tellDay(fact.happenedOn);
  if (fact.presumed) {
    return sentence(
      `${step.en} is presumed done; the day is not known.`,
      `“${step.zh}”推定已完成${on === null ? '，日期不详' : `（${on.zh}）`}。`,
    );
  }
  return on === null
    ? sentence(
        `${actor.en} recorded ${step.en} as done; the day is not known.`,
        `${actor.zh}登记“${step.zh}”已完成，日期不详。`,
      )
    : sentence(`${actor.en} recorded ${step.en} as done on ${on.en}.`, `${actor.zh}登记“${step.zh}”于${on.zh}完成。`);
}

function dueText(day: Day | null, tellDay: TellDay): Text {
  if (day === null) return { en: ', its due day to be confirmed', zh: '，期限待定' };
  const due = tellDay(day);
  return { en: `, due ${due.en}`, zh: `，期限${due.zh}` };
}
