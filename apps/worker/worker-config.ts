import type { Config } from '@citypath/runtime';

/** The settings that the worker's process reads. */
export type WorkerConfig = Pick<
  Config,
  'databaseUrl' | 'temporalAddress' | 'temporalNamespace' | 'temporalTaskQueue' | 'logLevel'
>;
