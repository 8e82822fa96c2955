import { LEASE_MS } from '@citypath/courier';
import type { Instant } from '@citypath/calendar';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import { until } from '../support/until';
import { CourierStory } from './courier-story';
import { rounds } from './fault-story';
import { holdNextLetter } from './held-letter';

/** Five kills a point in `npm test`, three hundred in `npm run faults`. */
const kills = rounds.length <= 2 ? 5 : rounds.length * 15;

type Point = 'claimed' | 'posting' | 'accepted' | 'recorded';

let database: OwnDatabase;
let story: CourierStory;
const afterTheStory = new Date(Date.now() + 86_400_000).toISOString();
/** The letters by the point at which their courier died. */
const struck: Record<Point, string[]> = { claimed: [], posting: [], accepted: [], recorded: [] };

beforeAll(async () => {
  database = await ownDatabase();
  story = await CourierStory.open(database);
});

afterAll(async () => {
  await story.close();
  await database.drop();
});

async function killAt(point: Point, round: number): Promise<void> {
  const { courier } = story;
  const held = point === 'posting' ? holdNextLetter(story.inbox) : null;
  if (point === 'claimed' || point === 'accepted') await story.closeGate(point);
  const id = await story.fallsDue(`${point}-${round}`);
  struck[point].push(id);
  switch (point) {
    case 'claimed':
    case 'accepted':
      await story.untilAtGate(point);
      await courier.kill();
      await story.openGateAfterDeath(point);
      break;
    case 'posting':
      await held?.arrived;
      await courier.kill();
      held?.letGo(round % 2 === 0 ? 'kept' : 'thrown away');
      break;
    case 'recorded':
      await until('the letter is recorded', async () => (await story.statusOf(id)) === 'accepted');
      await courier.kill();
  }
  // What a dead courier holds of a person is let go at once, so that the next round does not wait for it; what it holds
  // of a letter lasts until the story is over, however long that takes: found earlier, it would be struck twice.
  await database.dataSource.query('UPDATE mailboxes SET round_since = NULL');
  await database.dataSource.query("UPDATE letters SET posting_since = $2 WHERE id = $1 AND status = 'posting'", [
    id,
    afterTheStory,
  ]);
  await courier.start();
}

describe.each(['claimed', 'posting', 'accepted', 'recorded'] as const)('kill -9 of the courier at %s', (point) => {
  test(`${kills} times`, async () => {
    for (let round = 1; round <= kills; round += 1) await killAt(point, round);
    expect(struck[point]).toHaveLength(kills);
  }, 3_600_000);
});

test('nothing is missing, nothing came twice, and each that nobody can tell of is listed as unknown', async () => {
  await story.succeed(new Date(Date.parse(afterTheStory) + LEASE_MS + 60_000).toISOString() as Instant);

  const statuses = async (point: Point) => new Set(await Promise.all(struck[point].map((id) => story.statusOf(id))));
  expect(await statuses('claimed')).toEqual(new Set(['accepted']));
  expect(await statuses('posting')).toEqual(new Set(['unknown']));
  expect(await statuses('accepted')).toEqual(new Set(['unknown']));
  expect(await statuses('recorded')).toEqual(new Set(['accepted']));

  for (const point of ['claimed', 'accepted', 'recorded'] as const)
    expect(struck[point].filter((id) => story.timesItCame(id) !== 1)).toEqual([]);
  const kept = struck.posting.filter((_, index) => (index + 1) % 2 === 0);
  expect(struck.posting.filter((id) => story.timesItCame(id) === 1)).toEqual(kept);
  expect(struck.posting.filter((id) => story.timesItCame(id) > 1)).toEqual([]);
});
