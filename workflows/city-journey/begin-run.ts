import { emptyState, NEWEST_RULES } from '@citypath/journey';
import { ApplicationFailure } from '@temporalio/common';
import { nowInWorkflow } from '../workflow-clock';
import { standing } from './advance';
import { upcastState } from './carried-state';
import type { CityJourneyInput } from './city-journey.messages';
import { refused } from './failures';
import { JourneyRun } from './journey-run';

/** A run as it begins: at the state it was given, or with the journey's birth taken and its facts to be recorded. */
export function beginRun(input: CityJourneyInput): JourneyRun {
  const { journeyId, generation, rules, definition, calendar, state, birth, first } = input;
  const context = { rules, definition, calendar };
  if (state) {
    const run = new JourneyRun(generation, standing(context, upcastState(state), nowInWorkflow()));
    const taken = first && run.take(first.command, { ...first.stamp, now: nowInWorkflow() });
    if (taken?.kind === 'refused') throw refused(taken.refusal);
    return run;
  }
  if (!birth) throw ApplicationFailure.nonRetryable('A journey begins with a birth or with a state.', 'no-beginning');
  const run = new JourneyRun(generation, { context, state: emptyState(journeyId), nextMomentAt: null });
  const born = run.take(birth.command, birth.stamp);
  if (born.kind === 'refused') throw refused(born.refusal);
  return run;
}

/** What the next run begins with: everything is recorded, so its state is all it needs; and it takes the newest rules. */
export function nextInput(input: CityJourneyInput, run: JourneyRun): CityJourneyInput {
  const { context, state } = run.now;
  const { definition, calendar } = context;
  const { first: _, ...same } = input;
  return { ...same, rules: NEWEST_RULES, definition, calendar, state, birth: null };
}
