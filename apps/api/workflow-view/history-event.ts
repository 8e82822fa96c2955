import type { Client } from '@temporalio/client';

type History = Awaited<ReturnType<Client['workflowService']['getWorkflowExecutionHistoryReverse']>>['history'];

/** One event of a history, as the driver gives it. */
export type HistoryEvent = NonNullable<NonNullable<NonNullable<History>['events']>[number]>;
