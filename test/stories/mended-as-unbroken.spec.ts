import { addDays } from '@citypath/calendar';
import { cityPageResponse, stuckResponse, type StuckLine } from '@citypath/contracts';
import { freePort } from '@citypath/local';
import type { PersonToKeep } from '@citypath/store';
import { asOn } from '../support/as-on';
import type { Caller } from '../support/caller';
import { china } from '../support/china';
import { emptyTables } from '../support/empty-tables';
import { MailListener } from '../support/mail-listener';
import { NetworkInHand } from '../support/network-in-hand';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import { BREAKAGES, DEYANG, FIRST_DAY, MANAGER, YIWU } from './breakages';

const LATER_ON = '2026-11-03';
/** As a city is taken over where nothing is to be otherwise. */
const AT_THE_REPORT = { calendar: china, reportOn: '2026-09-18' as const };

let database: OwnDatabase;
let listener: MailListener;
let network: NetworkInHand;
let publicUrl: string;

function person(
  id: string,
  familyName: string,
  givenName: string,
  language: 'en' | 'zh',
  address: string,
): PersonToKeep {
  const unnamed = { displayName: null, zhName: null, titleEn: null, titleZh: null, isAdministrator: false };
  return { ...unnamed, id, familyName, givenName, language, address };
}

beforeAll(async () => {
  database = await ownDatabase();
  listener = await MailListener.open();
  publicUrl = `http://127.0.0.1:${await freePort()}`;
});
afterAll(async () => {
  await listener.stop();
  await database.drop();
});
beforeEach(async () => {
  await emptyTables(database.dataSource, 'journeys', 'people', 'mailboxes', 'cities');
  listener.forget();
  network = NetworkInHand.open(database.dataSource, FIRST_DAY, listener.url, publicUrl);
  await network.knows(
    person('p-xiong', 'Xiong', 'Tao', 'zh', 'xiong@yiwu.example'),
    person('p-office', 'Office', 'Mayor', 'zh', 'office@yiwu.example'),
    person('p-qiu', 'Qiu', 'Aijun', 'zh', 'qiu@deyang.example'),
    person(MANAGER, 'Li', 'Wen', 'en', 'li.wen@programme.example'),
    person('p-director', 'Sorkin', 'Lauren', 'en', 's@programme.example'),
  );
  await network.programmeSeat('manager', MANAGER);
  await network.programmeSeat('director', 'p-director');
});
afterEach(() => network.close());

/** What the manager reads, or mends, at the moment at which the network stands. */
const asManager = <Read>(read: (manager: Caller) => Promise<Read>): Promise<Read> =>
  asOn(network.now, { databaseUrl: database.url, publicUrl, person: MANAGER }, read);

const lineOf = async (manager: Caller, key: string): Promise<StuckLine> =>
  (await manager.read(stuckResponse, '/stuck')).lines.find(({ city }) => city.key === key)!;

test.each(Object.keys(BREAKAGES))(
  '%s: it is told in one sentence, the offered act mends it, and the city ends as its sister',
  async (name) => {
    const { takenOver, breaks, toldOn, line, offered, mends, sister, isHandedIn } = BREAKAGES[name]!;
    const both = { ...AT_THE_REPORT, ...takenOver?.both };
    const yiwu = { key: 'yiwu', nameEn: 'Yiwu', nameZh: '义乌市', officer: 'p-xiong', ...takenOver?.yiwu };
    const deyang = { key: 'deyang', nameEn: 'Deyang', nameZh: '德阳市', officer: 'p-qiu' };
    for (const city of [yiwu, deyang]) await network.takesOver({ ...both, ...city });
    await network.forgetsItsLetters();
    await breaks(network, listener);
    await network.livesUntil(toldOn, `${toldOn}T02:00:00.000Z`);
    await asManager(async (manager) => {
      const told = await lineOf(manager, 'yiwu');
      expect(told).toMatchObject(line);
      expect(told.options[0]).toMatchObject(offered);
      // The page on which it is offered.
      await manager.read(cityPageResponse, `/journeys/${YIWU}`);
      await mends(network, manager);
    });
    await sister?.(network);
    const nextOn = addDays(toldOn, 1);
    await network.livesUntil(nextOn, `${nextOn}T03:00:00.000Z`);
    await asManager(async (manager) => {
      const { cause, step } = line;
      expect(await lineOf(manager, 'yiwu')).not.toMatchObject({ cause, step });
    });

    // Both hand in what they have not handed in yet, and the manager accepts it.
    await network.livesUntil(LATER_ON, `${LATER_ON}T03:00:00.000Z`);
    for (const [journey, officer] of [
      [YIWU, 'p-xiong'],
      [DEYANG, 'p-qiu'],
    ] as const) {
      if (journey === YIWU && isHandedIn) continue;
      await network.gives(
        journey,
        { kind: 'submit', step: 'asw_report', evidence: { text: 't-1', keys: ['report'] } },
        officer,
      );
      await network.gives(journey, { kind: 'accept', step: 'asw_report' }, MANAGER);
    }
    await network.livesUntil('2026-11-10');
    await asManager(async (manager) => {
      const signs = async (journey: string) => {
        const { steps } = await manager.read(cityPageResponse, `/journeys/${journey}`);
        return Object.fromEntries(steps.map(({ ref, sign }) => [ref, sign]));
      };
      expect(await signs(YIWU)).toEqual(await signs(DEYANG));
      const [own, sisters] = [await lineOf(manager, 'yiwu'), await lineOf(manager, 'deyang')];
      expect([own.cause, own.step?.ref]).toEqual([sisters.cause, sisters.step?.ref]);
    });
    const mails = listener.taken.map(({ messageId }) => messageId);
    expect(new Set(mails).size).toBe(mails.length);
  },
);
