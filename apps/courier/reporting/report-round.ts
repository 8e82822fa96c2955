import { dayAt, type CalendarData, type Instant } from '@citypath/calendar';
import type { JourneyStatus } from '@citypath/journey';
import { isReportTime, morningReport } from '@citypath/post';
import {
  Calendars,
  JourneyReports,
  Journeys,
  type DataSource,
  type JourneyToTell,
  type ReportToGive,
  type UnreportedLetter,
} from '@citypath/store';
import type { JourneyDoor } from './journey-door';

const REPORTS_A_ROUND = 200;
/** Reports that are given side by side. */
const AT_A_TIME = 10;

/** What a round did. */
export interface ReportRoundReport {
  given: number;
  /** Why journeys could not be told now, by journey; they are told by a later round. */
  notNow: Map<string, unknown>;
}

/**
 * Tells each journey what became of its letters: once a morning of its city at most, after that morning's post. What it
 * is told is written down first, so that a crash or an absence of Temporal changes neither the words nor their number.
 */
export class ReportRound {
  private readonly reports: JourneyReports;
  private readonly calendars: Calendars;
  private readonly journeys: Journeys;
  /** Journeys that could not be told by the rounds before: they must not keep all others waiting. */
  private readonly untold = new Set<string>();

  constructor(
    dataSource: DataSource,
    private readonly door: JourneyDoor,
  ) {
    this.reports = new JourneyReports(dataSource);
    this.calendars = new Calendars(dataSource);
    this.journeys = new Journeys(dataSource);
  }

  /** Goes round at `now`. Rounds of one courier follow one another. @throws when the database is away */
  async go(now: Instant): Promise<ReportRoundReport> {
    await this.prepare(now);
    const done: ReportRoundReport = { given: 0, notNow: new Map() };
    const waiting = await this.reports.waiting(REPORTS_A_ROUND, [...this.untold]);
    for (let first = 0; first < waiting.length; first += AT_A_TIME) {
      await Promise.all(waiting.slice(first, first + AT_A_TIME).map((report) => this.give(report, now, done)));
      // Temporal that is away for ten journeys is away for the others.
      if (done.given === 0 && done.notNow.size >= AT_A_TIME) break;
    }
    return done;
  }

  private async prepare(now: Instant): Promise<void> {
    const candidates = await this.reports.toTell(now);
    if (candidates.length === 0) return;
    const calendars = await this.calendars.byHashes([...new Set(candidates.map(({ calendarHash }) => calendarHash))]);
    const due = candidates.flatMap((journey) => {
      const calendar = calendars.get(journey.calendarHash);
      return calendar !== undefined && isItsTurn(journey, calendar, now) ? [{ journey, calendar }] : [];
    });
    if (due.length === 0) return;
    const letters = Map.groupBy(
      await this.reports.unreported(due.map(({ journey }) => journey.journeyId)),
      ({ journeyId }) => journeyId,
    );
    const reachable = await this.reports.reachable(
      due.flatMap(({ journey }) => lostOf(journey).map(({ person }) => person)),
    );
    for (const { journey, calendar } of due) {
      await this.prepareOne(journey, calendar, letters.get(journey.journeyId) ?? [], reachable, now);
    }
  }

  private async prepareOne(
    journey: JourneyToTell,
    calendar: CalendarData,
    letters: UnreportedLetter[],
    reachable: Set<string>,
    now: Instant,
  ): Promise<void> {
    const { journeyId, state } = journey;
    const mended = lostOf(journey).filter(({ person }) => reachable.has(person));
    const { command, told, untold } = morningReport({ now, calendar, state, letters, mended });
    await this.reports.nothingToTell(untold, now);
    if (command === null) return;
    const reportOn = dayAt(calendar, now);
    if (hasEnded(state.status)) await this.reports.nothingToTell(told, now);
    else await this.reports.prepare({ journeyId, reportOn, command, letters: told });
  }

  private async give(report: ReportToGive, now: Instant, done: ReportRoundReport): Promise<void> {
    const giving = await this.door.give(report);
    switch (giving.kind) {
      case 'given':
        done.given += 1;
        this.untold.delete(report.journeyId);
        return this.reports.given(report, now, null);
      case 'closed': {
        // It ended between our looking and our telling; one that is missing and has not ended is to be rebuilt first.
        const journey = await this.journeys.byId(report.journeyId);
        if (journey !== null && !hasEnded(journey.status)) {
          this.putOff(report, new Error('The journey does not run.'), done);
          return;
        }
        this.untold.delete(report.journeyId);
        return this.reports.given(report, now, 'journey-closed');
      }
      case 'not-now':
        this.putOff(report, giving.error, done);
    }
  }

  private putOff({ journeyId }: ReportToGive, error: unknown, done: ReportRoundReport): void {
    done.notNow.set(journeyId, error);
    this.untold.add(journeyId);
  }
}

/** Once a day of the city, from its morning on, when the letters of that morning have gone. */
function isItsTurn({ inThePost, lastGivenAt }: JourneyToTell, calendar: CalendarData, now: Instant): boolean {
  if (inThePost || !isReportTime(calendar, now)) return false;
  return lastGivenAt === null || dayAt(calendar, lastGivenAt) < dayAt(calendar, now);
}

/** Whom letters did not reach, by the person who is to be asked about: of a programme's seat, who holds it now. */
function lostOf({ state, programmeSeats }: JourneyToTell): { seat: string; person: string }[] {
  return (state.contacts ?? []).flatMap(({ seat, person }) => {
    const holder = person ?? programmeSeats[seat];
    return holder === undefined ? [] : [{ seat, person: holder }];
  });
}

function hasEnded(status: JourneyStatus): boolean {
  return status === 'completed' || status === 'withdrawn';
}
