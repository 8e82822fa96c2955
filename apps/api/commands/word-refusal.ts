import { dateInWords, isDay, type Text } from '@citypath/calendar';
import {
  seatDefinition,
  stepDefinition,
  type Command,
  type ProgrammeDefinition,
  type Refusal,
} from '@citypath/journey';
import { refusalError, type ProblemError, type ProblemParams } from '../problems/problem-error';

/** The versions of a programme that an answer to a command may name steps of: a journey's own, and the one to come. */
export function definitionsOf(own: ProgrammeDefinition, command: Command): ProgrammeDefinition {
  if (command.kind !== 'adopt-definition') return own;
  return { ...own, steps: [...own.steps, ...command.definition.steps] };
}

/** A refusal of the rules as a problem, with the titles and dates that its sentence needs instead of keys. */
export function wordRefusal(definition: ProgrammeDefinition, refusal: Refusal): ProblemError {
  const params: ProblemParams = {};
  for (const [name, value] of Object.entries(refusal.params ?? {})) {
    params[name] = typeof value === 'string' ? readable(definition, name, value, refusal.params ?? {}) : value;
  }
  return refusalError(refusal, params);
}

function readable(
  definition: ProgrammeDefinition,
  name: string,
  value: string,
  params: Record<string, string | number>,
): string | Text {
  if (isDay(value)) return { en: dateInWords(value, 'en'), zh: dateInWords(value, 'zh') };
  switch (name) {
    case 'step':
    case 'first':
    case 'to':
      return stepDefinition(definition, value)?.title ?? value;
    case 'seat':
      return seatDefinition(definition, value)?.title ?? value;
    case 'evidence':
      return evidenceTitle(definition, value, String(params['step'] ?? '')) ?? value;
    default:
      return value;
  }
}

function evidenceTitle(definition: ProgrammeDefinition, key: string, step: string): Text | undefined {
  const steps = step === '' ? definition.steps : definition.steps.filter((candidate) => candidate.key === step);
  return steps.flatMap(({ evidence }) => evidence).find((wanted) => wanted.key === key)?.title;
}
