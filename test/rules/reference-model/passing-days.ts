import { VERSIONS, type StepName } from './four-steps';
import { namesOf, ownerOf, type Paper } from './paper';
import { touch } from './taking-back';
import { firstWorkedFrom, lastWorkedUntil, later, workedBetween, type Weekday } from './weekdays';

/** Days pass and nobody acts: reminders come, and a hold ends on the morning of its day. */
export function live(paper: Paper, until: Weekday): void {
  const endsOn = endOfHold(paper);
  if (endsOn !== null && endsOn <= until) {
    const before = structuredClone(paper);
    goOn(paper, paper.hold?.sinceOn ?? endsOn, endsOn);
    touch(paper.acts, before, paper, null);
  }
  for (const name of namesOf(paper)) hear(paper, name, until);
  paper.today = until;
}

/** The reminders that come by themselves up to a day, if nobody acts any more: 'reminder plan 12 → officer p-officer'. */
export function remindersUntil(now: Paper, lastOn: Weekday): string[] {
  const paper = structuredClone(now);
  const endsOn = endOfHold(paper);
  if (endsOn !== null && endsOn <= lastOn) goOn(paper, paper.hold?.sinceOn ?? endsOn, endsOn);
  return namesOf(paper)
    .flatMap((name) => {
      const { seat, person } = ownerOf(paper, name);
      const called = VERSIONS[paper.version].steps[name]?.called;
      return told(paper, name, lastOn)
        .filter(({ kind, on }) => kind === 'overdue' || on <= (paper.steps[name].dueOn ?? on))
        .map(({ kind, on }) => `${kind} ${called} ${on} → ${seat} ${person}`);
    })
    .sort();
}

/** The time since a day is given back, a day for a day: to each step as far as its owner had it then. */
export function goOn(paper: Paper, stoodSinceOn: Weekday, on: Weekday): void {
  const { off } = paper;
  for (const name of namesOf(paper)) {
    const step = paper.steps[name];
    const { status, dueOn, answerOn } = step;
    const days = workedBetween(off, Math.max(stoodSinceOn, step.sinceOn), on);
    if (days === 0 || (status !== 'open' && status !== 'submitted')) continue;
    if (status === 'open') Object.assign(step, { dueOn: later(off, dueOn ?? on, days), held: step.held + days });
    else Object.assign(step, { answerOn: later(off, answerOn ?? on, days), answerHeld: step.answerHeld + days });
    // What was said before is not said again because its day has moved.
    step.heardUntil = Math.max(step.heardUntil, on);
  }
  paper.stood += Math.max(0, workedBetween(off, stoodSinceOn, on));
  paper.hold = null;
}

/** Null: no hold ends by itself. */
function endOfHold({ hold, ended, off, today }: Paper): Weekday | null {
  return hold === null || ended !== null ? null : Math.max(today, firstWorkedFrom(off, hold.untilOn));
}

function hear(paper: Paper, name: StepName, until: Weekday): void {
  const step = paper.steps[name];
  for (const { on } of told(paper, name, until)) {
    step.heardUntil = on;
    // What was told stays told, where it spoke of the day that would come back.
    for (const { was } of paper.acts) {
      const former = was[name];
      if (former?.heardUntil !== undefined && (former.dueOn ?? step.dueOn) === step.dueOn) former.heardUntil = on;
    }
  }
}

interface Told {
  kind: 'reminder' | 'overdue';
  on: Weekday;
}

/** What whoever has a step hears of it; of all that has passed unheard only the newest, today. */
function told(paper: Paper, name: StepName, until: Weekday): Told[] {
  const { today, hold, ended, steps } = paper;
  if (hold !== null || ended !== null || steps[name].status !== 'open') return [];
  const unheard = reminders(paper, name).filter(({ on }) => on > steps[name].heardUntil && on <= until);
  const missed = unheard.findLast(({ on }) => on <= today);
  return [...(missed ? [{ ...missed, on: today }] : []), ...unheard.filter(({ on }) => on > today)];
}

/** One a morning, in order. */
function reminders({ cadence, version, off, steps }: Paper, name: StepName): Told[] {
  const { dueOn } = steps[name];
  if (dueOn === null) return [];
  const { before, after } = cadence?.steps[name] ?? cadence?.all ?? VERSIONS[version].reminded;
  const mornings = before.map((days) => lastWorkedUntil(off, later(off, dueOn, -days)));
  return [
    ...[...new Set(mornings)].sort((a, b) => a - b).map((on): Told => ({ kind: 'reminder', on })),
    ...after.map((days): Told => ({ kind: 'overdue', on: later(off, dueOn, days) })),
  ];
}
