import type { Text } from '@citypath/contracts';
import { assertNever } from '../../assert-never';
import type { Names } from '../names';
import { sentence, type TellDay } from '../words';
import { factsOf, type FactOf } from './facts-of';

export const isClockFact = factsOf(
  'reminder-fell-due',
  'overdue-fell-due',
  'rung-reached',
  'acceptance-reminder-fell-due',
  'acceptance-rung-reached',
);

/** What time alone did: a letter fell due. Whether it was sent stands in the ledger. */
export function clockSentence(
  fact: FactOf<
    | 'reminder-fell-due'
    | 'overdue-fell-due'
    | 'rung-reached'
    | 'acceptance-reminder-fell-due'
    | 'acceptance-rung-reached'
  >,
  names: Names,
  tellDay: TellDay,
): Text {
  const [step, to, due] = [names.stepTitle(fact.step), names.partyText(fact.to), tellDay(fact.dueOn)];
  switch (fact.kind) {
    case 'reminder-fell-due':
      return sentence(
        `A reminder of ${step.en}, due ${due.en}, fell due for ${to.en}.`,
        `提醒${to.zh}：“${step.zh}”应于${due.zh}前完成。`,
      );
    case 'overdue-fell-due':
      return sentence(
        `${step.en} was due on ${due.en}; ${to.en} is reminded once more.`,
        `“${step.zh}”已过期限（${due.zh}），再次提醒${to.zh}。`,
      );
    case 'rung-reached': {
      const about = names.partyText(fact.about);
      return sentence(
        `${step.en} was due on ${due.en} and is with ${about.en}; ${to.en} is told.`,
        `“${step.zh}”（由${about.zh}负责）已过期限${due.zh}，现告知${to.zh}。`,
      );
    }
    case 'acceptance-reminder-fell-due':
      return sentence(
        `${to.en} is reminded to accept or return ${step.en} by ${due.en}.`,
        `提醒${to.zh}于${due.zh}前审核“${step.zh}”。`,
      );
    case 'acceptance-rung-reached': {
      const about = names.partyText(fact.about);
      return sentence(
        `${step.en} still waits for ${about.en} to accept or return it; ${to.en} is told.`,
        `“${step.zh}”仍待${about.zh}审核，现告知${to.zh}。`,
      );
    }
    default:
      return assertNever(fact);
  }
}
