import type { JourneyId } from '@citypath/journey';
import { readConfig, TemporalDoor } from '@citypath/runtime';
import { Journal, Recovery, type DataSource, type Instant } from '@citypath/store';
import { rebuild, type Rebuilt } from '@citypath/workflows/messages';
import { PartAway } from '../part-away';
import { withDatabase } from '../with-database';

/** What a rebuild works on. */
export interface RebuildPlace {
  dataSource: DataSource;
  door: TemporalDoor;
  taskQueue: string;
}

const ANSWERS_WITHIN_MS = 2_000;
const AT_A_TIME = 8;
const RECOVERY_FIRST =
  'The records came back from a backup: run `citypath recover` first, which rebuilds what has to be. Nothing was changed.';

/**
 * Starts the run of a journey again from its journal, whatever it is at: see `rebuild` of the workflows, which the api
 * calls too. May be repeated.
 * @throws Error in plain words when there is no such journey, or a recovery is awaited
 * @throws PartAway when PostgreSQL or Temporal is away; nothing has changed then
 */
export async function rebuildJourney(journey: JourneyId): Promise<Rebuilt> {
  const rebuilt = await atHouse((place) => rebuildAt(place, journey));
  if (rebuilt === null) throw new Error(`There is no journey ${journey}. It is named <programme>.<city>.`);
  return rebuilt;
}

/**
 * The same for every journey of the records, as after Temporal itself came back from a backup: what runs and should not
 * is ended. May be repeated.
 * @throws Error in plain words when a recovery is awaited
 * @throws PartAway when PostgreSQL or Temporal is away
 */
export async function rebuildEveryJourney(): Promise<Rebuilt[]> {
  return atHouse(async (place) => {
    const ids = [...(await new Recovery(place.dataSource).journeys()).keys()];
    const rebuilt: Rebuilt[] = [];
    for (let from = 0; from < ids.length; from += AT_A_TIME) {
      const some = await Promise.all(ids.slice(from, from + AT_A_TIME).map((id) => rebuildAt(place, id)));
      rebuilt.push(...some.filter((one) => one !== null));
    }
    return rebuilt;
  });
}

/** @returns null when there is no such journey */
export async function rebuildAt(
  { dataSource, door, taskQueue }: RebuildPlace,
  journey: JourneyId,
): Promise<Rebuilt | null> {
  const begin = (rules: Parameters<Journal['beginAnew']>[1]) => new Journal(dataSource).beginAnew(journey, rules);
  return rebuild(journey, new Date().toISOString() as Instant, taskQueue, begin, (call) => door.within(call));
}

async function atHouse<Outcome>(act: (place: RebuildPlace) => Promise<Outcome>): Promise<Outcome> {
  const settings = readConfig(['databaseUrl', 'temporalAddress', 'temporalNamespace', 'temporalTaskQueue']);
  const door = TemporalDoor.open(settings);
  try {
    // Hazard: with the generation raised and Temporal away, no run could record until the next rebuild.
    if (!(await door.answers(ANSWERS_WITHIN_MS)))
      throw new PartAway(`Temporal at ${settings.temporalAddress}`, new Error('no answer'));
    const taskQueue = settings.temporalTaskQueue;
    return await withDatabase(
      settings.databaseUrl,
      async (dataSource) => {
        if ((await new Recovery(dataSource).awaited()) !== null) throw new Error(RECOVERY_FIRST);
        return act({ dataSource, door, taskQueue });
      },
      { poolSize: AT_A_TIME },
    );
  } finally {
    await door.close();
  }
}
