import type { Day, Instant } from '@citypath/calendar';
import { NEWEST_RULES, type JoinCommand } from '@citypath/journey';
import { openLogger } from '@citypath/runtime';
import { createJourneyWorker, RecordActivity } from '@citypath/worker';
import {
  CITY_JOURNEY,
  DEFAULT_TASK_QUEUE,
  journeyAttributes,
  type CityJourneyInput,
} from '@citypath/workflows/messages';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Worker } from '@temporalio/worker';
import { recordHistories } from '../replay/recorded-histories';
import { quietTemporal } from '../support/quiet-temporal';
import { startTimeSkippingServer } from '../support/time-skipping-server';
import { bundleOfSources } from '../support/workflow-bundle';
import { RunningJourney } from './running-journey';
import { small } from './small-programme';
import { StoryRecords, type Pinned } from './story-records';

const MS_PER_DAY = 86_400_000;

/**
 * Temporal's time-skipping server, one worker and real records: years pass in seconds. Its time is everybody's,
 * so stories in it go one after another.
 */
export class JourneyHouse {
  private readonly journeys = new Map<string, RunningJourney>();

  private constructor(
    private readonly pinned: Pinned,
    readonly records: StoryRecords,
    private readonly environment: TestWorkflowEnvironment,
    private readonly worker: Worker,
    private readonly working: Promise<void>,
  ) {}

  /** @param pinned the programme and the calendar of every journey in it */
  static async open(pinned: Pinned = small): Promise<JourneyHouse> {
    quietTemporal();
    const records = await StoryRecords.open(pinned);
    const workflowBundle = await bundleOfSources();
    const environment = await startTimeSkippingServer();
    const worker = await createJourneyWorker({
      connection: environment.nativeConnection,
      namespace: environment.namespace ?? 'default',
      taskQueue: DEFAULT_TASK_QUEUE,
      activities: new RecordActivity(records, openLogger({ name: 'worker', level: 'silent' })),
      workflowBundle,
    });
    return new JourneyHouse(pinned, records, environment, worker, worker.run());
  }

  /**
   * Ends the journeys of a story, so that they do not live through the next one's years. Keeps their histories
   * for the replay spec, if this is a run to record them.
   */
  async endStory(): Promise<void> {
    for (const journey of this.journeys.values()) {
      if (process.env['CITYPATH_RECORD_HISTORIES']) recordHistories(journey.id, await journey.histories());
      await journey.terminate();
    }
    this.journeys.clear();
  }

  async close(): Promise<void> {
    this.worker.shutdown();
    await this.working;
    await this.environment.teardown();
    await this.records.close();
  }

  /** What Temporal's clock shows. */
  async now(): Promise<Instant> {
    return new Date(await this.environment.currentTimeMs()).toISOString() as Instant;
  }

  /** Lets days pass. */
  async pass(days: number): Promise<void> {
    await this.environment.sleep(days * MS_PER_DAY);
  }

  /** Lets time pass until a moment, which must lie ahead. */
  async passUntil(at: Instant): Promise<void> {
    const waitMs = Date.parse(at) - (await this.environment.currentTimeMs());
    if (waitMs <= 0) throw new Error(`${at} has passed already.`);
    await this.environment.sleep(waitMs);
  }

  /** Lets time pass until a Monday, ten o'clock in the cities: an hour after a working day has begun. */
  async passToMonday(): Promise<Day> {
    const inThreeHours = Date.parse(await this.now()) + MS_PER_DAY / 8;
    const monday = new Date(inThreeHours);
    monday.setUTCDate(monday.getUTCDate() + 1 + ((7 - monday.getUTCDay()) % 7));
    const day = monday.toISOString().slice(0, 10) as Day;
    await this.passUntil(`${day}T02:00:00.000Z`);
    return day;
  }

  /** A city joins the programme today, with its officer in post; returns when that is recorded. */
  async join(city: string, change: Partial<JoinCommand> = {}): Promise<RunningJourney> {
    await this.records.addCity(city);
    const { definitionHash, calendarHash } = this.records;
    const now = await this.now();
    const command: JoinCommand = {
      kind: 'join',
      city,
      programme: this.pinned.definition.key,
      definitionHash,
      calendarHash,
      joinedOn: now.slice(0, 10) as Day,
      takeover: false,
      seats: [{ seat: 'officer', person: 'p-officer', fromOn: null }],
      done: [],
      ...change,
    };
    const stamp = { id: `join-${city}`, hash: 'join', by: 'p-manager', onBehalfOf: null, now };
    const journeyId = `${command.programme}.${city}`;
    const recorded = this.records.nextRecordOf(journeyId);
    const journey = await this.start({ journeyId, generation: 1, state: null, birth: { command, stamp } });
    await recorded;
    return journey;
  }

  /** A journey that was started here. */
  journey(id: string): RunningJourney {
    const journey = this.journeys.get(id);
    if (!journey) throw new Error(`No journey ${id} was started here.`);
    return journey;
  }

  /** Starts a run, as a join or a rebuild does. */
  async start(
    beginning: Pick<CityJourneyInput, 'journeyId' | 'generation' | 'state' | 'birth'>,
  ): Promise<RunningJourney> {
    const input: CityJourneyInput = { ...beginning, ...this.pinned, rules: NEWEST_RULES };
    const [programme = '', city = ''] = input.journeyId.split('.');
    const { firstExecutionRunId } = await this.environment.client.workflow.start(CITY_JOURNEY, {
      workflowId: input.journeyId,
      taskQueue: DEFAULT_TASK_QUEUE,
      args: [input],
      typedSearchAttributes: journeyAttributes(programme, city, 'active'),
    });
    const journey = new RunningJourney(this.environment.client.workflow, input.journeyId, firstExecutionRunId);
    this.journeys.set(journey.id, journey);
    return journey;
  }
}
