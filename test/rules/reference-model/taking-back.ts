import { NAMES } from './four-steps';
import type { ModelAct } from './model-act';
import { needsAreMet, type DoneAct, type ModelStep, type Paper } from './paper';

const TAKEN_BACK: ModelAct['kind'][] = [
  ...(['skip', 'waive', 'complete', 'reopen', 'go-to', 'restart-from'] as const),
  ...(['agree-date', 'hold', 'resume', 'set-cadence'] as const),
];

/** What was told, and since when: it says nothing of what a step is. */
const TOLD: (keyof ModelStep)[] = ['sinceOn', 'heardUntil'];

/** Writes down an act that was done, and what it makes of those before it. */
export function remember(paper: Paper, before: Paper, kind: ModelAct['kind']): void {
  const act: DoneAct = {
    on: paper.today,
    mayComeBack: TAKEN_BACK.includes(kind),
    was: Object.fromEntries(
      NAMES.map((name) => [name, formerOf(before.steps[name], paper.steps[name])] as const).filter(
        ([, former]) => Object.keys(former).length > 0,
      ),
    ),
    journey: journeyBefore(before, paper),
    overtakenBy: [],
    undone: false,
  };
  touch(paper.acts, before, paper, act);
  paper.acts.push(act);
}

/** Acts of before that something has changed the same as; by nobody's hand that counts only where it changes what would come back. */
export function touch(acts: DoneAct[], before: Paper, after: Paper, by: DoneAct | null): void {
  const journey = Object.keys(journeyBefore(before, after));
  const daysAreGiven = before.stood !== after.stood;
  for (const act of acts) {
    if (act.undone) continue;
    const touched = NAMES.filter((name) => {
      const own = changes(act.was[name] ?? {});
      const others = changes(formerOf(before.steps[name], after.steps[name]));
      return own.length > 0 && (by === null ? others.some((field) => own.includes(field)) : others.length > 0);
    });
    for (const name of NAMES)
      if (!touched.includes(name)) stayHeard(act.was[name], before.steps[name], after.steps[name]);
    // What it had settled was given none of these days, and would be late at once.
    const misses = daysAreGiven && NAMES.some((name) => ['open', 'submitted'].includes(act.was[name]?.status ?? ''));
    if (touched.length > 0 || misses || journey.some((key) => key in act.journey)) act.overtakenBy.push(by ?? 'clock');
  }
}

/** What is not told any more since stays untold, should the act be taken back. */
function stayHeard(former: Partial<ModelStep> | undefined, before: ModelStep, after: ModelStep): void {
  if (former?.heardUntil !== undefined && after.heardUntil !== before.heardUntil) former.heardUntil = after.heardUntil;
}

/** Whether an act of the last 24 hours may be taken back: nobody changed the same since, and nothing followed from it. */
export function mayTakeBack(paper: Paper, act: DoneAct | undefined): act is DoneAct {
  if (!act?.mayComeBack || act.undone || act.overtakenBy.length > 0 || isTooOld(paper, act)) return false;
  const after = structuredClone(paper);
  restore(after, act);
  return !NAMES.some((name) => {
    const { status, openedOn } = after.steps[name];
    // Of what opened on the day of the act nobody knows any more whether it was before it.
    const isNew = (status === 'open' || status === 'submitted') && openedOn >= act.on && !(name in act.was);
    return isNew && needsAreMet(paper, name) && !needsAreMet(after, name);
  });
}

export function takeBack(paper: Paper, act: DoneAct): void {
  restore(paper, act);
  act.undone = true;
  for (const other of paper.acts) other.overtakenBy = other.overtakenBy.filter((by) => by !== act);
}

function restore(paper: Paper, { was, journey }: DoneAct): void {
  // A round that was begun is spent, whatever becomes of it.
  for (const name of NAMES) Object.assign(paper.steps[name], was[name], { rounds: paper.steps[name].rounds });
  Object.assign(paper, journey);
}

/** Work begins a minute earlier each day: what was done yesterday is not a day old, but on Monday what was done on Friday is. */
function isTooOld({ today }: Paper, { on }: DoneAct): boolean {
  return on !== today && (on !== today - 1 || today % 5 === 0);
}

function formerOf(before: ModelStep, after: ModelStep): Partial<ModelStep> {
  const fields = Object.keys(before) as (keyof ModelStep)[];
  return Object.fromEntries(fields.filter((key) => before[key] !== after[key]).map((key) => [key, before[key]]));
}

function changes(former: Partial<ModelStep>): string[] {
  return Object.keys(former).filter((key) => !TOLD.includes(key as keyof ModelStep));
}

/** Its end and its holds are one matter: whether its clock runs. */
function journeyBefore(before: Paper, after: Paper): DoneAct['journey'] {
  const { hold, ended, cadence } = before;
  return {
    ...(JSON.stringify([hold, ended]) === JSON.stringify([after.hold, after.ended]) ? {} : { hold, ended }),
    ...(JSON.stringify(cadence) === JSON.stringify(after.cadence) ? {} : { cadence }),
  };
}
