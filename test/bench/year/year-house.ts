import type { Instant } from '@citypath/calendar';
import { NEWEST_RULES, type JourneyId } from '@citypath/journey';
import { openLogger } from '@citypath/runtime';
import { Calendars, Cities, Definitions, Journal } from '@citypath/store';
import { createJourneyWorker, RecordActivity } from '@citypath/worker';
import { CITY_JOURNEY, DEFAULT_TASK_QUEUE, journeyAttributes } from '@citypath/workflows/messages';
import { WorkflowClient } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, type Worker } from '@temporalio/worker';
import { china } from '../../support/china';
import { ownDatabase, type OwnDatabase } from '../../support/own-database';
import { quietTemporal } from '../../support/quiet-temporal';
import { startTimeSkippingServer } from '../../support/time-skipping-server';
import { RunningJourney } from '../../time-skipping/running-journey';
import { HANDWRITTEN_YEAR, type HandwrittenInput } from './handwritten.messages';
import { referenceYear } from './reference-year';
import type { YearScript } from './year-script';

export type YearWorkflow = typeof CITY_JOURNEY | typeof HANDWRITTEN_YEAR;

/** What a year cost: from the start of the workflow to its end. */
export interface YearPlayed {
  journey: RunningJourney;
  records: number;
  wallMs: number;
  /** Of this process: client, worker and the workflow itself, without the servers. */
  cpuMs: number;
}

/** Time-skipping server, worker and real records, in which reference years are played one after another. */
export class YearHouse {
  /** Hazard: waiting for a result through the environment's own client makes time jump ten years ahead. */
  private readonly patientClient: WorkflowClient;
  private records = 0;
  private cities = 0;

  private constructor(
    private readonly database: OwnDatabase,
    private readonly pins: { definitionHash: string; calendarHash: string },
    private readonly environment: TestWorkflowEnvironment,
    private worker: Worker | null,
    private working: Promise<void>,
  ) {
    this.patientClient = new WorkflowClient({ connection: environment.connection });
  }

  static async open(): Promise<YearHouse> {
    quietTemporal();
    const database = await ownDatabase();
    const { dataSource } = database;
    const definitionHash = await new Definitions(dataSource).put(referenceYear);
    const calendarHash = await new Calendars(dataSource).put(china);
    const environment = await startTimeSkippingServer();
    const house = new YearHouse(database, { definitionHash, calendarHash }, environment, null, Promise.resolve());
    await house.startWorker(new Journal(dataSource));
    return house;
  }

  async close(): Promise<void> {
    this.worker?.shutdown();
    await this.working;
    await this.environment.teardown();
    await this.database.drop();
  }

  /** Plays a year from beginning to end; nothing else may run here meanwhile, since time is everybody's. */
  async play(workflow: YearWorkflow, script: YearScript): Promise<YearPlayed> {
    this.cities += 1;
    const city = `city-${this.cities}`;
    const { calendarHash } = this.pins;
    const unknown = { nameZh: null, gbCode: null, topicEn: null, topicZh: null };
    await new Cities(this.database.dataSource).put({
      key: city,
      nameEn: city,
      level: 'prefecture',
      country: 'CN',
      calendarHash,
      ...unknown,
    });
    await this.passUntil(script.beginsAt);
    const recordsBefore = this.records;
    const cpuBefore = process.cpuUsage();
    const startedMs = performance.now();
    const journey = await this.begin(workflow, city, script);
    for (const { at, command } of script.commands) {
      await this.passUntil(at);
      await journey.act(command);
    }
    const wallMs = performance.now() - startedMs;
    const { user, system } = process.cpuUsage(cpuBefore);
    await this.patientClient.getHandle(journey.id).result();
    return { journey, records: this.records - recordsBefore, wallMs, cpuMs: (user + system) / 1000 };
  }

  private async startWorker(journal: Journal): Promise<void> {
    const { code } = await bundleWorkflowCode({
      workflowsPath: require.resolve('./workflows'),
      logger: { log: noWords, trace: noWords, debug: noWords, info: noWords, warn: noWords, error: console.error },
    });
    const { record } = new RecordActivity(journal, openLogger({ name: 'bench', level: 'silent' }));
    this.worker = await createJourneyWorker({
      connection: this.environment.nativeConnection,
      namespace: this.environment.namespace ?? 'default',
      taskQueue: DEFAULT_TASK_QUEUE,
      activities: {
        record: (request) => {
          this.records += 1;
          return record(request);
        },
      },
      workflowBundle: { code },
    });
    this.working = this.worker.run();
  }

  private async begin(workflow: YearWorkflow, city: string, script: YearScript): Promise<RunningJourney> {
    const programme = referenceYear.key;
    const journeyId = `${programme}.${city}`;
    const { client } = this.environment;
    const { firstExecutionRunId } = await client.workflow.start(workflow, {
      workflowId: journeyId,
      taskQueue: DEFAULT_TASK_QUEUE,
      args: [workflow === CITY_JOURNEY ? this.cityJourney(journeyId, city, script) : this.handwritten(city, script)],
      typedSearchAttributes: journeyAttributes(programme, city, 'active'),
    });
    return new RunningJourney(client.workflow, journeyId, firstExecutionRunId);
  }

  private cityJourney(journeyId: JourneyId, city: string, { join, beginsAt }: YearScript): object {
    const command = { kind: 'join', city, programme: referenceYear.key, ...this.pins, ...join };
    const stamp = { id: `join-${city}`, hash: 'join', by: 'p-manager', onBehalfOf: null, now: beginsAt };
    const pinned = { rules: NEWEST_RULES, definition: referenceYear, calendar: china };
    return { journeyId, generation: 1, ...pinned, state: null, birth: { command, stamp } };
  }

  private handwritten(city: string, { join, steps, beginsAt }: YearScript): HandwrittenInput {
    const programme = referenceYear.key;
    const joinedOn = join.joinedOn ?? (beginsAt.slice(0, 10) as typeof join.joinedOn & string);
    return { journeyId: `${programme}.${city}`, city, programme, ...this.pins, joinedOn, steps };
  }

  private async passUntil(at: Instant): Promise<void> {
    const waitMs = Date.parse(at) - (await this.environment.currentTimeMs());
    if (waitMs > 0) await this.environment.sleep(waitMs);
  }
}

function noWords(): void {}
