import type { JourneyId } from '@citypath/journey';
import { readConfig, TemporalDoor } from '@citypath/runtime';
import { Journal, type Instant } from '@citypath/store';
import { rebuild, type Rebuilt } from '@citypath/workflows/messages';
import { PartAway } from '../part-away';
import { withDatabase } from '../with-database';

const ANSWERS_WITHIN_MS = 2_000;

/**
 * Starts the run of a journey again from its journal, whatever it is at: see `rebuild` of the workflows, which the api
 * calls too. May be repeated.
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
    const now = new Date().toISOString() as Instant;
    const rebuilt = await withDatabase(settings.databaseUrl, (dataSource) =>
      rebuild(
        journey,
        now,
        settings.temporalTaskQueue,
        (rules) => new Journal(dataSource).beginAnew(journey, rules),
        (call) => door.within(call),
      ),
    );
    if (rebuilt === null) throw new Error(`There is no journey ${journey}. It is named <programme>.<city>.`);
    return rebuilt;
  } finally {
    await door.close();
  }
}
