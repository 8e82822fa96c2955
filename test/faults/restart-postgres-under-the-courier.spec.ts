import { LEASE_MS } from '@citypath/courier';
import type { Instant } from '@citypath/calendar';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import { ownPostgres, type OwnServer } from '../support/own-servers';
import { until } from '../support/until';
import { CourierStory } from './courier-story';
import { rounds } from './fault-story';
import { holdNextLetter } from './held-letter';

type Point = 'claimed' | 'posting' | 'accepted';

let postgres: OwnServer;
let database: OwnDatabase;
let story: CourierStory;
const afterTheStory = new Date(Date.now() + 86_400_000).toISOString();
/** The letters by the point at which PostgreSQL died under their courier. */
const struck: Record<Point, string[]> = { claimed: [], posting: [], accepted: [] };

beforeAll(async () => {
  postgres = await ownPostgres();
  database = await ownDatabase(postgres.address);
  story = await CourierStory.open(database);
});

afterAll(async () => {
  await story.close();
  await database.drop();
  await postgres.remove();
});

async function restartAt(point: Point, round: number): Promise<void> {
  const held = point === 'posting' ? holdNextLetter(story.inbox) : null;
  if (point !== 'posting') await story.closeGate(point);
  const id = await story.fallsDue(`${point}-${round}`);
  struck[point].push(id);
  if (held) await held.arrived;
  if (point !== 'posting') await story.untilAtGate(point);
  await postgres.kill();
  // The answer comes while there is no database, or when it is back.
  if (round % 2 === 0) held?.letGo('kept');
  await postgres.startAgain();
  held?.letGo('kept');
  // A claimed letter is found once its lease is over. That is after the story, however long it takes: found earlier it
  // would come in place of another one.
  await database.dataSource.query("UPDATE letters SET posting_since = $2 WHERE id = $1 AND status = 'posting'", [
    id,
    afterTheStory,
  ]);
}

describe.each(['claimed', 'posting', 'accepted'] as const)('kill -9 of PostgreSQL with a letter at %s', (point) => {
  test.each(rounds)(
    'round %i: the next letter goes as if nothing had been',
    async (round) => {
      await restartAt(point, round);
      const next = holdNextLetter(story.inbox);
      const id = await story.fallsDue(`after-${point}-${round}`);
      await database.dataSource.query('UPDATE mailboxes SET round_since = NULL');
      expect(await next.arrived).toContain(id);
      next.letGo('kept');
      // Or it would be this one's record that stands before the next gate.
      await until('it is recorded', async () => (await story.statusOf(id)) === 'accepted');
    },
    600_000,
  );
});

test('nothing is missing, nothing came twice, and the courier, which lives, has recorded each answer it got', async () => {
  await story.succeed(new Date(Date.parse(afterTheStory) + LEASE_MS + 60_000).toISOString() as Instant);

  const ids = Object.values(struck).flat();
  expect(ids).toHaveLength(3 * rounds.length);
  expect(ids.filter((id) => story.timesItCame(id) !== 1)).toEqual([]);
  expect(new Set(await Promise.all(ids.map((id) => story.statusOf(id))))).toEqual(new Set(['accepted']));
});
