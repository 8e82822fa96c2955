import { ANSWERED_WITHIN, type StepName } from './four-steps';
import type { ModelAct, StepAct } from './model-act';
import {
  begin,
  countedDay,
  isSettled,
  namesOf,
  needsOf,
  nextRound,
  now,
  open,
  putInOrder,
  setBack,
  type Paper,
} from './paper';
import { goOn } from './passing-days';
import { remember, takeBack } from './taking-back';
import { later } from './weekdays';
import { takeVersion } from './versions-taken';

/** Does what may be done, and lets follow what follows. */
export function doAct(paper: Paper, act: ModelAct): void {
  if (act.kind === 'undo') {
    const done = paper.acts.at(-1 - act.back);
    if (done) takeBack(paper, done);
  }
  const before = structuredClone(paper);
  change(paper, act);
  putInOrder(paper);
  remember(paper, before, act.kind);
}

function change(paper: Paper, act: ModelAct): void {
  const { today, seats } = paper;
  switch (act.kind) {
    case 'undo':
      return;
    case 'hold':
      paper.hold = { sinceOn: today, untilOn: act.untilOn };
      return;
    case 'resume':
      goOn(paper, paper.hold?.sinceOn ?? today, today);
      return;
    case 'withdraw':
    case 'finish':
      paper.ended = { on: today };
      return;
    case 'readmit':
      // A hold that it was on goes on; else its clocks stood still.
      if (paper.hold === null) goOn(paper, paper.ended?.on ?? today, today);
      paper.ended = null;
      return;
    case 'appoint':
    case 'hand-over':
      seats[act.seat].holder = act.person;
      return;
    case 'vacate':
      seats[act.seat].holder = null;
      return;
    case 'name-liaison':
      seats[act.seat].liaison = act.person;
      return;
    case 'set-cadence':
      setCadence(paper, act);
      return;
    case 'adopt-calendar':
      paper.off.add(act.offOn);
      return;
    case 'adopt-definition':
      takeVersion(paper, act.version);
      return;
    default:
      doUpon(paper, act);
  }
}

function doUpon(paper: Paper, act: StepAct): void {
  const { today, off, steps } = paper;
  const name = act.step;
  const step = steps[name];
  switch (act.kind) {
    case 'submit':
    case 'ask-waiver':
      begin(paper, name, 'submitted');
      Object.assign(step, { submittedOn: today, wish: act.kind === 'ask-waiver' });
      return;
    case 'accept':
      step.status = step.wish ? 'waived' : 'done';
      return;
    case 'complete':
      Object.assign(step, { status: 'done', round: Math.max(step.round, 1), rounds: Math.max(step.rounds, 1) });
      return;
    case 'waive':
      step.status = 'waived';
      return;
    case 'skip':
      step.status = 'skipped';
      return;
    case 'return':
      begin(paper, name, 'open');
      nextRound(step);
      giveAtLeast(paper, name, later(off, today, ANSWERED_WITHIN));
      return;
    case 'agree-date':
      if (step.dueOn !== act.dueOn) step.ownedUntilOn = null;
      Object.assign(step, { dueOn: act.dueOn, agreed: true, sinceOn: today, heardUntil: now(paper) });
      return;
    case 'acknowledge':
      // "I own it until then": until then nobody is told.
      step.ownedUntilOn = act.untilOn;
      step.heardUntil = Math.max(step.heardUntil, act.untilOn);
      return;
    case 'reopen':
      open(paper, name);
      return;
    case 'go-to':
      for (const needed of unsettledBefore(paper, name)) steps[needed].status = 'skipped';
      if (isSettled(paper, name)) open(paper, name);
      return;
    case 'restart-from':
      for (const built of builtOn(paper, name)) setBack(paper, built);
      open(paper, name);
      return;
    case 'reassign':
      step.seat = act.seat;
      return;
    case 'comment':
      return;
  }
}

/** Whoever is sent back has at least as long as an answer may take. */
function giveAtLeast(paper: Paper, name: StepName, untilOn: number): void {
  const step = paper.steps[name];
  const dueOn = step.agreed ? (step.dueOn ?? untilOn) : countedDay(paper, name);
  if (untilOn > dueOn) Object.assign(step, { dueOn: untilOn, agreed: true });
}

/** What lies behind is not told by the new one. */
function setCadence(paper: Paper, { step, reminded }: Extract<ModelAct, { kind: 'set-cadence' }>): void {
  const { all, steps = {} } = paper.cadence ?? {};
  if (step === null) paper.cadence = { ...(reminded ? { all: reminded } : {}), steps };
  else {
    const { [step]: _, ...others } = steps;
    paper.cadence = { ...(all ? { all } : {}), steps: reminded ? { ...others, [step]: reminded } : others };
  }
  for (const name of namesOf(paper)) {
    const meant = paper.steps[name];
    if (step === null || step === name) meant.heardUntil = Math.max(meant.heardUntil, now(paper));
  }
}

/** What a step needs and is not settled, and before that what those need. */
function unsettledBefore(paper: Paper, name: StepName): StepName[] {
  return needsOf(paper, name)
    .filter((needed) => !isSettled(paper, needed))
    .flatMap((needed): StepName[] => [needed, ...unsettledBefore(paper, needed)]);
}

/** What was begun because of a step, or because of one that was: what somebody did out of turn was not built on it. */
function builtOn(paper: Paper, name: StepName): StepName[] {
  return namesOf(paper)
    .filter((each) => paper.steps[each].status !== 'waiting' && needsOf(paper, each).includes(name))
    .flatMap((each) => [each, ...builtOn(paper, each)]);
}
