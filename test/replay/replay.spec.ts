import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { quietTemporal } from '../support/quiet-temporal';
import { bundleOfSources } from '../support/workflow-bundle';
import { PayloadWitness, payloadsOf } from './payload-witness';
import { readHistory, recordedHistories } from './recorded-histories';

let workflowBundle: WorkflowBundle;
beforeAll(async () => {
  quietTemporal();
  workflowBundle = await bundleOfSources();
}, 60_000);

/**
 * Temporal itself notices a command that comes in another order or is another activity; it does not compare what
 * an activity is given. A changed rule shows in the facts, so every payload is compared here.
 */
test.each(recordedHistories())('%s replays to the facts that were recorded', async (name) => {
  const history = readHistory(name);
  const witness = new PayloadWitness();
  await Worker.runReplayHistory({ workflowBundle, dataConverter: { payloadCodecs: [witness] } }, history);

  const recorded = payloadsOf(history);
  expect(witness.seen.records).toEqual(recorded.records);
  expect(witness.seen.answers).toEqual(recorded.answers);
  expect(witness.seen.nextRuns).toEqual(recorded.nextRuns);
});

test('there are histories with facts, answers and next runs to compare', () => {
  const all = recordedHistories().map((name) => payloadsOf(readHistory(name)));

  expect(all.flatMap(({ records }) => records).length).toBeGreaterThan(50);
  expect(all.flatMap(({ answers }) => answers).length).toBeGreaterThan(50);
  expect(all.flatMap(({ nextRuns }) => nextRuns).length).toBeGreaterThan(3);
});

test('what the next run is given stays small', () => {
  const inputs = recordedHistories().flatMap((name) => payloadsOf(readHistory(name)).nextRuns);
  const bytes = inputs.map((input) => Buffer.byteLength(JSON.stringify(input)));

  expect(Math.max(...bytes)).toBeLessThan(64 * 1024);
});
