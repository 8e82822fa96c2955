import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Caller } from '../support/caller';
import { checkout } from '../support/checkout';
import { House } from '../support/house';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { expectNothingLost } from './nothing-lost';

const execute = promisify(execFile);

let house: House;
let yiwu: Yiwu;
let officer: Caller;
let manager: Caller;
beforeAll(async () => {
  house = await House.start({ lettersAtOnce: true });
  yiwu = await takeOverYiwu(house);
  [officer, manager] = [await house.as(yiwu.people.cro), await house.as(yiwu.people.manager)];
});
afterAll(() => house.stop());

/** Temporal's own command line takes the journey back to its first moments. */
async function resetInTemporal(...more: string[]): Promise<void> {
  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = house.environment;
  const where = ['--address', TEMPORAL_ADDRESS, '--namespace', TEMPORAL_NAMESPACE, '--workflow-id', yiwu.journeyId];
  const how = ['--type', 'FirstWorkflowTask', '--reason', 'somebody tries the reset button'];
  await execute(process.env['CITYPATH_TEST_TEMPORAL_PROGRAM'] ?? '', ['workflow', 'reset', ...where, ...how, ...more]);
}

/** Our own command line rebuilds it from its journal. */
async function rebuild(): Promise<string> {
  const program = path.join(checkout, 'apps/cli/dist/main.js');
  const env = { PATH: process.env['PATH'], ...house.environment };
  return (await execute(process.execPath, [program, 'rebuild', yiwu.journeyId], { env })).stdout;
}

/** All that lasts: the facts, the ledger, and what the mail server took. */
async function everything(): Promise<unknown> {
  await house.deliver();
  return {
    facts: await house.factsOf(yiwu.journeyId),
    ledger: await house.ledger(),
    letters: house.inbox.messages().map(({ messageId }) => messageId),
  };
}

describe.each([
  ['forgets what came later', ['--reapply-exclude', 'All'], '2099-03-02'],
  ['is given again what came later', [], '2099-03-03'],
])('somebody resets the workflow in Temporal, and the run %s', (_, more, dueOn) => {
  const further = { body: { dueOn, reason: 'The mayor is travelling.' }, key: `further-${dueOn}` };
  const furtherPath = () => `${yiwu.path}/steps/leadership_group/date`;
  let before: unknown;
  beforeAll(async () => {
    const reports = `${yiwu.path}/steps/asw_report`;
    for (const title of ['First report', 'Second report']) {
      await officer.does(`${reports}/submission`, report(title));
      await house.deliver();
      await manager.does(`${reports}/return`, { comment: 'The list is missing.' });
      await house.deliver();
    }
    before = await everything();
    await resetInTemporal(...more);
  });

  test('a further command is refused, since its records disagree; nothing is written and nothing is sent', async () => {
    const problem = await manager.problemOf('POST', furtherPath(), further);
    expect(problem).toMatchObject({ status: 409, code: 'journal-disagrees' });
    expect(problem.detail).toContain(`citypath rebuild ${yiwu.journeyId}`);
    expect(await everything()).toEqual(before);
  });

  test('rebuilt from its journal it goes on, and the same command is done once', async () => {
    expect(await rebuild()).toMatch(/runs again, after \d+ facts, generation \d\./);
    expect(await everything()).toEqual(before);
    await manager.does(furtherPath(), further.body, further.key);
    await house.deliver();
    await expectNothingLost(house, yiwu.journeyId);
  });
});
