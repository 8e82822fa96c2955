import type { Instant } from '@citypath/calendar';
import { People, type LedgerEntry } from '@citypath/store';
import { LettersOfYiwu, beforeTheReport } from '../support/letters-of-yiwu';
import { MailListener } from '../support/mail-listener';
import { OwnCourier } from '../support/own-courier';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

/** Monday 15 March 2027 is the day of the workshop report; the letters before it are due at nine. */
const usual = { from: '09:00', until: '17:30' };
const act = (kind: 'post-window-set' | 'letters-held' | 'leave-set' | 'corrected') => ({
  at: '2027-03-01T00:00:00.000Z' as Instant,
  byPerson: 'p-manager',
  personId: 'p-cro',
  kind,
});

let database: OwnDatabase;
let listener: MailListener;
let yiwu: LettersOfYiwu;
let people: People;
const couriers: OwnCourier[] = [];

function hireCourier(): OwnCourier {
  const courier = OwnCourier.open(database.dataSource, listener.url);
  couriers.push(courier);
  return courier;
}

const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString() as Instant;
const second = (instant: Instant, by: number) => new Date(Date.parse(instant) + by * 1_000).toISOString() as Instant;
const subjects = () => listener.taken.map(({ subject }) => subject);
const ofKind = async (kind: LedgerEntry['kind']) => (await yiwu.ledger()).find((letter) => letter.kind === kind);

beforeAll(async () => {
  database = await ownDatabase();
  listener = await MailListener.open();
});

afterAll(async () => {
  await listener.stop();
  await database.drop();
});

beforeEach(async () => {
  listener.forget();
  yiwu = await LettersOfYiwu.atTheReport(database.dataSource);
  people = new People(database.dataSource);
  await people.setPostWindow('p-cro', usual, act('post-window-set'));
  yiwu.journey.on(beforeTheReport(7));
  await yiwu.record();
});

afterEach(() => {
  for (const courier of couriers.splice(0)) courier.close();
});

describe('the window of the reader', () => {
  test('in the evening a letter is held, with the reason, and leaves next morning in the window', async () => {
    const courier = hireCourier();
    await courier.tick(at('2027-03-04', '18:00'));
    expect(await ofKind('reminder')).toMatchObject({
      status: 'held',
      holdReason: 'outside-window',
      notBefore: at('2027-03-05', '09:00'),
      attempts: 0,
    });
    await courier.tick(at('2027-03-05', '08:59'));
    expect(listener.taken).toHaveLength(0);
    await courier.tick(at('2027-03-05', '09:05'));
    expect(subjects()).toEqual(['义乌市：研讨会报告']);
    expect(await ofKind('reminder')).toMatchObject({ status: 'accepted', attempts: 1 });
  });

  test('a weekend holds it until Monday', async () => {
    await hireCourier().tick(at('2027-03-06', '10:00'));
    expect(await ofKind('reminder')).toMatchObject({ holdReason: 'day-off', notBefore: at('2027-03-08', '09:00') });
  });

  test('whatever became of the step meanwhile is asked on release: handed in, its letter does not go', async () => {
    const courier = hireCourier();
    await courier.tick(at('2027-03-04', '18:00'));
    yiwu.journey.submit('asw_report');
    await yiwu.record();
    await courier.tick(at('2027-03-05', '09:05'));
    expect(await ofKind('reminder')).toMatchObject({ status: 'cancelled', reason: 'submitted' });
    expect(subjects().filter((subject) => subject?.startsWith('义乌市'))).toEqual([]);
  });

  test('a report handed in one second before its letter leaves: the letter does not', async () => {
    const courier = hireCourier();
    await courier.tick(at('2027-03-04', '18:00'));
    yiwu.journey.until(second(at('2027-03-05', '09:00'), -1)).submit('asw_report');
    await yiwu.record();
    await courier.tick(at('2027-03-05', '09:05'));
    expect(await ofKind('reminder')).toMatchObject({ status: 'cancelled', reason: 'submitted' });
    expect(subjects().filter((subject) => subject?.startsWith('义乌市'))).toEqual([]);
  });

  test('a seat handed over between hold and release: nothing goes to the one who left, and the successor is told', async () => {
    const courier = hireCourier();
    await people.put({ ...(await people.byId('p-director'))!, id: 'p-successor', address: 'next@yiwu.example' });
    await courier.tick(at('2027-03-04', '18:00'));
    expect(await ofKind('reminder')).toMatchObject({ status: 'held' });
    yiwu.journey.until(at('2027-03-04', '20:00'));
    yiwu.journey.give({ kind: 'hand-over', seat: 'cro', person: 'p-successor', fromOn: '2027-03-04' });
    await yiwu.record();
    await courier.tick(at('2027-03-05', '09:05'));
    expect(await ofKind('reminder')).toMatchObject({ status: 'cancelled', reason: 'seat-changed' });
    const toSuccessor = (await yiwu.ledger()).filter(({ recipient }) => recipient === 'p-successor');
    expect(toSuccessor.map(({ kind, status }) => [kind, status])).toEqual([['seat-taken-over', 'accepted']]);
    const toTheOneWhoLeft = (await yiwu.ledger()).filter(({ recipient }) => recipient === 'p-cro');
    expect(toTheOneWhoLeft.map(({ kind, status }) => [kind, status])).toEqual([['thanks', 'accepted']]);
  });

  test('a report returned in the evening, and its date agreed anew: next morning the officer hears that it is returned', async () => {
    yiwu.journey.until(at('2027-03-05', '18:00')).submit('asw_report');
    yiwu.journey.give({ kind: 'return', step: 'asw_report', comment: 't-gone' });
    await yiwu.record();
    yiwu.journey.give({ kind: 'agree-date', step: 'asw_report', dueOn: '2027-03-30', reason: 't-1' });
    await yiwu.record();
    await hireCourier().tick(at('2027-03-08', '09:05'));
    expect(await ofKind('returned')).toMatchObject({ status: 'accepted', recipient: 'p-cro' });
    expect(listener.taken.find(({ subject }) => subject?.startsWith('义乌市'))?.text).toContain('3月30日');
  });

  test('letters that somebody holds wait for the day, and what is asked for just now does not', async () => {
    const courier = hireCourier();
    await people.holdLetters('p-cro', '2027-03-12', act('letters-held'));
    await courier.tick(at('2027-03-04', '10:00'));
    const held = await ofKind('reminder');
    expect(held).toMatchObject({ holdReason: 'letters-held', notBefore: at('2027-03-12', '09:00') });
    await yiwu.letters.expedite(held!.id, 'p-manager', at('2027-03-04', '23:00'));
    await courier.tick(at('2027-03-04', '23:00'));
    expect(subjects()).toEqual(['义乌市：研讨会报告']);
  });
});

describe('somebody who moves to another zone', () => {
  const movesTo = async (timeZone: string | null, on: Instant) => {
    const known = (await people.byId('p-cro'))!;
    const { familyName, givenName, displayName, zhName, address, otherAddresses, language, titleEn, titleZh } = known;
    const names = { familyName, givenName, displayName, zhName, address, otherAddresses, language, titleEn, titleZh };
    await people.correct('p-cro', { ...names, timeZone }, { ...act('corrected'), at: on });
  };

  test('gets letters at nine on the new clock, on both sides of the night in which it changes', async () => {
    await movesTo('Europe/Berlin', at('2027-03-01', '12:00'));
    const courier = hireCourier();
    await courier.tick(at('2027-03-04', '09:05'));
    // Nine in Berlin is four in the afternoon in Shanghai.
    expect(await ofKind('reminder')).toMatchObject({
      holdReason: 'outside-window',
      notBefore: '2027-03-04T08:00:00.000Z',
    });
    await courier.tick('2027-03-04T07:59:00.000Z');
    expect(listener.taken).toHaveLength(0);
    await courier.tick('2027-03-04T08:05:00.000Z');
    expect(subjects()).toEqual(['义乌市：研讨会报告']);
    // From Sunday 28 March on it is three in the afternoon.
    yiwu.journey.give({ kind: 'agree-date', step: 'asw_report', dueOn: '2027-03-29', reason: 't-1' }).on('2027-03-29');
    await yiwu.record();
    await courier.tick(at('2027-03-29', '10:00'));
    const today = (await yiwu.ledger()).find(({ threshold }) => threshold === 'due0@2027-03-29');
    expect(today).toMatchObject({ status: 'held', notBefore: '2027-03-29T07:00:00.000Z' });
  });

  test('back home, what was held for the other clock is decided anew at once', async () => {
    await movesTo('Europe/Berlin', at('2027-03-01', '12:00'));
    const courier = hireCourier();
    await courier.tick(at('2027-03-04', '09:05'));
    await movesTo(null, at('2027-03-04', '10:00'));
    await courier.tick(at('2027-03-04', '10:01'));
    expect(await ofKind('reminder')).toMatchObject({ status: 'accepted', attempts: 1 });
    // The other clock's nine brings nothing more.
    await courier.tick('2027-03-04T08:05:00.000Z');
    expect(listener.taken).toHaveLength(1);
  });

  test('on the way west the same day comes twice, and one digest a day stays one', async () => {
    yiwu.journey.submit('asw_report').give({ kind: 'return', step: 'asw_report', comment: 't-gone' });
    const asked = { step: 'asw_report', comment: 't-gone', audience: 'everyone' } as const;
    const mentions = [{ seat: 'cro', holder: 'p-cro' }];
    yiwu.journey.give({ kind: 'comment', ...asked, mentions, as: ['manager'] });
    await yiwu.record();
    const courier = hireCourier();
    await courier.tick(at('2027-03-05', '10:00'));
    const digests = async () =>
      (await yiwu.ledger()).filter(({ isDigest, recipient }) => isDigest && recipient === 'p-cro');
    expect(await digests()).toHaveLength(1);
    await movesTo('America/Los_Angeles', at('2027-03-05', '12:00'));
    yiwu.journey.on('2027-03-05', '23:30');
    yiwu.journey.give({ kind: 'comment', ...asked, mentions, as: ['manager'] });
    await yiwu.record();
    // Nine in the morning of the same Friday, sixteen hours later.
    await courier.tick('2027-03-05T17:05:00.000Z');
    expect(await digests()).toHaveLength(1);
  });
});

describe('what goes together', () => {
  /** Two matters for the officer: the report is returned, and the manager asks about it. */
  const returned = async () => {
    yiwu.journey.submit('asw_report').give({ kind: 'return', step: 'asw_report', comment: 't-gone' });
    const mentions = [{ seat: 'cro', holder: 'p-cro' }];
    const asked = { step: 'asw_report', comment: 't-gone', audience: 'everyone' } as const;
    yiwu.journey.give({ kind: 'comment', ...asked, mentions, as: ['manager'] });
    await yiwu.record();
  };

  test('two matters are one digest, and two couriers side by side send one', async () => {
    await returned();
    const morning = at('2027-03-05', '10:00');
    await Promise.all([hireCourier().tick(morning), hireCourier().tick(morning)]);
    const digests = (await yiwu.ledger()).filter(({ isDigest }) => isDigest);
    expect(digests.filter(({ recipient }) => recipient === 'p-cro')).toHaveLength(1);
    const [digest] = listener.taken.filter(({ messageId }) => messageId === digests[0]?.messageId);
    expect(digest?.subject).toMatch(/^义乌市：/);
    expect(digest?.text).toContain('以下是需要您关注的全部事项：');
    expect(digest?.text).toContain('https://citypath.example/journeys/100rc-cn.testville/steps/asw_report');
    const carried = (await yiwu.ledger()).filter(({ carriedBy }) => carriedBy === digests[0]?.id);
    expect(carried.map(({ status }) => status)).toEqual(carried.map(() => 'merged'));
    expect(carried.length).toBeGreaterThan(0);
  });
});

describe('a leave', () => {
  test('without anybody who stands in holds letters until the first working day after it', async () => {
    const leave = { fromOn: '2027-03-04', untilOn: '2027-03-05', substitute: null };
    await people.setLeave('p-cro', leave, act('leave-set'));
    await hireCourier().tick(at('2027-03-04', '10:00'));
    expect(await ofKind('reminder')).toMatchObject({
      status: 'held',
      holdReason: 'on-leave',
      notBefore: at('2027-03-08', '09:00'),
    });
  });

  test('with somebody who stands in sends them there, and says for whom', async () => {
    const leave = { fromOn: '2027-03-04', untilOn: '2027-03-05', substitute: 'p-director' };
    await people.setLeave('p-cro', leave, act('leave-set'));
    await hireCourier().tick(at('2027-03-04', '10:00'));
    expect(await ofKind('reminder')).toMatchObject({
      status: 'accepted',
      recipient: 'p-director',
      passedOnTo: 'p-director',
    });
    expect(listener.taken[0]?.text).toContain(
      'You get this in place of Xiong Tao, who is on leave until Fri 5 Mar 2027.',
    );
  });
});
