import { dayAt, type Day } from '@citypath/calendar';
import {
  openNeeds,
  why,
  type EscalationPolicy,
  type LetterKind,
  type PersonId,
  type ProgrammeDefinition,
  type ReportedOutcome,
  type Why,
} from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { JourneyInHand } from './journey-in-hand';

/** Letters that tell others of a delay, and those that tell that somebody is not reached. */
const OF_THE_LADDER: LetterKind[] = ['escalation', 'to-release', 'rung-passed-over', 'contact-lost'];

/**
 * A city whose workshop report is due on Monday 9 March 2026 and never comes. Its officer is p-cro, its mayor's office
 * p-mayor. March has no holidays: the working days after the 9th are 10(1) 11(2) 12(3) 13(4) ×× 16(5) 17(6) 18(7) 19(8)
 * 20(9) ×× 23(10) 24 25 26 27(14) ×× 30(15) 31; then April 1 2 3 (Tomb-sweeping 4–6) 7 8 9 10.
 * The post reports what the story says, and nothing else.
 */
export class LateCity extends JourneyInHand {
  constructor(escalation?: EscalationPolicy, change: Partial<ProgrammeDefinition> = {}) {
    super('2026-03-02', lateReport(escalation, change));
    this.postDelivers = false;
    this.join({
      seats: [
        { seat: 'cro', person: 'p-cro', fromOn: null },
        { seat: 'mayors_office', person: 'p-mayor', fromOn: null },
      ],
      done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({ step, happenedOn: null })),
    });
    this.give({ kind: 'agree-date', step: 'asw_report', dueOn: '2026-03-09', reason: 't' });
  }

  /** The courier tells what became of the newest letter to a seat. */
  reports(seat: string, outcome: ReportedOutcome['outcome'], on: Day = this.today()): this {
    const letter = this.letters.filter((one) => one.seat === seat && one.step === 'asw_report').at(-1);
    if (!letter) throw new Error(`No letter went to ${seat}.`);
    const { seq, step, round, kind, holder } = letter;
    return this.give(
      { kind: 'post-reported', outcomes: [{ seq, step, round, kind, seat, holder, outcome, on }], mended: [] },
      null,
    );
  }

  /** Everything that went is delivered: what a quiet morning of the courier says. */
  everythingArrived(): this {
    for (const seat of new Set(this.letters.map((letter) => letter.seat)))
      if (this.letters.some((one) => one.seat === seat && one.step === 'asw_report')) this.reports(seat, 'delivered');
    return this;
  }

  addressMended(seat: string, person: PersonId): this {
    return this.give({ kind: 'post-reported', outcomes: [], mended: [{ seat, person }] }, null);
  }

  /** Who was told of the delay so far, a line a letter: '2026-03-12 escalation +3 → manager'. */
  told(): string[] {
    return this.letters
      .filter(({ kind, step }) => OF_THE_LADDER.includes(kind) && (step === null || step === 'asw_report'))
      .map(({ kind, threshold, seat, dueAt }) => {
        const label = threshold.startsWith('due') ? ` ${threshold.slice(3).split('@')[0] ?? ''}` : '';
        return `${dayAt(this.context.calendar, dueAt)} ${kind}${label} → ${seat}`;
      });
  }

  /** What the report waits for, and why its ladder does not climb. */
  why(): Why {
    return why(this.context, this.state, this.now);
  }

  needs(): string[] {
    return openNeeds(this.context, this.state)
      .filter(({ kind }) => kind === 'contact' || kind === 'to-release' || kind === 'ladder-ended')
      .map(({ kind, seat }) => `${kind} of ${seat}`);
  }

  today(): Day {
    return dayAt(this.context.calendar, this.now);
  }
}

/** The programme with the report as the only thing that may be late, by the ladder given. */
function lateReport(escalation: EscalationPolicy | undefined, change: Partial<ProgrammeDefinition>) {
  const steps = resilientCitiesChina.steps.map((step) =>
    step.key === 'asw_report' ? { ...step, responsible: 'cro', ...(escalation ? { escalation } : {}) } : step,
  );
  return { ...resilientCitiesChina, steps, ...change };
}
