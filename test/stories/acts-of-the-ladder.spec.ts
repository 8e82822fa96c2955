import { addWorkingDays, dayAt, instantAt, type Instant } from '@citypath/calendar';
import {
  boardResponse,
  cityPageResponse,
  needsResponse,
  preparedLetterResponse,
  type CityStep,
  type WantedNow,
} from '@citypath/contracts';
import type { Caller } from '../support/caller';
import { china } from '../support/china';
import { takeOverWithLeadership } from '../support/city-with-leadership';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

const STEP = 'asw_report';

let house: House;
let yiwu: Yiwu;
let manager: Caller;
let director: Caller;
let officer: Caller;
let office: Caller;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  [manager, director, officer, office] = [
    await house.as(yiwu.people.manager),
    await house.as(yiwu.people.director),
    await house.as(yiwu.people.cro),
    await house.as(yiwu.people.mayor),
  ];
});
afterAll(() => house.stop());

const today = () => dayAt(china, new Date().toISOString() as Instant);
const inWorkingDays = (days: number) => addWorkingDays(china, today(), days);
const morning = (days: number) => new Date(instantAt(china, inWorkingDays(days), '10:00'));

const wantedOf = async (reader: Caller, path: string): Promise<WantedNow> =>
  (await reader.read(cityPageResponse, path)).now.find(({ step }) => step === STEP)!;
const stepOf = async (path: string): Promise<CityStep> =>
  (await manager.read(cityPageResponse, path)).steps.find(({ ref }) => ref === STEP)!;
const actsOf = ({ acts }: WantedNow) => acts.filter(({ main }) => main).map(({ act }) => act);
const toRelease = async (reader: Caller) =>
  (await reader.read(needsResponse, '/needs?section=to-release')).needs.map(({ city, act }) => [city.key, act.page]);
const letterOf = async (path: string) =>
  (await manager.read(preparedLetterResponse, `${path}/steps/${STEP}/prepared-letter`)).letter;

/** A city whose report is late, with a letter to its mayor's office that waits to be released. */
async function lateCity(key: string, name: string): Promise<string> {
  const path = await takeOverWithLeadership(house, yiwu, key, name);
  await manager.does(`${path}/steps/${STEP}/date`, { dueOn: inWorkingDays(-3), reason: 'It was agreed.' });
  return path;
}

describe('a letter to a mayor’s office', () => {
  let path: string;

  beforeAll(async () => {
    path = await lateCity('deyang', 'Deyang');
  });

  test('waits for the manager, who reads it as it will read, in the language of whoever gets it', async () => {
    const wanted = await wantedOf(manager, path);
    expect(wanted.ladder?.kind).toBe('to-release');
    expect(wanted.ladder?.sentence.en).toMatch(/^A letter to Office Mayor was prepared on /);
    expect(actsOf(wanted)).toEqual(['release-rung', 'decline-rung']);
    expect(wanted.acts.find(({ act }) => act === 'release-rung')?.causes).toEqual({
      en: 'sends the letter to Office Mayor, with your name',
      zh: '以您的名义将此信发给Office Mayor',
    });
    expect(await toRelease(manager)).toEqual([['deyang', `/journeys/100rc-cn.deyang/steps/${STEP}?act=release-rung`]]);
    const letter = await letterOf(path);
    expect(letter).toMatchObject({
      to: { seat: 'mayors_office', person: { id: yiwu.people.mayor } },
      versions: [{ language: 'zh' }],
    });
    expect(letter?.versions[0]?.text).toMatch(/已过3个工作日[^]*此信由 Li Wen 审阅后发出。/);
    expect(letter?.versions[0]?.words).toMatch(/^Deyang的“研讨会报告”期限是[^]*或告知可以完成的日期。$/);
  });

  test('is nobody’s business in the city: who does not run the programme reads, releases and declines nothing', async () => {
    for (const reader of [officer, office]) {
      const act = `${path}/steps/${STEP}/prepared-letter`;
      expect(await reader.problemOf('GET', act)).toMatchObject({ status: 403 });
      expect(await reader.problemOf('POST', `${act}/release`, { body: {} })).toMatchObject({ status: 403 });
      expect(await reader.problemOf('POST', `${act}/decline`, { body: { reason: 'No.' } })).toMatchObject({
        status: 403,
      });
      expect(await toRelease(reader)).toEqual([]);
    }
  });

  test('goes in the manager’s own words where they edited it, once', async () => {
    // What is due already goes first, so that this letter stands for itself.
    await house.deliver(morning(1));
    const before = house.inbox.messages().length;
    const words = '请市长办公室协助。\n报告已逾期。';
    await manager.does(`${path}/steps/${STEP}/prepared-letter/release`, { words });
    expect(await letterOf(path)).toBeNull();
    expect(await toRelease(manager)).toEqual([]);
    await house.deliver(morning(2));
    const sent = house.inbox
      .messages()
      .slice(before)
      .filter(({ envelopeTo }) => envelopeTo.includes(yiwu.addresses.mayor));
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain('请市长办公室协助。');
    expect(sent[0]?.text).toContain('Li Wen');
    const again = await manager.problemOf('POST', `${path}/steps/${STEP}/prepared-letter/release`, { body: {} });
    expect(again).toMatchObject({ status: 409, code: 'rung-not-prepared' });
  });
});

describe('a letter that is declined', () => {
  let path: string;

  beforeAll(async () => {
    path = await lateCity('huangshi', 'Huangshi');
  });

  test('needs a reason, and may be declined by the director too', async () => {
    const decline = `${path}/steps/${STEP}/prepared-letter/decline`;
    expect(await director.problemOf('POST', decline, { body: {} })).toMatchObject({ status: 422 });
    await director.does(decline, { reason: 'I shall call the mayor myself.' });
    expect(await toRelease(manager)).toEqual([]);
  });

  test('leaves nobody to tell: a state of its own on page, board and Today, with one way back', async () => {
    const wanted = await wantedOf(manager, path);
    expect(wanted.ladder?.kind).toBe('ended');
    expect(wanted.ladder?.sentence.zh).toMatch(/^已逐级告知各级负责人，最后一次为/);
    expect(actsOf(wanted)).toContain('agree-date');
    const board = await manager.read(boardResponse, '/journeys?programme=100rc-cn');
    expect(board.rows.map(({ city, toldToTheTop }) => [city.key, toldToTheTop?.step ?? null])).toEqual([
      ['deyang', null],
      ['huangshi', STEP],
      ['yiwu', null],
    ]);
    const [need] = (await manager.read(needsResponse, '/needs?section=ladder-ended')).needs;
    expect(need?.act.page).toBe(`/journeys/100rc-cn.huangshi/steps/${STEP}?act=agree-date`);

    await manager.does(`${path}/steps/${STEP}/date`, { dueOn: inWorkingDays(5), reason: 'Agreed by telephone.' });
    expect((await wantedOf(manager, path)).ladder).toBeNull();
  });
});

describe('“I own it until that day”', () => {
  let path: string;

  beforeAll(async () => {
    path = await lateCity('haiyan', 'Haiyan');
  });

  test('is said by whoever has the step, at most so far ahead, and takes the prepared letter back', async () => {
    const act = `${path}/steps/${STEP}/acknowledgement`;
    expect(actsOf(await wantedOf(officer, path))).toEqual(['submit', 'acknowledge']);
    expect(await officer.problemOf('POST', act, { body: { untilOn: inWorkingDays(21) } })).toMatchObject({
      status: 422,
      code: 'acknowledgement-too-long',
    });
    expect(await officer.problemOf('POST', act, { body: { untilOn: inWorkingDays(-1) } })).toMatchObject({
      status: 422,
    });
    expect(await office.problemOf('POST', act, { body: { untilOn: inWorkingDays(3) } })).toMatchObject({ status: 403 });
    await officer.does(act, { untilOn: inWorkingDays(3), note: 'The printer has it.' });
    const { ladder } = await wantedOf(manager, path);
    expect(ladder).toMatchObject({ kind: 'acknowledged', on: inWorkingDays(3) });
    expect(ladder?.sentence.en).toMatch(/^It is taken on until .+; nobody above is told before\.$/);
    expect(await letterOf(path)).toBeNull();
  });
});

describe('the city’s own days of reminders', () => {
  const days = (before: number[], afterWorkingDays: number[]) => ({
    cadence: { before: { days: before }, afterWorkingDays },
  });

  test('for one step, for all, and the programme’s again', async () => {
    const cadence = async () => (await stepOf(yiwu.path)).cadence;
    expect(await cadence()).toMatchObject({ of: 'programme', before: [7, 3, 1, 0] });
    await manager.does(`${yiwu.path}/cadence`, days([5, 0], [2]));
    expect(await cadence()).toMatchObject({ of: 'city', before: [5, 0], after: [2] });
    await manager.does(`${yiwu.path}/steps/${STEP}/cadence`, days([2], []));
    expect(await cadence()).toMatchObject({
      of: 'step',
      sentence: { en: 'Reminders go 2 working days before it.', zh: '提醒时间：到期前2个工作日。' },
    });
    await manager.does(`${yiwu.path}/steps/${STEP}/programme-cadence`, {});
    expect(await cadence()).toMatchObject({ of: 'city' });
    await manager.does(`${yiwu.path}/programme-cadence`, {});
    expect(await cadence()).toMatchObject({ of: 'programme' });
  });

  test('are whole days in their order, and the manager’s to choose', async () => {
    const act = `${yiwu.path}/steps/${STEP}/cadence`;
    const refused = await manager.problemOf('POST', act, { body: days([1, 3], []) });
    expect(refused).toMatchObject({ status: 422, code: 'cadence-malformed' });
    expect(await manager.problemOf('POST', act, { body: days([1.5], []) })).toMatchObject({ status: 422 });
    expect(await officer.problemOf('POST', act, { body: days([1], []) })).toMatchObject({ status: 403 });
  });
});
