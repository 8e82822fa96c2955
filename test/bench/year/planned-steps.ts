import type { Instant } from '@citypath/calendar';
import { untoldThresholds, type Command, type StepRef } from '@citypath/journey';
import type { JourneyInHand } from '../../support/journey-in-hand';
import type { HandwrittenStep } from './handwritten.messages';

/** Notes, while the year is played, what each step does by itself: when it opens, and on which mornings it tells. */
export class PlannedSteps {
  readonly all: HandwrittenStep[] = [];
  private seen = 0;

  constructor(private readonly city: JourneyInHand) {
    this.noteOpenings(null, null);
  }

  /** Lets the clock strike until a moment, noting what it opens. */
  passUntil(at: Instant): void {
    for (let next = this.city.next(); next !== null && next <= at; next = this.city.next()) {
      this.city.until(next);
      this.noteOpenings(null, next);
    }
    if (at > this.city.now) this.city.until(at);
  }

  /** Notes what followed from a command. */
  note(command: Command): void {
    this.noteOpenings('step' in command ? command.step : null, null);
    if (command.kind === 'schedule-event') this.planned(command.step).remindAt = this.mornings(command.step);
    if (command.kind === 'submit') this.planned(command.step).askAgainAt = this.mornings(command.step);
  }

  private noteOpenings(opensAfter: StepRef | null, opensAt: Instant | null): void {
    const facts = this.city.facts.slice(this.seen);
    this.seen = this.city.facts.length;
    for (const fact of facts) {
      if (fact.kind !== 'step-opened') continue;
      const { step: ref, dueOn, owner } = fact;
      this.all.push({ ref, dueOn, owner, opensAfter, opensAt, remindAt: this.mornings(ref), askAgainAt: [] });
    }
    // The appointment's acceptance gives dates to steps that were open already.
    for (const fact of facts) {
      if (fact.kind === 'due-moved' && fact.clock === 'responsible')
        this.planned(fact.step).remindAt = this.mornings(fact.step);
    }
  }

  private planned(ref: StepRef): HandwrittenStep {
    const found = this.all.find((step) => step.ref === ref);
    if (!found) throw new Error(`${ref} never opened.`);
    return found;
  }

  private mornings(ref: StepRef): Instant[] {
    const step = this.city.state.steps[ref];
    if (!step) return [];
    return [...new Set(untoldThresholds(this.city.context, this.city.state, step).map(({ at }) => at))];
  }
}
