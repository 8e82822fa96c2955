import type { TemporalDoor } from '@citypath/runtime';
import { WATCH, WATCH_EVERY, WATCH_ID, WATCH_SCHEDULE } from '@citypath/workflows/messages';

type Client = TemporalDoor['client'];
type Schedule = Parameters<Client['schedule']['create']>[0];

/**
 * Has Temporal start a look over all journeys every few minutes. May be said again: a schedule that is there already is
 * brought to what this version wants. One look at a time; what was missed while nobody worked is not made up for.
 */
export async function scheduleWatch(client: Client, taskQueue: string): Promise<void> {
  const wanted = {
    spec: { intervals: [{ every: WATCH_EVERY }], jitter: '20 seconds' },
    action: {
      type: 'startWorkflow',
      workflowType: WATCH,
      workflowId: WATCH_ID,
      taskQueue,
      args: [],
      workflowExecutionTimeout: '10 minutes',
    },
    policies: { overlap: 'SKIP', catchupWindow: '1 minute' },
  } satisfies Omit<Schedule, 'scheduleId'>;
  try {
    await client.schedule.create({ scheduleId: WATCH_SCHEDULE, ...wanted });
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ScheduleAlreadyRunning')) throw error;
    await client.schedule.getHandle(WATCH_SCHEDULE).update(({ state }) => ({ ...wanted, state }));
  }
}
