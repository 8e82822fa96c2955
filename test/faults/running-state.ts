import type { JourneyState } from '@citypath/journey';
import { stateOf } from '@citypath/workflows/messages';
import { Client, Connection } from '@temporalio/client';
import type { House } from '../support/house';

/** What the running journey itself holds, asked of Temporal. */
export async function runningState(house: House, journeyId: string): Promise<JourneyState> {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = house.environment;
  const connection = await Connection.connect({ address });
  try {
    return await new Client({ connection, namespace }).workflow.getHandle(journeyId).query(stateOf);
  } finally {
    await connection.close();
  }
}
