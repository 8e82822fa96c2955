import { dayAt, type Day, type Instant } from '@citypath/calendar';
import type { Addressee } from '../addressee';
import type { FactBody } from '../fact';
import { addressee, isVacant } from '../owners';
import type { RuleContext } from '../rule-context';
import type { JourneyState, StepState } from '../state';
import type { PassedOver, RungTold } from './ladder-fact';
import { lostContact, ownerNow, releaseDeadline, rungDue, type RungAhead } from './next-rung';
import { caretakerOf, directorOf, managerOf } from './overseers';

/** What the ladder of one running step has to say at `now`: at most one fact, and after it perhaps another. */
export function rungFacts(context: RuleContext, state: JourneyState, step: StepState, now: Instant): FactBody[] {
  const on = dayAt(context.calendar, now);
  const deadline = releaseDeadline(context, step);
  if (deadline !== null && deadline <= now) return leftUnreleased(context, state, step, on);
  const due = rungDue(context, state, step, now);
  return due === null ? [] : [reached(context, state, step, due, on)];
}

function reached(
  context: RuleContext,
  state: JourneyState,
  step: StepState,
  { rung, seat, label, isPrepared, isLast }: RungAhead,
  on: Day,
): FactBody {
  const dueOn = step.status === 'submitted' ? step.acceptanceDueOn : step.dueOn;
  if (dueOn === null) throw new Error(`Step ${step.ref} has a ladder but no due day.`);
  const told: RungTold = {
    step: step.ref,
    round: step.round,
    threshold: label,
    dueOn,
    rung,
    on,
    ...(isLast ? { lastRung: true } : {}),
    about: ownerNow(context, state, step),
  };
  const to = addressee(state, seat);
  const why = unreachable(context, state, to);
  if (why !== null) return passedOver(context, state, told, to, why);
  if (isPrepared) return { kind: 'rung-prepared', ...told, to: managerOf(context, state), reaches: to };
  return { kind: step.status === 'submitted' ? 'acceptance-rung-reached' : 'rung-reached', ...told, to };
}

/** The next rung is reached at once, and somebody who can mend it is told. */
export function passedOver(
  context: RuleContext,
  state: JourneyState,
  told: RungTold,
  passed: Addressee,
  why: PassedOver,
): FactBody {
  return { kind: 'rung-passed-over', ...told, passed, why, to: caretakerOf(context, state, passed.seat) };
}

/** Silence about a prepared letter: its manager let it lie, or was never asked. */
export function leftUnreleased(context: RuleContext, state: JourneyState, step: StepState, on: Day): FactBody[] {
  const prepared = step.ladder?.prepared;
  if (!prepared || prepared.left) return [];
  const { threshold, dueOn, rung, reaches, about } = prepared;
  const told = { step: step.ref, round: step.round, threshold, dueOn, rung, on, about };
  const to = directorOf(context, state);
  return [{ kind: 'rung-left-unreleased', ...told, to, reaches: addressee(state, reaches.seat) }];
}

/** Known before any letter is written: a city's seat that nobody holds, or somebody whom letters do not reach. */
function unreachable(context: RuleContext, state: JourneyState, to: Addressee): PassedOver | null {
  if (isVacant(context, state, to.seat)) return 'vacant';
  const lost = lostContact(state, to);
  if (lost === null) return null;
  return lost.why === 'bounced' ? 'bounced' : 'empty';
}
