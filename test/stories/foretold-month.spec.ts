import type { CalendarData, Instant } from '@citypath/calendar';
import { NOTHING_RECEIVED, ownCalendar, recipientOf } from '@citypath/letters';
import { foretell, letterKey, type ForetoldLetter, type JourneyAhead } from '@citypath/post';
import { Calendars, People, ProgrammeSeats, type LedgerLine, type Person } from '@citypath/store';
import { china } from '../support/china';
import { MailListener } from '../support/mail-listener';
import { NetworkInHand } from '../support/network-in-hand';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

const FIRST_DAY = '2026-09-14';
const LAST_DAY = '2026-10-14';

/** Mannheim works on 1 October, when its manager in China has holiday. */
const germany: CalendarData = {
  ...china,
  key: 'de',
  title: { en: 'Germany', zh: '德国' },
  zone: 'Europe/Berlin',
  offsets: [{ from: '2000-01-01T00:00:00.000Z', minutes: 120 }],
  closures: [],
  makeUpDays: [],
  publishedYears: [2026],
};

const unnamed = { displayName: null, zhName: null, titleEn: null, titleZh: null, isAdministrator: false };

let database: OwnDatabase;
let listener: MailListener;
let network: NetworkInHand;

beforeAll(async () => {
  database = await ownDatabase();
  listener = await MailListener.open();
  network = NetworkInHand.open(database.dataSource, FIRST_DAY, listener.url);
  await network.knows(
    { ...unnamed, id: 'p-xiong', familyName: 'Xiong', givenName: 'Tao', address: 'xiong@yiwu.example', language: 'zh' },
    { ...unnamed, id: 'p-qiu', familyName: 'Qiu', givenName: 'Aijun', address: 'qiu@deyang.example', language: 'zh' },
    {
      ...unnamed,
      id: 'p-weber',
      familyName: 'Weber',
      givenName: 'Anna',
      address: 'weber@mannheim.example',
      language: 'en',
    },
    {
      ...unnamed,
      id: 'p-manager',
      familyName: 'Li',
      givenName: 'Wen',
      address: 'li.wen@programme.example',
      language: 'en',
      timeZone: 'Asia/Shanghai',
      calendarHash: await new Calendars(database.dataSource).put(china),
    },
  );
  // Nobody is director: the second rung is vacant.
  await network.programmeSeat('manager', 'p-manager');
  await network.takesOver({
    key: 'yiwu',
    nameEn: 'Yiwu',
    nameZh: '义乌市',
    calendar: china,
    officer: 'p-xiong',
    reportOn: '2026-09-18',
  });
  await network.takesOver({
    key: 'deyang',
    nameEn: 'Deyang',
    nameZh: '德阳市',
    calendar: china,
    officer: 'p-qiu',
    reportOn: '2026-09-22',
  });
  await network.takesOver({
    key: 'mannheim',
    nameEn: 'Mannheim',
    nameZh: null,
    calendar: germany,
    officer: 'p-weber',
    reportOn: '2026-09-28',
  });
  await network.forgetsItsLetters();
  // Mail to Deyang's officer came back before.
  await database.dataSource.query(
    `UPDATE person_addresses SET bounced_at = $1, bounce_reason = '550 no such mailbox' WHERE address_key = 'qiu@deyang.example'`,
    [network.now],
  );
});
afterAll(async () => {
  network.close();
  await listener.stop();
  await database.drop();
});

test('what is foretold on the first day of a month is what the mail server has got by its end, letter for letter', async () => {
  const foretold = await foretoldNow();
  await network.livesUntil(LAST_DAY);
  const ledger = await network.ledger();
  expect(messagesIn(ledger)).toEqual(messagesForetold(foretold));
  expect(listener.taken.map(({ messageId }) => messageId)).toHaveLength(messagesForetold(foretold).length);
  // The month has in it what makes foretelling hard.
  expect(foretold.filter(({ fate }) => fate.kind === 'digest').length).toBeGreaterThan(1);
  expect(foretold.some(({ held }) => held.some(({ reason }) => reason === 'day-off'))).toBe(true);
  expect(foretold.some(({ fate }) => fate.kind === 'suppressed' && fate.reason === 'seat-empty')).toBe(true);
  expect(foretold.some(({ fate }) => fate.kind === 'suppressed' && fate.reason === 'address-bounced')).toBe(true);
});

/** What the ledger says ahead, from what stands in the database. */
async function foretoldNow(): Promise<ForetoldLetter[]> {
  const { dataSource, now } = network;
  const seats = await new ProgrammeSeats(dataSource).ofProgrammes(['100rc-cn']);
  const programmeSeats = Object.fromEntries(seats.map(({ seat, personId }) => [seat, personId]));
  const ids = ['p-xiong', 'p-qiu', 'p-weber', 'p-manager'];
  const people = new Map(
    (await new People(dataSource).byIds(ids)).map((person): [string, Person] => [person.id, person]),
  );
  const journeys = [...network.journeys.values()].map(({ context, state }): JourneyAhead => ({
    context,
    state,
    programmeSeats,
  }));
  return foretell(
    {
      now,
      journeys,
      recipient: (id, { context }) => {
        const person = people.get(id);
        if (!person) return null;
        const pinned = person.calendarHash === null ? null : china;
        return recipientOf(person, ownCalendar(person, pinned, context.calendar, now), NOTHING_RECEIVED);
      },
      waiting: [],
      unreported: [],
      skipped: new Set(),
    },
    LAST_DAY,
  );
}

/** '2026-09-15T01:05 p-xiong: [letters]', in order. */
function messagesForetold(foretold: readonly ForetoldLetter[]): string[] {
  const gone = foretold.flatMap(({ letter, to, fate }) => {
    if (fate.kind !== 'goes' && fate.kind !== 'digest') return [];
    return [{ key: letterKey(letter), to, at: fate.at, message: fate.kind === 'digest' ? fate.carriedBy : letter.id }];
  });
  return inWords(gone);
}

function messagesIn(ledger: readonly LedgerLine[]): string[] {
  const byId = new Map(ledger.map((letter) => [letter.id, letter]));
  const gone = ledger.flatMap((letter) => {
    const carrier = letter.carriedBy === null ? letter : byId.get(letter.carriedBy);
    if (carrier?.status !== 'accepted' || carrier.settledAt === null) return [];
    if (carrier !== letter && !carrier.isDigest) return [];
    return [{ key: letterKey(letter), to: carrier.recipient, at: carrier.settledAt, message: carrier.id }];
  });
  return inWords(gone);
}

function inWords(gone: readonly { key: string; to: string | null; at: Instant; message: string }[]): string[] {
  return [...Map.groupBy(gone, ({ message }) => message).values()]
    .map((letters) => {
      const [first] = letters;
      return `${first?.at ?? ''} ${first?.to ?? ''}: ${letters
        .map(({ key }) => key)
        .sort()
        .join(' + ')}`;
    })
    .sort();
}
