import type { Fact, MovedStep } from '@citypath/journey';
import type { EntityManager } from 'typeorm';
import { append } from './append';
import { moveSteps } from './move-steps';
import type { RecordRequest } from './record-request';
import { changeLetters } from './undo-letters';

/**
 * Writes facts with what follows from them for letters and papers. Where a fact moves steps, what comes before it is
 * written under their old names, and what comes with it and after it under the new ones.
 */
export async function appendInOrder(transaction: EntityManager, request: RecordRequest): Promise<void> {
  for (const part of partsOf(request)) {
    const moved = part.facts.flatMap(stepsMovedBy);
    if (moved.length > 0) await moveSteps(transaction, part.journeyId, moved);
    await append(transaction, part);
    await changeLetters(transaction, part);
  }
}

/** Each fact that moves steps begins a part of its own. */
function partsOf(request: RecordRequest): RecordRequest[] {
  const { facts, letters, cancellations } = request;
  const begins = facts.flatMap((fact, place) => (place === 0 || stepsMovedBy(fact).length > 0 ? [place] : []));
  if (begins.length < 2) return [request];
  return begins.map((begin, index) => {
    const own = facts.slice(begin, begins[index + 1]);
    const isOwn = ({ seq }: { seq: number }): boolean => own.some((fact) => fact.seq === seq);
    return { ...request, facts: own, letters: letters.filter(isOwn), cancellations: cancellations.filter(isOwn) };
  });
}

function stepsMovedBy(fact: Fact): MovedStep[] {
  return fact.kind === 'definition-adopted' ? (fact.steps ?? []) : [];
}
