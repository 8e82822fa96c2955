import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

/** Leaves signals to the test runner, and says nothing below an error. For each test file once, before any worker. */
export function quietTemporal(): void {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  });
}
