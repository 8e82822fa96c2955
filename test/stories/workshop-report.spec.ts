import { addWorkingDays, dayAt, type Instant } from '@citypath/calendar';
import { cityPageResponse, historyResponse, type CityPageResponse, type HistoryResponse } from '@citypath/contracts';
import { atAGlance } from '../support/at-a-glance';
import type { Caller } from '../support/caller';
import { china } from '../support/china';
import { House } from '../support/house';
import { toldAbout } from '../support/told';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let officer: Caller;
let manager: Caller;
let path: string;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  [officer, manager] = [await house.as(yiwu.people.cro), await house.as(yiwu.people.manager)];
  path = `${yiwu.path}/steps/asw_report`;
});
afterAll(() => house.stop());

const inWorkingDays = (days: number) => addWorkingDays(china, dayAt(china, new Date().toISOString() as Instant), days);
const page = (reader: Caller): Promise<CityPageResponse> => reader.read(cityPageResponse, yiwu.path);
const history = (reader: Caller): Promise<HistoryResponse> =>
  reader.read(historyResponse, `${yiwu.path}/history?limit=200`);

/** What was told about the report since the last look: to whom, by which letter, alone or in a digest, and in which words. */
async function newlyTold(): Promise<string[]> {
  house.inbox.forget();
  await house.deliver();
  const role = (address: string) => Object.entries(yiwu.addresses).find(([, known]) => known === address)?.[0];
  const told = await toldAbout(house, 'asw_report', /Workshop report|研讨会报告/);
  return told.map(({ to, grouped, text }) => `${role(to)}, ${grouped ? 'in a digest' : 'alone'}: ${text}`).sort();
}

/** What still comes by itself about the report. */
async function comingAbout(reader: Caller): Promise<string[]> {
  const { nextByItself } = await page(reader);
  return nextByItself.filter(({ step }) => step === 'asw_report').map(({ kind, to }) => `${kind} → ${to.seat}`);
}

async function actsOffered(reader: Caller): Promise<string[]> {
  const { now } = await page(reader);
  return now
    .filter(({ step }) => step === 'asw_report')
    .flatMap(({ acts }) => acts.filter(({ main }) => main).map(({ act }) => act));
}

describe('Yiwu’s officer hands in the workshop report', () => {
  test('it is late, and the officer is told so; then a new day is agreed, and a reminder waits to be posted', async () => {
    await manager.does(`${path}/date`, { dueOn: inWorkingDays(-2), reason: 'Four weeks after the workshop.' });
    // With the steps that opened at the same time: one letter.
    const late = /^cro, in a digest: 义乌市：研讨会报告。.+已到期。提交文件。$/;
    expect(await newlyTold()).toEqual([expect.stringMatching(late)]);
    await manager.does(`${path}/date`, { dueOn: inWorkingDays(2), reason: 'The photographs are still to come.' });
    expect(await comingAbout(officer)).toContain('overdue → cro');
    expect(await actsOffered(officer)).toEqual(['submit']);
    expect(await actsOffered(manager)).toEqual([]);
  });

  test('handed in, its reminders stop, also the one that was due, and the manager is asked to accept', async () => {
    await officer.does(`${path}/submission`, report('First report'));
    expect(await newlyTold()).toEqual([
      expect.stringMatching(/^manager, alone: Yiwu: Workshop report \| To accept by /),
    ]);
    const reminder = (await house.ledger()).find(({ kind, step }) => kind === 'reminder' && step === 'asw_report');
    expect(reminder).toMatchObject({ status: 'cancelled', reason: 'submitted' });
    expect(new Set(await comingAbout(officer))).toEqual(new Set(['to-accept → manager', 'escalation → director']));
    expect(await actsOffered(officer)).toEqual([]);
    expect(await actsOffered(manager)).toEqual(['accept', 'return']);
  });

  test('returned with a comment, it is the officer’s once more', async () => {
    await manager.does(`${path}/return`, { comment: '缺少参会名单。\nPlease add the list of participants.' });
    expect(await newlyTold()).toEqual([expect.stringMatching(/^cro, alone: 义乌市：研讨会报告 \| 已退回，.+到期。$/)]);
    expect(house.inbox.messages().find((mail) => atAGlance(mail).includes('已退回'))!.text).toContain(
      '> 缺少参会名单。\n> Please add the list of participants.',
    );
    expect(await actsOffered(officer)).toEqual(['submit']);
  });

  test('handed in again and accepted, both rounds stay visible', async () => {
    await officer.does(`${path}/submission`, report('Second report'));
    await manager.does(`${path}/acceptance`, { comment: 'Thank you.' });
    expect(await newlyTold()).toEqual([expect.stringMatching(/^cro, alone: 义乌市：研讨会报告 \| .+已通过。$/)]);

    const step = (await page(officer)).steps.find(({ ref }) => ref === 'asw_report')!;
    expect(step).toMatchObject({ sign: 'done', round: 2 });
    expect(step.rounds).toMatchObject([
      {
        round: 1,
        outcome: 'returned',
        inTime: true,
        submittedBy: { id: yiwu.people.cro },
        decidedBy: { id: yiwu.people.manager },
        comment: '缺少参会名单。\nPlease add the list of participants.',
        handedIn: { report: { title: 'First report' } },
      },
      { round: 2, outcome: 'accepted', comment: 'Thank you.', handedIn: { report: { title: 'Second report' } } },
    ]);
    expect(await comingAbout(officer)).toEqual([]);
  });

  test('the next steps open when their last need is met, and their people are told', async () => {
    for (const [step, documents] of [
      ['p1_stakeholders', ['outreach', 'survey']],
      ['p1_actions', ['inventory']],
      ['p1_assets', ['tool_output']],
    ] as const) {
      const paper = { kind: 'document', title: step, link: 'https://yiwu.example/paper' };
      const evidence = Object.fromEntries(documents.map((key) => [key, paper]));
      await officer.does(`${yiwu.path}/steps/${step}/submission`, { evidence });
      expect((await page(officer)).now.map((wanted) => wanted.step)).not.toContain('pra');
      await manager.does(`${yiwu.path}/steps/${step}/acceptance`, {});
    }
    const opened = (await page(officer)).now.map((wanted) => wanted.step);
    expect(opened).toEqual(expect.arrayContaining(['pra', 'p1_cri']));
    await house.deliver();
    // The officer had as many letters today as anybody gets: this one waits for the next day, and the ledger says so.
    const waits = (await house.ledger()).find(({ kind, step }) => kind === 'step-opened' && step === 'pra')!;
    expect(waits).toMatchObject({ status: 'held', holdReason: 'cap-reached', holder: yiwu.people.cro });
    house.inbox.forget();
    await house.deliver(new Date(waits.notBefore!));
    const told = await toldAbout(house, 'pra', /初步韧性评估/);
    expect(told).toMatchObject([{ to: yiwu.addresses.cro, grouped: true }]);
  });

  test('the history tells all of it in sentences, in English and in Chinese', async () => {
    const entries = (await history(manager)).entries.filter(({ step }) => step === 'asw_report').reverse();
    const acts = entries.filter(
      ({ byItself, kind }) => !byItself && kind.startsWith('step-') && kind !== 'step-opened',
    );
    const day = '[A-Z][a-z]{2} \\d{1,2} [A-Z][a-z]+( \\d{4})?';
    expect(acts.map(({ sentence }) => sentence.en)).toEqual([
      expect.stringMatching(
        new RegExp(`^Xiong Tao handed in Workshop report, in time; Li Wen is asked to accept it by ${day}\\.$`),
      ),
      expect.stringMatching(
        new RegExp(`^Li Wen returned Workshop report to Xiong Tao for another round, due ${day}\\.$`),
      ),
      expect.stringMatching(
        new RegExp(
          `^Xiong Tao handed in Workshop report, round 2, in time; Li Wen is asked to accept it by ${day}\\.$`,
        ),
      ),
      'Li Wen accepted Workshop report.',
    ]);
    expect(acts.map(({ sentence }) => sentence.zh)).toEqual([
      expect.stringMatching(/^Xiong Tao按时提交了“研讨会报告”，请.*Li Wen.*于.+前审核。$/),
      expect.stringMatching(/^Li Wen将“研讨会报告”退回.*Xiong Tao.*修改，期限.+。$/),
      expect.stringMatching(/^Xiong Tao按时提交了“研讨会报告”（第2轮），请.+前审核。$/),
      'Li Wen通过了“研讨会报告”。',
    ]);
    expect(acts.map(({ words }) => words)).toEqual([
      null,
      '缺少参会名单。\nPlease add the list of participants.',
      null,
      'Thank you.',
    ]);
  });

  test('none of it was told to anybody twice', () => {
    const ids = house.inbox.messages().map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
