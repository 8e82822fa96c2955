import type { Logger } from '@citypath/runtime';
import { DefaultLogger, Runtime, type LogLevel, type LogMetadata } from '@temporalio/worker';

const LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const satisfies Record<
  LogLevel,
  keyof Logger
>;

/** Without the client's tale of each attempt to reach a server that is away: ten lines a second. */
const NATIVE_LOG = 'error,temporalio_sdk_core=warn';

/**
 * Makes the one Temporal runtime of this process: warnings go to our log, and signals are left to Nest, which
 * stops the worker before what it needs.
 */
export function installTemporalRuntime(logger: Logger): void {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      logger[LEVELS[level]](inOurWords(meta ?? {}), message);
    }),
    telemetryOptions: { logging: { filter: NATIVE_LOG, forward: {} } },
  });
}

/** The native side gives its errors as words. */
function inOurWords({ error, ...context }: LogMetadata): Record<string, unknown> {
  if (error === undefined) return context;
  return { ...context, ...(typeof error === 'string' ? { reason: error } : { err: error as unknown }) };
}
