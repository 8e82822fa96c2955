import { addWorkingDays, dayAt, instantAt, type Instant } from '@citypath/calendar';
import { ReportRound, type Giving, type JourneyDoor } from '@citypath/courier';
import { AddressHealth, People, type ReportToGive } from '@citypath/store';
import { OwnBounceDoor } from '../support/bounce-desk';
import { china } from '../support/china';
import { deliveryStatus } from '../support/delivery-status';
import { LettersOfYiwu } from '../support/letters-of-yiwu';
import { MailListener } from '../support/mail-listener';
import { OwnCourier } from '../support/own-courier';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

/** A journey that writes down what it is told, and is away or closed when the story says so. */
class Listener implements JourneyDoor {
  readonly told: ReportToGive[] = [];
  answer: Giving = { kind: 'given' };
  answerTo = (_: ReportToGive): Giving => this.answer;

  give(report: ReportToGive): Promise<Giving> {
    this.told.push(report);
    return Promise.resolve(this.answerTo(report));
  }
}

let database: OwnDatabase;
let server: MailListener;
let door: OwnBounceDoor;
let courier: OwnCourier;
let yiwu: LettersOfYiwu;
let journey: Listener;
let round: ReportRound;
let now: Instant;

beforeAll(async () => {
  database = await ownDatabase();
  server = await MailListener.open();
  door = await new OwnBounceDoor(database.dataSource, () => now).open();
  courier = OwnCourier.open(database.dataSource, server.url, { returnAddresses: door.addresses });
});

afterAll(async () => {
  await door.close();
  courier.close();
  await server.stop();
  await database.drop();
});

/** Three working days after the workshop report was due, in the city's morning: the manager is told of the delay. */
const rungDay = addWorkingDays(china, '2027-03-15', 3);
const morning = (workingDays: number) => instantAt(china, addWorkingDays(china, rungDay, workingDays), '09:05');

beforeEach(async () => {
  server.forget();
  journey = new Listener();
  round = new ReportRound(database.dataSource, journey);
  yiwu = await LettersOfYiwu.atTheReport(database.dataSource);
  yiwu.journey.on(rungDay);
  await yiwu.record();
  await database.dataSource.query("DELETE FROM letters WHERE kind <> 'escalation'");
  now = morning(0);
});

const rung = async () => (await yiwu.ledger()).find(({ kind }) => kind === 'escalation')!;
/** The ladder of the report waits for the letter to the manager. */
const ladderWaits = async () => {
  const { seq } = await rung();
  const ladder = {
    rung: 1,
    fromOn: rungDay,
    awaiting: { seq, of: 'rung', seat: 'manager', on: rungDay, lastRung: false },
  };
  await database.dataSource.query(`UPDATE journeys SET state = jsonb_set(state, '{steps,asw_report,ladder}', $1)`, [
    ladder,
  ]);
};
const said = () => journey.told.map(({ reportOn, command }) => ({ reportOn, command }));
const outcomes = () =>
  journey.told.flatMap(({ command }) => (command.kind === 'post-reported' ? command.outcomes : []));
const tell = async (at: Instant) => {
  now = at;
  await courier.tick(at);
  return round.go(at);
};

test('a letter that a ladder waits for is reported delivered on the morning after the next working day, once', async () => {
  await ladderWaits();
  for (const days of [0, 1]) await tell(morning(days));
  expect(journey.told).toEqual([]);

  await tell(morning(2));
  const { seq } = await rung();
  const delivered = { seq, step: 'asw_report', round: 1, kind: 'escalation', seat: 'manager', holder: null };
  expect(said()).toEqual([
    {
      reportOn: dayAt(china, morning(2)),
      command: { kind: 'post-reported', outcomes: [{ ...delivered, outcome: 'delivered', on: rungDay }], mended: [] },
    },
  ]);
  expect(await rung()).toMatchObject({ reportedAt: morning(2), reportedOutcome: 'delivered' });
  for (const days of [2, 3, 4]) await tell(morning(days));
  expect(journey.told).toHaveLength(1);
});

test('what was refused is told with the same morning’s report, after the post', async () => {
  server.treat({ at: 'recipient', answer: 550, words: '5.1.1 No such mailbox' });
  await round.go(morning(0));
  expect(journey.told).toEqual([]);
  await tell(morning(0));
  expect(outcomes()).toMatchObject([{ kind: 'escalation', outcome: 'bounced', on: rungDay }]);
});

test.each([
  ['skipped by a person', 'suppressed', 'skipped', 'kept-back'],
  ['taken back by a hold', 'cancelled', 'on-hold', 'not-sent'],
  ['taken back when its seat was handed over', 'cancelled', 'seat-changed', 'not-sent'],
])('a letter that a ladder waits for and that was %s is told as such, once', async (_, status, reason, outcome) => {
  await ladderWaits();
  await database.dataSource.query('UPDATE letters SET status = $1, reason = $2', [status, reason]);
  for (const days of [0, 1]) await tell(morning(days));
  expect(outcomes()).toMatchObject([{ kind: 'escalation', outcome }]);
});

test('the letter of an owner for which a ladder waits, taken back by a hold, is told as such', async () => {
  await ladderWaits();
  await database.dataSource.query(
    `UPDATE letters SET kind = 'overdue', seat = 'cro', holder = 'p-cro', status = 'cancelled', reason = 'on-hold'`,
  );
  await tell(morning(0));
  expect(outcomes()).toMatchObject([{ kind: 'overdue', outcome: 'not-sent' }]);
});

test('a letter that a newer one says, which a digest carried in its turn, has what became of the digest', async () => {
  await ladderWaits();
  await courier.tick(morning(0));
  const { id } = await rung();
  const copyOf = async (kind: string, status: string, by: string | null): Promise<string> => {
    const [row] = await database.dataSource.query<{ id: string }[]>(
      `INSERT INTO letters SELECT (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'seq', l.seq + 100,
         'kind', $2::text, 'status', $3::text, 'carried_by', $4::text))).* FROM letters l WHERE id = $1 RETURNING id`,
      [id, kind, status, by],
    );
    return row!.id;
  };
  const digest = await copyOf('reminder', 'accepted', null);
  const newer = await copyOf('overdue', 'merged', digest);
  await database.dataSource.query(`UPDATE letters SET status = 'merged', carried_by = $2 WHERE id = $1`, [id, newer]);
  await tell(morning(2));
  expect(outcomes()).toMatchObject([{ kind: 'escalation', outcome: 'delivered', on: rungDay }]);
  expect(await rung()).toMatchObject({ reportedOutcome: 'delivered' });
});

test('what comes back from whoever stands in says nothing of the address of who is away: passed over, nobody lost', async () => {
  await ladderWaits();
  await database.dataSource.query(`UPDATE letters SET status = 'refused', passed_on_to = 'p-director'`);
  await tell(morning(0));
  expect(outcomes()).toMatchObject([{ kind: 'escalation', outcome: 'absent' }]);
});

test('ten journeys that cannot be told keep no other one waiting', async () => {
  await database.dataSource.query(
    `WITH broken AS (
       INSERT INTO journeys SELECT (jsonb_populate_record(j, jsonb_build_object('id', 'a-broken-' || n))).*
       FROM journeys j, generate_series(1, 10) AS n RETURNING id
     ) INSERT INTO journey_reports (journey_id, report_on, command, letters)
       SELECT id, $1, '{"kind": "post-reported", "outcomes": [], "mended": []}', '{}' FROM broken`,
    [addWorkingDays(china, rungDay, -1)],
  );
  server.treat({ at: 'recipient', answer: 550, words: '5.1.1 No such mailbox' });
  journey.answerTo = ({ journeyId }) =>
    journeyId.startsWith('a-broken') ? { kind: 'not-now', error: new Error('broken') } : { kind: 'given' };
  await tell(morning(0));
  expect((await tell(morning(0))).given).toBe(1);
  expect(await rung()).toMatchObject({ reportedOutcome: 'bounced' });
});

test('nothing is told before nine, nor on a day off', async () => {
  server.treat({ at: 'recipient', answer: 550, words: '5.1.1 No such mailbox' });
  await courier.tick(morning(0));
  await round.go(instantAt(china, addWorkingDays(china, rungDay, 1), '08:59'));
  // Rung day is a Thursday: two days later nobody works.
  await round.go('2027-03-20T04:00:00.000Z');
  expect(journey.told).toEqual([]);
});

test('a report of a bounce that comes the next day is told that day, and not twice', async () => {
  await tell(morning(0));
  const returnPath = server.envelopes.at(-1)!.from;
  now = morning(1);
  const failed = { recipient: 'manager@programme.example', action: 'failed', status: '5.1.1' } as const;
  await door.knock(returnPath, deliveryStatus(failed));
  await tell(morning(1));
  await door.knock(returnPath, deliveryStatus(failed));
  await tell(morning(2));
  expect(outcomes().map(({ outcome }) => outcome)).toEqual(['bounced']);
});

test('a bounce that comes after the delivery was reported is told after all', async () => {
  await ladderWaits();
  await tell(morning(0));
  await tell(morning(2));
  now = morning(3);
  const failed = { recipient: 'manager@programme.example', action: 'failed', status: '4.4.7' } as const;
  await door.knock(server.envelopes.at(-1)!.from, deliveryStatus(failed));
  await tell(morning(3));
  expect(outcomes().map(({ outcome }) => outcome)).toEqual(['delivered', 'bounced']);
});

test('one report a day of the city at most: what is learnt at noon is told the next morning', async () => {
  server.treat({ at: 'recipient', answer: 550, words: '5.1.1 No such mailbox' });
  await tell(morning(0));
  await yiwu.manyReminders(1);
  await database.dataSource.query("UPDATE letters SET kind = 'step-opened' WHERE kind = 'reminder'");
  await new AddressHealth(database.dataSource).confirm('p-cro', now);
  server.treat({ at: 'recipient', answer: 550, words: '5.1.1 No such mailbox' });
  const noon = instantAt(china, rungDay, '12:00');
  await tell(noon);
  expect(journey.told).toHaveLength(1);
  await tell(morning(1));
  expect(outcomes().map(({ kind }) => kind)).toEqual(['escalation', 'step-opened']);
});

test('a letter with nobody to go to is told at once; one that was pointless is not told at all', async () => {
  await new People(database.dataSource).erase('p-manager', now);
  await yiwu.manyReminders(1);
  await tell(instantAt(china, rungDay, '12:00'));
  expect(outcomes()).toMatchObject([{ kind: 'escalation', outcome: 'nobody-there', on: rungDay }]);
  const reminder = (await yiwu.ledger()).find(({ kind }) => kind === 'reminder');
  expect(reminder).toMatchObject({ status: 'suppressed', reportedOutcome: 'not-sent' });
});

test('an unknown letter is told when it is settled, and not before', async () => {
  server.treat({ at: 'text', drop: true });
  for (const days of [0, 1, 2, 3]) await tell(morning(days));
  expect(journey.told).toEqual([]);
});

test('while Temporal is away the report waits, word for word; a crash after the telling tells it again under one id', async () => {
  server.treat({ at: 'recipient', answer: 550, words: '5.1.1 No such mailbox' });
  journey.answer = { kind: 'not-now', error: new Error('away') };
  expect((await tell(morning(0))).notNow.size).toBe(1);
  await tell(morning(1));
  journey.answer = { kind: 'given' };
  await tell(morning(1));
  const [first, ...later] = journey.told;
  expect(first!.reportOn).toBe(rungDay);
  expect(later).toEqual([first, first]);
  expect(await rung()).toMatchObject({ reportedOutcome: 'bounced', reportedAt: morning(1) });
});

test('a journey that ended meanwhile is told no more', async () => {
  server.treat({ at: 'recipient', answer: 550, words: '5.1.1 No such mailbox' });
  await courier.tick(morning(0));
  await database.dataSource.query("UPDATE journeys SET status = 'withdrawn'");
  journey.answer = { kind: 'closed' };
  await round.go(morning(0));
  await round.go(morning(1));
  expect(journey.told).toHaveLength(1);
  expect(await rung()).toMatchObject({ reportedOutcome: 'bounced' });
});

test('a journey that does not run and has not ended is told when it was rebuilt', async () => {
  server.treat({ at: 'recipient', answer: 550, words: '5.1.1 No such mailbox' });
  journey.answer = { kind: 'closed' };
  expect((await tell(morning(0))).notNow.size).toBe(1);
  journey.answer = { kind: 'given' };
  expect((await tell(morning(0))).given).toBe(1);
});

test('who was lost is reported mended when letters reach the person again', async () => {
  server.treat({ at: 'recipient', answer: 550, words: '5.1.1 No such mailbox' });
  await tell(morning(0));
  const contact = { seat: 'manager', person: null, why: 'bounced', sinceOn: rungDay, letterSeq: 1 };
  await database.dataSource.query(`UPDATE journeys SET state = state || $1`, [{ contacts: [contact] }]);
  await tell(morning(1));
  expect(journey.told).toHaveLength(1);

  const people = new People(database.dataSource);
  await people.put({ ...(await people.byId('p-manager'))!, address: 'li.wen@programme.example' });
  await tell(morning(2));
  expect(journey.told.at(-1)!.command).toEqual({
    kind: 'post-reported',
    outcomes: [],
    mended: [{ seat: 'manager', person: 'p-manager' }],
  });
});
