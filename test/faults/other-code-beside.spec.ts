import { machineryResponse, type MachineryFinding, type MachineryKind } from '@citypath/contracts';
import { NativeConnection, Worker } from '@temporalio/worker';
import { House } from '../support/house';
import { quietTemporal } from '../support/quiet-temporal';
import { until } from '../support/until';
import { bundleOfSources } from '../support/workflow-bundle';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { expectNothingLost } from './nothing-lost';

let house: House;
let yiwu: Yiwu;
let connection: NativeConnection;
let other: Worker;
let running: Promise<void>;

beforeAll(async () => {
  quietTemporal();
  house = await House.start({ lettersAtOnce: true });
  yiwu = await takeOverYiwu(house);
  connection = await NativeConnection.connect({ address: house.environment.TEMPORAL_ADDRESS });
  other = await Worker.create({
    connection,
    namespace: house.environment.TEMPORAL_NAMESPACE,
    taskQueue: house.environment.TEMPORAL_TASK_QUEUE,
    workflowBundle: await bundleOfSources(require.resolve('./other-code/city-journey')),
  });
});
afterAll(async () => {
  other.shutdown();
  await running;
  await connection.close();
  await house.stop();
});

async function found(kind: MachineryKind): Promise<MachineryFinding | undefined> {
  const administrator = await house.asAdministrator();
  const { findings } = await administrator.read(machineryResponse, '/stuck/machinery');
  return findings.find((finding) => finding.kind === kind);
}

test('a worker whose code does not fit the histories takes tasks, and fails at them: it is told, and no fact is lost or doubled', async () => {
  const [officer, manager] = [await house.as(yiwu.people.cro), await house.as(yiwu.people.manager)];
  const step = `${yiwu.path}/steps/asw_report`;
  // The run forgets which worker it belonged to, and the only one there is the wrong one.
  await house.processes.worker.stop();
  running = other.run();
  const submitted = officer.insists(`${step}/submission`, report(), 'submit-1');
  // Single runs are looked at where their own moment has passed.
  await house.dataSource.query(`UPDATE journeys SET next_moment_at = now() - interval '1 hour'`);
  await until('it is found', async () => (await found('workflow-task-failing')) !== undefined, 180_000);
  const finding = await found('workflow-task-failing');
  expect(finding).toMatchObject({ journeyId: yiwu.journeyId });
  expect(finding?.sentence.en).toMatch(/[Nn]on-?determinis/);

  // The good one comes back beside it, and whoever is asked first answers.
  await house.processes.worker.start();
  await submitted;
  await house.deliver();
  for (const round of [1, 2, 3]) {
    await manager.insists(`${step}/return`, { comment: `Round ${round}: the list is missing.` }, `return-${round}`);
    await house.deliver();
    await officer.insists(`${step}/submission`, report(), `submit-again-${round}`);
    await house.deliver();
  }
  const kinds = (await house.factsOf(yiwu.journeyId)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'step-submitted')).toHaveLength(4);
  expect(kinds.filter((kind) => kind === 'step-returned')).toHaveLength(3);
  await expectNothingLost(house, yiwu.journeyId);
}, 600_000);
