import type { CalendarData, Instant } from '@citypath/calendar';
import {
  comingLettersResponse,
  letterResponse,
  letterToComeResponse,
  lettersResponse,
  type LedgerRow,
  type LetterToCome,
  type LetterToComeResponse,
} from '@citypath/contracts';
import { freePort } from '@citypath/local';
import { Calendars } from '@citypath/store';
import { asOn } from '../support/as-on';
import type { Caller } from '../support/caller';
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
let publicUrl: string;

beforeAll(async () => {
  database = await ownDatabase();
  listener = await MailListener.open();
  publicUrl = `http://127.0.0.1:${await freePort()}`;
  network = NetworkInHand.open(database.dataSource, FIRST_DAY, listener.url, publicUrl);
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

const ADDRESSES: Record<string, string> = {
  'p-xiong': 'xiong@yiwu.example',
  'p-qiu': 'qiu@deyang.example',
  'p-weber': 'weber@mannheim.example',
  'p-manager': 'li.wen@programme.example',
};

/** What the manager reads in the ledger at the moment at which the network stands. */
const asManager = <Read>(read: (manager: Caller) => Promise<Read>): Promise<Read> =>
  asOn(network.now, { databaseUrl: database.url, publicUrl, person: 'p-manager' }, read);

/** A letter as it was foretold; with the words of the message, where that goes under its name. */
type Foretold = LetterToCome & { words: LetterToComeResponse | null };

test('what is foretold on the first day of a month is what the mail server has got by its end, letter for letter', async () => {
  const foretold = await asManager(foretoldBy);
  await network.livesUntil(LAST_DAY);
  const { ledger, kept } = await asManager(ledgerBy);

  // What the mail server got: when, to whom, about what, word for word.
  const messages = messagesForetold(foretold);
  expect(messagesTaken(ledger)).toEqual(messages);
  // The ledger keeps the exact text of each.
  expect(listener.taken.map(({ text }) => text).sort()).toEqual(kept);
  // And what it did not get, with the reason.
  expect(unsentIn(ledger)).toEqual(unsentForetold(foretold));

  // The month has in it what makes foretelling hard: digests,
  expect(messages.filter(({ carries }) => carries.length > 1).length).toBeGreaterThan(1);
  // a letter that waits for the end of the National Day holiday,
  const held = foretold.filter(({ dueOn, goesOn }) => dueOn === '2026-10-01' && goesOn === '2026-10-08');
  expect(held.map(({ fateSentence }) => fateSentence.en)).toContainEqual(expect.stringContaining('no working day'));
  // a rung that nobody holds, and an address from which mail came back.
  const why = (reason: string) => foretold.filter(({ fateSentence }) => fateSentence.en === `will not go: ${reason}`);
  expect(why('nobody holds the seat').map(({ kind }) => kind)).toContain('escalation');
  expect(why('mail to the address came back').map(({ to }) => to.person?.id)).toContain('p-qiu');
});

async function foretoldBy(manager: Caller): Promise<Foretold[]> {
  const { letters, untilOn } = await manager.read(comingLettersResponse, '/letters/coming');
  expect(untilOn).toBe(LAST_DAY);
  const foretold: Foretold[] = [];
  for (const letter of letters) {
    const { key, goesAt, carriedBy } = letter;
    const isMessage = goesAt !== null && carriedBy === null;
    foretold.push({
      ...letter,
      words: isMessage ? await manager.read(letterToComeResponse, `/letters/coming/${key}`) : null,
    });
  }
  return foretold;
}

/** All of the month, and the texts that went. */
async function ledgerBy(manager: Caller): Promise<{ ledger: LedgerRow[]; kept: string[] }> {
  const { letters: ledger, next } = await manager.read(lettersResponse, '/letters?limit=200');
  expect(next).toBeNull();
  const kept: string[] = [];
  for (const { id, status } of ledger) {
    if (status === 'accepted') kept.push((await manager.read(letterResponse, `/letters/${id}`)).text ?? '');
  }
  return { ledger, kept: kept.sort() };
}

/** A mail: when it went, to whom, word for word, and what it says. */
interface Message {
  at: Instant;
  to: string;
  subject: string;
  text: string;
  /** 'yiwu reminder asw_report 2026-09-15T01:00:00.000Z' */
  carries: string[];
}

function messagesForetold(foretold: readonly Foretold[]): Message[] {
  const byCarrier = Map.groupBy(
    foretold.filter(({ goesAt }) => goesAt !== null),
    ({ carriedBy, key }) => carriedBy ?? key,
  );
  return inOrder(
    [...byCarrier].map(([carrier, letters]) => {
      const { goesAt, words, to } = letters.find(({ key }) => key === carrier)!;
      return {
        at: goesAt as Instant,
        to: ADDRESSES[to.person!.id]!,
        subject: words!.subject,
        text: words!.text,
        carries: letters.map(nameOf).sort(),
      };
    }),
  );
}

function messagesTaken(ledger: readonly LedgerRow[]): Message[] {
  return inOrder(
    listener.taken.map(({ messageId, to, subject, text }) => {
      const row = ledger.find(({ id }) => messageId === `<${id}@citypath.example>`)!;
      const carried = ledger.filter(({ status, carriedBy }) => status === 'merged' && carriedBy?.id === row.id);
      return {
        at: row.settledAt as Instant,
        to: [to].flat()[0]!.value[0]!.address!,
        subject: subject!,
        // Its button names the letter, so that a click tells that it arrived.
        text: text!.replace(/[?&]letter=[0-9a-f-]+/g, ''),
        carries: [row, ...carried].map(nameOf).sort(),
      };
    }),
  );
}

const unsentForetold = (foretold: readonly Foretold[]) =>
  foretold
    .filter(({ goesAt }) => goesAt === null)
    .map((letter) => `${nameOf(letter)}: ${reasonOf(letter.fateSentence.en)}`)
    .sort();

const unsentIn = (ledger: readonly LedgerRow[]) =>
  ledger
    .filter(({ status }) => status !== 'accepted' && status !== 'merged')
    .map((letter) => `${nameOf(letter)}: ${reasonOf(letter.statusSentence.en)}`)
    .sort();

function nameOf({ city, kind, step, cause, dueAt }: LetterToCome | LedgerRow): string {
  return [city.key, kind, step?.ref, cause.en, dueAt].join(' ');
}

/** What comes after 'not sent: ' and 'will not go: '. */
const reasonOf = (sentence: string): string => sentence.replace(/^[^:]+: /, '');

function inOrder(messages: Message[]): Message[] {
  const key = ({ at, to, carries }: Message) => `${at} ${to} ${carries.join()}`;
  return messages.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
