import { addDays, dayAt, instantAt, type CalendarData, type Day, type Instant } from '@citypath/calendar';
import { ReportRound, type JourneyDoor } from '@citypath/courier';
import {
  emptyState,
  whatFollows,
  type Command,
  type JourneyId,
  type PersonId,
  type ProgrammeDefinition,
  type Refusal,
  type SeatKey,
} from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { Calendars, Cities, Definitions, Journal, Letters, People, ProgrammeSeats, Texts } from '@citypath/store';
import type { DataSource, LedgerLine, PersonToKeep } from '@citypath/store';
import { JourneyInHand } from './journey-in-hand';
import { OwnCourier } from './own-courier';

const PROGRAMME = resilientCitiesChina.key;
/** What a city that is taken over has behind it. */
export const BEFORE_THE_REPORT = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw', 'leadership_group'];

export interface CityAtTheReport {
  key: string;
  nameEn: string;
  nameZh: string | null;
  calendar: CalendarData;
  officer: string;
  /** Who holds other seats of it. */
  seats?: { seat: SeatKey; person: PersonId }[];
  /** When its workshop report is due; null: nobody has agreed a day. */
  reportOn: Day | null;
  /** Another edition of the programme. */
  definition?: ProgrammeDefinition;
}

/**
 * Several cities of one programme in a real database, without Temporal: the rules are run by hand and recorded as the
 * worker records them; a real courier posts, and what it reports goes back to the journeys.
 */
export class NetworkInHand {
  private readonly journal: Journal;
  private readonly courier: OwnCourier;
  private readonly reports: ReportRound;
  private readonly recorded = new Map<JourneyId, number>();
  readonly journeys = new Map<JourneyId, JourneyInHand>();

  private constructor(
    readonly dataSource: DataSource,
    readonly startsOn: Day,
    smtpUrl: string,
    publicUrl: string,
  ) {
    this.journal = new Journal(dataSource);
    this.courier = OwnCourier.open(dataSource, smtpUrl, { publicUrl });
    this.reports = new ReportRound(dataSource, this.door());
  }

  /** @param publicUrl where the letters' links lead */
  static open(
    dataSource: DataSource,
    startsOn: Day,
    smtpUrl: string,
    publicUrl = 'https://citypath.example',
  ): NetworkInHand {
    return new NetworkInHand(dataSource, startsOn, smtpUrl, publicUrl);
  }

  close(): void {
    this.courier.close();
  }

  async knows(...people: PersonToKeep[]): Promise<void> {
    for (const person of people) await new People(this.dataSource).put(person);
  }

  async programmeSeat(seat: string, person: string): Promise<void> {
    await new ProgrammeSeats(this.dataSource).appoint(PROGRAMME, seat, person);
  }

  /** A city that was taken over with its workshop behind it; nothing of it has been told. */
  async takesOver(city: CityAtTheReport): Promise<JourneyInHand> {
    const { key, nameEn, nameZh, calendar, officer, seats = [], reportOn, definition = resilientCitiesChina } = city;
    const calendarHash = await new Calendars(this.dataSource).put(calendar);
    const definitionHash = await new Definitions(this.dataSource).put(definition);
    const unknown = { gbCode: null, topicEn: null, topicZh: null };
    await new Cities(this.dataSource).put({
      key,
      nameEn,
      nameZh,
      level: 'prefecture',
      country: 'CN',
      calendarHash,
      ...unknown,
    });
    const hand = new JourneyInHand(this.startsOn, definition, calendar);
    hand.postDelivers = false;
    const journeyId = `${PROGRAMME}.${key}`;
    hand.state = emptyState(journeyId);
    hand.join({
      city: key,
      definitionHash,
      calendarHash,
      takeover: true,
      seats: [{ seat: 'cro', person: officer }, ...seats].map((held) => ({ ...held, fromOn: null })),
      done: BEFORE_THE_REPORT.map((step) => ({ step, happenedOn: null })),
    });
    if (reportOn !== null) hand.give({ kind: 'agree-date', step: 'asw_report', dueOn: reportOn, reason: 't-1' });
    this.journeys.set(journeyId, hand);
    await this.record();
    return hand;
  }

  /** Somebody does something in a city, now. */
  async gives(journeyId: JourneyId, command: Command, by: string): Promise<void> {
    this.inHand(journeyId).give(command, by);
    await this.recordOf(journeyId);
  }

  /** The same for what may be refused. @returns why it was */
  async takes(journeyId: JourneyId, command: Command, by: string): Promise<Refusal | null> {
    const refusal = this.inHand(journeyId).take(command, by);
    await this.recordOf(journeyId);
    return refusal;
  }

  /** The id of what a person did last in a city. */
  lastActUpon(journeyId: JourneyId): string {
    return this.inHand(journeyId).lastAct;
  }

  /** Words as the api keeps them. @returns the reference by which a command names them */
  async writes(journeyId: JourneyId, words: unknown, by: string): Promise<string> {
    const [ref] = await new Texts(this.dataSource).put(journeyId, [words], by, this.now);
    return ref!;
  }

  private inHand(journeyId: JourneyId): JourneyInHand {
    const hand = this.journeys.get(journeyId);
    if (!hand) throw new Error(`There is no journey ${journeyId}.`);
    return hand;
  }

  /** The letters so far are forgotten: the story begins with a clean ledger. */
  async forgetsItsLetters(): Promise<void> {
    await this.dataSource.query('DELETE FROM letters');
  }

  /** Nobody acts until the end of a day, or until an instant of it: clocks strike, letters go, and what becomes of them is reported. */
  async livesUntil(untilOn: Day, untilAt?: Instant): Promise<void> {
    const begunAt = this.now;
    // What has passed before is told now, not in the past.
    for (const hand of this.journeys.values()) hand.now = begunAt;
    for (let at: Instant | null = begunAt; at !== null; at = await this.nextAt(at, untilOn)) {
      if (untilAt !== undefined && at > untilAt) break;
      for (const hand of this.journeys.values()) hand.until(at);
      await this.record();
      await this.post(at);
      await this.reports.go(at);
      await this.post(at);
    }
    if (untilAt !== undefined) for (const hand of this.journeys.values()) hand.now = untilAt;
  }

  get now(): Instant {
    return [...this.journeys.values()].map((hand) => hand.now).reduce((late, at) => (at > late ? at : late));
  }

  async ledger(): Promise<LedgerLine[]> {
    return (await new Letters(this.dataSource).ledger({}, { limit: 1_000 })).items;
  }

  /** The next instant after `now` at which a clock strikes, a letter is looked at, or a city's morning comes. */
  private async nextAt(now: Instant, untilOn: Day): Promise<Instant | null> {
    const [{ ready }] = await this.dataSource.query<[{ ready: Date | null }]>(
      `SELECT min(coalesce(not_before, due_at)) AS ready FROM letters
       WHERE status IN ('due', 'held') AND coalesce(not_before, due_at) > $1`,
      [now],
    );
    const moments = [...this.journeys.values()].flatMap((hand) => [hand.next(), ...morningsAfter(now, hand)]);
    const candidates = [...moments, ready?.toISOString() as Instant | undefined].filter(
      (at): at is Instant => at !== null && at !== undefined && at > now,
    );
    const next = candidates.sort()[0] ?? null;
    const isOver = [...this.journeys.values()].every(
      ({ context }) => next === null || dayAt(context.calendar, next) > untilOn,
    );
    return isOver ? null : next;
  }

  private async post(now: Instant): Promise<void> {
    for (;;) {
      const { more, failures, serverAway } = await this.courier.tick(now);
      if (failures[0]) throw failures[0].error;
      if (serverAway !== null) throw new Error(serverAway);
      if (!more) return;
    }
  }

  private door(): JourneyDoor {
    return {
      give: async ({ journeyId, command }) => {
        this.inHand(journeyId).give(command, null);
        await this.recordOf(journeyId);
        return { kind: 'given' };
      },
    };
  }

  /** Records what the rules have said since the last record. */
  private async record(): Promise<void> {
    for (const journeyId of this.journeys.keys()) await this.recordOf(journeyId);
  }

  /** Hazard: reports come to several journeys side by side; each may record its own only. */
  private async recordOf(journeyId: JourneyId): Promise<void> {
    const hand = this.inHand(journeyId);
    const afterSeq = this.recorded.get(journeyId) ?? 0;
    const facts = hand.facts.slice(afterSeq);
    if (facts.length === 0) return;
    const outcome = await this.journal.record({
      journeyId,
      generation: 1,
      afterSeq,
      facts,
      nextMomentAt: hand.next(),
      ...whatFollows(journeyId, facts),
    });
    if (outcome.kind !== 'recorded') throw new Error(`The facts were not recorded: ${outcome.kind}`);
    this.recorded.set(journeyId, afterSeq + facts.length);
  }
}

/** The city's working mornings of today and tomorrow: reports are given then. */
function morningsAfter(now: Instant, { context }: JourneyInHand): Instant[] {
  const today = dayAt(context.calendar, now);
  return [today, addDays(today, 1)].map((day) => instantAt(context.calendar, day));
}
