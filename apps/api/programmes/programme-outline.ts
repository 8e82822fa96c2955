import type { ProgrammeOutlineResponse, Text } from '@citypath/contracts';
import type { ProgrammeDefinition, StepDefinition } from '@citypath/journey';

/** Steps that a joining may tell as done: not what comes again, nor what a list makes. */
export function stepsBeforeJoining(definition: ProgrammeDefinition): StepDefinition[] {
  return definition.steps.filter((step) => !step.repeats && !step.perItem);
}

/** What may be told of a city that joins the programme. */
export function programmeOutline(definition: ProgrammeDefinition): ProgrammeOutlineResponse {
  return {
    key: definition.key,
    title: definition.title,
    stages: definition.stages.map(({ key, title }) => ({ key, title })),
    seats: definition.seats
      .filter((seat) => seat.of === 'city')
      .map(({ key, title, office }) => ({ key, title, office: office ?? false })),
    steps: stepsBeforeJoining(definition).map(({ key, title, stage, optional }) => ({
      key,
      title,
      stage,
      optional: optional ?? false,
      items: itemsOf(definition, key),
    })),
  };
}

function itemsOf(definition: ProgrammeDefinition, step: string): Text | null {
  const made = definition.steps.find(({ perItem }) => perItem?.step === step);
  const evidence = made?.perItem?.evidence;
  return definition.steps.find(({ key }) => key === step)?.evidence.find(({ key }) => key === evidence)?.title ?? null;
}
