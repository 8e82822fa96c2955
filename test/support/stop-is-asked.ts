import type { House } from './house';
import { until } from './until';

/** Resolves once the first run of a bulk act has taken the wish to stop. */
export async function stopIsAsked({ temporal }: House, bulkActId: string): Promise<void> {
  const handle = temporal.workflow.getHandle(`${bulkActId}.1`);
  await until('the run is asked to stop', async () => {
    const { events } = await handle.fetchHistory();
    return events?.some(({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => accepted) === true;
  });
}
