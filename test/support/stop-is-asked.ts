import { Client, Connection } from '@temporalio/client';
import type { House } from './house';
import { until } from './until';

/** Resolves once the first run of a bulk act has taken the wish to stop. */
export async function stopIsAsked(house: House, bulkActId: string): Promise<void> {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = house.environment;
  const connection = await Connection.connect({ address });
  try {
    const handle = new Client({ connection, namespace }).workflow.getHandle(`${bulkActId}.1`);
    await until('the run is asked to stop', async () => {
      const { events } = await handle.fetchHistory();
      return events?.some(({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => accepted) === true;
    });
  } finally {
    await connection.close();
  }
}
