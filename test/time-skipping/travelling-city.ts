import { dayAt, type CalendarData, type Day, type Instant } from '@citypath/calendar';
import { ReportRound } from '@citypath/courier';
import { NEWEST_RULES, type Command, type Fact, type JoinCommand, type ProgrammeDefinition } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { openLogger } from '@citypath/runtime';
import {
  Calendars,
  Cities,
  Definitions,
  Journal,
  Journeys,
  Letters,
  People,
  ProgrammeSeats,
  type LedgerFilter,
  type Letter,
  type Person,
} from '@citypath/store';
import { createJourneyWorker, RecordActivity } from '@citypath/worker';
import { CITY_JOURNEY, DEFAULT_TASK_QUEUE, journeyAttributes } from '@citypath/workflows/messages';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Worker } from '@temporalio/worker';
import { recordHistories } from '../replay/recorded-histories';
import { atAGlance } from '../support/at-a-glance';
import { MailListener } from '../support/mail-listener';
import { OwnCourier } from '../support/own-courier';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import { quietTemporal } from '../support/quiet-temporal';
import { startTimeSkippingServer } from '../support/time-skipping-server';
import { bundleOfSources } from '../support/workflow-bundle';
import { RunningJourney } from './running-journey';

const PROGRAMME = '100rc-cn';

/** A city of 100 Resilient Cities China as its story begins, before it has joined. */
export interface CityToTravel {
  key: string;
  nameEn: string;
  calendar: CalendarData;
  /** Where it is not the programme as it is. */
  definition?: ProgrammeDefinition;
  /** Everybody in the story, by id. */
  people: Record<string, Pick<Person, 'familyName' | 'givenName' | 'address' | 'language'>>;
  /** Who holds the programme's seats. */
  programmeSeats: Record<string, string>;
}

/**
 * A letter that the mail server took, as a message or as one of a digest's: on which of the city's days, to which
 * address; with its row in the ledger.
 */
export interface ArrivedLetter {
  on: Day;
  to: string;
  subject: string;
  /** What a list of mails shows of it. */
  glance: string;
  text: string;
  ledger: Letter;
  /** Whether it came as a message of its own or in the day's digest, whose words the others are then. */
  way: 'alone' | 'in-digest';
}

/**
 * One city of 100 Resilient Cities China on its way from end to end: its workflow in time-skipping time, its records in
 * PostgreSQL, a courier that ticks when it is told to, and a mail server that takes every letter.
 */
export class TravellingCity {
  readonly letters: Letters;
  readonly journeyId: string;
  private readonly reports: ReportRound;
  private journey: RunningJourney | null = null;
  private readonly arrived: { on: Day; mail: MailListener['taken'][number] }[] = [];

  private constructor(
    private readonly city: CityToTravel,
    private readonly database: OwnDatabase,
    private readonly environment: TestWorkflowEnvironment,
    private readonly worker: Worker,
    private readonly working: Promise<void>,
    private readonly listener: MailListener,
    private readonly courier: OwnCourier,
  ) {
    this.reports = new ReportRound(database.dataSource, {
      give: async ({ reportOn, command }) => {
        await this.journey?.act(command, { id: `report-${reportOn}`, hash: reportOn, by: null });
        return { kind: 'given' };
      },
    });
    this.letters = new Letters(database.dataSource);
    this.journeyId = `${PROGRAMME}.${city.key}`;
  }

  private get definition(): ProgrammeDefinition {
    return this.city.definition ?? resilientCitiesChina;
  }

  static async open(city: CityToTravel): Promise<TravellingCity> {
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
    const courier = OwnCourier.open(database.dataSource, listener.url);
    return new TravellingCity(city, database, environment, worker, worker.run(), listener, courier);
  }

  /** Ends everything; keeps the journey's histories for the replay spec, if this is a run to record them. */
  async close(): Promise<void> {
    if (process.env['CITYPATH_RECORD_HISTORIES'] && this.journey) {
      recordHistories(this.journeyId, await this.journey.histories());
    }
    const handle = this.environment.client.workflow.getHandle(this.journeyId);
    if ((await handle.describe()).status.name === 'RUNNING') await handle.terminate('the story is over');
    this.worker.shutdown();
    await this.working;
    await this.environment.teardown();
    this.courier.close();
    await this.listener.stop();
    await this.database.drop();
  }

  /** Lets time pass until a moment, which must lie ahead. */
  async passUntil(at: Instant): Promise<void> {
    const waitMs = Date.parse(at) - (await this.environment.currentTimeMs());
    if (waitMs <= 0) throw new Error(`${at} has passed already.`);
    await this.environment.sleep(waitMs);
  }

  /** Lets time pass until a moment; each time that the journey does something by itself, its letters are delivered. */
  async liveUntil(at: Instant): Promise<void> {
    for (let next = await this.nextMomentBefore(at); next !== null; next = await this.nextMomentBefore(at)) {
      await this.passUntil(new Date(Date.parse(next) + 60_000).toISOString() as Instant);
      await this.deliver();
    }
    await this.passUntil(at);
  }

  /** The city joins, as the api lets it: people, seats, calendar and programme first, then the journey. */
  async join(
    joining: Pick<JoinCommand, 'joinedOn' | 'takeover' | 'seats' | 'done'>,
    by: string,
  ): Promise<RunningJourney> {
    const { definitionHash, calendarHash } = await this.pin();
    const { key: city, calendar } = this.city;
    const command: JoinCommand = {
      ...joining,
      kind: 'join',
      programme: PROGRAMME,
      city,
      definitionHash,
      calendarHash,
    };
    const stamp = { id: 'join', hash: 'join', by, onBehalfOf: null, now: await this.now() };
    const { workflow } = this.environment.client;
    const { firstExecutionRunId } = await workflow.start(CITY_JOURNEY, {
      workflowId: this.journeyId,
      taskQueue: DEFAULT_TASK_QUEUE,
      args: [
        {
          journeyId: this.journeyId,
          generation: 1,
          rules: NEWEST_RULES,
          definition: this.definition,
          calendar,
          state: null,
          birth: { command, stamp },
        },
      ],
      typedSearchAttributes: journeyAttributes(PROGRAMME, city, 'active'),
    });
    this.journey = new RunningJourney(workflow, this.journeyId, firstExecutionRunId);
    return this.journey;
  }

  /** Hands in a step with all that is wanted. */
  submit(
    journey: RunningJourney,
    step: string,
    by: string,
    extra: Partial<Extract<Command, { kind: 'submit' }>['evidence']> = {},
    happenedOn?: Day,
  ): ReturnType<RunningJourney['act']> {
    const wanted = resilientCitiesChina.steps.find(({ key }) => key === step.split('@')[0])?.evidence ?? [];
    const evidence = { text: 't-evidence', keys: wanted.map(({ key }) => key), ...extra };
    return journey.act({ kind: 'submit', step, evidence, ...(happenedOn && { happenedOn }) }, { by });
  }

  /** The courier's round at the present moment, and what the journey is told of its letters that morning. */
  async deliver(): Promise<void> {
    const now = await this.now();
    const { failures, serverAway } = await this.courier.tick(now);
    const [failure] = failures;
    if (failure) throw failure.error;
    if (serverAway) throw new Error('The mail server is away.');
    const on = dayAt(this.city.calendar, now);
    for (const mail of this.listener.taken.splice(0)) this.arrived.push({ on, mail });
    const { notNow } = await this.reports.go(now);
    for (const error of notNow.values()) throw error;
  }

  /** The next letter is refused as one to a mailbox that does not exist. */
  refuseNext(): void {
    this.listener.treat({ at: 'recipient', answer: 550, words: '5.1.1 No such mailbox' });
  }

  /** All that the mail server took, in order; a digest is each of the letters that it carries. */
  async arrivedLetters(): Promise<ArrivedLetter[]> {
    const messages = await Promise.all(
      this.arrived.map(async ({ on, mail }) => {
        const to = [mail.to].flat()[0]?.value[0]?.address ?? '';
        const [id = ''] = (mail.messageId ?? '').slice(1).split('@');
        const message = await this.letters.byId(id);
        if (!message) throw new Error(`No letter ${id} in the ledger: ${mail.subject}.`);
        const mailed = { on, to, subject: mail.subject ?? '', glance: atAGlance(mail), text: mail.text ?? '' };
        if (!message.isDigest) return [{ ...mailed, ledger: message, way: 'alone' as const }];
        const carried = (await this.ledger({ carriedBy: id })).filter(isInMessage);
        return [message, ...carried].map((ledger) => ({ ...mailed, ledger, way: 'in-digest' as const }));
      }),
    );
    return messages.flat();
  }

  /** All that is recorded of the journey. */
  facts(): Promise<Fact[]> {
    return new Journal(this.database.dataSource).facts(this.journeyId);
  }

  /** Whole letters of the ledger, without regard to pages. */
  async ledger(filter: LedgerFilter): Promise<Letter[]> {
    const { items, next } = await this.letters.ledger(filter, { limit: 1000 });
    if (next !== null) throw new Error('The story has more letters than one page holds.');
    const letters = await Promise.all(items.map(({ id }) => this.letters.byId(id)));
    return letters.filter((letter) => letter !== null);
  }

  private async nextMomentBefore(at: Instant): Promise<Instant | null> {
    const journey = await new Journeys(this.database.dataSource).byId(this.journeyId);
    const next = journey?.nextMomentAt ?? null;
    return next !== null && next < at ? next : null;
  }

  private async now(): Promise<Instant> {
    return new Date(await this.environment.currentTimeMs()).toISOString() as Instant;
  }

  private async pin(): Promise<{ definitionHash: string; calendarHash: string }> {
    const { dataSource } = this.database;
    const { key, nameEn, calendar, people, programmeSeats } = this.city;
    const calendarHash = await new Calendars(dataSource).put(calendar);
    const definitionHash = await new Definitions(dataSource).put(this.definition);
    const unknown = { nameZh: null, gbCode: null, topicEn: null, topicZh: null };
    await new Cities(dataSource).put({ key, nameEn, level: 'prefecture', country: 'CN', calendarHash, ...unknown });
    const nobody = { displayName: null, zhName: null, titleEn: null, titleZh: null, isAdministrator: false };
    const atAnyHour = { ...nobody, postWindow: null };
    for (const [id, person] of Object.entries(people)) {
      await new People(dataSource).put({ id, ...atAnyHour, ...person });
    }
    for (const [seat, person] of Object.entries(programmeSeats))
      await new ProgrammeSeats(dataSource).appoint(PROGRAMME, seat, person);
    return { definitionHash, calendarHash };
  }
}

/** A letter that only a newer one speaks for was never in the post. */
function isInMessage({ postingSince }: Letter): boolean {
  return postingSince !== null;
}
