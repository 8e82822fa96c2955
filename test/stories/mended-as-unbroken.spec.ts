import type { Day } from '@citypath/calendar';
import { cityPageResponse, stuckResponse, type StuckLine } from '@citypath/contracts';
import { freePort } from '@citypath/local';
import { asOn } from '../support/as-on';
import type { Caller } from '../support/caller';
import { china } from '../support/china';
import { emptyTables } from '../support/empty-tables';
import { MailListener } from '../support/mail-listener';
import { NetworkInHand } from '../support/network-in-hand';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

const FIRST_DAY = '2026-09-14';
const REPORT_ON = '2026-09-18';
const YIWU = '100rc-cn.yiwu';
/** Its sister, which nothing happens to. */
const DEYANG = '100rc-cn.deyang';
const MANAGER = 'p-manager';

let database: OwnDatabase;
let listener: MailListener;
let network: NetworkInHand;
let publicUrl: string;

/** Something that holds Yiwu up, how it is told on a day, and what the offered act does. */
interface Breakage {
  breaks: () => Promise<void>;
  toldOn: Day;
  line: Pick<StuckLine, 'cause' | 'sinceOn' | 'nextOn' | 'sentence'>;
  /** What is offered first, and where. */
  offered: { act: string | null; page: string };
  mends: (manager: Caller) => Promise<void>;
  /** The report was handed in before. */
  isHandedIn?: true;
}

/** Nobody does anything. */
const silence = (): Promise<void> => Promise.resolve();
const dated = () =>
  network.gives(YIWU, { kind: 'agree-date', step: 'asw_report', dueOn: '2026-11-20', reason: 't-1' }, MANAGER);

const BREAKAGES: Record<string, Breakage> = {
  'mail to the officer comes back': {
    breaks: async () => {
      await database.dataSource.query(
        `UPDATE person_addresses SET bounced_at = $1, bounce_reason = '550 no such mailbox' WHERE address_key = 'xiong@yiwu.example'`,
        [network.now],
      );
    },
    toldOn: '2026-09-17',
    line: {
      cause: 'contact-lost',
      sinceOn: FIRST_DAY,
      nextOn: '2026-09-18',
      sentence: {
        en: 'Yiwu waits for the address of Xiong Tao to be mended: since Mon 14 Sep letters do not reach Xiong Tao, who has Workshop report, due on Fri 18 Sep (in 1 working day); until then nobody above is told; you can choose “Correct the address of Xiong Tao”.',
        zh: '义乌市等待更正Xiong Tao的联系方式：自9月14日（周一）起信件无法送达Xiong Tao，其负责的“研讨会报告”应于9月18日（周五）前完成（还有1个工作日）；更正之前不会向上级上报；您可以选择“更正Xiong Tao的邮箱地址”。',
      },
    },
    offered: { act: null, page: '/people/p-xiong?form=details' },
    mends: async (manager) => {
      const details = { familyName: 'Xiong', givenName: 'Tao', language: 'zh', address: 'xiong.tao@yiwu.example' };
      await manager.put('PUT', '/people/p-xiong', details);
    },
  },
  'nobody hands the report in, and everybody above was told': {
    breaks: silence,
    toldOn: '2026-11-02',
    line: {
      cause: 'ladder-ended',
      sinceOn: FIRST_DAY,
      nextOn: null,
      sentence: {
        en: 'Yiwu waits for Xiong Tao to hand in Workshop report, wanted since Mon 14 Sep, due on Fri 18 Sep, 27 working days ago; everybody above was told, the last on Fri 9 Oct, and nothing follows by itself; you can choose “Agree another day: Workshop report”.',
        zh: '义乌市等待Xiong Tao提交“研讨会报告”，自9月14日（周一）起待办，应于9月18日（周五）前完成，已逾期27个工作日；各级均已告知，最后一次为10月9日（周五），此后不会自动跟进；您可以选择“商定新期限：研讨会报告”。',
      },
    },
    offered: { act: 'agree-date', page: `/journeys/${YIWU}/steps/asw_report?act=agree-date` },
    mends: dated,
  },
  'nobody accepts the report': {
    breaks: () =>
      network.gives(
        YIWU,
        { kind: 'submit', step: 'asw_report', evidence: { text: 't-1', keys: ['report'] } },
        'p-xiong',
      ),
    toldOn: '2026-09-22',
    line: {
      cause: 'acceptance-overdue',
      sinceOn: FIRST_DAY,
      nextOn: null,
      sentence: {
        en: 'Yiwu waits for Li Wen to accept Workshop report, handed in on Mon 14 Sep, due on Sun 20 Sep, 2 working days ago; nothing follows by itself; you can choose “Accept: Workshop report”.',
        zh: '义乌市等待Li Wen审核“研讨会报告”，该内容于9月14日（周一）提交，应于9月20日（周日）前审核，已逾期2个工作日；此后不会自动跟进；您可以选择“通过研讨会报告”。',
      },
    },
    offered: { act: 'accept', page: `/journeys/${YIWU}/steps/asw_report?act=accept` },
    mends: () => network.gives(YIWU, { kind: 'accept', step: 'asw_report' }, MANAGER),
    isHandedIn: true,
  },
  'the officer left, and nobody follows': {
    breaks: () => network.gives(YIWU, { kind: 'vacate', seat: 'cro', on: FIRST_DAY }, MANAGER),
    toldOn: '2026-09-16',
    line: {
      cause: 'vacancy',
      sinceOn: FIRST_DAY,
      nextOn: '2026-09-17',
      sentence: {
        en: 'Yiwu waits for somebody to be appointed Chief Resilience Officer: the seat is vacant, and Li Wen has Workshop report, wanted since Mon 14 Sep, due on Fri 18 Sep (in 2 working days); on Thu 17 Sep Li Wen is reminded of Workshop report; you can choose “Appoint the Chief Resilience Officer”.',
        zh: '义乌市等待任命首席韧性官：该职务空缺，暂由Li Wen负责“研讨会报告”，自9月14日（周一）起待办，应于9月18日（周五）前完成（还有2个工作日）；9月17日（周四）提醒Li Wen办理“研讨会报告”；您可以选择“任命首席韧性官”。',
      },
    },
    offered: { act: 'appoint', page: `/journeys/${YIWU}#seats` },
    mends: () => network.gives(YIWU, { kind: 'appoint', seat: 'cro', person: 'p-xiong', fromOn: null }, MANAGER),
  },
  'the report is late, and nobody has said anything': {
    breaks: silence,
    toldOn: '2026-09-22',
    line: {
      cause: 'overdue',
      sinceOn: FIRST_DAY,
      nextOn: '2026-09-23',
      sentence: {
        en: 'Yiwu waits for Xiong Tao to hand in Workshop report, wanted since Mon 14 Sep, due on Fri 18 Sep, 3 working days ago; on Wed 23 Sep Xiong Tao is told that Workshop report is late; you can choose “Agree another day: Workshop report”.',
        zh: '义乌市等待Xiong Tao提交“研讨会报告”，自9月14日（周一）起待办，应于9月18日（周五）前完成，已逾期3个工作日；9月23日（周三）告知Xiong Tao“研讨会报告”已逾期；您可以选择“商定新期限：研讨会报告”。',
      },
    },
    offered: { act: 'agree-date', page: `/journeys/${YIWU}/steps/asw_report?act=agree-date` },
    mends: dated,
  },
  'the city is on hold for somebody who is waited for': {
    breaks: () => network.gives(YIWU, { kind: 'hold', awaiting: 't-1', reason: 't-1', untilOn: '2026-10-30' }, MANAGER),
    toldOn: '2026-09-16',
    line: {
      cause: 'on-hold',
      sinceOn: FIRST_DAY,
      nextOn: '2026-10-30',
      sentence: {
        en: 'Yiwu is on hold since Mon 14 Sep; on Fri 30 Oct it resumes by itself; you can choose “Resume the journey”.',
        zh: '义乌市自9月14日（周一）起暂停；10月30日（周五）自动恢复；您可以选择“恢复历程”。',
      },
    },
    offered: { act: 'resume', page: `/journeys/${YIWU}#whole` },
    mends: () => network.gives(YIWU, { kind: 'resume', reason: 't-1' }, MANAGER),
  },
};

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
  const unnamed = { displayName: null, zhName: null, titleEn: null, titleZh: null, isAdministrator: false };
  await network.knows(
    { ...unnamed, id: 'p-xiong', familyName: 'Xiong', givenName: 'Tao', address: 'xiong@yiwu.example', language: 'zh' },
    { ...unnamed, id: 'p-qiu', familyName: 'Qiu', givenName: 'Aijun', address: 'qiu@deyang.example', language: 'zh' },
    {
      ...unnamed,
      id: MANAGER,
      familyName: 'Li',
      givenName: 'Wen',
      address: 'li.wen@programme.example',
      language: 'en',
    },
    {
      ...unnamed,
      id: 'p-director',
      familyName: 'Sorkin',
      givenName: 'Lauren',
      address: 's@programme.example',
      language: 'en',
    },
  );
  await network.programmeSeat('manager', MANAGER);
  await network.programmeSeat('director', 'p-director');
  const yiwu = { key: 'yiwu', nameEn: 'Yiwu', nameZh: '义乌市', officer: 'p-xiong' };
  const deyang = { key: 'deyang', nameEn: 'Deyang', nameZh: '德阳市', officer: 'p-qiu' };
  for (const city of [yiwu, deyang]) await network.takesOver({ ...city, calendar: china, reportOn: REPORT_ON });
  await network.forgetsItsLetters();
});
afterEach(() => network.close());

/** What the manager reads, or mends, at the moment at which the network stands. */
const asManager = <Read>(read: (manager: Caller) => Promise<Read>): Promise<Read> =>
  asOn(network.now, { databaseUrl: database.url, publicUrl, person: MANAGER }, read);

test.each(Object.keys(BREAKAGES))(
  '%s: it is told in one sentence, the offered act mends it, and the city ends as its sister',
  async (name) => {
    const { breaks, toldOn, line, offered, mends, isHandedIn } = BREAKAGES[name]!;
    await breaks();
    await network.livesUntil(toldOn, `${toldOn}T02:00:00.000Z`);
    await asManager(async (manager) => {
      const { lines } = await manager.read(stuckResponse, '/stuck');
      const told = lines.find(({ city }) => city.key === 'yiwu')!;
      expect(told).toMatchObject(line);
      expect(told.options[0]).toMatchObject(offered);
      await mends(manager);
    });

    // The next morning both hand in what they have not handed in yet, and the manager accepts it.
    const nextOn = '2026-11-03';
    await network.livesUntil(nextOn, `${nextOn}T03:00:00.000Z`);
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
      const { lines } = await manager.read(stuckResponse, '/stuck');
      const [own, sisters] = ['yiwu', 'deyang'].map((key) => lines.find(({ city }) => city.key === key)!);
      expect([own!.cause, own!.step?.ref]).toEqual([sisters!.cause, sisters!.step?.ref]);
    });
    const mails = listener.taken.map(({ messageId }) => messageId);
    expect(new Set(mails).size).toBe(mails.length);
  },
);
