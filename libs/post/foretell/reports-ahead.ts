import { addWorkingDays, dayAt, instantAt, type CalendarData, type Day, type Instant } from '@citypath/calendar';
import type { Command, JourneyId, MovedStep } from '@citypath/journey';
import { isReportTime, morningReport, type LetterToReport } from '../morning-report';
import type { JourneyAhead } from './foretold';
import { withStepMoved } from './moved-letters';

/** What the post will tell the journeys, and when: once a morning of the city at most. */
export class ReportsAhead {
  private readonly pending = new Map<JourneyId, LetterToReport[]>();
  private readonly toldOn = new Map<JourneyId, Day>();

  constructor(unreported: readonly LetterToReport[]) {
    for (const letter of unreported) this.add(letter);
  }

  add(letter: LetterToReport): void {
    const { journeyId } = letter;
    this.pending.set(journeyId, [...(this.pending.get(journeyId) ?? []), letter]);
  }

  /** Of letters that go after all there is something else to tell, or nothing yet. */
  forget(journeyId: JourneyId, letterIds: readonly string[]): void {
    const others = (this.pending.get(journeyId) ?? []).filter(({ id }) => !letterIds.includes(id));
    this.pending.set(journeyId, others);
  }

  /** The journey is told of its steps by the names that they have by then. */
  moveSteps(journeyId: JourneyId, steps: readonly MovedStep[]): void {
    const pending = this.pending.get(journeyId) ?? [];
    this.pending.set(
      journeyId,
      pending.map((letter) => withStepMoved(letter, steps)),
    );
  }

  /** When there is something to tell the journey, or to find that there is not; null: never. May lie in the past. */
  nextAt(journeyId: JourneyId, calendar: CalendarData): Instant | null {
    const [first] = (this.pending.get(journeyId) ?? []).map((letter) => sureAt(letter, calendar)).sort();
    if (first === undefined) return null;
    const told = this.toldOn.get(journeyId);
    const next = told === undefined || dayAt(calendar, first) > told ? first : morningAfter(calendar, told);
    return isReportTime(calendar, next) ? next : nextMorning(calendar, next);
  }

  /** What the journey is told now; null where it is not the time, or nothing that it asks for is known. */
  take({ context, state }: JourneyAhead, now: Instant): Command | null {
    const { calendar } = context;
    const { journeyId } = state;
    const next = this.nextAt(journeyId, calendar);
    if (next === null || next > now) return null;
    const letters = this.pending.get(journeyId) ?? [];
    const { command, told, untold } = morningReport({ now, calendar, state, letters, mended: [] });
    this.pending.set(
      journeyId,
      letters.filter(({ id }) => !(id in told) && !(id in untold)),
    );
    if (command !== null) this.toldOn.set(journeyId, dayAt(calendar, now));
    return command;
  }
}

/** From when on it can be said what became of a letter: a delivery on the morning after the next working day. */
function sureAt({ status, settledAt }: LetterToReport, calendar: CalendarData): Instant {
  if (status !== 'accepted') return settledAt;
  const comesBackUntilOn = addWorkingDays(calendar, dayAt(calendar, settledAt), 1);
  return morningAfter(calendar, comesBackUntilOn);
}

function morningAfter(calendar: CalendarData, day: Day): Instant {
  return instantAt(calendar, addWorkingDays(calendar, day, 1));
}

/** The first morning of a working day that is not before the instant. */
function nextMorning(calendar: CalendarData, at: Instant): Instant {
  const day = dayAt(calendar, at);
  const morning = instantAt(calendar, day);
  return at < morning && isReportTime(calendar, morning) ? morning : morningAfter(calendar, day);
}
