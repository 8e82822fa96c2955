import { Journal } from '../journal/journal';
import { type OwnDatabase, ownDatabase } from '../spec/own-database';
import { OneByOne } from '../spec/one-by-one';
import { MORNING, opened, reminder, Yiwu } from '../spec/yiwu';
import type { Instant } from '../types';
import { Letters } from './letters';
import type { TakenLetter } from './taken-letter';
import { emptyTables } from '../spec/empty-tables';

const LATER: Instant = '2026-11-23T01:10:00.000Z';
const TOMORROW: Instant = '2026-11-24T01:00:00.000Z';

describe('what was merged into another letter', () => {
  let database: OwnDatabase;
  let journal: Journal;
  let letters: Letters;
  let yiwu: Yiwu;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
  });

  afterAll(() => database.drop());

  beforeEach(async () => {
    await emptyTables(database.dataSource, 'journeys', 'mailboxes');
    journal = new Journal(database.dataSource);
    letters = new Letters(database.dataSource);
    yiwu = await Yiwu.settled(database.dataSource);
    await journal.record(
      yiwu.birth({
        letters: [
          reminder(1, { kind: 'step-opened', threshold: 'seq:1' }),
          reminder(1),
          reminder(1, { threshold: '0' }),
        ],
      }),
    );
  });

  const takeAll = async (now: Instant) => {
    const taken = await new OneByOne(letters).take(now, 10);
    return Object.fromEntries(taken.map((letter) => [letter.threshold, letter]));
  };
  const hold = (letter: TakenLetter | undefined) => ({
    hold: letter!,
    outcome: { kind: 'held' as const, untilAt: TOMORROW, reason: 'after-digest' },
  });
  const merge = (letter: TakenLetter | undefined, into: TakenLetter | undefined) => ({
    hold: letter!,
    outcome: { kind: 'merged' as const, into: into!.id },
  });
  const states = async () =>
    Object.fromEntries(
      (await letters.ledger({}, { limit: 10 })).items.map((letter) => [letter.threshold, letter.status]),
    );

  /** The news and the first reminder are merged into the second reminder, which waits for tomorrow. */
  async function allInTheLast(): Promise<void> {
    const { 'seq:1': news, '-3@2026-12-18': first, '0': last } = await takeAll(MORNING);
    await letters.conclude([merge(news, last), merge(first, last), hold(last)], MORNING);
    expect(await states()).toEqual({ 'seq:1': 'merged', '-3@2026-12-18': 'merged', '0': 'held' });
  }

  it('goes on its own when that one is not wanted any more: the news in it, not an older reminder', async () => {
    await allInTheLast();
    const { '0': last } = await takeAll(TOMORROW);
    await letters.conclude([{ hold: last!, outcome: { kind: 'suppressed', reason: 'day-passed' } }], TOMORROW);
    expect(await states()).toEqual({ 'seq:1': 'due', '-3@2026-12-18': 'merged', '0': 'suppressed' });
    expect(Object.keys(await takeAll(TOMORROW))).toEqual(['seq:1']);
  });

  it('goes on its own when an act takes that one back', async () => {
    await allInTheLast();
    const moved = { seq: 2, step: 'asw_report', kinds: ['reminder' as const], reason: 'date-moved' as const };
    await journal.record(yiwu.request(1, [opened(2, 'asw_prep')], { cancellations: [moved] }));
    expect(await states()).toEqual({ 'seq:1': 'due', '-3@2026-12-18': 'merged', '0': 'cancelled' });
  });

  it('goes with the last of them when that one is merged itself', async () => {
    const { 'seq:1': news, '-3@2026-12-18': first, '0': last } = await takeAll(MORNING);
    await letters.conclude([merge(news, first), hold(first), hold(last)], MORNING);
    const again = await takeAll(TOMORROW);
    await letters.conclude([merge(again['-3@2026-12-18'], again['0']), hold(again['0'])], TOMORROW);
    const carried = (await letters.ledger({}, { limit: 10 })).items.filter(({ carriedBy }) => carriedBy === last!.id);
    expect(carried.map(({ threshold }) => threshold).sort()).toEqual(['-3@2026-12-18', 'seq:1']);
  });

  it('a courier that is alive keeps what it holds, and what it has settled stays settled', async () => {
    const limits = { people: 1, lettersOfPerson: 10, leaseBeganAt: MORNING };
    const [round] = await letters.takeRounds(MORNING, limits);
    const [held, settled] = round!.letters;
    await letters.settle([{ hold: settled!, outcome: { kind: 'accepted', at: MORNING, response: '250' } }]);
    await letters.renew([round!], round!.letters, LATER);
    expect(await letters.recoverUnknown(LATER, LATER)).toEqual({ unknown: 0, dueAgain: 0 });
    expect(await letters.takeRounds(LATER, { ...limits, leaseBeganAt: LATER })).toEqual([]);
    expect(await letters.byId(held!.id)).toMatchObject({ status: 'posting', postingSince: LATER });
    expect(await letters.byId(settled!.id)).toMatchObject({ status: 'accepted', postingSince: MORNING });

    await letters.releaseClaims([round!]);
    await letters.renew([round!], [], LATER);
    const [{ round_since: since }] = await database.dataSource.query<[{ round_since: Date | null }]>(
      'SELECT round_since FROM mailboxes',
    );
    expect(since).toBeNull();
  });
});
