import { waitingStep } from '../empty-state';
import type { StepRef } from '../ids';
import type { FormerJourney, FormerStep, JourneyState, StepState } from '../state';

/** What was told, and who was invited: letters that went are not taken back, so this goes on from where it stands. */
const TOLD: ReadonlySet<keyof StepState> = new Set(['toldUntilAt', 'rungToldUntilAt', 'meeting'] as const);

/** The steps that differ between two states of one journey, with the fields that do. */
export function changedFields(before: JourneyState, after: JourneyState): Map<StepRef, (keyof StepState)[]> {
  const changed = new Map<StepRef, (keyof StepState)[]>();
  if (before.steps === after.steps) return changed;
  for (const [ref, step] of Object.entries(after.steps)) {
    const former = before.steps[ref] ?? waitingStep(ref);
    if (former === step) continue;
    const keys = new Set([...Object.keys(former), ...Object.keys(step)]) as Set<keyof StepState>;
    const fields = [...keys].filter((key) => !isEqual(former[key], step[key])).sort();
    if (fields.length > 0) changed.set(ref, fields);
  }
  return changed;
}

/** Whether a field only says what was told to whom. */
export function isTold(field: keyof StepState): boolean {
  return TOLD.has(field);
}

/** Adds the values of fields that a fact changed, where an earlier fact of the same act has not said them. */
export function withFormer(
  known: FormerStep | undefined,
  step: StepState | undefined,
  ref: StepRef,
  fields: readonly (keyof StepState)[],
): FormerStep {
  const former = step ?? waitingStep(ref);
  const was: Record<string, unknown> = { ...known?.was };
  const without = [...(known?.without ?? [])];
  for (const field of fields) {
    if (field in was || without.includes(field)) continue;
    if (former[field] === undefined) without.push(field);
    else was[field] = former[field];
  }
  return { was: was, ...(without.length === 0 ? {} : { without }) };
}

/** The fields of which a former step knows the value. */
export function fieldsOf({ was, without = [] }: FormerStep): (keyof StepState)[] {
  return [...(Object.keys(was) as (keyof StepState)[]), ...without];
}

/** The former values of what a fact changed of the journey as a whole. */
export function formerJourney(before: JourneyState, after: JourneyState): FormerJourney {
  return {
    ...(before.status === after.status ? {} : { status: before.status }),
    ...(isEqual(before.hold, after.hold) ? {} : { hold: before.hold }),
    ...(before.heldWorkingDays === after.heldWorkingDays ? {} : { heldWorkingDays: before.heldWorkingDays }),
    ...(isEqual(before.cadence, after.cadence) ? {} : { cadence: before.cadence ?? null }),
  };
}

/** As JSON, in which states are kept. */
function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}
