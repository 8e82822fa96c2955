import type { EvidenceField, EvidenceWanted, StepDefinition } from '../grammar';
import { parseStepRef } from '../ids';
import { isMeeting } from '../meetings';
import type { JourneyState, StepState } from '../state';
import { letGo } from './steps-today';

/** Whether anybody gave a step something: then it may be called otherwise, but never be let go. */
export function isGivenSomething(state: JourneyState, key: string): boolean {
  const { steps, cadence, questions = [] } = state;
  const named = [...Object.keys(cadence?.steps ?? {}), ...questions.map(({ step }) => step)];
  return (
    Object.values(steps).some((step) => step.step === key && isTouched(step, letGo(state, step.ref)?.round ?? 0)) ||
    named.some((ref) => parseStepRef(ref).step === key)
  );
}

/**
 * All but opened, reminded of or told of: a step that only time has come to.
 * @param roundsBefore of the step that was let go under this name, and has come back as another one
 */
function isTouched(step: StepState, roundsBefore: number): boolean {
  const isFirstRound = Math.max(step.round, step.lastRound ?? 0) <= roundsBefore + (step.status === 'open' ? 1 : 0);
  return (
    (step.status !== 'open' && step.status !== 'waiting') ||
    !isFirstRound ||
    step.agreed ||
    step.eventOn !== null ||
    [step.meeting, step.items, step.waiver, step.responsible].some((one) => one !== undefined) ||
    step.ladder?.acknowledged !== undefined ||
    step.ladder?.prepared !== undefined
  );
}

/** Whether all that a step holds finds its place in another one. */
export function canHold(before: StepDefinition, after: StepDefinition, states: readonly StepState[]): boolean {
  const hasMeeting = states.some(({ meeting, eventOn }) => meeting || (eventOn !== null && isMeeting(before)));
  if (hasMeeting && !isMeeting(after)) return false;
  if (states.some(({ waiver }) => waiver != null) && !after.waiver) return false;
  return before.evidence.every((wanted) => after.evidence.some((other) => takesAllOf(other, wanted)));
}

/** Whether an evidence asks for everything that another one asks for: by their keys, whatever they are called. */
function takesAllOf(other: EvidenceWanted, wanted: EvidenceWanted): boolean {
  if (other.key !== wanted.key) return false;
  switch (wanted.kind) {
    case 'document':
      return other.kind === 'document';
    case 'form':
      return other.kind === 'form' && hasFields(other.fields, wanted.fields);
    case 'list':
      return other.kind === 'list' && hasFields(other.columns, wanted.columns);
    case 'decision':
      return other.kind === 'decision' && hasKeys(other.options, wanted.options);
  }
}

function hasFields(others: readonly EvidenceField[], fields: readonly EvidenceField[]): boolean {
  return fields.every((field) =>
    others.some((other) => {
      if (other.key !== field.key || other.type !== field.type) return false;
      return field.type !== 'choice' || (other.type === 'choice' && hasKeys(other.options, field.options));
    }),
  );
}

function hasKeys(others: readonly { key: string }[], wanted: readonly { key: string }[]): boolean {
  return wanted.every(({ key }) => others.some((other) => other.key === key));
}
