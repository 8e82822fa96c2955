import type { Fact } from '../fact';
import type { StepRef } from '../ids';
import type { FormerStep, JourneyState, StepState, UndoableAct } from '../state';
import { changedFields, fieldsOf, formerJourney, isTold, withFormer } from './former';
import { UNDO_MS } from './undo-window';

/**
 * So many steps are remembered as they were, over all acts: states stay small. Hazard: journals outlive code, and an
 * `act-undone` is folded from what is remembered here; the number may grow, and never shrink.
 */
const MOST_STEPS = 60;

/**
 * The state after a fact, with what can be taken back: the act that the fact belongs to remembers what it replaced, and
 * the others learn whether it changed what they would bring back.
 */
export function withUndoables(before: JourneyState, after: JourneyState, fact: Fact): JourneyState {
  const oldestMs = Date.parse(fact.recordedAt) - UNDO_MS;
  const known = (before.undoables ?? []).filter(({ at }) => Date.parse(at) > oldestMs);
  const begun = begins(before, fact) ? [...known, newAct(fact)] : known;
  const acts = fact.kind === 'act-undone' ? undone(begun, fact.command) : followed(begun, before, after, fact);
  const kept = withinBounds(acts);
  if (kept.length > 0) return { ...after, undoables: kept };
  if (after.undoables === undefined) return after;
  const { undoables: _, ...rest } = after;
  return rest;
}

/** The first fact of a person's act says which act it is. */
function begins(before: JourneyState, fact: Fact): boolean {
  if (fact.by === null || before.recentCommands.some(({ id }) => id === fact.commandId)) return false;
  switch (fact.kind) {
    case 'step-skipped':
    case 'step-completed':
    case 'step-reopened':
    case 'date-agreed':
    case 'held':
    case 'resumed':
    case 'cadence-set':
    case 'went-to-step':
    case 'restarted-from-step':
      return true;
    case 'step-waived':
      // A waiver that was asked for is granted by accepting it.
      return fact.granted === undefined;
    default:
      return false;
  }
}

function newAct({ commandId, seq, recordedAt: at }: Pick<Fact, 'commandId' | 'seq' | 'recordedAt'>): UndoableAct {
  return { commandId, seq, at, steps: {}, journey: {} };
}

function undone(acts: readonly UndoableAct[], command: string): UndoableAct[] {
  const left = acts.map((act) =>
    act.commandId === command ? { ...newAct({ ...act, recordedAt: act.at }), undone: true as const } : act,
  );
  return left.map((act) => (act.overtakenBy === command ? freed(act, left) : act));
}

/** What overtook it was taken back; another act may have, too. */
function freed({ overtakenBy: _, ...act }: UndoableAct, acts: readonly UndoableAct[]): UndoableAct {
  const other = acts.find((later) => {
    const touches = Object.entries(later.steps).some(([ref, former]) => isTouched(act, ref, fieldsOf(former), true));
    const touchesJourney = Object.keys(later.journey).some((field) => field in act.journey);
    return later.seq > act.seq && (touches || touchesJourney || missesDays(act, 'heldWorkingDays' in later.journey));
  });
  return other ? { ...act, overtakenBy: other.commandId } : act;
}

function followed(acts: UndoableAct[], before: JourneyState, after: JourneyState, fact: Fact): UndoableAct[] {
  if (acts.length === 0) return acts;
  const changed = changedFields(before, after);
  const mayComeBack = acts.some(({ commandId }) => commandId === fact.commandId);
  return acts.map((act) => {
    if (act.undone) return act;
    // What it would bring back has another name by now, or is not there.
    if (fact.kind === 'definition-adopted' && fact.steps) return { ...act, overtakenBy: fact.commandId };
    if (act.commandId === fact.commandId) return extended(act, before, after, changed);
    const since = toldMeanwhile(act, after, changed, fact);
    return act.overtakenBy !== undefined && mayComeBack ? since : overtaken(since, before, after, changed, fact);
  });
}

type Changed = ReturnType<typeof changedFields>;

function extended(act: UndoableAct, before: JourneyState, after: JourneyState, changed: Changed): UndoableAct {
  const steps = { ...act.steps };
  for (const [ref, fields] of changed) steps[ref] = withFormer(steps[ref], before.steps[ref], ref, fields);
  const dropped = (before.questions ?? []).filter((question) => !after.questions?.includes(question));
  const questions = [...(act.questions ?? []), ...dropped];
  return {
    ...act,
    steps,
    journey: { ...formerJourney(before, after), ...act.journey },
    ...(questions.length === 0 ? {} : { questions }),
  };
}

/**
 * What was told since the act stays told where the day that it spoke of is the one that would come back; told of
 * another day, it does not keep the former day from being told.
 */
function toldMeanwhile(act: UndoableAct, after: JourneyState, changed: Changed, fact: Fact): UndoableAct {
  const steps = { ...act.steps };
  for (const [ref, fields] of changed) {
    const former = steps[ref];
    const now = after.steps[ref];
    if (!former || !now || !speaksOfFormerDay(former, fact)) continue;
    // An act that has to be taken back before this one takes along what it made of the step's reminders.
    if (fact.by !== null && isTouched(act, ref, fields, true)) continue;
    const was: Partial<StepState> = { ...former.was };
    if (was.toldUntilAt !== undefined && fields.includes('toldUntilAt')) was.toldUntilAt = now.toldUntilAt;
    if (was.rungToldUntilAt !== undefined && fields.includes('rungToldUntilAt'))
      was.rungToldUntilAt = now.rungToldUntilAt;
    steps[ref] = { ...former, was };
  }
  return { ...act, steps };
}

function speaksOfFormerDay({ was }: FormerStep, fact: Fact): boolean {
  if (!('threshold' in fact)) return true;
  const former = fact.kind.startsWith('acceptance') ? was.acceptanceDueOn : was.dueOn;
  return former === undefined || former === fact.dueOn;
}

function overtaken(
  act: UndoableAct,
  before: JourneyState,
  after: JourneyState,
  changed: Changed,
  { by, commandId }: Fact,
): UndoableAct {
  const touchesJourney = Object.keys(formerJourney(before, after)).some((field) => field in act.journey);
  const touches = [...changed].some(([ref, fields]) => isTouched(act, ref, fields, by !== null));
  const misses = missesDays(act, before.heldWorkingDays !== after.heldWorkingDays);
  return touchesJourney || touches || misses ? { ...act, overtakenBy: commandId } : act;
}

/** A step that the act had settled was given none of the days for which clocks stood still: taken back, it would be late at once. */
function missesDays({ steps }: UndoableAct, daysAreGiven: boolean): boolean {
  return (
    daysAreGiven && Object.values(steps).some(({ was: { status } }) => status === 'open' || status === 'submitted')
  );
}

/** A person who acts upon a step afterwards means it as it is then; what happens by itself matters where it changes what would come back. */
function isTouched(act: UndoableAct, ref: StepRef, fields: readonly (keyof StepState)[], byPerson: boolean): boolean {
  const former = act.steps[ref];
  if (!former) return false;
  const own = fieldsOf(former).filter((field) => !isTold(field));
  const others = fields.filter((field) => !isTold(field));
  return own.length > 0 && (byPerson ? others.length > 0 : others.some((field) => own.includes(field)));
}

/** The newest act stays, whatever its size. */
function withinBounds(acts: UndoableAct[]): UndoableAct[] {
  let steps = 0;
  return acts
    .toReversed()
    .filter((act, place) => {
      steps += Math.max(1, Object.keys(act.steps).length);
      return place === 0 || steps <= MOST_STEPS;
    })
    .toReversed();
}
