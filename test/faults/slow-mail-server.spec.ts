import type { Instant } from '@citypath/calendar';
import { LEASE_MS } from '@citypath/courier';
import { LettersOfYiwu, beforeTheReport } from '../support/letters-of-yiwu';
import { OwnCourier } from '../support/own-courier';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import { SlowMailServer } from '../support/slow-mail-server';
import { until } from '../support/until';
import { rounds } from './fault-story';

/** Half a minute in `npm run faults`; in `npm test` enough that one letter takes longer than a lease. */
const ANSWER_MS = rounds.length <= 2 ? 12_000 : 30_000;
/** Greeting, EHLO, MAIL, RCPT, DATA, and the one that counts. */
const ANSWERS = 6;

let database: OwnDatabase;
let server: SlowMailServer;
const couriers: OwnCourier[] = [];

function hireCourier(): OwnCourier {
  const courier = OwnCourier.open(database.dataSource, server.url);
  couriers.push(courier);
  return courier;
}

beforeAll(async () => {
  database = await ownDatabase();
  server = await SlowMailServer.open(ANSWER_MS);
});

afterAll(async () => {
  for (const courier of couriers) courier.close();
  await server.close();
  await database.drop();
});

test(
  'a mail server that is slow with each answer gets each letter once, and no other courier takes the slow one for dead',
  async () => {
    expect(ANSWERS * ANSWER_MS).toBeGreaterThan(LEASE_MS);
    const yiwu = await LettersOfYiwu.atTheReport(database.dataSource);
    yiwu.journey.on(beforeTheReport(7));
    await yiwu.record();
    await yiwu.manyReminders(1);

    const begunAtMs = performance.now();
    const now = () => new Date(Date.parse(yiwu.now) + performance.now() - begunAtMs).toISOString() as Instant;
    let isPosting = true;
    const posting = hireCourier()
      .tick(now())
      .finally(() => (isPosting = false));
    await server.called;
    const other = hireCourier();
    await until(
      'the slow server has them',
      async () => {
        const { recovered, settled } = await other.tick(now());
        expect({ recovered, accepted: settled.accepted }).toEqual({
          recovered: { unknown: 0, dueAgain: 0 },
          accepted: 0,
        });
        return !isPosting;
      },
      ANSWERS * ANSWER_MS * 3,
    );

    expect((await posting).settled).toMatchObject({ accepted: 2, unknown: 0, deferred: 0 });
    expect((await yiwu.ledger()).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['accepted', 1],
      ['accepted', 1],
    ]);
    expect(new Set(server.taken).size).toBe(2);
    expect(server.taken).toHaveLength(2);
  },
  ANSWERS * 30_000 * 4,
);
