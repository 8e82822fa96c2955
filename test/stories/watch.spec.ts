import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Finding } from '@citypath/contracts';
import type { Client } from '@temporalio/client';
import { expectNothingLost } from '../faults/nothing-lost';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { lookedOver } from '../support/looked-over';
import { momentInWords } from '../support/moment-in-words';
import { until } from '../support/until';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

const execute = promisify(execFile);

let house: House;
let yiwu: Yiwu;
let administrator: Caller;
let manager: Caller;
let temporal: Client;

beforeAll(async () => {
  house = await House.start({ lettersAtOnce: true });
  yiwu = await takeOverYiwu(house);
  [administrator, manager] = [await house.asAdministrator(), await house.as(yiwu.people.manager)];
  ({ temporal } = house);
});
afterAll(async () => {
  await house.stop();
});

/** What is wrong, as the next look finds it. */
const wrong = async (): Promise<Finding[]> =>
  (await lookedOver(temporal, administrator)).findings.filter(({ goneAt }) => goneAt === null);
const run = () => temporal.workflow.getHandle(yiwu.journeyId);
const agree = (dueOn: string) =>
  manager.does(`${yiwu.path}/steps/leadership_group/date`, { dueOn, reason: 'It was agreed.' });
const taken = () => house.inbox.messages().map(({ messageId }) => messageId);

/** What the finding offers is done; the next look finds it gone, no letter went, and the journey goes on. */
async function mend({ id, mends }: Finding, dueOn: string | null): Promise<void> {
  await house.deliver();
  const before = taken();
  for (const act of mends.acts) {
    await administrator.put('POST', `${yiwu.path}/run/${act}`, { reason: 'The watch found it.' });
  }
  await house.deliver();
  expect(taken()).toEqual(before);
  const { findings } = await lookedOver(temporal, administrator);
  expect(findings.filter(({ goneAt }) => goneAt === null)).toEqual([]);
  expect(findings.find((finding) => finding.id === id)?.goneAt).not.toBeNull();
  if (dueOn === null) return;
  await agree(dueOn);
  await house.deliver();
  await expectNothingLost(house, yiwu.journeyId);
}

/** Temporal's own command line takes a run back to where it stood before its last command. */
async function resetToBeforeItsLastCommand(): Promise<void> {
  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = house.environment;
  const { events = [] } = await run().fetchHistory();
  const update = events?.findLastIndex((event) => event.workflowExecutionUpdateAcceptedEventAttributes) ?? 0;
  const done = (events ?? []).slice(0, update).filter((event) => event.workflowTaskCompletedEventAttributes);
  // The last of them took the command; the one before had recorded what was before it.
  const at = String(done.at(-2)?.eventId);
  await execute(process.env['CITYPATH_TEST_TEMPORAL_PROGRAM'] ?? '', [
    ...['workflow', 'reset', '--address', TEMPORAL_ADDRESS, '--namespace', TEMPORAL_NAMESPACE],
    ...['--workflow-id', yiwu.journeyId, '--event-id', at, '--reason', 'somebody tries the button'],
    ...['--reapply-exclude', 'All'],
  ]);
}

test('where all is as it should be nothing is found, and only administrators see it', async () => {
  const { findings, journeys, overdue, lookedAt } = await lookedOver(temporal, administrator);
  expect({ findings, journeys, overdue }).toEqual({ findings: [], journeys: 1, overdue: false });
  expect(lookedAt).not.toBeNull();
  expect(await manager.problemOf('GET', '/findings')).toMatchObject({ status: 403 });
});

test('terminated from outside: named, rebuilt, and nobody is written to twice', async () => {
  await run().terminate('It looked idle.');
  const at = momentInWords((await run().describe()).closeTime!.toISOString());
  const [finding, ...more] = await wrong();
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    kind: 'workflow-missing',
    journeyId: yiwu.journeyId,
    city: { key: 'yiwu' },
    sentence: {
      en: `Yiwu goes on though its workflow was ended on ${at.en}; what helps: “Rebuild the workflow from its journal”.`,
      zh: `义乌市的历程仍在进行，但其流程已于${at.zh}终止；解决办法：“根据记录重建流程”。`,
    },
    mends: { acts: ['rebuild'] },
  });
  // Seen again it is the same finding, since the same moment.
  expect(await wrong()).toEqual([finding]);
  await mend(finding!, '2099-03-02');
});

test('deleted: named, rebuilt, and nobody is written to twice', async () => {
  await temporal.workflowService.deleteWorkflowExecution({
    namespace: house.environment.TEMPORAL_NAMESPACE,
    workflowExecution: { workflowId: yiwu.journeyId },
  });
  await until('Temporal has deleted it', () =>
    run()
      .describe()
      .then(
        () => false,
        () => true,
      ),
  );
  const [finding] = await wrong();
  const since = momentInWords(finding!.sinceAt);
  expect(finding?.sentence).toEqual({
    en: `Yiwu goes on and Temporal knows no workflow of it, seen since ${since.en}; what helps: “Rebuild the workflow from its journal”.`,
    zh: `义乌市的历程仍在进行，但 Temporal 中没有其流程，自${since.zh}起发现；解决办法：“根据记录重建流程”。`,
  });
  await mend(finding!, '2099-03-03');
});

test('reset to before letters went: named before anybody touches it, rebuilt, and none goes twice', async () => {
  await (await house.as(yiwu.people.cro)).does(`${yiwu.path}/steps/asw_report/submission`, report());
  const before = taken().length;
  await house.deliver();
  expect(taken().length).toBeGreaterThan(before);
  await resetToBeforeItsLastCommand();
  const [finding] = await wrong();
  const since = momentInWords(finding!.sinceAt);
  expect(finding).toMatchObject({
    kind: 'run-differs',
    sentence: {
      en: `The workflow of Yiwu that runs since ${since.en} holds something else than its journal: somebody reset it, or the records were restored; what helps: “Rebuild the workflow from its journal”.`,
      zh: `义乌市自${since.zh}起运行的流程与记录不一致：流程被重置，或记录曾被恢复；解决办法：“根据记录重建流程”。`,
    },
  });
  await mend(finding!, '2099-03-04');
});

test('a workflow that disagreed with its journal is named as that', async () => {
  await resetToBeforeItsLastCommand();
  await manager.problemOf('POST', `${yiwu.path}/steps/leadership_group/date`, {
    body: { dueOn: '2099-03-09', reason: 'It was agreed.' },
  });
  const [finding] = await until('it has stopped', async () => {
    const found = await wrong();
    return found[0]?.kind === 'workflow-missing' && found;
  });
  expect(finding?.sentence.en).toMatch(/^Yiwu goes on though its workflow stopped on .+, since it disagreed with/);
  expect(finding?.sentence.zh).toMatch(/^义乌市的历程仍在进行，但其流程因与记录不一致已于.+停止；/);
  await mend(finding!, '2099-03-05');
});

test('what is shown is not what the journal says: named, and read anew', async () => {
  await house.dataSource.query(`UPDATE journeys SET state = jsonb_set(state, '{city}', '"elsewhere"')`);
  const [finding] = await wrong();
  const since = momentInWords(finding!.sinceAt);
  expect(finding).toMatchObject({
    kind: 'read-model-differs',
    sentence: {
      en: `What is shown of Yiwu is not what its journal says, seen since ${since.en}; what helps: “Try again now: it is read anew from the journal”.`,
      zh: `义乌市显示的内容与记录不符，自${since.zh}起发现；解决办法：“立即重试：根据记录重新读取”。`,
    },
    mends: { acts: ['retry'] },
  });
  await mend(finding!, '2099-03-06');
});

test('letters that are late and a fact that is missing are named', async () => {
  await house.dataSource.query(`
    UPDATE letters SET status = 'due', due_at = now() - interval '1 hour', not_before = NULL
    WHERE id = (SELECT id FROM letters WHERE status = 'accepted' LIMIT 1)`);
  const asServersAdministrator = (statement: string) =>
    house.dataSource.query(`BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`);
  await asServersAdministrator('UPDATE journal SET seq = -seq WHERE seq = 2');
  const found = await wrong();
  expect(found.map(({ kind }) => kind).sort()).toEqual(['journal-gap', 'letters-late']);
  expect(found.find(({ kind }) => kind === 'letters-late')?.sentence.en).toMatch(
    /^1 letter is due since .+ and not posted; what helps: “Start the courier”\.$/,
  );
  expect(found.find(({ kind }) => kind === 'journal-gap')?.sentence.zh).toMatch(
    /^义乌市的记录有缺失，自.+起发现；解决办法：“恢复备份”。$/,
  );
  await asServersAdministrator('UPDATE journal SET seq = -seq WHERE seq = -2');
  await house.dataSource.query(
    `UPDATE letters SET status = 'accepted' WHERE status = 'due' AND settled_at IS NOT NULL`,
  );
  expect(await wrong()).toEqual([]);
});

test('a workflow that runs on though its journey has ended is named, and ended', async () => {
  await manager.does(`${yiwu.path}/withdrawal`, { reason: 'The city leaves the network.' });
  await until('it has ended', async () => (await run().describe()).status.name !== 'RUNNING');
  await house.deliver();
  await resetToBeforeItsLastCommand();
  const [finding] = await wrong();
  const since = momentInWords(finding!.sinceAt);
  expect(finding).toMatchObject({
    kind: 'workflow-superfluous',
    sentence: {
      en: `The workflow of Yiwu still runs, seen since ${since.en}, though its journey has ended; what helps: “End the workflow”.`,
      zh: `义乌市的历程已结束，但自${since.zh}起仍有流程在运行；解决办法：“终止流程”。`,
    },
    mends: { acts: ['terminate'] },
  });
  await mend(finding!, null);
});
