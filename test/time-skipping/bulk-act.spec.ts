import type { Instant } from '@citypath/calendar';
import { openLogger } from '@citypath/runtime';
import { BulkActs, BulkActWork } from '@citypath/store';
import { BulkActActivity, createJourneyWorker, PeopleFirst } from '@citypath/worker';
import { BULK_ACT, bulkActRunId, DEFAULT_TASK_QUEUE, stopBulkAct } from '@citypath/workflows/messages';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import { quietTemporal } from '../support/quiet-temporal';
import { startTimeSkippingServer } from '../support/time-skipping-server';
import { bundleOfSources } from '../support/workflow-bundle';

/*
 * An act upon so many cities that its run makes way for the next one: with its real records, and journeys that are a
 * list of who was asked.
 */
const CITIES = 1_000;
const BATCH = 20;

let database: OwnDatabase;
let environment: TestWorkflowEnvironment;
/** What was opened has to be closed, also where the rest could not be. */
const closing: (() => Promise<void>)[] = [];
let bulkActs: BulkActs;
/** How often each city was asked. */
let asked: Map<string, number>;
/** What happens before a city answers. */
let meanwhile: (journeyId: string) => Promise<void>;

beforeAll(async () => {
  quietTemporal();
  database = await ownDatabase();
  closing.push(() => database.drop());
  bulkActs = new BulkActs(database.dataSource);
  await database.dataSource.query(
    `INSERT INTO people (id, family_name, given_name, address, language, is_administrator)
     VALUES ('p-one', 'Li', 'Wen', 'li.wen@programme.example', 'en', true)`,
  );
  const door = {
    give: async (journeyId: string) => {
      asked.set(journeyId, (asked.get(journeyId) ?? 0) + 1);
      await meanwhile(journeyId);
      return { kind: 'taken' } as const;
    },
  };
  const silent = openLogger({ name: 'worker', level: 'silent' });
  const work = new BulkActWork(database.dataSource);
  const people = new PeopleFirst();
  const { giveNext, endBulkAct } = new BulkActActivity(work, door, people, silent, () => undefined);
  environment = await startTimeSkippingServer();
  closing.push(() => environment.teardown());
  const worker = await createJourneyWorker({
    connection: environment.nativeConnection,
    namespace: environment.namespace ?? 'default',
    taskQueue: DEFAULT_TASK_QUEUE,
    activities: { record: () => Promise.reject(new Error('No journey runs here.')), giveNext, endBulkAct },
    workflowBundle: await bundleOfSources(),
  });
  const working = worker.run();
  closing.push(async () => {
    worker.shutdown();
    await working;
  });
});
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});
beforeEach(() => {
  asked = new Map();
  meanwhile = () => Promise.resolve();
});

const cityAt = (place: number) => `100rc-cn.city-${String(place).padStart(4, '0')}`;
const progressOf = async (id: string) => (await bulkActs.progress([id])).get(id);
const runOf = (id: string, run = 1) => environment.client.workflow.getHandle(bulkActRunId(id, run));

/** Keeps an act upon all cities. */
async function keeps(id: string): Promise<void> {
  const at = new Date().toISOString() as Instant;
  const common = { programmeKey: '100rc-cn', byPerson: 'p-one', act: 'resume', step: null, details: {}, words: null };
  const rows = Array.from({ length: CITIES }, (_, index) => ({
    journeyId: cityAt(index + 1),
    commandId: `${id}-${index}`,
    commandHash: 'h',
    command: { kind: 'resume', reason: 't' },
    onlyAtHead: null,
    refusal: null,
  }));
  const trail = {
    at,
    byPerson: 'p-one',
    kind: 'bulk-act-started',
    programmeKey: '100rc-cn',
    about: {},
    words: null,
  } as const;
  await bulkActs.create({ ...common, id, requestHash: 'h', createdAt: at }, rows, trail);
}

async function begins(id: string, run = 1): Promise<void> {
  await environment.client.workflow.start(BULK_ACT, {
    workflowId: bulkActRunId(id, run),
    taskQueue: DEFAULT_TASK_QUEUE,
    args: [{ bulkActId: id }],
  });
}

/** What became of each of its runs, the first one first. */
async function runsOf(id: string): Promise<string[]> {
  const statuses: string[] = [];
  let runId: string | null = (await runOf(id).describe()).raw.workflowExecutionInfo?.firstRunId ?? null;
  while (runId) {
    const { events } = await environment.client.workflow.getHandle(bulkActRunId(id, 1), runId).fetchHistory();
    const last = events?.at(-1);
    const next = last?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
    statuses.push(next ? 'makes way' : 'ended');
    runId = next ?? null;
  }
  return statuses;
}

test('its run makes way for the next one in the middle, and each city is asked once', async () => {
  await keeps('b-long');
  await begins('b-long');
  await runOf('b-long').result();
  expect(await runsOf('b-long')).toEqual(['makes way', 'ended']);
  expect(await bulkActs.byId('b-long')).toMatchObject({ status: 'done' });
  expect(await progressOf('b-long')).toEqual({ done: CITIES, refused: 0, waiting: 0 });
  expect([...asked.values()]).toEqual(Array(CITIES).fill(1));
});

test.each([39, 40, 41, 42, 43, 44])(
  'a wish to stop that comes in batch %i, about where runs change, is heard; gone on with, the rest is done',
  async (batch) => {
    const id = `b-stopped-${batch}`;
    await keeps(id);
    let stopping: Promise<unknown> = Promise.resolve();
    meanwhile = async (journeyId) => {
      if (journeyId !== cityAt((batch - 1) * BATCH + 1)) return;
      const stop = await runOf(id).startUpdate(stopBulkAct, { updateId: 'stop', waitForStage: 'ACCEPTED' });
      stopping = stop.result();
    };
    await begins(id);
    await runOf(id).result();
    await stopping;
    expect(await bulkActs.byId(id)).toMatchObject({ status: 'stopped' });
    expect(await progressOf(id)).toEqual({ done: batch * BATCH, refused: 0, waiting: CITIES - batch * BATCH });

    await database.dataSource.query(`UPDATE bulk_acts SET status = 'waiting', runs = 2 WHERE id = $1`, [id]);
    await begins(id, 2);
    await runOf(id, 2).result();
    expect(await progressOf(id)).toEqual({ done: CITIES, refused: 0, waiting: 0 });
    expect([...asked.values()]).toEqual(Array(CITIES).fill(1));
  },
);
