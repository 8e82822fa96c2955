import { emptyState, fold, NEWEST_RULES, openNeeds, type JourneyId } from '@citypath/journey';
import { readConfig, TemporalDoor } from '@citypath/runtime';
import { Calendars, Definitions, Journal, type DataSource } from '@citypath/store';
import { CITY_JOURNEY, journeyAttributes, type CityJourneyInput } from '@citypath/workflows/messages';
import { PartAway } from '../part-away';
import { withDatabase } from '../with-database';

export interface Rebuilt {
  journey: JourneyId;
  head: number;
  generation: number;
  /** False when the journey has ended, so that nothing has to run. */
  runs: boolean;
}

const ANSWERS_WITHIN_MS = 2_000;

/**
 * Starts the run of a journey again from its journal: one that was lost, reset, terminated or disagrees. The journal
 * gets a new generation first, so that whatever an older run still does is not recorded any more. May be repeated.
 * @throws Error in plain words when there is no such journey
 * @throws PartAway when PostgreSQL or Temporal is away; nothing has changed then
 */
export async function rebuildJourney(journey: JourneyId): Promise<Rebuilt> {
  const settings = readConfig(['databaseUrl', 'temporalAddress', 'temporalNamespace', 'temporalTaskQueue']);
  const door = TemporalDoor.open(settings);
  try {
    // Hazard: with the generation raised and Temporal away, no run could record until the next rebuild.
    if (!(await door.answers(ANSWERS_WITHIN_MS))) {
      throw new PartAway(`Temporal at ${settings.temporalAddress}`, new Error('no answer'));
    }
    const input = await withDatabase(settings.databaseUrl, (dataSource) => inputFromJournal(dataSource, journey));
    const { state, generation } = input;
    const runs = state.status === 'active' || state.status === 'on-hold';
    await door.within((client) => (runs ? start(client, input, settings.temporalTaskQueue) : end(client, journey)));
    return { journey, head: state.head, generation, runs };
  } finally {
    await door.close();
  }
}

type Client = TemporalDoor['client'];
type Continued = CityJourneyInput & { state: NonNullable<CityJourneyInput['state']> };

async function inputFromJournal(dataSource: DataSource, journeyId: JourneyId): Promise<Continued> {
  const journal = new Journal(dataSource);
  // Hazard: the generation is raised before the facts are read. The other way round, an old run could record in between.
  const generation = await journal.raiseGeneration(journeyId);
  if (generation === null) throw new Error(`There is no journey ${journeyId}. It is named <programme>.<city>.`);
  const state = await journal.refresh(journeyId, (facts) => fold(emptyState(journeyId), facts), openNeeds);
  const definition = state && (await new Definitions(dataSource).byHash(state.definitionHash));
  const calendar = state && (await new Calendars(dataSource).byHash(state.calendarHash));
  if (!state || !definition || !calendar) throw new Error(`The programme or the calendar of ${journeyId} is not kept.`);
  return { journeyId, generation, rules: NEWEST_RULES, definition, calendar, state, birth: null };
}

async function start(client: Client, input: Continued, taskQueue: string): Promise<void> {
  const { programme, city, status } = input.state;
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
async function end(client: Client, journeyId: JourneyId): Promise<void> {
  const run = client.workflow.getHandle(journeyId);
  await run.terminate('the journey has ended').catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'WorkflowNotFoundError')) throw error;
  });
}
