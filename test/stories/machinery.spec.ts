import { CITY_JOURNEY } from '@citypath/workflows/messages';
import type { Client } from '@temporalio/client';
import { House } from '../support/house';
import { MachineryFound } from '../support/machinery-found';
import { momentInWords } from '../support/moment-in-words';
import { dateOf, SisterCities } from '../support/sister-cities';
import { until } from '../support/until';
import type { Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let cities: SisterCities;
let yiwu: Yiwu;
let machinery: MachineryFound;
let temporal: Client;

beforeAll(async () => {
  house = await House.start({ lettersAtOnce: true });
  cities = await SisterCities.takenOver(house);
  ({ yiwu } = cities);
  machinery = await MachineryFound.by(house);
  ({ temporal } = house);
});
afterAll(async () => {
  await house.stop();
});

const momentPassed = () =>
  house.dataSource.query(`UPDATE journeys SET next_moment_at = now() - interval '1 hour' WHERE id = $1`, [
    yiwu.journeyId,
  ]);
/** From now on the database takes no row of this kind for Yiwu. @returns what ends that */
async function refuses(table: string, when: string, column: string): Promise<() => Promise<void>> {
  await house.dataSource.query(`
    CREATE FUNCTION no_more() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE disk_full; END $$;
    CREATE TRIGGER no_more BEFORE ${when} ON ${table} FOR EACH ROW
      WHEN (NEW.${column} = '${yiwu.journeyId}') EXECUTE FUNCTION no_more()`);
  return () => house.dataSource.query(`DROP TRIGGER no_more ON ${table}; DROP FUNCTION no_more()`);
}
/** Mended: nothing is wrong any more, and Yiwu goes on as its sister does. */
async function asItsSister(dueOn: string): Promise<void> {
  await machinery.nothing();
  await cities.goOnAlike(dueOn);
}

test('while everything runs nothing is found, and only administrators look', async () => {
  expect(await machinery.all()).toEqual([]);
  const manager = await house.as(yiwu.people.manager);
  expect(await manager.problemOf('GET', '/stuck/machinery')).toMatchObject({ status: 403 });
  await cities.expectSame();
});

test('a read model that could not follow its journal is told, and read anew by the act that is offered', async () => {
  const end = await refuses('journeys', 'UPDATE OF state', 'id');
  await cities.agree('2027-02-26');
  await end();
  const finding = await machinery.found('read-model-stale');
  expect(finding).toMatchObject({ journeyId: yiwu.journeyId, city: { key: 'yiwu' } });
  const since = momentInWords(finding.sinceAt!);
  expect(finding.sentence).toEqual({
    en: `Yiwu is shown as it was before ${since.en}: what pages read is behind the journal; it is read anew when a worker starts; what helps: “Try again now: it is read anew from the journal”.`,
    zh: `义乌市显示的是${since.zh}之前的状态：查询数据落后于记录；工作进程启动时自动更新；解决办法：“立即重试：根据记录重新读取”。`,
  });
  const run = await temporal.workflow.getHandle(yiwu.journeyId).describe();
  await machinery.does(finding);
  await asItsSister('2027-03-01');
  expect((await temporal.workflow.getHandle(yiwu.journeyId).describe()).runId).toBe(run.runId);
});

test('facts that cannot be recorded are told with the cause, and are recorded once they can be', async () => {
  const end = await refuses('journal', 'INSERT', 'journey_id');
  const manager = await house.as(yiwu.people.manager);
  const dueOn = '2027-03-02';
  const asked = { body: { dueOn, reason: 'It was agreed.' } };
  expect(await manager.send('POST', dateOf(yiwu), asked)).toMatchObject({ status: 202 });
  await cities.agreeWith(cities.deyang, dueOn);
  await momentPassed();
  const finding = await machinery.found('activity-failing');
  const since = momentInWords(finding.sinceAt!);
  const attempts = Number(/after (\w+) attempts?/.exec(finding.sentence.en)?.[1]?.replace('one', '1'));
  expect(attempts).toBeGreaterThan(0);
  expect(finding.sentence).toEqual({
    en: `Yiwu waits for its facts to be recorded, which fails since ${since.en}, after ${attempts === 1 ? 'one attempt' : `${attempts} attempts`} (“Not recorded: QueryFailedError 53100.”): nothing is lost and nobody is told yet; it is tried again by itself every ten seconds; what helps: “Look at the database”.`,
    zh: `义乌市的事项自${since.zh}起无法记录，已尝试${attempts}次（“Not recorded: QueryFailedError 53100.”）：内容不会丢失，但尚未通知任何人；系统每十秒自动重试；解决办法：“检查数据库”。`,
  });
  await machinery.does(finding);
  await end();
  await until('the fact is recorded', async () =>
    (await house.factsOf(yiwu.journeyId)).some((fact) => fact.kind === 'date-agreed' && fact.dueOn === dueOn),
  );
  await asItsSister('2027-03-03');
});

test('a workflow that was terminated from outside is told with who said why, and with the rebuild', async () => {
  const run = temporal.workflow.getHandle(yiwu.journeyId);
  await run.terminate('It looked idle.');
  const at = momentInWords((await run.describe()).closeTime!.toISOString());
  const finding = await machinery.found('workflow-ended');
  expect(finding).toMatchObject({
    journeyId: yiwu.journeyId,
    city: { key: 'yiwu' },
    sentence: {
      en: `Yiwu waits for its workflow, which was terminated from outside on ${at.en} (“It looked idle.”): no reminder goes and no act is taken; nothing follows by itself; what helps: “Rebuild the workflow from its journal”.`,
      zh: `义乌市的流程于${at.zh}被外部终止（“It looked idle.”）：提醒不会发出，也无法办理任何事项；此后不会自动恢复；解决办法：“根据记录重建流程”。`,
    },
    mends: { command: `citypath rebuild ${yiwu.journeyId}` },
  });
  await machinery.runs(finding);
  await asItsSister('2027-03-04');
});

test('a workflow that was cancelled from outside is told', async () => {
  const run = temporal.workflow.getHandle(yiwu.journeyId);
  await run.cancel();
  const at = momentInWords((await until('it has ended', async () => (await run.describe()).closeTime)).toISOString());
  const finding = await machinery.found('workflow-ended');
  expect(finding.sentence).toEqual({
    en: `Yiwu waits for its workflow, which was cancelled from outside on ${at.en}: no reminder goes and no act is taken; nothing follows by itself; what helps: “Rebuild the workflow from its journal”.`,
    zh: `义乌市的流程于${at.zh}被外部取消：提醒不会发出，也无法办理任何事项；此后不会自动恢复；解决办法：“根据记录重建流程”。`,
  });
  await machinery.does(finding);
  await asItsSister('2027-03-12');
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
  const finding = await machinery.found('workflow-task-failing');
  const since = momentInWords(finding.sinceAt!);
  const [, tries = '', cause = ''] = /after (\w+ attempts?) \(“(.+)”\): /.exec(finding.sentence.en) ?? [];
  const attempts = tries.startsWith('one') ? 1 : Number(tries.split(' ')[0]);
  expect(attempts).toBeGreaterThan(0);
  expect(cause).toContain('null');
  expect(finding.sentence).toEqual({
    en: `Yiwu waits for its workflow, which cannot go on since ${since.en}, after ${tries} (“${cause}”): no reminder goes and no act is taken; Temporal tries again by itself; what helps: “Start a worker whose code fits, or rebuild the workflow from its journal”.`,
    zh: `义乌市的流程自${since.zh}起无法继续，已尝试${attempts}次（“${cause}”）：提醒不会发出，也无法办理任何事项；Temporal 会自动重试；解决办法：“启动代码相符的工作进程，或根据记录重建流程”。`,
  });
  await machinery.does(finding);
  await asItsSister('2027-03-05');
});

test('a workflow that disagrees with its journal is told', async () => {
  await house.dataSource.query('UPDATE journeys SET generation = generation + 1 WHERE id = $1', [yiwu.journeyId]);
  const manager = await house.as(yiwu.people.manager);
  const asked = { body: { dueOn: '2027-03-08', reason: 'It was agreed.' } };
  expect(await manager.send('POST', dateOf(yiwu), asked)).toMatchObject({ status: 409 });
  const { closeTime } = await until('the run has ended', async () => {
    const run = await temporal.workflow.getHandle(yiwu.journeyId).describe();
    return run.closeTime ? run : null;
  });
  const at = momentInWords(closeTime!.toISOString());
  const finding = await machinery.found('journal-disagrees');
  expect(finding.sentence).toEqual({
    en: `Yiwu waits for its workflow, which stopped on ${at.en} because the journal goes on otherwise than it did: no reminder goes and no act is taken; nothing follows by itself; what helps: “Rebuild the workflow from its journal”.`,
    zh: `义乌市的流程因与记录不一致，于${at.zh}停止：提醒不会发出，也无法办理任何事项；此后不会自动恢复；解决办法：“根据记录重建流程”。`,
  });
  await machinery.runs(finding);
  await asItsSister('2027-03-09');
});

test('a workflow that Temporal does not know any more is told', async () => {
  await temporal.workflowService.deleteWorkflowExecution({
    namespace: house.environment.TEMPORAL_NAMESPACE,
    workflowExecution: { workflowId: yiwu.journeyId },
  });
  const finding = await machinery.found('workflow-missing');
  expect(finding.sentence).toEqual({
    en: 'Yiwu waits for its workflow, which Temporal does not know any more: no reminder goes and no act is taken; nothing follows by itself; what helps: “Rebuild the workflow from its journal”.',
    zh: '义乌市的流程在 Temporal 中已不存在：提醒不会发出，也无法办理任何事项；此后不会自动恢复；解决办法：“根据记录重建流程”。',
  });
  await machinery.does(finding);
  await asItsSister('2027-03-10');
});

test('a moment that passed while nothing happened is told, and its clock goes again', async () => {
  await momentPassed();
  const finding = await machinery.found('moment-missed');
  const since = momentInWords(finding.sinceAt!);
  expect(finding.sentence).toEqual({
    en: `Yiwu waits for its clock: what was to happen by itself on ${since.en} has not happened; it does once Temporal comes to it; what helps: “Rebuild the workflow from its journal”.`,
    zh: `义乌市原定于${since.zh}自动办理的事项尚未执行；Temporal 处理后自动继续；解决办法：“根据记录重建流程”。`,
  });
  await machinery.runs(finding);
  await asItsSister('2027-03-11');
});

test('broken nine times and mended, Yiwu goes on to the same end as its sister', async () => {
  await cities.handIn();
  await cities.expectSameToTheEnd();
  await machinery.nothing();
});
