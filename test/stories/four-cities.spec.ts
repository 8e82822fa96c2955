import { addWorkingDays, dayAt, isWorkingDay, type Instant } from '@citypath/calendar';
import { boardResponse, cityPageResponse, type BoardCell, type BoardResponse } from '@citypath/contracts';
import type { Fact } from '@citypath/journey';
import { loadDemonstration } from '@citypath/local/demonstration';
import type { LedgerEntry } from '@citypath/store';
import { china } from '../support/china';
import { House } from '../support/house';

const now = new Date().toISOString() as Instant;
const today = dayAt(china, now);
const inWorkingDays = (days: number) => addWorkingDays(china, today, days);
/** How late something is that was due so many working days ago: a day off is not counted. */
const late = (days: number) => `${isWorkingDay(china, today) ? days : days - 1} late`;

let house: House;
let board: BoardResponse;
beforeAll(async () => {
  house = await House.start();
  const { person: administrator } = await house.asAdministrator();
  await loadDemonstration({ apiUrl: house.apiUrl, administrator: administrator ?? '', now });
  board = await (await house.asAdministrator()).read(boardResponse, '/journeys?programme=100rc-cn');
});
afterAll(() => house.stop());

/** A cell as one reads it on the board: its sign, what is not known or only presumed, the next step, who, and by when. */
function inWords({ sign, known, presumed, done, of, step, who, dueOn, planned, workingDaysLate }: BoardCell): string {
  return [
    `${sign} ${done}/${of}`,
    known ? null : 'day not known',
    presumed ? 'presumed' : null,
    step?.ref.replace(/@.*/, '@') ?? null,
    who?.name ?? null,
    dueOn === null ? null : `${planned ? 'planned' : 'due'} ${dueOn}`,
    workingDaysLate === null ? null : `${workingDaysLate} late`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

const rowOf = (city: string) => board.rows.find(({ journeyId }) => journeyId === `100rc-cn.${city}`)!;

describe('the board of the four cities says what the launch note says, and no more', () => {
  const joined = 'done 3/3, day not known';
  const manager = 'Programme manager (placeholder)';
  const [lateBy5, in20, in2] = [inWorkingDays(-5), inWorkingDays(20), inWorkingDays(2)];
  const ahead = { phase2: 'waiting 0/2', strategy: 'waiting 0/3' };

  test.each([
    [
      'deyang',
      {
        joining: joined,
        cro: 'done 1/1, day not known, Qiu Aijun',
        workshop: `open 3/4, day not known, presumed, leadership_group, ${manager}`,
        phase1: `late 0/4, p1_stakeholders, Qiu Aijun, planned ${lateBy5}, ${late(5)}`,
        ...ahead,
      },
    ],
    [
      'huangshi',
      {
        joining: joined,
        cro: 'done 1/1, day not known, Xia Yunlong',
        workshop: `open 3/4, day not known, presumed, leadership_group, ${manager}`,
        // Handed in, so that it waits for the programme manager.
        phase1: `open 0/4, p1_stakeholders, ${manager}, due ${inWorkingDays(5)}`,
        ...ahead,
      },
    ],
    [
      'haiyan',
      {
        joining: joined,
        cro: 'done 1/1, day not known, Xiao Yuxin',
        workshop: `open 3/4, day not known, asw_report, Xiao Yuxin, planned ${in2}`,
        phase1: `open 0/4, p1_stakeholders, Xiao Yuxin, planned ${in20}`,
        ...ahead,
      },
    ],
    [
      'yiwu',
      {
        joining: joined,
        cro: 'done 1/1, day not known, Xiong Tao',
        workshop: `late 2/4, day not known, asw_report, Xiong Tao, planned ${inWorkingDays(-2)}, ${late(2)}`,
        phase1: `open 0/4, p1_stakeholders, Xiong Tao, planned ${in20}`,
        ...ahead,
      },
    ],
  ])('%s', (city, stages) => {
    const { reviews, ...cells } = Object.fromEntries(rowOf(city).cells.map((cell) => [cell.stage, inWords(cell)]));
    expect(cells).toEqual(stages);
    // Whether a review is owed hangs on the day of the quarter; none has happened, and the funding's end has no day.
    expect(reviews).toMatch(/^open 0\/\d/);
    expect(rowOf(city)).toMatchObject({ demonstration: true, status: 'active' });
  });

  test('late, soon due and all cities are counted', () => {
    expect(board.counts).toMatchObject({ cities: 4, late: 2, onHold: 0, closed: 0 });
    expect(board.counts.atRisk).toBeGreaterThanOrEqual(1);
  });

  test('a city’s page tells a planned day from an agreed one, and what is not known from what has not happened', async () => {
    const administrator = await house.asAdministrator();
    const page = await administrator.read(cityPageResponse, '/journeys/100rc-cn.deyang');
    const datesOf = (ref: string) => page.steps.find((step) => step.ref === ref)!.dates;
    expect(datesOf('application')).toMatchObject({ actualOn: null, actualUnknown: true, presumed: false });
    expect(datesOf('asw')).toMatchObject({ actualOn: null, actualUnknown: true, presumed: true });
    expect(datesOf('leadership_group')).toMatchObject({ agreedOn: null, toBeConfirmed: true });
    expect(datesOf('p1_stakeholders')).toMatchObject({ agreedOn: lateBy5, planned: true });
  });
});

describe('the inbox', () => {
  const letterOf = async (kind: string, city: string, step: string): Promise<{ letter: LedgerEntry; fact: Fact }> => {
    const journeyId = `100rc-cn.${city}`;
    const ledger = await house.ledger();
    const letter = ledger.find((row) => row.kind === kind && row.journeyId === journeyId && row.step === step);
    if (!letter) throw new Error(`${city} has no ${kind} about ${step}.`);
    const fact = (await house.factsOf(journeyId)).find(({ seq }) => seq === letter.seq);
    return { letter, fact: fact! };
  };

  test.each([
    [
      'a reminder',
      'reminder',
      'haiyan',
      'asw_report',
      'xiao.yuxin@haiyan.example',
      'zh',
      /海盐县：研讨会报告。.+到期。提交文件。/,
    ],
    [
      'an overdue letter',
      'overdue',
      'yiwu',
      'asw_report',
      'xiong.tao@yiwu.example',
      'zh',
      /义乌市：研讨会报告。.+已到期。提交文件。/,
    ],
    [
      'an escalation',
      'escalation',
      'deyang',
      'p1_stakeholders',
      'programme.manager@network.example',
      'en',
      /Deyang: Stakeholders and perceptions\. Late since .+\. Say until when you see to it\./,
    ],
  ])(
    'holds %s, of a fact that the clock produced, as a line of its reader’s digest, in his or her language',
    async (_, kind, city, step, to, language, line) => {
      await house.deliver();
      const { letter, fact } = await letterOf(kind, city, step);
      const carrier = (await house.ledger()).find(({ id }) => id === (letter.carriedBy ?? letter.id));
      expect(carrier).toMatchObject({ status: 'accepted', isDigest: true, address: to, language });
      expect(fact).toMatchObject({ by: null, threshold: expect.any(String) as string });
      expect(fact.commandId).toMatch(/^clock/);

      const [message, ...more] = house.inbox.messages().filter(({ messageId }) => messageId === carrier!.messageId);
      expect(more).toEqual([]);
      expect(message!.envelopeTo).toEqual([to]);
      expect(message!.text).toMatch(line);
    },
  );

  test('says on every letter that deadlines are planned by CityPath', () => {
    expect(house.inbox.messages().length).toBeGreaterThan(3);
    for (const { text } of house.inbox.messages())
      expect(text).toMatch(/^Demonstration: .+ planned by CityPath|^演示：.+ CityPath 拟定/m);
  });

  test('a load that is sent again changes nothing', async () => {
    const before = (await house.ledger()).length;
    const { person: administrator } = await house.asAdministrator();
    await loadDemonstration({ apiUrl: house.apiUrl, administrator: administrator ?? '', now });
    await house.deliver();
    expect(await house.ledger()).toHaveLength(before);
    expect(new Set(house.inbox.messages().map(({ messageId }) => messageId)).size).toBe(house.inbox.messages().length);
  });
});
