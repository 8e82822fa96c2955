import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { auditResponse, machineryResponse, runActResponse, runDryRunResponse, type RunAct } from '@citypath/contracts';
import { emptyState, fold } from '@citypath/journey';
import type { Client } from '@temporalio/client';
import { expectNothingLost } from '../faults/nothing-lost';
import type { Caller } from '../support/caller';
import { citypath } from '../support/citypath';
import { House } from '../support/house';
import { momentInWords } from '../support/moment-in-words';
import { dateOf, SisterCities } from '../support/sister-cities';
import { until } from '../support/until';
import type { Yiwu } from '../support/yiwu-on-its-way';

const execute = promisify(execFile);

let house: House;
let cities: SisterCities;
let yiwu: Yiwu;
let administrator: Caller;
let manager: Caller;
let temporal: Client;

beforeAll(async () => {
  house = await House.start({ lettersAtOnce: true });
  cities = await SisterCities.takenOver(house);
  ({ yiwu } = cities);
  [administrator, manager] = [await house.asAdministrator(), await house.as(yiwu.people.manager)];
  ({ temporal } = house);
});
afterAll(async () => {
  await house.stop();
});

const body = { reason: 'Its letters stopped coming.' };
const pathOf = (act: RunAct) => `${yiwu.path}/run/${act}`;
const look = async (act: RunAct) => {
  const answer = await administrator.send('POST', `${pathOf(act)}/dry-run`);
  expect(answer).toMatchObject({ status: 200 });
  return runDryRunResponse.parse(answer.body);
};
const asSeen = (seen: string) => ({ body, headers: { 'If-Match': `"${seen}"` } });
const runId = async () => (await temporal.workflow.getHandle(yiwu.journeyId).describe()).runId;
const done = async (act: RunAct, key?: string, seen?: string) => {
  const asked = { ...(seen === undefined ? { body } : asSeen(seen)), ...(key !== undefined && { key }) };
  const answer = await administrator.send('POST', pathOf(act), asked);
  expect(answer).toMatchObject({ status: 200 });
  return runActResponse.parse(answer.body);
};
const refused = (act: RunAct) => administrator.problemOf('POST', pathOf(act), { body });
const nextMoment = async () => {
  const rows = await house.dataSource.query<{ at: Date }[]>('SELECT next_moment_at AS at FROM journeys WHERE id = $1', [
    yiwu.journeyId,
  ]);
  return rows[0]?.at.toISOString();
};

test('a workflow that runs and agrees with its journal is not rebuilt, and what does not fail is not tried again', async () => {
  expect(await refused('rebuild')).toMatchObject({
    status: 409,
    code: 'run-agrees',
    detail: 'The workflow of this journey runs and agrees with its journal: there is nothing to rebuild.',
  });
  expect(await refused('retry')).toMatchObject({ status: 409, code: 'nothing-fails' });
  // Looked at beforehand it is refused for the same.
  for (const [act, code] of [
    ['rebuild', 'run-agrees'],
    ['retry', 'nothing-fails'],
  ] as const) {
    expect(await administrator.problemOf('POST', `${pathOf(act)}/dry-run`)).toMatchObject({ status: 409, code });
  }
});

test('only administrators do it, with a reason, to a journey that there is', async () => {
  expect(await manager.problemOf('POST', pathOf('rebuild'), { body })).toMatchObject({ status: 403 });
  expect(await administrator.problemOf('POST', pathOf('rebuild'), { body: { reason: ' ' } })).toMatchObject({
    status: 422,
  });
  for (const act of ['rebuild', 'terminate', 'retry']) {
    const path = `/journeys/100rc-cn.atlantis/run/${act}`;
    expect(await administrator.problemOf('POST', path, { body })).toMatchObject({
      status: 404,
      code: 'journey-unknown',
    });
  }
  expect(await house.dataSource.query('SELECT * FROM hand_acts')).toEqual([]);
});

test('a workflow that was reset to before its letters went is rebuilt: it stands where its journal stands, and none goes twice', async () => {
  await cities.handIn();
  await house.deliver();
  const before = { facts: await house.factsOf(yiwu.journeyId), ledger: await house.ledger() };
  expect(house.inbox.messages().length).toBeGreaterThan(2);
  const sent = house.inbox.messages().length;
  const went = before.ledger.filter(({ journeyId }) => journeyId === yiwu.journeyId);

  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = house.environment;
  await execute(process.env['CITYPATH_TEST_TEMPORAL_PROGRAM'] ?? '', [
    ...['workflow', 'reset', '--address', TEMPORAL_ADDRESS, '--namespace', TEMPORAL_NAMESPACE],
    ...['--workflow-id', yiwu.journeyId, '--type', 'FirstWorkflowTask', '--reason', 'somebody tries the button'],
    ...['--reapply-exclude', 'All'],
  ]);
  const [looked, runBefore] = [await look('rebuild'), await runId()];
  expect(looked.sentence.en).toMatch(
    /^The workflow that runs since .+ UTC is ended, and another begins where the journal stands\.$/,
  );
  expect(looked.sentence.zh).toMatch(/^自.+（UTC）起运行的流程将被终止，并根据记录启动新的流程。$/);
  const open = Object.values(fold(emptyState(yiwu.journeyId), before.facts).steps).filter(({ status }) =>
    ['open', 'submitted'].includes(status),
  );
  expect(looked.stands?.steps.map(({ ref, dueOn }) => [ref, dueOn]).sort()).toEqual(
    open.map(({ ref, dueOn }) => [ref, dueOn]).sort(),
  );
  expect(looked.stands?.sentence.en).toBe(
    `The journey stands before and after as its ${before.facts.length} facts say, with ${open.length} steps under way. No letter waits; of the ${went.length} that went none goes again.`,
  );
  expect(looked.final.map(({ en }) => en)).toEqual(['The run that is ended records nothing any more.']);
  // A look changes nothing, and what was not looked at is not done.
  expect(await runId()).toBe(runBefore);
  expect(await administrator.problemOf('POST', pathOf('rebuild'), asSeen('something-else'))).toMatchObject({
    status: 412,
    code: 'preview-outdated',
  });
  expect([await runId(), await house.factsOf(yiwu.journeyId)]).toEqual([runBefore, before.facts]);
  const rebuilt = await done('rebuild', 'key-of-the-rebuild', looked.seen);
  expect(rebuilt).toEqual({
    journeyId: yiwu.journeyId,
    head: before.facts.length,
    generation: 2,
    runs: true,
    repeated: false,
  });
  // The same request again has done it before, and does nothing.
  expect(await done('rebuild', 'key-of-the-rebuild')).toEqual({ ...rebuilt, repeated: true });
  expect(await refused('rebuild')).toMatchObject({ code: 'run-agrees' });

  await house.deliver();
  expect({ facts: await house.factsOf(yiwu.journeyId), ledger: await house.ledger() }).toEqual(before);
  expect(house.inbox.messages()).toHaveLength(sent);
  await cities.goOnAlike('2099-03-02');
  await expectNothingLost(house, yiwu.journeyId);
});

test.each<[string, () => Promise<unknown>]>([
  ['the page', () => done('rebuild')],
  ['the command line', () => citypath(house.environment, ['rebuild', yiwu.journeyId])],
])('rebuilt by %s it is known when it next does something by itself', async (_, rebuild) => {
  const before = await nextMoment();
  await temporal.workflow.getHandle(yiwu.journeyId).terminate('It looked idle.');
  await house.dataSource.query(`UPDATE journeys SET next_moment_at = now() - interval '1 day' WHERE id = $1`, [
    yiwu.journeyId,
  ]);
  await rebuild();
  expect(await nextMoment()).toBe(before);
  await cities.expectSame();
});

test('ended by an administrator: the sentence says so and offers the rebuild; ended again it is refused', async () => {
  const outdated = await look('terminate');
  await cities.agree('2099-03-05');
  expect(await administrator.problemOf('POST', pathOf('terminate'), asSeen(outdated.seen))).toMatchObject({
    code: 'preview-outdated',
  });
  const looked = await look('terminate');
  expect(looked.sentence.en).toMatch(/ends at once, and none begins in its place: until it is rebuilt/);
  expect(looked.final.map(({ en }) => en)).toEqual([
    'The run does not go on any more; a rebuild begins another from the journal.',
  ]);
  const onTheCommandLine = ['run', 'terminate', yiwu.journeyId, '--dry-run'];
  expect(JSON.parse((await house.citypath(...onTheCommandLine, '--json')).said)).toEqual(looked);
  const { said } = await house.citypath(...onTheCommandLine, '--language', 'zh');
  for (const part of [
    looked.sentence.zh,
    looked.stands!.sentence.zh,
    '无法撤回：',
    '2099-03-05（暂定）',
    `--seen ${looked.seen}`,
  ])
    expect(said).toContain(part);
  await done('terminate', 'key-of-the-end', looked.seen);
  expect(await done('terminate', 'key-of-the-end')).toMatchObject({ runs: false, repeated: true });
  expect(await refused('terminate')).toMatchObject({ status: 409, code: 'run-ended-already' });
  const { findings } = await administrator.read(machineryResponse, '/stuck/machinery');
  expect(findings).toMatchObject([{ kind: 'workflow-ended', mends: { acts: ['rebuild'] } }]);
  const { closeTime } = await temporal.workflow.getHandle(yiwu.journeyId).describe();
  const at = momentInWords(closeTime!.toISOString());
  expect(findings[0]?.sentence).toEqual({
    en: `Yiwu waits for its workflow, which was ended by an administrator (the audit says why) on ${at.en}: no reminder goes and no act is taken; nothing follows by itself; what helps: “Rebuild the workflow from its journal”.`,
    zh: `义乌市的流程于${at.zh}由系统管理员终止（原因见操作记录）：提醒不会发出，也无法办理任何事项；此后不会自动恢复；解决办法：“根据记录重建流程”。`,
  });
  // What somebody wrote is not for Temporal to keep.
  expect((await refusalInTemporal()).includes(body.reason)).toBe(false);
  // What is shown can be read anew without it; it still does not run.
  await house.dataSource.query('UPDATE journeys SET stale = true WHERE id = $1', [yiwu.journeyId]);
  const again = await done('retry', 'key-of-reading-anew');
  expect(again).toMatchObject({ runs: false, repeated: false });
  expect(await done('retry', 'key-of-reading-anew')).toEqual({ ...again, repeated: true });
  await done('rebuild');
  await cities.goOnAlike('2099-03-03');
});

const refusalInTemporal = async () => {
  const history = await temporal.workflow.getHandle(yiwu.journeyId).fetchHistory();
  return JSON.stringify(history.events?.map(({ workflowExecutionTerminatedEventAttributes: ended }) => ended));
};

test('facts that cannot be recorded are tried again at once, and recorded', async () => {
  await house.dataSource.query(`
    CREATE FUNCTION no_more_facts() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE disk_full; END $$;
    CREATE TRIGGER no_more_facts BEFORE INSERT ON journal FOR EACH ROW
      WHEN (NEW.journey_id = '${yiwu.journeyId}') EXECUTE FUNCTION no_more_facts()`);
  const asked = { body: { dueOn: '2099-03-04', reason: 'It was agreed.' } };
  expect(await manager.send('POST', dateOf(yiwu), asked)).toMatchObject({ status: 202 });
  expect((await look('terminate')).final[0]?.en).toBe(
    'The run holds 1 fact that was never recorded: what people did there is lost.',
  );
  const looked = await look('retry');
  expect(looked.sentence.en).toBe('What fails is tried again at once.');
  expect(looked.activities).toMatchObject([{ type: 'record', lastFailure: expect.any(String) as unknown }]);
  expect(looked.final).toEqual([]);
  expect(await done('retry', 'key-of-the-retry', looked.seen)).toMatchObject({ runs: true, repeated: false });
  await house.dataSource.query('DROP TRIGGER no_more_facts ON journal');
  await until('the fact is recorded', async () => {
    const facts = await house.factsOf(yiwu.journeyId);
    return facts.some((fact) => fact.kind === 'date-agreed' && fact.dueOn === '2099-03-04');
  });
  await cities.agreeWith(cities.deyang, '2099-03-04');
  await cities.goOnAlike('2099-03-06');
});

test('a read model that is behind its journal follows it at once', async () => {
  await house.dataSource.query('UPDATE journeys SET stale = true WHERE id = $1', [yiwu.journeyId]);
  const looked = await look('retry');
  expect(looked.sentence).toEqual({
    en: 'What is shown is read anew from the journal.',
    zh: '根据记录重新读取显示内容。',
  });
  const retry = (...more: string[]) => house.citypath('run', 'retry', yiwu.journeyId, ...more);
  expect(await retry('--reason', 'It is behind.', '--seen', 'something-else')).toMatchObject({
    code: 1,
    complained: expect.stringContaining('The journey has changed since you looked') as unknown,
  });
  expect(await retry('--seen', looked.seen)).toMatchObject({ code: 1 });
  expect(await retry('--reason', 'It is behind.', '--seen', looked.seen)).toMatchObject({
    code: 0,
    said: expect.stringMatching(
      /^Done; 100rc-cn\.yiwu has \d+ facts \(generation \d+\), and its workflow runs\.\n$/,
    ) as unknown,
  });
  expect(await house.dataSource.query('SELECT id FROM journeys WHERE stale')).toEqual([]);
  await cities.goOnAlike('2099-03-09');
  await expectNothingLost(house, yiwu.journeyId);
});

test('broken six times and mended, it goes on to the same end as its sister', async () => {
  await cities.expectSameToTheEnd();
  await expectNothingLost(house, yiwu.journeyId);
});

test('the audit says who did it, when and why', async () => {
  const { entries } = await administrator.read(auditResponse, '/audit?act=by-hand-run-rebuilt');
  expect(entries).toHaveLength(3);
  expect(entries[0]).toMatchObject({
    city: { key: 'yiwu' },
    sentence: {
      en: 'Admin Story had the workflow of this journey rebuilt from its journal.',
      zh: 'Admin Story根据记录重建了该历程的流程。',
    },
  });
  expect(JSON.stringify(entries[0])).toContain(body.reason);
  const of = async (act: string) =>
    (await administrator.read(auditResponse, `/audit?act=by-hand-${act}`)).entries.length;
  expect([await of('run-ended'), await of('run-tried-again')]).toEqual([1, 3]);
});
