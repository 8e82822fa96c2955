import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { loadDemonstration } from './demonstration/load';
import type { LocalSettings } from './settings';

/**
 * Loads the four cities of the demonstration when there is no journey yet, and goes on with a load that an earlier
 * start did not finish. The loader only sends commands, each with its own key, so that sending one again is harmless.
 */
export async function loadFourCities(
  { dataFolder }: LocalSettings,
  databaseUrl: string,
  apiUrl: string,
  say: (sentence: string) => void,
): Promise<void> {
  const unfinished = join(dataFolder, 'demonstration-unfinished');
  if (!existsSync(unfinished) && !(await hasNoJourney(databaseUrl))) return;
  say('Loading the four cities of the demonstration (a few seconds) …');
  await writeFile(unfinished, 'The next start goes on with the loading.\n');
  await loadDemonstration({ apiUrl });
  await rm(unfinished);
}

async function hasNoJourney(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM journeys LIMIT 1');
    return found.rowCount === 0;
  } finally {
    await client.end();
  }
}
