import type { CalendarData, Instant } from '@citypath/calendar';
import {
  emptyState,
  fold,
  NEWEST_RULES,
  nextMoment,
  openNeeds,
  type Fact,
  type JourneyId,
  type JourneyState,
  type OpenNeed,
  type ProgrammeDefinition,
} from '@citypath/journey';
import type { SearchAttributePair } from '@temporalio/common';
import { CITY_JOURNEY, journeyAttributes, type CityJourneyInput } from './city-journey.messages';

interface Editions {
  definition: ProgrammeDefinition;
  calendar: CalendarData;
}

/** What the rules make of all facts of a journey. */
export interface RulesOfRebuild {
  fold: (facts: Fact[]) => JourneyState;
  needs: (editions: Editions, state: JourneyState) => OpenNeed[];
  nextMoment: (editions: Editions, state: JourneyState) => Instant | null;
}

/** A journey as it begins anew: older runs can record no more. */
export interface Begun extends Editions {
  generation: number;
  state: JourneyState;
}

/** A client of Temporal, as far as a rebuild needs one. */
export interface RunStarter {
  workflow: {
    start(
      type: string,
      options: {
        workflowId: string;
        taskQueue: string;
        args: [CityJourneyInput];
        typedSearchAttributes: SearchAttributePair[];
        workflowIdReusePolicy: 'ALLOW_DUPLICATE';
        workflowIdConflictPolicy: 'TERMINATE_EXISTING';
      },
    ): Promise<unknown>;
    getHandle(workflowId: string): { terminate(reason?: string): Promise<unknown> };
  };
}

export interface Rebuilt {
  journey: JourneyId;
  head: number;
  generation: number;
  /** False when the journey has ended, so that nothing has to run. */
  runs: boolean;
}

/**
 * Starts the run of a journey again from its journal: one that was lost, reset, terminated or disagrees. The journal
 * gets a new generation first, so that whatever an older run still does is not recorded any more; letters are the
 * ledger's, so that none goes twice. May be repeated.
 *
 * @param begin raises the generation and folds the journal, at once
 * @returns null when there is no such journey
 */
export async function rebuild(
  journeyId: JourneyId,
  now: Instant,
  taskQueue: string,
  begin: (rules: RulesOfRebuild) => Promise<Begun | null>,
  within: (call: (client: RunStarter) => Promise<void>) => Promise<void>,
): Promise<Rebuilt | null> {
  const begun = await begin({
    fold: (facts) => fold(emptyState(journeyId), facts),
    needs: openNeeds,
    nextMoment: (editions, state) => nextMoment({ ...editions, rules: NEWEST_RULES }, state, now),
  });
  if (begun === null) return null;
  const { generation, state, definition, calendar } = begun;
  const input = { journeyId, generation, rules: NEWEST_RULES, definition, calendar, state, birth: null };
  const runs = state.status === 'active' || state.status === 'on-hold';
  await within((client) => (runs ? startAgain(client, input, state, taskQueue) : end(client, journeyId)));
  return { journey: journeyId, head: state.head, generation, runs };
}

/** Starts the run of a journey that has run before; one that still does is ended. */
export async function startAgain(
  client: RunStarter,
  input: CityJourneyInput,
  { programme, city, status }: Pick<JourneyState, 'programme' | 'city' | 'status'>,
  taskQueue: string,
): Promise<void> {
  await client.workflow.start(CITY_JOURNEY, {
    workflowId: input.journeyId,
    taskQueue,
    args: [input],
    typedSearchAttributes: journeyAttributes(programme, city, status),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
  });
}

/** A journey that ended by its journal has no run; one that was reset to before its end still has. */
async function end(client: RunStarter, journeyId: JourneyId): Promise<void> {
  await client.workflow
    .getHandle(journeyId)
    .terminate('the journey has ended')
    .catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'WorkflowNotFoundError')) throw error;
    });
}
