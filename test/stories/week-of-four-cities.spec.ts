import { dayAt, instantAt, type Day, type Instant } from '@citypath/calendar';
import { Calendars, type LedgerLine } from '@citypath/store';
import { china } from '../support/china';
import { MailListener } from '../support/mail-listener';
import { NetworkInHand } from '../support/network-in-hand';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

/** Monday to Friday; the week after begins with what waited over the weekend. */
const WEEK = { from: '2026-09-07', until: '2026-09-14' } as const;
const unnamed = { displayName: null, zhName: null, titleEn: null, titleZh: null, isAdministrator: false };
const cities = [
  { key: 'deyang', nameEn: 'Deyang', nameZh: '德阳市', officer: 'p-qiu', reportOn: '2026-09-08' },
  { key: 'huangshi', nameEn: 'Huangshi', nameZh: '黄石市', officer: 'p-xia', reportOn: '2026-09-09' },
  { key: 'haiyan', nameEn: 'Haiyan', nameZh: '海盐县', officer: 'p-xiao', reportOn: '2026-09-10' },
  { key: 'yiwu', nameEn: 'Yiwu', nameZh: '义乌市', officer: 'p-xiong', reportOn: '2026-09-04' },
] as const;

let database: OwnDatabase;
let listener: MailListener;
let network: NetworkInHand;
let ledger: LedgerLine[];

const cityOf = (key: (typeof cities)[number]['key']) => network.journeys.get(`100rc-cn.${key}`)!;
/** Everything that falls due until then goes; then it is that hour of that day in the city. */
async function at(key: (typeof cities)[number]['key'], day: Day, time: `${number}:${number}`) {
  await network.livesUntil(day, instantAt(china, day, time));
  return cityOf(key).until(instantAt(china, day, time));
}

beforeAll(async () => {
  database = await ownDatabase();
  listener = await MailListener.open();
  network = NetworkInHand.open(database.dataSource, WEEK.from, listener.url);
  const inBeijing = { timeZone: 'Asia/Shanghai', calendarHash: await new Calendars(database.dataSource).put(china) };
  await network.knows(
    ...cities.map(({ officer, key }) => ({
      ...unnamed,
      id: officer,
      familyName: officer.slice(2),
      givenName: 'X',
      address: `officer@${key}.example`,
      language: 'zh' as const,
    })),
    ...['manager', 'director'].map((seat) => ({
      ...unnamed,
      ...inBeijing,
      id: `p-${seat}`,
      familyName: seat,
      givenName: 'L',
      address: `${seat}@programme.example`,
      language: 'en' as const,
    })),
  );
  for (const seat of ['manager', 'director']) await network.programmeSeat(seat, `p-${seat}`);
  for (const city of cities) await network.takesOver({ ...city, calendar: china });
  await network.forgetsItsLetters();

  (await at('deyang', '2026-09-07', '11:00')).submit('asw_report');
  (await at('huangshi', '2026-09-07', '15:00')).submit('asw_report');
  (await at('deyang', '2026-09-08', '10:30')).give({ kind: 'return', step: 'asw_report', comment: 't-gone' });
  (await at('huangshi', '2026-09-08', '18:30')).give({ kind: 'accept', step: 'asw_report' });
  (await at('yiwu', '2026-09-09', '14:00')).give({
    kind: 'comment',
    step: 'asw_report',
    comment: 't-gone',
    audience: 'everyone',
    mentions: [{ seat: 'cro', holder: 'p-xiong' }],
    as: ['manager'],
  });
  (await at('haiyan', '2026-09-10', '09:30')).give({
    kind: 'agree-date',
    step: 'asw_report',
    dueOn: '2026-09-15',
    reason: 't-gone',
  });
  // Friday evening and Saturday, when no letter leaves: what was said in between is not true any more on Monday.
  (await at('haiyan', '2026-09-11', '17:45')).submit('asw_report');
  (await at('deyang', '2026-09-11', '18:00')).submit('asw_report');
  (await at('haiyan', '2026-09-11', '18:10')).give({ kind: 'return', step: 'asw_report', comment: 't-gone' });
  (await at('haiyan', '2026-09-12', '10:00')).submit('asw_report');
  await network.livesUntil(WEEK.until);
  ledger = await network.ledger();
});

afterAll(async () => {
  network.close();
  await listener.stop();
  await database.drop();
});

const sent = () => ledger.filter(({ status, carriedBy }) => status === 'accepted' && carriedBy === null);
const dayOf = ({ settledAt }: LedgerLine) => dayAt(china, settledAt as Instant);

test('each person gets one digest a day at most, and few letters beside it', () => {
  const byPersonDay = Map.groupBy(sent(), (letter) => `${letter.recipient ?? ''} ${dayOf(letter)}`);
  for (const letters of byPersonDay.values()) {
    expect(letters.filter(({ isDigest }) => isDigest).length).toBeLessThanOrEqual(1);
    expect(letters.length).toBeLessThanOrEqual(3);
  }
  expect(sent().some(({ isDigest }) => isDigest)).toBe(true);
  const ids = listener.taken.map(({ messageId }) => messageId).sort();
  expect(ids).toEqual(
    sent()
      .map(({ messageId }) => messageId)
      .sort(),
  );
});

test('the week, message by message', () => {
  const lines = sent().map((letter) => {
    const what = letter.isDigest
      ? `digest of ${letter.carries + 1}`
      : `${letter.journeyId.split('.')[1] ?? ''} ${letter.kind}`;
    return `${dayOf(letter)} ${letter.recipient ?? ''}: ${what}`;
  });
  expect(lines.sort()).toEqual([
    '2026-09-07 p-manager: deyang to-accept',
    '2026-09-07 p-manager: huangshi to-accept',
    '2026-09-07 p-qiu: deyang reminder',
    '2026-09-07 p-xia: huangshi reminder',
    '2026-09-07 p-xiao: haiyan reminder',
    '2026-09-07 p-xiong: yiwu overdue',
    '2026-09-08 p-qiu: deyang returned',
    '2026-09-09 p-manager: yiwu escalation',
    '2026-09-09 p-xia: huangshi accepted',
    '2026-09-09 p-xiao: haiyan reminder',
    '2026-09-09 p-xiong: yiwu question',
    '2026-09-10 p-qiu: deyang reminder',
    '2026-09-10 p-xiao: haiyan reminder',
    '2026-09-10 p-xiong: yiwu overdue',
    '2026-09-14 p-manager: digest of 2',
    '2026-09-14 p-qiu: deyang reminder',
    '2026-09-14 p-xia: huangshi reminder',
    '2026-09-14 p-xiao: haiyan reminder',
    '2026-09-14 p-xiong: yiwu reminder',
  ]);
});

test('of each letter that did not go the ledger says why', () => {
  const others = ledger.filter(({ status, carriedBy }) => !(status === 'accepted' && carriedBy === null));
  const whyNot = others.map(({ status, reason, holdReason, carrier }) => {
    switch (status) {
      case 'merged':
        return carrier === null ? null : 'said by another';
      case 'held':
        return holdReason;
      case 'suppressed':
      case 'cancelled':
        return reason;
      default:
        return null;
    }
  });
  expect(whyNot).not.toContain(null);
  expect(new Set(others.map(({ status }) => status))).toEqual(new Set(['merged', 'cancelled']));
});
