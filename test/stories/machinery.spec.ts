import { dateInWords, type Day } from '@citypath/calendar';
import { machineryResponse, type MachineryFinding, type MachineryKind } from '@citypath/contracts';
import { CITY_JOURNEY } from '@citypath/workflows/messages';
import { Client, Connection } from '@temporalio/client';
import type { Caller } from '../support/caller';
import { citypath } from '../support/citypath';
import { House } from '../support/house';
import { until } from '../support/until';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

const STEP = 'asw_report';
/** What is looked at is kept for ten seconds. */
const LOOKED_AT_ANEW_MS = 60_000;

let house: House;
let yiwu: Yiwu;
let administrator: Caller;
let manager: Caller;
let connection: Connection;
let temporal: Client;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  [administrator, manager] = [await house.asAdministrator(), await house.as(yiwu.people.manager)];
  connection = await Connection.connect({ address: house.environment.TEMPORAL_ADDRESS });
  temporal = new Client({ connection, namespace: house.environment.TEMPORAL_NAMESPACE });
});
afterAll(async () => {
  await connection.close();
  await house.stop();
});

const findings = async (): Promise<MachineryFinding[]> =>
  (await administrator.read(machineryResponse, '/stuck/machinery')).findings;
const found = (kind: MachineryKind): Promise<MachineryFinding> =>
  until(`${kind} is found`, async () => (await findings()).find((finding) => finding.kind === kind), LOOKED_AT_ANEW_MS);
const nothingFound = () =>
  until('nothing is wrong any more', async () => (await findings()).length === 0, LOOKED_AT_ANEW_MS);

/** As sentences say a moment. */
const inWords = (at: string) => {
  const [day, time] = [at.slice(0, 10) as Day, at.slice(11, 16)];
  return { en: `${dateInWords(day, 'en')}, ${time} UTC`, zh: `${dateInWords(day, 'zh')}${time}（UTC）` };
};
const agree = (dueOn: string) =>
  manager.send('POST', `${yiwu.path}/steps/${STEP}/date`, { body: { dueOn, reason: 'It was agreed.' } });
const momentPassed = () =>
  house.dataSource.query(`UPDATE journeys SET next_moment_at = now() - interval '1 hour' WHERE id = $1`, [
    yiwu.journeyId,
  ]);
/** What a finding offers is done as it stands there, and an act is taken again. */
async function mend({ mends: { command } }: MachineryFinding, dueOn: string): Promise<void> {
  const [program, ...args] = command!.split(' ');
  expect(program).toBe('citypath');
  expect(await citypath(house.environment, args)).toMatchObject({ code: 0 });
  await manager.does(`${yiwu.path}/steps/${STEP}/date`, { dueOn, reason: 'It was agreed.' });
  await nothingFound();
}

test('while everything runs nothing is found, and only administrators look', async () => {
  expect(await findings()).toEqual([]);
  expect(await manager.problemOf('GET', '/stuck/machinery')).toMatchObject({ status: 403 });
});

test('letters that nobody posts are told, until somebody does', async () => {
  const [{ at }] = (await house.dataSource
    .query(
      `UPDATE letters SET due_at = now() - interval '1 hour', not_before = NULL WHERE status IN ('due', 'held')
     RETURNING to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI') AS at`,
    )
    .then(([rows]: [{ at: string }[]]) => rows)) as [{ at: string }];
  const { letters } = { letters: (await house.ledger()).filter(({ status }) => status === 'due' || status === 'held') };
  const [since, count] = [inWords(at), letters.length];
  expect((await found('outbox-stalled')).sentence).toEqual({
    en: `${count} letter${count === 1 ? ' is' : 's are'} not posted since ${since.en} though the time has come: nobody is reminded and nobody is told of a delay; they go by themselves once the courier runs; what helps: “Start the courier”.`,
    zh: `自${since.zh}起有${count}封到期信函未寄出：提醒和延误通报均未送达；投递进程运行后自动寄出；解决办法：“启动投递进程”。`,
  });
  await house.deliver();
  await nothingFound();
});

test('a read model that is behind its journal is told', async () => {
  const set = (stale: boolean) => house.dataSource.query('UPDATE journeys SET stale = $1', [stale]);
  await set(true);
  const finding = await found('read-model-stale');
  expect(finding).toMatchObject({ journeyId: yiwu.journeyId, city: { key: 'yiwu' } });
  const since = inWords(finding.sinceAt!);
  expect(finding.sentence).toEqual({
    en: `Yiwu is shown as it was before ${since.en}: what pages read is behind the journal; it is read anew when a worker starts; what helps: “Rebuild the workflow from its journal”.`,
    zh: `义乌市显示的是${since.zh}之前的状态：查询数据落后于记录；工作进程启动时自动更新；解决办法：“根据记录重建流程”。`,
  });
  await set(false);
  await nothingFound();
});

test('facts that cannot be recorded are told with the cause, and are recorded once they can be', async () => {
  await house.dataSource.query(`
    CREATE FUNCTION no_more_facts() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE disk_full; END $$;
    CREATE TRIGGER no_more_facts BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION no_more_facts()`);
  expect((await agree('2027-03-01')).status).toBe(202);
  await momentPassed();
  const finding = await found('activity-failing');
  const since = inWords(finding.sinceAt!);
  const attempts = Number(/after (\w+) attempts?/.exec(finding.sentence.en)?.[1]?.replace('one', '1'));
  expect(attempts).toBeGreaterThan(0);
  expect(finding.sentence).toEqual({
    en: `Yiwu waits for its facts to be recorded, which fails since ${since.en}, after ${attempts === 1 ? 'one attempt' : `${attempts} attempts`} (“Not recorded: QueryFailedError 53100.”): nothing is lost and nobody is told yet; it is tried again by itself every ten seconds; what helps: “Look at the database”.`,
    zh: `义乌市的事项自${since.zh}起无法记录，已尝试${attempts}次（“Not recorded: QueryFailedError 53100.”）：内容不会丢失，但尚未通知任何人；系统每十秒自动重试；解决办法：“检查数据库”。`,
  });
  await house.dataSource.query('DROP TRIGGER no_more_facts ON journal');
  await until('the fact is recorded', async () =>
    (await house.factsOf(yiwu.journeyId)).some(({ kind }) => kind === 'date-agreed'),
  );
  await nothingFound();
});

test('a workflow that was terminated from outside is told with who said why, and with the rebuild', async () => {
  const run = temporal.workflow.getHandle(yiwu.journeyId);
  await run.terminate('It looked idle.');
  const at = inWords((await run.describe()).closeTime!.toISOString());
  const finding = await found('workflow-ended');
  expect(finding).toMatchObject({
    journeyId: yiwu.journeyId,
    city: { key: 'yiwu' },
    sentence: {
      en: `Yiwu waits for its workflow, which was terminated from outside on ${at.en} (“It looked idle.”): no reminder goes and no act is taken; nothing follows by itself; what helps: “Rebuild the workflow from its journal”.`,
      zh: `义乌市的流程于${at.zh}被外部终止（“It looked idle.”）：提醒不会发出，也无法办理任何事项；此后不会自动恢复；解决办法：“根据记录重建流程”。`,
    },
    mends: { command: `citypath rebuild ${yiwu.journeyId}` },
  });
  await mend(finding, '2027-03-02');
});

test('a workflow whose task fails at every attempt is told with the cause', async () => {
  const run = temporal.workflow.getHandle(yiwu.journeyId);
  await run.terminate();
  // The code of the worker can make nothing of how this run begins, as of a history that other code has written.
  await temporal.workflow.start(CITY_JOURNEY, {
    workflowId: yiwu.journeyId,
    taskQueue: house.environment.TEMPORAL_TASK_QUEUE,
    args: [null],
  });
  await momentPassed();
  const finding = await found('workflow-task-failing');
  const since = inWords(finding.sinceAt!);
  const [, tries = '', cause = ''] = /after (\w+ attempts?) \(“(.+)”\): /.exec(finding.sentence.en) ?? [];
  const attempts = tries.startsWith('one') ? 1 : Number(tries.split(' ')[0]);
  expect(attempts).toBeGreaterThan(0);
  expect(cause).toContain('null');
  expect(finding.sentence).toEqual({
    en: `Yiwu waits for its workflow, which cannot go on since ${since.en}, after ${tries} (“${cause}”): no reminder goes and no act is taken; Temporal tries again by itself; what helps: “Start a worker whose code fits, or rebuild the workflow from its journal”.`,
    zh: `义乌市的流程自${since.zh}起无法继续，已尝试${attempts}次（“${cause}”）：提醒不会发出，也无法办理任何事项；Temporal 会自动重试；解决办法：“启动代码相符的工作进程，或根据记录重建流程”。`,
  });
  await mend(finding, '2027-03-03');
});

test('a workflow that disagrees with its journal is told', async () => {
  await house.dataSource.query('UPDATE journeys SET generation = generation + 1 WHERE id = $1', [yiwu.journeyId]);
  expect((await agree('2027-03-04')).status).toBe(409);
  const { closeTime } = await until('the run has ended', async () => {
    const run = await temporal.workflow.getHandle(yiwu.journeyId).describe();
    return run.closeTime ? run : null;
  });
  const at = inWords(closeTime!.toISOString());
  const finding = await found('journal-disagrees');
  expect(finding.sentence).toEqual({
    en: `Yiwu waits for its workflow, which stopped on ${at.en} because the journal goes on otherwise than it did: no reminder goes and no act is taken; nothing follows by itself; what helps: “Rebuild the workflow from its journal”.`,
    zh: `义乌市的流程因与记录不一致，于${at.zh}停止：提醒不会发出，也无法办理任何事项；此后不会自动恢复；解决办法：“根据记录重建流程”。`,
  });
  await mend(finding, '2027-03-05');
});

test('a workflow that Temporal does not know any more is told', async () => {
  await temporal.workflowService.deleteWorkflowExecution({
    namespace: house.environment.TEMPORAL_NAMESPACE,
    workflowExecution: { workflowId: yiwu.journeyId },
  });
  const finding = await found('workflow-missing');
  expect(finding.sentence).toEqual({
    en: 'Yiwu waits for its workflow, which Temporal does not know any more: no reminder goes and no act is taken; nothing follows by itself; what helps: “Rebuild the workflow from its journal”.',
    zh: '义乌市的流程在 Temporal 中已不存在：提醒不会发出，也无法办理任何事项；此后不会自动恢复；解决办法：“根据记录重建流程”。',
  });
  await mend(finding, '2027-03-08');
});

test('no worker: told as soon as work waits that nobody takes, and over once one runs', async () => {
  await house.processes.worker.stop();
  const city = { nameEn: 'Deyang', level: 'prefecture', country: 'CN', calendar: 'cn' };
  await administrator.put('PUT', '/cities/deyang', city);
  const joining = administrator.send('POST', '/journeys', {
    body: { programme: '100rc-cn', city: 'deyang', joinedOn: null },
  });
  const finding = await found('no-worker');
  await joining;
  const since = inWords(finding.sinceAt!);
  expect(finding.sentence).toEqual({
    en: `No worker takes work since ${since.en}: no journey moves by itself and no act is recorded; everything goes on by itself once one runs; what helps: “Start the worker”.`,
    zh: `自${since.zh}起没有工作进程处理任务：历程不会自动推进，办理的事项也无法记录；工作进程运行后一切自动继续；解决办法：“启动工作进程”。`,
  });
  await house.processes.worker.start();
  await until('Deyang has joined', async () => (await house.factsOf('100rc-cn.deyang')).length > 0);
  await until(
    'a worker is seen',
    async () => (await findings()).every(({ kind }) => kind !== 'no-worker'),
    LOOKED_AT_ANEW_MS,
  );
});
