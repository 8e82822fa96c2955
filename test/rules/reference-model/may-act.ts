import { VERSIONS } from './four-steps';
import type { ModelAct, StepAct } from './model-act';
import { isIn, isSettled, namesOf, personIn, type Paper } from './paper';
import { mayTakeBack } from './taking-back';
import { mayTake } from './versions-taken';

/** @returns whether it may be done; else nothing has changed */
export function mayAct(paper: Paper, act: ModelAct): boolean {
  if (paper.ended !== null) return act.kind === 'readmit';
  switch (act.kind) {
    case 'hold':
      return paper.hold === null && act.untilOn > paper.today;
    case 'resume':
      return paper.hold !== null;
    case 'readmit':
      return false;
    case 'withdraw':
    case 'adopt-calendar':
      return true;
    case 'finish':
      return namesOf(paper).every((name) => isSettled(paper, name));
    case 'appoint':
      return paper.seats[act.seat].holder === null;
    case 'hand-over':
      return ![null, act.person].includes(paper.seats[act.seat].holder);
    case 'vacate':
      return paper.seats[act.seat].holder !== null;
    case 'name-liaison':
      return paper.seats[act.seat].liaison !== act.person;
    case 'set-cadence':
      return act.step === null || isIn(paper, act.step);
    case 'adopt-definition':
      return mayTake(paper, act.version);
    case 'undo':
      return mayTakeBack(paper, paper.acts.at(-1 - act.back));
    default:
      return isIn(paper, act.step) && mayDoUpon(paper, act);
  }
}

function mayDoUpon(paper: Paper, act: StepAct): boolean {
  const { status, seat } = paper.steps[act.step];
  const settled = isSettled(paper, act.step);
  const isWaivable = VERSIONS[paper.version].steps[act.step]?.waivable === true;
  switch (act.kind) {
    case 'submit':
      return status === 'open';
    case 'ask-waiver':
      return status === 'open' && isWaivable;
    case 'accept':
    case 'return':
      return status === 'submitted';
    case 'complete':
    case 'skip':
      return !settled;
    case 'waive':
      return !settled && isWaivable;
    case 'reopen':
      return settled;
    case 'go-to':
      return status === 'waiting' || settled;
    case 'restart-from':
      return status !== 'waiting';
    case 'comment':
      return true;
    case 'reassign':
      return !settled && personIn(paper, act.seat) !== null && act.seat !== (seat ?? 'officer');
    case 'agree-date':
      return status === 'open' && act.dueOn >= paper.today;
    case 'acknowledge':
      return (status === 'open' || status === 'submitted') && act.untilOn >= paper.today;
  }
}
