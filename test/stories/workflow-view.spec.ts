import { workflowViewResponse, type WorkflowViewResponse } from '@citypath/contracts';
import type { Client } from '@temporalio/client';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { until } from '../support/until';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let administrator: Caller;
let manager: Caller;
let temporal: Client;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  [administrator, manager] = [await house.asAdministrator(), await house.as(yiwu.people.manager)];
  ({ temporal } = house);
});
afterAll(async () => {
  await house.stop();
});

const REASON = 'Vice Mayor Xiong Tao agreed to it.';
const path = () => `${yiwu.path}/workflow`;
const view = (query = '') => administrator.read(workflowViewResponse, `${path()}${query}`);
const agree = (dueOn: string) =>
  manager.send('POST', `${yiwu.path}/steps/leadership_group/date`, { body: { dueOn, reason: REASON } });
const said = ({ events }: WorkflowViewResponse, type: string) => events.find((event) => event.type === type)?.sentence;

test('of a city on its way: its run, what happened to it in plain words, its workers, and where Temporal shows it', async () => {
  expect((await agree('2099-03-02')).status).toBe(200);
  const seen = await until('the run rests', async () => {
    const now = await view();
    return now.pendingTask === null && now;
  });
  expect(seen).toMatchObject({
    journeyId: yiwu.journeyId,
    city: { key: 'yiwu' },
    runs: [{ runId: seen.runId, status: 'running', closedAt: null }],
    pendingActivities: [],
    temporalPage: `${house.environment.TEMPORAL_UI_URL}/namespaces/${house.environment.TEMPORAL_NAMESPACE}/workflows/${yiwu.journeyId}`,
  });
  const ids = seen.events.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect(ids[0]).toBe(seen.runs[0]?.events);

  const accepted = seen.events.find(({ type }) => type === 'WorkflowExecutionUpdateAccepted');
  expect(accepted?.sentence).toEqual({ en: 'An act upon the journey was accepted.', zh: '已受理一项历程操作。' });
  expect(said(seen, 'WorkflowExecutionUpdateCompleted')).toEqual({
    en: `The act of event ${accepted!.id} is answered: recorded.`,
    zh: `事件${accepted!.id}的操作已记录并答复。`,
  });
  const asked = seen.events.find(({ type }) => type === 'ActivityTaskScheduled');
  expect(asked?.sentence).toEqual({ en: 'Facts are to be recorded.', zh: '请求写入记录。' });
  expect(said(seen, 'ActivityTaskCompleted')).toEqual({
    en: `What event ${asked!.id} asked for is done.`,
    zh: `事件${asked!.id}的请求已完成。`,
  });
  expect(said(seen, 'TimerStarted')?.en).toMatch(
    /^The clock of the journey is set to \w+ \d+ \w+ \d{4}, \d\d:\d\d UTC\.$/,
  );

  expect(seen.queue.name).toBe(house.environment.TEMPORAL_TASK_QUEUE);
  for (const { pollers } of seen.queue.halves) expect(pollers[0]?.identity).toMatch(/^\d+@/);
});

test('older events come with the number of the one before which they happened, down to the first', async () => {
  const { events, runId } = await view();
  const [from] = [events[4]!.id];
  const older = await view(`?before=${from}`);
  expect(older.events.map(({ id }) => id).slice(0, 3)).toEqual([from - 1, from - 2, from - 3]);
  const first = await view(`?run=${runId}&before=3`);
  expect(first).toMatchObject({
    events: [
      { id: 2 },
      { id: 1, type: 'WorkflowExecutionStarted', sentence: { en: 'The run begins.', zh: '运行开始。' } },
    ],
    before: null,
  });
});

test('nothing that people wrote, and nobody’s name or address, stands in it', async () => {
  const whole = JSON.stringify([await view(), await view('?before=30')]);
  for (const word of ['Xiong', '熊', '@citypath.example', 'agreed to it', ...Object.values(yiwu.people)]) {
    expect({ word, stands: whole.includes(word) }).toEqual({ word, stands: false });
  }
});

test('only administrators look, at a journey and a run that there are', async () => {
  expect(await manager.problemOf('GET', path())).toMatchObject({ status: 403 });
  expect(await administrator.problemOf('GET', '/journeys/100rc-cn.atlantis/workflow')).toMatchObject({
    status: 404,
    code: 'journey-unknown',
  });
  const unknown = '00000000-0000-4000-8000-000000000000';
  expect(await administrator.problemOf('GET', `${path()}?run=${unknown}`)).toMatchObject({
    status: 404,
    code: 'not-found',
  });
  for (const query of ['?run=it', '?before=0', '?before=x', '?after=1']) {
    expect(await administrator.problemOf('GET', `${path()}${query}`)).toMatchObject({ status: 422 });
  }
});

test('facts that cannot be recorded: what waits, at which attempt, why it failed, and when it is tried again', async () => {
  await house.dataSource.query(`
    CREATE FUNCTION no_more_facts() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE disk_full; END $$;
    CREATE TRIGGER no_more_facts BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION no_more_facts()`);
  expect((await agree('2099-03-03')).status).toBe(202);
  const [waits] = await until('the second attempt waits', async () => {
    const { pendingActivities } = await view();
    return pendingActivities.some(({ state, attempt }) => state === 'scheduled' && attempt > 1) && pendingActivities;
  });
  expect(waits).toMatchObject({ type: 'record', lastFailure: 'Not recorded: QueryFailedError 53100.' });
  expect(Date.parse(waits!.nextAttemptAt!)).toBeGreaterThan(Date.parse((await view()).runs[0]!.startedAt!));
  await house.dataSource.query('DROP TRIGGER no_more_facts ON journal');
  await administrator.put('POST', `${yiwu.path}/run/retry`, { reason: 'The disk has room again.' });
  await until('nothing waits any more', async () => (await view()).pendingActivities.length === 0);
});

test('a run that was terminated says from where and why, and still does when another one runs', async () => {
  await temporal.workflow.getHandle(yiwu.journeyId).terminate('It looked idle.');
  const seen = await view();
  expect(seen.runs).toMatchObject([
    { runId: seen.runId, status: 'terminated', closedAt: expect.any(String) as string },
  ]);
  const [last] = seen.events;
  expect(last).toMatchObject({ type: 'WorkflowExecutionTerminated' });
  expect(last?.sentence.en).toMatch(/^Terminated from outside by \d+@\S+ \(“It looked idle\.”\)\.$/);
  expect(last?.sentence.zh).toMatch(/^被外部终止（\d+@\S+）（“It looked idle\.”）。$/);

  await administrator.put('POST', `${yiwu.path}/run/rebuild`, { reason: 'It was not idle.' });
  const rebuilt = await until('both runs are listed', async () => {
    const now = await view();
    return now.runs.length === 2 && now;
  });
  expect(rebuilt.runs.map(({ status }) => status)).toEqual(['running', 'terminated']);
  expect((await view(`?run=${seen.runId}`)).events[0]).toEqual(last);
});

test('one that an administrator ended here says so, without the reason, which the audit has', async () => {
  await administrator.put('POST', `${yiwu.path}/run/terminate`, { reason: REASON });
  const { events } = await view();
  expect(events[0]).toMatchObject({
    sentence: {
      en: 'Terminated by an administrator here: the audit says by whom and why.',
      zh: '由系统管理员在此终止，操作人和原因见操作记录。',
    },
  });
});
