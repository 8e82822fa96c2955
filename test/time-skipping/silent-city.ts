import { dayAt, type Day, type Instant } from '@citypath/calendar';
import { Courier, PostOffice } from '@citypath/courier';
import { NEWEST_RULES, type Command } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { openLogger, openMailTransport } from '@citypath/runtime';
import { Calendars, Cities, Definitions, Journal, Letters, People, ProgrammeSeats, type Letter } from '@citypath/store';
import { createJourneyWorker, RecordActivity } from '@citypath/worker';
import { CITY_JOURNEY, DEFAULT_TASK_QUEUE, journeyAttributes } from '@citypath/workflows/messages';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Worker } from '@temporalio/worker';
import { MailListener } from '../support/mail-listener';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import { quietTemporal } from '../support/quiet-temporal';
import { silentMonthsCalendar } from '../support/silent-months-calendar';
import { silentCity } from '../support/silent-months-story';
import { startTimeSkippingServer } from '../support/time-skipping-server';
import { bundleOfSources } from '../support/workflow-bundle';
import { RunningJourney } from './running-journey';

const JOURNEY_ID = '100rc-cn.silentcity';
const SENDER = 'CityPath <letters@citypath.example>';

/** Who gets letters: by the seat, and by the address that its letters have to reach. */
const seats: Record<string, { person: string; address: string }> = {
  cro: { person: 'p-cro', address: 'officer@silentcity.example' },
  mayors_office: { person: 'p-mayor', address: 'office@silentcity.example' },
  manager: { person: 'p-manager', address: 'manager@programme.example' },
  director: { person: 'p-director', address: 'director@programme.example' },
};

/** A letter as the mail server took it: on which of the city's days, to which seat's address; with its row in the ledger. */
export interface ArrivedLetter {
  on: Day;
  seat: string | undefined;
  subject: string;
  text: string;
  ledger: Letter;
}

/**
 * One city of 100 Resilient Cities China on its way from end to end: its workflow in time-skipping time, its records in
 * PostgreSQL, a courier that ticks when it is told to, and a mail server that takes every letter.
 */
export class SilentCity {
  readonly letters: Letters;
  private readonly arrived: { on: Day; mail: MailListener['taken'][number] }[] = [];

  private constructor(
    private readonly database: OwnDatabase,
    private readonly environment: TestWorkflowEnvironment,
    private readonly worker: Worker,
    private readonly working: Promise<void>,
    private readonly listener: MailListener,
    private readonly postOffice: PostOffice,
    private readonly courier: Courier,
  ) {
    this.letters = new Letters(database.dataSource);
  }

  static async open(): Promise<SilentCity> {
    quietTemporal();
    const database = await ownDatabase();
    const workflowBundle = await bundleOfSources();
    const environment = await startTimeSkippingServer();
    const worker = await createJourneyWorker({
      connection: environment.nativeConnection,
      namespace: environment.namespace ?? 'default',
      taskQueue: DEFAULT_TASK_QUEUE,
      activities: new RecordActivity(new Journal(database.dataSource), openLogger({ name: 'worker', level: 'silent' })),
      workflowBundle,
    });
    const listener = await MailListener.open();
    const postOffice = new PostOffice(openMailTransport({ smtpUrl: listener.url, mode: 'local' }), SENDER);
    const setting = { publicUrl: 'https://citypath.example', messageIdHost: 'citypath.example' };
    const courier = new Courier(database.dataSource, postOffice, setting);
    return new SilentCity(database, environment, worker, worker.run(), listener, postOffice, courier);
  }

  async close(): Promise<void> {
    await this.environment.client.workflow.getHandle(JOURNEY_ID).terminate('the story is over');
    this.worker.shutdown();
    await this.working;
    await this.environment.teardown();
    this.postOffice.close();
    await this.listener.stop();
    await this.database.drop();
  }

  /** Lets time pass until a moment, which must lie ahead. */
  async passUntil(at: Instant): Promise<void> {
    const waitMs = Date.parse(at) - (await this.environment.currentTimeMs());
    if (waitMs <= 0) throw new Error(`${at} has passed already.`);
    await this.environment.sleep(waitMs);
  }

  /** Takes the city over, as the api does: people, seats, calendar and programme first, then the journey. */
  async takeOver(): Promise<RunningJourney> {
    const { definitionHash, calendarHash } = await this.pin();
    const command = { kind: 'join' as const, programme: '100rc-cn', definitionHash, calendarHash, ...silentCity };
    const stamp = { id: 'takeover', hash: 'takeover', by: 'p-manager', onBehalfOf: null, now: await this.now() };
    const { workflow } = this.environment.client;
    const { firstExecutionRunId } = await workflow.start(CITY_JOURNEY, {
      workflowId: JOURNEY_ID,
      taskQueue: DEFAULT_TASK_QUEUE,
      args: [
        {
          journeyId: JOURNEY_ID,
          generation: 1,
          rules: NEWEST_RULES,
          definition: resilientCitiesChina,
          calendar: silentMonthsCalendar,
          state: null,
          birth: { command, stamp },
        },
      ],
      typedSearchAttributes: journeyAttributes('100rc-cn', 'silentcity', 'active'),
    });
    return new RunningJourney(workflow, JOURNEY_ID, firstExecutionRunId);
  }

  /** Hands in a step with one piece of evidence. */
  submit(journey: RunningJourney, step: string, evidence: string): ReturnType<RunningJourney['act']> {
    const command: Command = { kind: 'submit', step, evidence: { text: 't-evidence', keys: [evidence] } };
    return journey.act(command, { by: 'p-cro' });
  }

  /** The courier's round at the present moment. */
  async deliver(): Promise<void> {
    const now = await this.now();
    const { failures, serverAway } = await this.courier.tick(now);
    const [failure] = failures;
    if (failure) throw failure.error;
    if (serverAway) throw new Error('The mail server is away.');
    const on = dayAt(silentMonthsCalendar, now);
    for (const mail of this.listener.taken.splice(0)) this.arrived.push({ on, mail });
  }

  /** All that the mail server took, in order. */
  async arrivedLetters(): Promise<ArrivedLetter[]> {
    return Promise.all(
      this.arrived.map(async ({ on, mail }) => {
        const address = [mail.to].flat()[0]?.value[0]?.address;
        const [id = ''] = (mail.messageId ?? '').slice(1).split('@');
        const ledger = await this.letters.byId(id);
        if (!ledger) throw new Error(`No letter ${id} in the ledger: ${mail.subject}.`);
        const seat = Object.keys(seats).find((key) => seats[key]?.address === address);
        return { on, seat, subject: mail.subject ?? '', text: mail.text ?? '', ledger };
      }),
    );
  }

  private async now(): Promise<Instant> {
    return new Date(await this.environment.currentTimeMs()).toISOString() as Instant;
  }

  private async pin(): Promise<{ definitionHash: string; calendarHash: string }> {
    const { dataSource } = this.database;
    const calendarHash = await new Calendars(dataSource).put(silentMonthsCalendar);
    const definitionHash = await new Definitions(dataSource).put(resilientCitiesChina);
    const unknown = { nameZh: null, gbCode: null, topicEn: null, topicZh: null };
    const city = { key: 'silentcity', nameEn: 'Silent City', level: 'prefecture', country: 'CN', calendarHash };
    await new Cities(dataSource).put({ ...city, ...unknown });
    const nobody = { displayName: null, zhName: null, titleEn: null, titleZh: null, isAdministrator: false };
    for (const [seat, { person, address }] of Object.entries(seats)) {
      const names = { id: person, familyName: 'Silent', givenName: seat, address, language: 'en' as const };
      await new People(dataSource).put({ ...nobody, ...names });
    }
    for (const seat of ['manager', 'director'])
      await new ProgrammeSeats(dataSource).appoint('100rc-cn', seat, `p-${seat}`);
    return { definitionHash, calendarHash };
  }
}
