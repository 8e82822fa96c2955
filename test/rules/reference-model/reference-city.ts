import { NAMES, ANSWERED_WITHIN, REMINDED, STEPS, type StepName } from './four-steps';

/** A weekday, counted from Monday 5 January 2026: the model knows no calendar, and no weekends. */
export type Weekday = number;

/** What somebody asks of the model; the words and the papers do not matter to it. */
export type ModelAct =
  | { kind: 'submit' | 'accept' | 'return' | 'complete' | 'skip' | 'reopen' | 'go-to' | 'restart-from'; step: StepName }
  | { kind: 'agree-date'; step: StepName; dueOn: Weekday }
  | { kind: 'hold'; untilOn: Weekday }
  | { kind: 'resume' };

interface ModelStep {
  status: 'waiting' | 'open' | 'submitted' | 'done' | 'skipped';
  dueOn: Weekday | null;
  /** Since when its owner has had it in this round. */
  sinceOn: Weekday;
  /** Reminders of that day and of all days before have had their morning. */
  heardUntilOn: Weekday;
}

/** 'reminder plan 12': a letter of that weekday about a step. */
export type ModelLetter = string;

/**
 * What a city manager with a sheet of paper would say of four steps: a second account of what acts do, written from
 * the words of the design and not from the rules, and much smaller because it knows no seats, rounds or facts.
 */
export class ReferenceCity {
  steps: Record<StepName, ModelStep>;
  hold: { sinceOn: Weekday; untilOn: Weekday } | null = null;
  today: Weekday = 0;

  constructor() {
    const waiting: ModelStep = { status: 'waiting', dueOn: null, sinceOn: 0, heardUntilOn: 0 };
    this.steps = { plan: { ...waiting }, survey: { ...waiting }, talks: { ...waiting }, strategy: { ...waiting } };
    this.openWhatMay();
  }

  /** Days pass and nobody acts: a hold ends on the morning of its day. */
  liveUntil(day: Weekday): void {
    if (this.hold !== null && this.hold.untilOn <= day) this.endHold(this.hold.untilOn);
    this.today = day;
  }

  /** @returns whether it may be done; else nothing has changed */
  may(act: ModelAct): boolean {
    if (act.kind === 'hold') return this.hold === null && act.untilOn > this.today;
    if (act.kind === 'resume') return this.hold !== null;
    const { status } = this.steps[act.step];
    const isSettled = status === 'done' || status === 'skipped';
    switch (act.kind) {
      case 'submit':
        return status === 'open';
      case 'agree-date':
        return status === 'open' && act.dueOn >= this.today;
      case 'accept':
      case 'return':
        return status === 'submitted';
      case 'complete':
      case 'skip':
        return !isSettled;
      case 'reopen':
        return isSettled;
      case 'go-to':
        return status === 'waiting' || isSettled;
      case 'restart-from':
        return status !== 'waiting';
    }
  }

  /** Does what may be done. */
  do(act: ModelAct): void {
    if (act.kind === 'hold') this.hold = { sinceOn: this.today, untilOn: act.untilOn };
    else if (act.kind === 'resume') this.endHold(this.today);
    else this.change(act);
    this.openWhatMay();
  }

  /** The letters to the officer that come by themselves after today, up to a day, if nobody acts any more. */
  remindersUntil(lastOn: Weekday): ModelLetter[] {
    const later = this.copy();
    if (later.hold !== null && later.hold.untilOn <= lastOn) later.endHold(later.hold.untilOn);
    else if (later.hold !== null) return [];
    return NAMES.flatMap((name) => {
      const { status, dueOn, heardUntilOn } = later.steps[name];
      if (status !== 'open' || dueOn === null) return [];
      const days = [
        ...REMINDED.before.map((before) => ({ kind: 'reminder', on: dueOn - before })),
        ...REMINDED.after.map((after) => ({ kind: 'overdue', on: dueOn + after })),
      ];
      return days
        .filter(({ on }) => on > heardUntilOn && on > this.today && on <= lastOn)
        .map(({ kind, on }) => `${kind} ${name} ${on}`);
    }).sort();
  }

  private copy(): ReferenceCity {
    const copied = new ReferenceCity();
    copied.steps = structuredClone(this.steps);
    copied.hold = this.hold;
    copied.today = this.today;
    return copied;
  }

  private change(act: Exclude<ModelAct, { kind: 'hold' | 'resume' }>): void {
    const step = this.steps[act.step];
    switch (act.kind) {
      case 'submit':
        step.status = 'submitted';
        break;
      case 'accept':
      case 'complete':
        step.status = 'done';
        break;
      case 'skip':
        step.status = 'skipped';
        break;
      case 'return':
        // Whoever is sent back has at least as long as an answer may take.
        this.reopens(act.step, Math.max(step.dueOn ?? 0, this.today + ANSWERED_WITHIN));
        break;
      case 'agree-date':
        this.reopens(act.step, act.dueOn);
        break;
      case 'reopen':
        this.reopens(act.step, this.today + STEPS[act.step].takes);
        break;
      case 'go-to':
        for (const needed of this.neededBy(act.step)) {
          if (!this.isSettled(needed)) this.steps[needed].status = 'skipped';
        }
        if (this.isSettled(act.step)) this.reopens(act.step, this.today + STEPS[act.step].takes);
        break;
      case 'restart-from':
        for (const later of this.builtOn(act.step))
          Object.assign(this.steps[later], { status: 'waiting', dueOn: null });
        this.reopens(act.step, this.today + STEPS[act.step].takes);
    }
  }

  private reopens(name: StepName, dueOn: Weekday): void {
    this.steps[name] = { status: 'open', dueOn, sinceOn: this.today, heardUntilOn: this.today };
  }

  private openWhatMay(): void {
    for (const name of NAMES) {
      const needsAreMet = STEPS[name].needs.every((needed) => this.isSettled(needed));
      if (this.steps[name].status === 'waiting' && needsAreMet) this.reopens(name, this.today + STEPS[name].takes);
    }
  }

  /** The time that passed meanwhile is given back: a day for a day. */
  private endHold(on: Weekday): void {
    const heldOn = this.hold?.sinceOn ?? on;
    for (const name of NAMES) {
      const step = this.steps[name];
      if (step.status === 'open' && step.dueOn !== null) step.dueOn += on - Math.max(heldOn, step.sinceOn);
      // What was said before the hold is not said again because its day has moved.
      step.heardUntilOn = on;
    }
    this.hold = null;
  }

  private isSettled(name: StepName): boolean {
    return this.steps[name].status === 'done' || this.steps[name].status === 'skipped';
  }

  private neededBy(name: StepName): StepName[] {
    return STEPS[name].needs.flatMap((needed): StepName[] => [needed, ...this.neededBy(needed)]);
  }

  /** What was begun because of a step, or because of one that was: what somebody did out of turn was not built on it. */
  private builtOn(name: StepName): StepName[] {
    const later = NAMES.filter((each) => {
      return this.steps[each].status !== 'waiting' && STEPS[each].needs.some((needed) => needed === name);
    });
    return later.flatMap((each) => [each, ...this.builtOn(each)]);
  }
}
