import type { Day } from '@citypath/calendar';
import type { submitRequest } from '@citypath/contracts';
import { checkEvidence, evidenceGiven, listsRepeatedOver, requireStep } from '@citypath/journey';
import type { z } from 'zod';
import type { Asked, GivenAct } from '../commands/given-act';
import type { NamedPerson } from '../people/known-people';
import { ProblemError } from '../problems/problem-error';
import { stepOf } from './target-of';

/**
 * What is handed in, as a command. The answers go to the erasable texts; the command has only what rules read.
 * @throws ProblemError that names every field with something missing or wrong
 */
export function submission(given: GivenAct, body: z.output<typeof submitRequest>): Asked {
  const { definition } = given.journey.context;
  const step = requireStep(definition, stepOf(given));
  const complaints = checkEvidence(step, body.evidence);
  const [first] = complaints;
  if (first) {
    const evidence = step.evidence.find(({ key }) => first.field.split('/')[1] === key)?.title;
    throw new ProblemError(first.code === 'evidence-unknown' ? 'evidence-unknown' : 'evidence-missing', {
      params: evidence ? { evidence } : {},
      errors: complaints.map(({ field, code }) => ({ pointer: `/evidence${field}`, code })),
    });
  }
  const hasAnswers = Object.keys(body.evidence).length > 0;
  const { happenedOn } = body;
  return {
    body,
    texts: hasAnswers ? { answers: body.evidence } : {},
    command: (ref) => ({
      kind: 'submit',
      step: stepOf(given),
      evidence: evidenceGiven(
        step,
        body.evidence,
        hasAnswers ? ref('answers') : null,
        listsRepeatedOver(definition.steps, step.key),
      ),
      ...(happenedOn !== undefined && { happenedOn: happenedOn as Day | null }),
    }),
  };
}

/** The people that a form names by id. */
export function peopleNamedIn(given: GivenAct, { evidence }: z.output<typeof submitRequest>): NamedPerson[] {
  const step = requireStep(given.journey.context.definition, stepOf(given));
  return step.evidence.flatMap((wanted) => {
    const answer = evidence[wanted.key];
    if (wanted.kind !== 'form' || answer?.kind !== 'form') return [];
    return wanted.fields
      .filter(({ type }) => type === 'person')
      .flatMap(({ key }) => {
        const person = answer.values[key];
        return typeof person === 'string' ? [{ pointer: `/evidence/${wanted.key}/values/${key}`, person }] : [];
      });
  });
}
