import type { Instant } from '@citypath/calendar';
import type { CityJourneyActivities } from '@citypath/workflows/activities';
import { act, STATE_ATTRIBUTE, type ActRequest, type ActResult } from '@citypath/workflows/messages';
import { ApplicationFailure } from '@temporalio/common';
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  proxyActivities,
  setHandler,
  sleep,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type { HandwrittenInput } from './handwritten.messages';
import { HandwrittenYear } from './handwritten-year';

const { record } = proxyActivities<CityJourneyActivities>({ startToCloseTimeout: '10 seconds' });

/**
 * The reference year as one would write it by hand, with Temporal and nothing else: the same commands as updates with
 * validators, one timer that is left alone while its moment stands, and every change recorded before it is answered.
 * It is what the engine costs without rules.
 */
export async function handwrittenYear(input: HandwrittenInput): Promise<void> {
  const year = new HandwrittenYear(input, now());
  let recorded = 0;
  let armed: { at: Instant; scope: CancellationScope } | null = null;

  const validator = ({ command }: ActRequest): void => {
    const refusal = year.refusalOf(command);
    if (refusal !== null) throw ApplicationFailure.nonRetryable(refusal, 'refused');
  };
  const handler = async ({ command, stamp }: ActRequest): Promise<ActResult> => {
    const before = year.head;
    year.take(command, { ...stamp, now: now() });
    const { head } = year;
    const facts = year.pending.filter(({ seq }) => seq > before);
    await condition(() => recorded >= head);
    return { repeated: false, facts, head };
  };
  setHandler(act, handler, { validator });

  const arm = (at: Instant | null): void => {
    if (armed?.at === at) return;
    armed?.scope.cancel();
    armed = at === null ? null : { at, scope: alarmAt(at) };
  };
  const isDue = (at: Instant | null): at is Instant => at !== null && at <= now();

  while (!year.hasFinished || year.pending.length > 0) {
    const morning = year.nextMorning();
    if (isDue(morning)) year.tell(morning);
    if (year.pending.length > 0) {
      const facts = year.pending.splice(0);
      const { journeyId } = input;
      await record({ journeyId, generation: 1, afterSeq: recorded, facts, nextMomentAt: year.nextMorning() });
      recorded += facts.length;
      continue;
    }
    arm(morning);
    await condition(() => year.pending.length > 0 || isDue(year.nextMorning()));
  }
  upsertSearchAttributes([{ key: STATE_ATTRIBUTE, value: 'completed' }]);
  await condition(allHandlersFinished);
}

/** Wakes the workflow at a moment, unless it is cancelled before. */
function alarmAt(at: Instant): CancellationScope {
  const scope = new CancellationScope();
  scope
    .run(() => sleep(Math.max(1, Date.parse(at) - Date.now())))
    .catch((error: unknown) => {
      if (!isCancellation(error)) throw error;
    });
  return scope;
}

function now(): Instant {
  return new Date(Date.now()).toISOString() as Instant;
}
