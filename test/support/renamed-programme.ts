import type { Anchor, DueRule, Needs, ProgrammeDefinition, StepKey } from '@citypath/journey';

/** The next version of a programme, in which steps have other names, and some are gone with whatever needed them. */
export function nextVersion(
  definition: ProgrammeDefinition,
  { names = {}, gone = [] }: { names?: Record<StepKey, StepKey>; gone?: StepKey[] },
): ProgrammeDefinition {
  const name = (key: StepKey): StepKey => names[key] ?? key;
  const needs = (given: Needs): Needs | undefined => {
    if (typeof given === 'string') return gone.includes(given) ? undefined : name(given);
    const parts = ('allOf' in given ? given.allOf : given.anyOf).map(needs).filter((part) => part !== undefined);
    if (parts.length === 0) return undefined;
    return 'allOf' in given ? { allOf: parts } : { anyOf: parts };
  };
  const needed = (given: Needs | undefined): { needs?: Needs } => {
    const left = given === undefined ? undefined : needs(given);
    return left === undefined ? {} : { needs: left };
  };
  const anchor = (given: Anchor): Anchor =>
    given.of === 'joining' || given.step === undefined ? given : { ...given, step: name(given.step) };
  const due = (given: DueRule): DueRule =>
    given.rule === 'after' ? { ...given, anchor: anchor(given.anchor) } : given;
  return {
    ...definition,
    version: definition.version + 1,
    milestones: (definition.milestones ?? []).map(({ needs: given, ...rest }) => ({
      ...rest,
      needs: needs(given) ?? { allOf: [] },
    })),
    steps: definition.steps
      .filter(({ key }) => !gone.includes(key))
      .map(({ needs: given, ...step }) => ({
        ...step,
        key: name(step.key),
        ...needed(given),
        due: due(step.due),
        ...(step.mayReturnTo && { mayReturnTo: step.mayReturnTo.map(name) }),
        ...(step.repeats && {
          repeats: {
            ...step.repeats,
            from: name(step.repeats.from),
            ...(step.repeats.until !== undefined && { until: name(step.repeats.until) }),
          },
        }),
        ...(step.perItem && { perItem: { ...step.perItem, step: name(step.perItem.step) } }),
      })),
  };
}
