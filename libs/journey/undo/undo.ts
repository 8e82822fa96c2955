import { dayAt } from '@citypath/calendar';
import type { Command, CommandStamp } from '../command';
import { accepted, refused, today, type Answer } from '../decisions/answer';
import type { FactBody } from '../fact';
import type { StepRef } from '../ids';
import type { ReportedOutcome } from '../ladder/ladder-command';
import { meetingsAgain } from '../meetings-again';
import { isSettled, needsMet } from '../needs';
import { requireStep, type RuleContext } from '../rule-context';
import { runningSteps } from '../running-steps';
import type { JourneyState, MeetingState, UndoableAct } from '../state';
import { restored } from './restore';
import { UNDO_MS } from './undo-window';

/** An act of the last 24 hours is taken back: what it replaced is in its place again. */
export function undo(
  context: RuleContext,
  state: JourneyState,
  { act, reason }: Extract<Command, { kind: 'undo' }>,
  stamp: CommandStamp,
): Answer {
  const known = state.undoables?.find(({ commandId }) => commandId === act);
  const given = known ?? state.recentCommands.find(({ id }) => id === act);
  if (!given) return refused('act-unknown', '/act');
  if (Date.parse(stamp.now) - Date.parse(given.at) >= UNDO_MS) return refused('act-too-old', '/act');
  if (!known) return refused('act-not-undoable', '/act');
  if (known.undone) return refused('act-undone-already', '/act');
  if (known.overtakenBy !== undefined) return refused('act-overtaken', '/act');
  const after = restored(state, known);
  const later = followedFrom(context, state, after, known);
  if (later !== undefined) return refused('act-overtaken', '/act', { step: later });
  return accepted(
    { kind: 'act-undone', command: act, reason },
    ...laddersGoOn(after, known, today(context, stamp)),
    ...meetingsAgain(context, state, after, meetingsOf(known), today(context, stamp)),
  );
}

/**
 * A step that something else opened since, but only because of this act too. Hazard: a state knows the days on which
 * its steps opened and no hours, so of the act's own day a step counts that was open before.
 */
function followedFrom(
  context: RuleContext,
  now: JourneyState,
  after: JourneyState,
  { steps, at }: UndoableAct,
): string | undefined {
  const actedOn = dayAt(context.calendar, at);
  return runningSteps(after).find(({ ref, openedOn }) => {
    if (openedOn !== null && openedOn < actedOn) return false;
    const { needs, repeats } = requireStep(context.definition, ref);
    const opens = (state: JourneyState): boolean =>
      needsMet(context, state, needs) && (repeats === undefined || isSettled(state.steps[repeats.from]));
    return !(ref in steps) && opens(now) && !opens(after);
  })?.ref;
}

/**
 * A ladder that is back waits for no report: what the post said of its letter meanwhile, nobody heard. It goes on as if
 * the letter had arrived.
 */
function laddersGoOn(after: JourneyState, { steps }: UndoableAct, on: ReportedOutcome['on']): FactBody[] {
  const outcomes = Object.entries(steps).flatMap(([ref, { was }]): ReportedOutcome[] => {
    const step = after.steps[ref];
    const awaiting = was.ladder?.awaiting;
    if (!step || !awaiting) return [];
    const { seq, of, seat, holder } = awaiting;
    const kind = of === 'rung' ? 'escalation' : 'overdue';
    return [{ seq, step: ref, round: step.round, kind, seat, holder, outcome: 'kept-back', on }];
  });
  return outcomes.length === 0 ? [] : [{ kind: 'post-reported', outcomes }];
}

/** The meetings as they were before the act. */
function meetingsOf({ steps }: UndoableAct): [StepRef, MeetingState][] {
  return Object.entries(steps).flatMap(([ref, { was }]): [StepRef, MeetingState][] =>
    was.meeting ? [[ref, was.meeting]] : [],
  );
}
