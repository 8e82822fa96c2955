import type { ProgrammeDefinition, StepDefinition, StepKey } from '../grammar';
import type { Refusal, RefusalCode } from '../refusal';
import type { RuleContext } from '../rule-context';
import type { JourneyState } from '../state';
import { canHold, isGivenSomething } from './holds-evidence';
import type { StepMapping } from './moved-step';

/** A journey on its way to another version of its programme. */
export interface Adoption {
  context: RuleContext;
  state: JourneyState;
  /** The version to come. */
  definition: ProgrammeDefinition;
  /** See the command `adopt-definition`. */
  holding: readonly StepKey[];
}

/** A step that the journey has and the version to come lacks, and what may become of it. */
export interface DroppedStep {
  step: StepKey;
  /** Steps of the version to come that can take its place. */
  becomes: StepKey[];
  /** Nobody gave it anything. */
  mayLetGo: boolean;
}

/** The steps of which somebody has to say what becomes of them. */
export function droppedSteps(adoption: Adoption): DroppedStep[] {
  const { definition } = adoption;
  return stepsHad(adoption)
    .filter((key) => !has(definition, key))
    .map((step) => ({
      step,
      becomes: definition.steps.map(({ key }) => key).filter((to) => faultOf(adoption, step, to) === null),
      mayLetGo: faultOf(adoption, step, null) === null,
    }));
}

/** @returns why a mapping cannot be taken, the first reason; null where it can */
export function mappingRefusal(adoption: Adoption, mapping: StepMapping): Refusal | null {
  const taken = new Map<StepKey, StepKey>();
  for (const [step, to] of Object.entries(mapping)) {
    const fault = faultOf(adoption, step, to, mapping) ?? (to !== null && taken.has(to) ? 'mapping-into-one' : null);
    if (fault !== null) return refusalOf(fault, step, to);
    if (to !== null) taken.set(to, step);
  }
  const had = stepsHad(adoption);
  const lost = had.find((key) => !has(adoption.definition, key) && !Object.hasOwn(mapping, key));
  if (lost !== undefined) return refusalOf('definition-drops-steps', lost, null);
  // What stays under its name has to stay what it is: one step, or one for each quarter, year or row.
  const changed = had.find((key) => has(adoption.definition, key) && repeatsOtherwise(adoption, key, key, mapping));
  return changed === undefined ? null : refusalOf('mapping-changes-repeats', changed, changed);
}

function refusalOf(code: RefusalCode, step: StepKey, to: StepKey | null): Refusal {
  return { code, field: `/steps/${step}`, params: to === null ? { step } : { step, to } };
}

/** @param mapping where it is known: what becomes of the others */
function faultOf(adoption: Adoption, step: StepKey, to: StepKey | null, mapping?: StepMapping): RefusalCode | null {
  const { context, state, definition, holding } = adoption;
  const before = find(context.definition, step);
  if (before === undefined) return 'mapping-from-unknown';
  if (has(definition, step)) return 'mapping-needless';
  const isHolding = holding.includes(step) || isGivenSomething(state, step);
  if (to === null) return isHolding ? 'mapping-lets-go-of-evidence' : null;
  const after = find(definition, to);
  if (after === undefined) return 'mapping-to-unknown';
  if (hasOrHad(adoption, to)) return 'mapping-onto-another';
  if (repeatsOtherwise(adoption, step, to, mapping)) return 'mapping-changes-repeats';
  const states = Object.values(state.steps).filter((one) => one.step === step);
  return isHolding && !canHold(before, after, states) ? 'mapping-loses-evidence' : null;
}

/** Steps that ever opened or were settled, by their keys, in the programme's order. */
function stepsHad({ context, state }: Adoption): StepKey[] {
  const had = new Set(Object.values(state.steps).map(({ step }) => step));
  return context.definition.steps.map(({ key }) => key).filter((key) => had.has(key));
}

/** Also one that waits, was let go or called otherwise: its letters and facts have that name, and mix with no other's. */
function hasOrHad({ context, state: { moved = [] } }: Adoption, key: StepKey): boolean {
  return has(context.definition, key) || moved.some(({ steps }) => steps.some(({ from }) => from === key));
}

/** Whether occurrences of a step would lose their meaning, or a step without any would have to be one of many. */
function repeatsOtherwise(
  { context, definition }: Adoption,
  step: StepKey,
  to: StepKey,
  mapping: StepMapping | undefined,
): boolean {
  const [before, after] = [find(context.definition, step), find(definition, to)];
  if (before?.repeats?.every !== after?.repeats?.every) return true;
  const [was, is] = [before?.perItem, after?.perItem];
  if (was === undefined || is === undefined) return was !== is;
  const isListKnown = mapping !== undefined || has(definition, was.step);
  return was.evidence !== is.evidence || (isListKnown && (mapping?.[was.step] ?? was.step) !== is.step);
}

function find({ steps }: ProgrammeDefinition, key: StepKey): StepDefinition | undefined {
  return steps.find((step) => step.key === key);
}

function has(definition: ProgrammeDefinition, key: StepKey): boolean {
  return find(definition, key) !== undefined;
}
