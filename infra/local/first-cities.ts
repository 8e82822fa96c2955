import type { Instant } from '@citypath/calendar';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDemonstration } from './demonstration/load';
import { isEmpty } from './postgres/is-empty';
import { PlainFault } from './processes/plain-fault';
import type { LocalSettings } from './settings';
import { signInPeople } from './sign-in-people';

/**
 * Loads the four cities of the demonstration when there is no journey yet, and goes on with a load that an earlier
 * start did not finish: around the same instant, so that what was sent is sent again with the same key.
 */
export async function loadFourCities(
  { dataFolder }: LocalSettings,
  databaseUrl: string,
  apiUrl: string,
  say: (sentence: string) => void,
): Promise<void> {
  const unfinished = join(dataFolder, 'demonstration-unfinished');
  const begunAt = (await readFile(unfinished, 'utf8').catch(() => undefined)) as Instant | undefined;
  if (begunAt === undefined && !(await isEmpty(databaseUrl, 'SELECT 1 FROM journeys LIMIT 1'))) return;
  say('Loading the four cities of the demonstration (a few seconds) …');
  const now = begunAt ?? (new Date().toISOString() as Instant);
  await writeFile(unfinished, now);
  await loadDemonstration({ apiUrl, administrator: await administratorOf(apiUrl), now });
  await rm(unfinished);
}

async function administratorOf(apiUrl: string): Promise<string> {
  const people = await signInPeople(apiUrl);
  const administrator = people.find(({ roles }) => roles.some(({ role }) => role === 'administrator'));
  if (!administrator)
    throw new PlainFault('There is no administrator to load the four cities as: npm start -- --empty goes without.');
  return administrator.person.id;
}
