import type { Instant } from '@citypath/calendar';
import type { Finding } from '@citypath/contracts';
import { CITY_JOURNEY } from '@citypath/workflows/messages';
import type { Client } from '@temporalio/client';
import { expectNothingLost } from '../faults/nothing-lost';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { lookedOver } from '../support/looked-over';
import { momentInWords } from '../support/moment-in-words';
import { OwnProcess } from '../support/own-process';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;
const ATLANTIS = '100rc-cn.atlantis';

let house: House;
let yiwu: Yiwu;
let administrator: Caller;
let manager: Caller;
let temporal: Client;
let worker: OwnProcess;

beforeAll(async () => {
  house = await House.start({ lettersAtOnce: true });
  ({ worker } = house.processes);
  yiwu = await takeOverYiwu(house);
  await house.deliver();
  [administrator, manager] = [await house.asAdministrator(), await house.as(yiwu.people.manager)];
  ({ temporal } = house);
});
afterAll(async () => {
  await worker.stop();
  await house.stop();
});

/** What is wrong, as the next look finds it. */
const wrong = async (): Promise<Finding[]> =>
  (await lookedOver(temporal, administrator)).findings.filter(({ goneAt }) => goneAt === null);
/** Another worker comes, whose clock stands so many minutes ahead (0: it goes as the machine's does). */
async function anotherWorker(minutesAhead: number): Promise<void> {
  await worker.stop();
  const at = new Date(Date.now() + minutesAhead * MS_PER_MINUTE).toISOString() as Instant;
  worker = new OwnProcess('worker', house.environment, minutesAhead === 0 ? null : at);
  await worker.start();
}

test('a workflow that somebody started from outside, for a journey that is in no records, is named and ended', async () => {
  expect(await wrong()).toEqual([]);
  const started = { workflowId: ATLANTIS, taskQueue: 'nobody-works-here', args: [] };
  const handle = await temporal.workflow.start(CITY_JOURNEY, started);
  // A moment old it may be one whose journey is being born.
  expect(await wrong()).toEqual([]);
  await anotherWorker(10);
  const [finding, ...more] = await wrong();
  expect(more).toEqual([]);
  const since = momentInWords((await handle.describe()).startTime.toISOString());
  expect(finding).toMatchObject({
    ...{ kind: 'workflow-superfluous', journeyId: ATLANTIS, inRecords: false, city: null },
    sentence: {
      en: `A workflow runs for ${ATLANTIS} since ${since.en}, and there is no such journey in the records; what helps: “End the workflow”.`,
      zh: `${ATLANTIS}自${since.zh}起有流程在运行，但记录中没有该历程；解决办法：“终止流程”。`,
    },
    mends: { acts: ['terminate'] },
  });
  await administrator.put('POST', `/journeys/${ATLANTIS}/run/terminate`, { reason: 'Nobody knows of it.' });
  expect((await handle.describe()).status.name).toBe('TERMINATED');
  await anotherWorker(20);
  expect(await wrong()).toEqual([]);
});

test('a step that nothing carries on any more is named, with the page that sets it going', async () => {
  const agree = (dueOn: string) =>
    manager.does(`${yiwu.path}/steps/asw_report/date`, { dueOn, reason: 'It was agreed.' });
  await agree(new Date(Date.now() + 3 * MS_PER_DAY).toISOString().slice(0, 10));
  await house.deliver();
  const [pinned] = await house.dataSource.query<{ hash: string; body: object }[]>('SELECT hash, body FROM definitions');
  // Somebody laid hands on the version that the city is pinned to: it reminds once, a month ahead, and of nothing else.
  const cadence = { before: { unit: 'calendar-days', days: [30] }, afterWorkingDays: [] };
  const laidHandsOn = { ...pinned!.body, cadence, escalation: { rungs: [] } };
  const definition = (body: object) =>
    house.dataSource.query('UPDATE definitions SET body = $1 WHERE hash = $2', [JSON.stringify(body), pinned!.hash]);
  await definition(laidHandsOn);
  // It is read anew by a worker that starts, and journeys are folded anew once a day.
  await anotherWorker(0);
  await house.dataSource.query(`UPDATE watched_journeys SET folded_at = folded_at - interval '2 days'`);
  const [finding, ...more] = await wrong();
  expect(more).toEqual([]);
  const since = momentInWords(finding!.sinceAt);
  expect(finding).toMatchObject({
    ...{ kind: 'step-adrift', journeyId: yiwu.journeyId, inRecords: true, city: { key: 'yiwu' } },
    sentence: {
      en: `Nothing carries “Workshop report” of Yiwu on, seen since ${since.en}: no reminder, no hold, no meeting, nobody to accept it; what helps: “Agree another day”.`,
      zh: `义乌市的“研讨会报告”已无人跟进，自${since.zh}起发现：没有提醒、暂停、会议或审核人；解决办法：“商定新期限”。`,
    },
    mends: { acts: [], page: `${yiwu.path}/steps/asw_report?act=agree-date` },
  });
  await agree('2099-03-02');
  expect(await wrong()).toEqual([]);
  await definition(pinned!.body);
  await house.deliver();
  await expectNothingLost(house, yiwu.journeyId);
});
