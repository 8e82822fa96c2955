import { prepareNamespace } from '@citypath/runtime';
import { journeyAttributes } from '@citypath/workflows/messages';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';

/** Makes a namespace as journeys need it: their ids are a city's and a programme's, so two houses must not share one. */
export async function ownNamespace(temporalAddress: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('30 days'),
    });
  } finally {
    await connection.close();
  }
  const names = journeyAttributes('', '', 'active').map(({ key }) => key.name);
  await prepareNamespace({ temporalAddress, temporalNamespace: namespace }, names);
}
