import { findingsResponse, type FindingsResponse } from '@citypath/contracts';
import { WATCH_SCHEDULE } from '@citypath/workflows/messages';
import type { Client } from '@temporalio/client';
import type { Caller } from './caller';
import { until } from './until';

/** Has the watch look over all journeys now, as its schedule does every few minutes. @returns what stands on its list then */
export async function lookedOver(
  temporal: Client,
  administrator: Caller,
  withinMs?: number,
): Promise<FindingsResponse> {
  const list = () => administrator.read(findingsResponse, '/findings');
  const before = (await list()).lookedAt;
  const schedule = temporal.schedule.getHandle(WATCH_SCHEDULE);
  await until('the watch is scheduled', () => schedule.describe().then(Boolean, () => false));
  await schedule.trigger();
  return until(
    'all journeys were looked over',
    async () => {
      const listed = await list();
      return listed.lookedAt !== before && listed;
    },
    withinMs,
  );
}
