import { Journal } from '../journal/journal';
import { OneByOne } from '../spec/one-by-one';
import { type OwnDatabase, ownDatabase } from '../spec/own-database';
import { MORNING, reminder, skipped, Yiwu } from '../spec/yiwu';
import type { Instant } from '../types';
import { Deliveries } from './deliveries';
import { JourneyReports } from './journey-reports';
import { Letters } from './letters';
import type { ComposedLetter, TakenLetter } from './taken-letter';
import { emptyTables } from '../spec/empty-tables';

const LATER: Instant = '2026-11-23T01:10:00.000Z';
const TRY_AGAIN: Instant = '2026-11-24T01:00:00.000Z';

const digest: ComposedLetter = {
  recipient: 'p-xiong',
  address: 'xiong.tao@yiwu.example',
  copiedTo: null,
  language: 'en',
  subject: 'Three things of your cities',
  bodyText: 'All of it',
  bodyHtml: '<p>All of it</p>',
  messageId: '<digest@citypath.example>',
};

describe('a digest that comes back because its reader’s mail host had enough for now', () => {
  let database: OwnDatabase;
  let journal: Journal;
  let letters: Letters;
  let deliveries: Deliveries;
  let yiwu: Yiwu;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
  });

  afterAll(() => database.drop());

  beforeEach(async () => {
    await emptyTables(database.dataSource, 'journeys', 'mailboxes');
    journal = new Journal(database.dataSource);
    letters = new Letters(database.dataSource);
    deliveries = new Deliveries(database.dataSource);
    yiwu = await Yiwu.settled(database.dataSource);
    await journal.record(yiwu.birth({ letters: ['0', '+1', '+2'].map((threshold) => reminder(1, { threshold })) }));
  });

  const rows = async () => (await letters.ledger({}, { limit: 10 })).items;
  const take = () => new OneByOne(letters).take(MORNING, 10);

  /** One message of all that was taken, which the mail server may get. */
  async function compose([hold, ...carried]: TakenLetter[]): Promise<TakenLetter> {
    const claim = { person: 'p-xiong', round: 1 };
    const message = { ...digest, claim, hold: hold!, carried, ordinaryOn: '2026-11-23' as const };
    expect((await letters.compose([message], MORNING)).size).toBe(1);
    return hold!;
  }

  const accepted = (hold: TakenLetter) =>
    letters.settle([{ hold, outcome: { kind: 'accepted', at: MORNING, response: '250' } }]);
  const putBack = ({ id, attempt }: TakenLetter) =>
    deliveries.putBack(
      { letterId: id, attempt },
      '452 later',
      { notBeforeAt: TRY_AGAIN, patienceBeganAt: '2026-11-22T01:10:00.000Z' },
      LATER,
    );

  it('is due again with every letter that it carried, all at the same instant, and none of them earlier', async () => {
    const carrier = await compose(await take());
    await accepted(carrier);
    expect((await rows()).map(({ status }) => status).sort()).toEqual(['accepted', 'merged', 'merged']);

    expect(await putBack(carrier)).toBe('changed');
    const again = { status: 'due', carriedBy: null, isDigest: false, settledAt: null };
    const waits = { notBefore: TRY_AGAIN, deferredSince: LATER };
    expect(await rows()).toMatchObject([again, again, again].map((row) => ({ ...row, ...waits })));
    expect(await new OneByOne(letters).take(LATER, 10)).toEqual([]);
    expect(await new OneByOne(letters).take(TRY_AGAIN, 10)).toHaveLength(3);
  });

  it('is put back once, and not by a report of an older posting', async () => {
    const carrier = await compose(await take());
    await accepted(carrier);
    expect(await putBack({ ...carrier, attempt: carrier.attempt + 1 })).toBe('known');
    expect((await rows()).map(({ status }) => status).sort()).toEqual(['accepted', 'merged', 'merged']);
    await putBack(carrier);
    expect(await putBack(carrier)).toBe('known');
  });

  it('does not bring back what a fact crossed while it was posted', async () => {
    const carrier = await compose(await take());
    const cancellations = [{ seq: 2, step: 'asw_report', reason: 'settled' as const }];
    await journal.record(yiwu.request(1, [skipped(2)], { cancellations }));
    await accepted(carrier);
    await putBack(carrier);
    const gone = { status: 'cancelled', reason: 'settled', crossed: false, settledAt: LATER };
    expect(await rows()).toMatchObject([gone, gone, gone]);
  });
});

describe('a digest that comes back after its journeys were told that it had arrived', () => {
  let database: OwnDatabase;
  let letters: Letters;
  let yiwu: Yiwu;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
    letters = new Letters(database.dataSource);
    yiwu = await Yiwu.settled(database.dataSource);
    const due = ['0', '+1'].map((threshold) => reminder(1, { threshold }));
    await new Journal(database.dataSource).record(yiwu.birth({ letters: due }));
  });

  afterAll(() => database.drop());

  it('is news for each letter that it carried: there may be one of another city in it', async () => {
    const [hold, ...carried] = await new OneByOne(letters).take(MORNING, 10);
    const message = { ...digest, claim: { person: 'p-xiong', round: 1 }, hold: hold!, carried, ordinaryOn: null };
    await letters.compose([message], MORNING);
    await letters.settle([{ hold: hold!, outcome: { kind: 'accepted', at: MORNING, response: '250' } }]);
    const reports = new JourneyReports(database.dataSource);
    const ids = [hold!, ...carried].map(({ id }) => id);
    await reports.nothingToTell(Object.fromEntries(ids.map((id) => [id, 'delivered'])), LATER);
    expect(await reports.unreported([yiwu.journeyId])).toEqual([]);

    const posting = { letterId: hold!.id, attempt: hold!.attempt };
    await new Deliveries(database.dataSource).bounced(posting, null, '5.1.1 gone', TRY_AGAIN);
    const told = await reports.unreported([yiwu.journeyId]);
    expect(told.map(({ id, status, settledAt }) => [id, status, settledAt]).sort()).toEqual(
      ids.map((id) => [id, 'bounced', TRY_AGAIN]).sort(),
    );
  });
});
