import { journeyAttributes } from '@citypath/workflows/messages';
import { temporal } from '@temporalio/proto';
import { TestWorkflowEnvironment } from '@temporalio/testing';

const KEYWORD = temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
const ATTEMPTS = 6;

/** Starts Temporal's time-skipping server, ready for city journeys. `teardown()` ends it. */
export async function startTimeSkippingServer(): Promise<TestWorkflowEnvironment> {
  const path = process.env['CITYPATH_TEST_SKIPPING_SERVER'];
  if (!path) throw new Error('CITYPATH_TEST_SKIPPING_SERVER names no time-skipping server: run `npm test`.');
  const environment = await attempt(path, ATTEMPTS);
  await environment.connection.operatorService.addSearchAttributes({
    namespace: environment.namespace ?? 'default',
    searchAttributes: Object.fromEntries(journeyAttributes('', '', 'active').map(({ key }) => [key.name, KEYWORD])),
  });
  return environment;
}

/** The SDK gives the server five seconds to start, which are not enough for a JVM on a machine that is busy. */
async function attempt(path: string, attempts: number): Promise<TestWorkflowEnvironment> {
  try {
    return await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path } },
    });
  } catch (error) {
    if (attempts === 1) throw error;
    return attempt(path, attempts - 1);
  }
}
