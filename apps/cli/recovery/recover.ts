import { readConfig, TemporalDoor, type KnownRun } from '@citypath/runtime';
import { Recovery, type DataSource, type Instant, type PresumedLetter } from '@citypath/store';
import { rebuildAt } from '../acts/rebuild';
import { PartAway } from '../part-away';
import { withDatabase } from '../with-database';
import { listRuns, readRuns } from './kept-run';
import { recoverJourney, type JourneyRecovery } from './recover-journey';

export interface RecoveryWishes {
  /** Only says what it would do. */
  dryRun?: boolean;
}

/** What a recovery brought back, and what it could not. */
export interface Recovered {
  dryRun: boolean;
  /** The moment that the restored records are of. */
  backupOf: Instant;
  restoredAt: Instant;
  recoveredAt: Instant;
  facts: number;
  /** Journeys of which facts were recovered, or something is missing. */
  journeys: JourneyRecovery[];
  /** Journeys that go on, were rebuilt, or have ended. */
  runs: Record<JourneyRecovery['run'], number>;
  /** Letters that may have gone before: never posted, unless somebody sends one by hand. Null in a dry run. */
  presumedSent: PresumedLetter[] | null;
  /** In a dry run: how many of those that stand in the ledger now would be. */
  wouldBePresumedSent: number | null;
}

const ANSWERS_WITHIN_MS = 2_000;
const JOURNEYS_AT_A_TIME = 8;

/**
 * Recovers what happened after the backup that a database was restored from, out of the histories that Temporal keeps,
 * and lets letters go again. May be repeated when it was broken off.
 * @throws Error in plain words when no restored backup waits for it
 * @throws PartAway when PostgreSQL or Temporal is away; nothing has changed then
 */
export async function recover({ dryRun = false }: RecoveryWishes = {}, now = () => new Date()): Promise<Recovered> {
  const settings = readConfig(['databaseUrl', 'temporalAddress', 'temporalNamespace', 'temporalTaskQueue']);
  const door = TemporalDoor.open(settings);
  try {
    if (!(await door.answers(ANSWERS_WITHIN_MS)))
      throw new PartAway(`Temporal at ${settings.temporalAddress}`, new Error('no answer'));
    return await withDatabase(
      settings.databaseUrl,
      (dataSource) => recoverAll(dataSource, door, { dryRun, now, taskQueue: settings.temporalTaskQueue }),
      {
        poolSize: JOURNEYS_AT_A_TIME,
      },
    );
  } finally {
    await door.close();
  }
}

async function recoverAll(
  dataSource: DataSource,
  door: TemporalDoor,
  { dryRun, now, taskQueue }: { dryRun: boolean; now: () => Date; taskQueue: string },
): Promise<Recovered> {
  const recovery = new Recovery(dataSource);
  const awaited = await recovery.awaited();
  if (awaited === null)
    throw new Error('No restored backup waits for its recovery: there is nothing to recover. Nothing was changed.');
  const [listed, restored] = [await listRuns(door), await recovery.journeys()];
  const ids = [...new Set([...restored.keys(), ...listed.keys()])].sort();
  const one = async (journeyId: string): Promise<JourneyRecovery> => {
    const known: KnownRun[] = listed.get(journeyId) ?? [];
    const journey = restored.get(journeyId) ?? null;
    const runs = await readRuns(door, journeyId, known, { head: journey?.head ?? 0, backupOf: awaited.backupOf });
    const { restoredAt } = awaited;
    const sources = { journeyId, restored: journey, runs, restoredAt };
    const recovered = await recoverJourney(dataSource, recovery, sources, dryRun);
    // One that has ended may have a run that has not heard of it.
    const ends = recovered.run === 'has-ended' && runs.some(({ isRunning }) => isRunning);
    if (!dryRun && (recovered.run === 'is-rebuilt' || ends))
      await rebuildAt({ dataSource, door, taskQueue }, journeyId);
    return recovered;
  };
  const all: JourneyRecovery[] = [];
  for (let from = 0; from < ids.length; from += JOURNEYS_AT_A_TIME) {
    all.push(...(await Promise.all(ids.slice(from, from + JOURNEYS_AT_A_TIME).map(one))));
  }
  const recoveredAt = now().toISOString() as Instant;
  const count = (run: JourneyRecovery['run']) => all.filter((journey) => journey.run === run).length;
  const outcome = {
    facts: all.reduce((sum, { recovered }) => sum + recovered, 0),
    journeys: all.filter(({ recovered, because }) => recovered > 0 || because !== null),
    runs: {
      'goes-on': count('goes-on'),
      'is-rebuilt': count('is-rebuilt'),
      'has-ended': count('has-ended'),
      'is-not-there': count('is-not-there'),
    },
  };
  const presumedSent = dryRun ? null : await recovery.end(recoveredAt, outcome);
  const wouldBePresumedSent = dryRun ? await recovery.waitingUntil(recoveredAt) : null;
  return { dryRun, ...awaited, recoveredAt, ...outcome, presumedSent, wouldBePresumedSent };
}
