import {
  addWorkingDays,
  dateInWords,
  dayAt,
  dayToComeInWords,
  provisionalFrom,
  workingDaysBetween,
  type Day,
  type Instant,
} from '@citypath/calendar';
import { cityPageResponse, stuckResponse, type StuckLine, type StuckResponse } from '@citypath/contracts';
import type { Caller } from '../support/caller';
import { china } from '../support/china';
import { takeOverWithLeadership } from '../support/city-with-leadership';
import { House } from '../support/house';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

const STEP = 'asw_report';

let house: House;
let yiwu: Yiwu;
let manager: Caller;
let director: Caller;
let administrator: Caller;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  [manager, director, administrator] = [
    await house.as(yiwu.people.manager),
    await house.as(yiwu.people.director),
    await house.asAdministrator(),
  ];
});
afterAll(() => house.stop());

const today = () => dayAt(china, new Date().toISOString() as Instant);
const inWorkingDays = (days: number) => addWorkingDays(china, today(), days);
const stuckFor = (reader: Caller, query = ''): Promise<StuckResponse> => reader.read(stuckResponse, `/stuck${query}`);
const lineOf = async (reader: Caller, city = 'yiwu'): Promise<StuckLine> =>
  (await stuckFor(reader)).lines.find((line) => line.city.key === city)!;

/** As sentences say a day: without the year where it is this one. */
const inWords = (day: Day) => {
  const year = Number(today().slice(0, 4));
  return { en: dateInWords(day, 'en', year), zh: dateInWords(day, 'zh', year) };
};

/** A day that may still move says so: near New Year the next days are such. */
const toCome = (day: Day) => {
  const [fromOn, year] = [provisionalFrom(china), Number(today().slice(0, 4))];
  return { en: dayToComeInWords(day, fromOn, 'en', year), zh: dayToComeInWords(day, fromOn, 'zh', year) };
};

/** What the city's own forecast says next of the report, as the end of a sentence says it. */
async function nextByItself(path: string): Promise<{ en: string; zh: string }> {
  const { nextByItself: coming } = await manager.read(cityPageResponse, path);
  const next = coming.find(({ step }) => step === STEP)!;
  const [day, said] = [toCome(next.on as Day), next.sentence];
  const [en, zh] = [said.en.slice(said.en.indexOf(': ') + 2, -1), said.zh.slice(said.zh.indexOf('：') + 1, -1)];
  return next.on <= today()
    ? { en: `; today ${en}`, zh: `；今天${zh}` }
    : { en: `; on ${day.en} ${en}`, zh: `；${day.zh}${zh}` };
}

test('a city without a day for its report waits for one, and the manager can set it', async () => {
  const since = inWords(today());
  expect(await lineOf(manager)).toMatchObject({
    journeyId: yiwu.journeyId,
    cause: 'to-be-confirmed',
    step: { ref: STEP },
    who: { person: { id: yiwu.people.cro } },
    sinceOn: today(),
    nextOn: null,
    sentence: {
      en: `Yiwu waits for a day to be set for Workshop report, which Xiong Tao has since ${since.en}; nothing follows by itself; you can choose “Agree another day: Workshop report”.`,
      zh: `义乌市等待确定“研讨会报告”的日期，该步骤自${since.zh}起由Xiong Tao负责；此后不会自动跟进；您可以选择“商定新期限：研讨会报告”。`,
    },
    options: [{ act: 'agree-date', page: `${yiwu.path}/steps/${STEP}?act=agree-date` }],
  });
});

test('who may not act is told who does', async () => {
  expect(await lineOf(director)).toMatchObject({
    sentence: {
      en: expect.stringContaining(
        '; what helps: “Agree another day: Workshop report (the programme manager does this)”.',
      ) as string,
      zh: expect.stringContaining('；解决办法：“商定新期限：研讨会报告（由项目经理办理）”。') as string,
    },
    options: [{ page: null }],
  });
});

test('a late report: whom it waits for, since when, how late, who is told next and when, and what helps', async () => {
  const dueOn = inWorkingDays(-1);
  await manager.does(`${yiwu.path}/steps/${STEP}/date`, { dueOn, reason: 'It was agreed.' });
  const [since, due, next] = [inWords(today()), toCome(dueOn), await nextByItself(yiwu.path)];
  const late = workingDaysBetween(china, dueOn, today());
  const line = await lineOf(manager);
  expect(line).toMatchObject({ cause: 'overdue', sinceOn: today(), who: { person: { id: yiwu.people.cro } } });
  expect(line.sentence).toEqual({
    en: `Yiwu waits for Xiong Tao to hand in Workshop report, wanted since ${since.en}, due on ${due.en}, ${late} working day${late === 1 ? '' : 's'} ago${next.en}; you can choose “Agree another day: Workshop report”.`,
    zh: `义乌市等待Xiong Tao提交“研讨会报告”，自${since.zh}起待办，应于${due.zh}前完成，已逾期${late}个工作日${next.zh}；您可以选择“商定新期限：研讨会报告”。`,
  });
  expect(line.options.map(({ act }) => act)).toEqual(['agree-date', 'submit', 'hold']);
});

test('a hold: what for, in the words of whoever put it on hold, since when, and when it ends by itself', async () => {
  const untilOn = inWorkingDays(10);
  await manager.does(`${yiwu.path}/hold`, { awaiting: 'the city election', reason: 'No mayor yet.', untilOn });
  const [since, until] = [inWords(today()), toCome(untilOn)];
  expect(await lineOf(manager)).toMatchObject({
    cause: 'on-hold',
    sinceOn: today(),
    nextOn: untilOn,
    sentence: {
      en: `Yiwu is on hold since ${since.en}, waiting for “the city election”; on ${until.en} it resumes by itself; you can choose “Resume the journey”.`,
      zh: `义乌市自${since.zh}起暂停，等待“the city election”；${until.zh}自动恢复；您可以选择“恢复历程”。`,
    },
    options: [{ act: 'resume', page: `${yiwu.path}#whole` }],
  });
  await manager.does(`${yiwu.path}/resume`, { reason: 'There is a mayor.' });
});

test('a report that is handed in waits for whoever accepts it, and leaves the list of what is late', async () => {
  await (await house.as(yiwu.people.cro)).does(`${yiwu.path}/steps/${STEP}/submission`, report());
  const [day, due] = [inWords(today()), toCome(inWorkingDays(5))];
  const [next, left] = [await nextByItself(yiwu.path), workingDaysBetween(china, today(), inWorkingDays(5))];
  const line = await lineOf(manager);
  expect(line).toMatchObject({ cause: 'to-accept', who: { person: { id: yiwu.people.manager } } });
  expect(line.sentence).toEqual({
    en: `Yiwu waits for Li Wen to accept Workshop report, handed in on ${day.en}, due on ${due.en} (in ${left} working days)${next.en}; you can choose “Accept: Workshop report”.`,
    zh: `义乌市等待Li Wen审核“研讨会报告”，该内容于${day.zh}提交，应于${due.zh}前审核（还有${left}个工作日）${next.zh}；您可以选择“通过研讨会报告”。`,
  });
});

test('an empty seat: who acts meanwhile, and the appointment that mends it', async () => {
  const path = await takeOverWithLeadership(house, yiwu, 'huangshi', 'Huangshi');
  const dueOn = inWorkingDays(1);
  await manager.does(`${path}/steps/${STEP}/date`, { dueOn, reason: 'It was agreed.' });
  await manager.does(`${path}/seats/cro/vacancy`, { on: today() });
  const [since, due, next] = [inWords(today()), toCome(dueOn), await nextByItself(path)];
  const line = await lineOf(manager, 'huangshi');
  const left = workingDaysBetween(china, today(), dueOn);
  expect(line).toMatchObject({
    cause: 'vacancy',
    step: { ref: STEP },
    options: [{ act: 'appoint', page: `${path}#seats` }],
  });
  expect(line.sentence).toEqual({
    en: `Huangshi waits for somebody to be appointed Chief Resilience Officer: the seat is vacant, and Li Wen has Workshop report, wanted since ${since.en}, due on ${due.en} (in ${left} working day${left === 1 ? '' : 's'})${next.en}; you can choose “Appoint the Chief Resilience Officer”.`,
    zh: `Huangshi等待任命首席韧性官：该职务空缺，暂由Li Wen负责“研讨会报告”，自${since.zh}起待办，应于${due.zh}前完成（还有${left}个工作日）${next.zh}；您可以选择“任命首席韧性官”。`,
  });
  await manager.does(`${path}/seats/cro/appointment`, { person: yiwu.people.cro, fromOn: today() });
  // The report is on its way again; what nobody has dated is now what does not go on by itself.
  expect(await lineOf(manager, 'huangshi')).toMatchObject({
    cause: 'to-be-confirmed',
    step: { ref: 'cro_funding_end' },
  });
});

test('a letter to a mayor’s office that nobody has released: who is to decide, and since when', async () => {
  const path = await takeOverWithLeadership(house, yiwu, 'deyang', 'Deyang');
  const dueOn = inWorkingDays(-3);
  await manager.does(`${path}/steps/${STEP}/date`, { dueOn, reason: 'It was agreed.' });
  const [since, due, next] = [inWords(today()), toCome(dueOn), await nextByItself(path)];
  const late = workingDaysBetween(china, dueOn, today());
  const line = await lineOf(manager, 'deyang');
  expect(line).toMatchObject({ cause: 'to-release', sinceOn: today(), who: { person: { id: yiwu.people.manager } } });
  expect(line.sentence).toEqual({
    en: `Deyang waits for Li Wen to release or decline the letter to Office Mayor, prepared on ${since.en}: Xiong Tao has Workshop report, due on ${due.en}, ${late} working days ago${next.en}; you can choose “Release the letter”.`,
    zh: `Deyang等待Li Wen决定是否放行致Office Mayor的信件，该信于${since.zh}拟好：Xiong Tao负责的“研讨会报告”应于${due.zh}前完成，已逾期${late}个工作日${next.zh}；您可以选择“放行此信”。`,
  });
  expect(line.options.map(({ act, page }) => [act, page])).toEqual([
    ['release-rung', `${path}/steps/${STEP}?act=release-rung`],
    ['decline-rung', `${path}/steps/${STEP}?act=decline-rung`],
  ]);
});

test('a seat of the programme that nobody holds holds its cities up, and an administrator fills it', async () => {
  await administrator.put('PUT', '/programmes/100rc-cn/seats/manager', { person: null });
  const line = await lineOf(administrator);
  expect(line).toMatchObject({ cause: 'vacancy', options: [{ act: null, page: '/programmes/100rc-cn' }] });
  expect(line.sentence.en).toMatch(
    /^Yiwu waits for somebody to be appointed Programme manager: the seat is vacant and has Workshop report, .*; you can choose “Give somebody the seat: Programme manager”\.$/,
  );
  await administrator.put('PUT', '/programmes/100rc-cn/seats/manager', { person: yiwu.people.manager });
});

test('the list is cut to a cause and to a programme, counts all, and goes on where the page before ended', async () => {
  const all = await stuckFor(manager);
  expect(all.lines.map(({ cause }) => cause)).toEqual(['to-release', 'to-accept', 'to-be-confirmed']);
  expect(all.counts).toEqual([
    { cause: 'to-release', count: 1 },
    { cause: 'to-accept', count: 1 },
    { cause: 'to-be-confirmed', count: 1 },
  ]);
  expect((await stuckFor(manager, '?cause=to-release')).lines.map(({ city }) => city.key)).toEqual(['deyang']);
  expect(await stuckFor(manager, '?programme=another')).toEqual({ counts: [], lines: [], next: null });
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: StuckResponse = await stuckFor(manager, `?limit=1${after === '' ? '' : `&after=${after}`}`);
    seen.push(...page.lines.map(({ city }) => city.key));
    after = page.next;
  }
  expect(seen).toEqual(['deyang', 'yiwu', 'huangshi']);
  expect(await manager.problemOf('GET', '/stuck?after=bm9uc2Vuc2U')).toMatchObject({ code: 'malformed-request' });
  expect(await manager.problemOf('GET', '/stuck?cause=bad-luck')).toMatchObject({ status: 422 });
});

test('who runs no programme is told of no city', async () => {
  expect(await stuckFor(await house.as(yiwu.people.cro))).toEqual({ counts: [], lines: [], next: null });
});
