import { randomBytes } from 'node:crypto';
import { emptyState, fold, type Fact, type ProgrammeDefinition, openNeeds } from '@citypath/journey';
import { prepareNamespace, TemporalDoor } from '@citypath/runtime';
import { Calendars, Cities, Definitions, Journal, migrate, openDataSource, type DataSource } from '@citypath/store';
import { CITY_JOURNEY, journeyAttributes, type CityJourneyInput } from '@citypath/workflows/messages';
import { endingOf } from '../ending';
import { rebuildJourney } from './rebuild';

const stamp = {
  recordedAt: '2026-11-23T01:00:00.000Z',
  by: 'p-manager',
  onBehalfOf: null,
  commandHash: 'hash',
} as const;

const definition: ProgrammeDefinition = {
  grammar: 1,
  key: 'small',
  version: 1,
  title: { en: 'Small', zh: '小' },
  seats: [],
  stages: [],
  steps: [],
  cadence: { before: { unit: 'working-days', days: [] }, afterWorkingDays: [] },
  escalation: { rungs: [] },
  acceptance: { workingDays: 5, remindOnWorkingDays: [], rungs: [], whileVacant: 'manager' },
  hold: { maxWorkingDays: 60 },
};

describe('rebuilding a journey', () => {
  const cluster = process.env['CITYPATH_TEST_DATABASE_URL'] ?? '';
  const temporalAddress = process.env['CITYPATH_TEST_TEMPORAL_ADDRESS'] ?? '';
  const name = `cli_${randomBytes(6).toString('hex')}`;
  /** No worker listens here: what matters is what is started, and with what. */
  const temporalTaskQueue = name;
  const journeyId = `small.${name}`;
  let administrator: DataSource;
  let dataSource: DataSource;
  let door: TemporalDoor;
  let facts: Fact[];

  beforeAll(async () => {
    if (!cluster || !temporalAddress)
      throw new Error('There is no PostgreSQL or no Temporal to test with: run `npm test`.');
    administrator = await openDataSource(cluster, { poolSize: 1 });
    await administrator.query(`CREATE DATABASE ${name}`);
    const url = new URL(cluster);
    url.pathname = `/${name}`;
    Object.assign(process.env, {
      DATABASE_URL: url.href,
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_TASK_QUEUE: temporalTaskQueue,
    });
    dataSource = await openDataSource(url.href);
    await migrate(dataSource);
    const settings = { temporalAddress, temporalNamespace: 'default' };
    await prepareNamespace(
      settings,
      journeyAttributes('', '', 'active').map(({ key }) => key.name),
    );
    door = TemporalDoor.open(settings);
  });

  afterAll(async () => {
    await runOf(journeyId)
      .terminate()
      .catch(() => undefined);
    await door.close();
    await dataSource.destroy();
    await administrator.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await administrator.destroy();
  });

  beforeEach(async () => {
    // Facts are append-only for all but the server's administrator.
    await dataSource.query('BEGIN; SET LOCAL session_replication_role = replica; TRUNCATE journeys CASCADE; COMMIT');
    const calendarHash = await new Calendars(dataSource).put({
      format: 1,
      key: 'cn',
      title: { en: 'China', zh: '中国' },
      zone: 'Asia/Shanghai',
      offsets: [{ from: '2020-01-01T00:00:00.000Z', minutes: 480 }],
      weekend: [6, 7],
      morning: '09:00',
      closures: [],
      makeUpDays: [],
      publishedYears: [2026],
    });
    const definitionHash = await new Definitions(dataSource).put(definition);
    const unknown = { nameZh: null, gbCode: null, topicEn: null, topicZh: null };
    await new Cities(dataSource).put({
      ...unknown,
      key: name,
      nameEn: 'Yiwu',
      level: 'county-level-city',
      country: 'CN',
      calendarHash,
    });
    facts = [
      {
        kind: 'joined',
        city: name,
        programme: 'small',
        definitionHash,
        calendarHash,
        takeover: false,
        happenedOn: null,
        seq: 1,
        commandId: 'c-1',
        ...stamp,
      },
    ];
    await record(facts, 0);
  });

  const runOf = (id: string) => door.client.workflow.getHandle(id);
  const folded = (all: Fact[]) => fold(emptyState(journeyId), all);
  const record = (some: Fact[], afterSeq: number, generation = 1) =>
    new Journal(dataSource).record({
      journeyId,
      generation,
      afterSeq,
      facts: some,
      nextMomentAt: null,
      letters: [],
      cancellations: [],
      project: (state) => fold(state ?? emptyState(journeyId), some),
      needs: openNeeds,
    });
  const startOldRun = () =>
    door.client.workflow.start(CITY_JOURNEY, {
      workflowId: journeyId,
      taskQueue: temporalTaskQueue,
      args: [],
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    });

  async function inputOfRun(): Promise<CityJourneyInput> {
    const { events } = await runOf(journeyId).fetchHistory();
    const [payload] = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
    return JSON.parse(Buffer.from(payload?.data ?? '').toString()) as CityJourneyInput;
  }

  it('starts a run from all that was recorded, and ends the run that was there', async () => {
    const old = await startOldRun();
    const oldRun = door.client.workflow.getHandle(journeyId, old.firstExecutionRunId);

    expect(await rebuildJourney(journeyId)).toEqual({ journey: journeyId, head: 1, generation: 2, runs: true });

    expect((await oldRun.describe()).status.name).toBe('TERMINATED');
    const run = await runOf(journeyId).describe();
    expect(run).toMatchObject({ status: { name: 'RUNNING' }, type: CITY_JOURNEY, taskQueue: temporalTaskQueue });
    expect(await inputOfRun()).toEqual({
      journeyId,
      generation: 2,
      rules: 1,
      definition,
      calendar: expect.objectContaining({ key: 'cn' }) as unknown,
      state: folded(facts),
      birth: null,
    });
  });

  it('shuts out a late writer of the run that was there, and lets the new one go on', async () => {
    await rebuildJourney(journeyId);
    const withdrawn: Fact = { kind: 'withdrawn', reason: 't-1', seq: 2, commandId: 'c-2', ...stamp };
    expect(await record([withdrawn], 1)).toEqual({ kind: 'disagrees', head: 1, generation: 2 });
    expect(await record([withdrawn], 1, 2)).toMatchObject({ kind: 'recorded' });
  });

  it('may be repeated', async () => {
    await rebuildJourney(journeyId);
    expect(await rebuildJourney(journeyId)).toMatchObject({ generation: 3, runs: true });
    expect((await inputOfRun()).generation).toBe(3);
  });

  it('starts nothing for a journey that has ended, and ends what still runs', async () => {
    await record([{ kind: 'withdrawn', reason: 't-1', seq: 2, commandId: 'c-2', ...stamp }], 1);
    await startOldRun();
    expect(await rebuildJourney(journeyId)).toMatchObject({ head: 2, runs: false });
    expect((await runOf(journeyId).describe()).status.name).toBe('TERMINATED');
    expect(await rebuildJourney(journeyId)).toMatchObject({ runs: false });
  });

  it('says plainly that there is no such journey', async () => {
    await expect(rebuildJourney('small.atlantis')).rejects.toThrow('There is no journey small.atlantis.');
  });

  it('changes nothing while Temporal is away', async () => {
    process.env['TEMPORAL_ADDRESS'] = '127.0.0.1:1';
    const error: unknown = await rebuildJourney(journeyId).catch((reason: unknown) => reason);
    process.env['TEMPORAL_ADDRESS'] = temporalAddress;
    expect(endingOf(error)).toEqual({ exitCode: 3, sentence: 'Temporal at 127.0.0.1:1 cannot be reached: no answer.' });
    expect(await record([], 1)).toMatchObject({ kind: 'recorded' });
  });
});
