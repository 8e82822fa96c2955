import { Courier, LEASE_MS, PostOffice } from '@citypath/courier';
import { freePort } from '@citypath/local';
import { Inbox } from '@citypath/local/inbox';
import { openMailTransport } from '@citypath/runtime';
import type { Instant } from '@citypath/calendar';
import { Client } from 'pg';
import { LettersOfYiwu } from '../support/letters-of-yiwu';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import { OwnProcess } from '../support/own-process';
import { until } from '../support/until';
import { rounds } from './fault-story';
import { holdNextLetter } from './held-letter';

/** Five kills a point in `npm test`, three hundred in `npm run faults`. */
const kills = rounds.length <= 2 ? 5 : rounds.length * 15;
const SENDER = 'CityPath <letters@citypath.example>';

type Point = 'claimed' | 'posting' | 'accepted' | 'recorded';
/** The locks before which a courier waits: with the letter its own and nothing written; with the mail server's yes unwritten. */
const GATES = { claimed: 4_712, accepted: 4_713 } as const;

let database: OwnDatabase;
let inbox: Inbox;
let courier: OwnProcess;
let yiwu: LettersOfYiwu;
let gatekeeper: Client;
let smtpUrl: string;
const afterTheStory = new Date(Date.now() + 86_400_000).toISOString();
/** The letters by the point at which their courier died. */
const struck: Record<Point, string[]> = { claimed: [], posting: [], accepted: [], recorded: [] };

beforeAll(async () => {
  database = await ownDatabase();
  yiwu = await LettersOfYiwu.atTheReport(database.dataSource);
  inbox = new Inbox();
  smtpUrl = `smtp://127.0.0.1:${await inbox.listen()}`;
  await database.dataSource.query(`
    CREATE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock_shared(TG_ARGV[0]::int); RETURN NEW; END $$;
    CREATE TRIGGER gate_claimed BEFORE UPDATE ON letters FOR EACH ROW
      WHEN (OLD.message_id IS NULL AND NEW.message_id IS NOT NULL) EXECUTE FUNCTION gate(${GATES.claimed});
    CREATE TRIGGER gate_accepted BEFORE UPDATE ON letters FOR EACH ROW
      WHEN (OLD.status = 'posting' AND NEW.status = 'accepted') EXECUTE FUNCTION gate(${GATES.accepted})`);
  gatekeeper = new Client({ connectionString: database.url });
  await gatekeeper.connect();
  courier = new OwnProcess('courier', {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: `127.0.0.1:${await freePort()}`,
    SMTP_URL: smtpUrl,
    MAIL_FROM: SENDER,
    PUBLIC_URL: 'http://127.0.0.1:3000',
    CITYPATH_MODE: 'local',
    COURIER_TICK_MS: '50',
    LOG_LEVEL: 'error',
    MAIL_PER_DOMAIN_A_MINUTE: '1000000',
    MAIL_PER_RECIPIENT_A_MINUTE: '1000000',
  });
  await courier.start();
});

afterAll(async () => {
  await courier.stop();
  await gatekeeper.end();
  await inbox.close();
  await database.drop();
});

/** A letter that somebody asked for at once falls due. @returns its id */
async function fallsDue(name: string): Promise<string> {
  const [row] = await database.dataSource.query<{ id: string }[]>(
    `INSERT INTO letters (journey_id, seq, kind, round, threshold, seat, holder, due_at, expedited)
     VALUES ($1, 1, 'welcome', 1, $2, 'cro', 'p-cro', '2026-01-05T01:00:00Z', true) RETURNING id`,
    [yiwu.journey.state.journeyId, name],
  );
  return row!.id;
}

const statusOf = async (id: string) => (await yiwu.letters.byId(id))!.status;

/** Waits until the courier stands before the gate, kills it and its statement, which would otherwise still be carried out. */
async function killBefore(gate: number): Promise<void> {
  const waiting = `FROM pg_locks w JOIN pg_stat_activity a USING (pid) WHERE w.locktype = 'advisory' AND NOT w.granted
    AND w.objid = ${gate} AND a.datname = current_database()`;
  await until('the courier stands before the gate', async () => {
    return ((await gatekeeper.query(`SELECT 1 ${waiting}`)).rowCount ?? 0) > 0;
  });
  await courier.kill();
  await gatekeeper.query(`SELECT pg_terminate_backend(w.pid) ${waiting}`);
}

async function killAt(point: Point, round: number): Promise<void> {
  const held = point === 'posting' ? holdNextLetter(inbox) : null;
  if (point === 'claimed' || point === 'accepted') await gatekeeper.query(`SELECT pg_advisory_lock(${GATES[point]})`);
  const id = await fallsDue(`${point}-${round}`);
  struck[point].push(id);
  switch (point) {
    case 'claimed':
    case 'accepted':
      await killBefore(GATES[point]);
      await gatekeeper.query(`SELECT pg_advisory_unlock(${GATES[point]})`);
      break;
    case 'posting':
      await held?.arrived;
      await courier.kill();
      held?.letGo(round % 2 === 0 ? 'kept' : 'thrown away');
      break;
    case 'recorded':
      await until('the letter is recorded', async () => (await statusOf(id)) === 'accepted');
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
  await courier.stop();
  const office = new PostOffice(openMailTransport({ smtpUrl, mode: 'local' }), SENDER);
  const setting = { publicUrl: 'http://127.0.0.1:3000', messageIdHost: 'citypath.example' };
  const successor = new Courier(database.dataSource, office, setting);
  const later = new Date(Date.parse(afterTheStory) + LEASE_MS + 60_000).toISOString() as Instant;
  while ((await successor.tick(later)).more);
  office.close();

  const statuses = async (point: Point) => new Set(await Promise.all(struck[point].map(statusOf)));
  expect(await statuses('claimed')).toEqual(new Set(['accepted']));
  expect(await statuses('posting')).toEqual(new Set(['unknown']));
  expect(await statuses('accepted')).toEqual(new Set(['unknown']));
  expect(await statuses('recorded')).toEqual(new Set(['accepted']));

  const taken = inbox.messages().map(({ messageId }) => messageId ?? '');
  expect(new Set(taken).size).toBe(taken.length);
  const came = (id: string) => taken.some((messageId) => messageId.includes(id));
  for (const point of ['claimed', 'accepted', 'recorded'] as const)
    expect(struck[point].filter((id) => !came(id))).toEqual([]);
  expect(struck.posting.filter(came)).toEqual(struck.posting.filter((_, index) => (index + 1) % 2 === 0));
});
