import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import { nowInWorkflow } from '../workflow-clock';
import { Alarm } from './alarm';
import { beginRun, nextInput } from './begin-run';
import type { CityJourneyActivities } from './city-journey.activities';
import {
  act,
  STATE_ATTRIBUTE,
  stateOf,
  type ActRequest,
  type ActResult,
  type CityJourneyInput,
} from './city-journey.messages';
import { currentDetails } from './current-details';
import { journalDisagrees, journeyMoved, refused, rulesFailed } from './failures';
import type { JourneyRun } from './journey-run';
import { runEndsAt, runIsLong } from './run-length';

// Hazard: never a local activity. It would run before the update's acceptance is durable, and leave facts in
// the database that the workflow never knew.
const { record } = proxyActivities<CityJourneyActivities>({
  // A record takes milliseconds; this is how long a worker that died keeps others from trying again.
  startToCloseTimeout: '10 seconds',
  // Without an end, in bounded intervals: while the database is away, facts wait.
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

/**
 * A city's journey through a programme, from joining to its end. The only writer of the journey: it judges
 * commands by the rules, and has every fact recorded, in order, before anybody is told that it happened.
 */
export async function cityJourney(input: CityJourneyInput): Promise<void> {
  // Hazard: the state is complete before a handler is set. A handler runs as soon as it is set, for commands
  // that arrived together with the run's first task.
  const run = beginRun(input);
  let shownStatus = run.now.state.status;
  const endsAt = runEndsAt(input.calendar, nowInWorkflow());
  const alarm = new Alarm();
  setHandler(stateOf, () => run.now.state);
  setHandler(act, (request) => answer(run, request), { validator: (request: ActRequest) => validate(run, request) });

  /** An old or long run makes way for the next one, once nothing is pending and nobody waits. */
  const makesWay = (): boolean =>
    !run.hasPending && allHandlersFinished() && (runIsLong() || endsAt <= nowInWorkflow());

  while (!run.disagrees) {
    run.strikeClock(nowInWorkflow());
    setCurrentDetails(currentDetails(run.now, run.pendingCount));
    if (run.hasPending) {
      const request = run.nextRequest();
      run.settle(request, await record(request));
      continue;
    }
    const { nextMomentAt, state } = run.now;
    if (state.status !== shownStatus) upsertSearchAttributes([{ key: STATE_ATTRIBUTE, value: state.status }]);
    shownStatus = state.status;
    if (run.hasEnded) break;
    // Hazard: no await between this check and the next run, or a command that comes in between is lost.
    if (makesWay()) return continueAsNew<typeof cityJourney>(nextInput(input, run));
    alarm.set(nextMomentAt !== null && nextMomentAt < endsAt ? nextMomentAt : endsAt, nowInWorkflow());
    // Hazard: servers' clocks differ, and an alarm may go off before its moment has come here. It is then set again;
    // waiting for the moment alone would wait until somebody gives a command.
    await condition(() => run.hasPending || run.momentHasCome(nowInWorkflow()) || makesWay() || !alarm.isSet);
  }
  await condition(allHandlersFinished);
  if (run.disagrees) throw journalDisagrees();
}

/** Refuses by name, before the command enters the history. A bug in the rules refuses it too, and wedges nothing. */
function validate(run: JourneyRun, { command, stamp, onlyAtHead }: ActRequest): void {
  if (run.disagrees) throw journalDisagrees();
  if (onlyAtHead !== undefined && onlyAtHead !== run.now.state.head) throw journeyMoved();
  let attempt;
  try {
    attempt = run.attempt(command, { ...stamp, now: nowInWorkflow() });
  } catch (error) {
    throw rulesFailed(error);
  }
  if (attempt.kind === 'refused') throw refused(attempt.refusal);
}

/** Takes the command in one go, and answers once its facts are recorded. */
async function answer(run: JourneyRun, { command, stamp }: ActRequest): Promise<ActResult> {
  const taken = run.take(command, { ...stamp, now: nowInWorkflow() });
  if (taken.kind === 'refused') throw refused(taken.refusal);
  const { head } = taken.journey.state;
  await condition(() => run.isRecorded(head) || run.disagrees);
  if (!run.isRecorded(head)) throw journalDisagrees();
  return { repeated: taken.repeated, facts: taken.facts.filter((fact) => fact.commandId === stamp.id), head };
}
