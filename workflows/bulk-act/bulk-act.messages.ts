import { defineUpdate } from '@temporalio/workflow';

/** Name of the workflow's type. Its id is the bulk act's id with the number of its run: 'b-3f9c.1'. */
export const BULK_ACT = 'bulkAct';

export interface BulkActInput {
  bulkActId: string;
}

/** The id of the workflow that is a run of a bulk act. */
export function bulkActRunId(bulkActId: string, run: number): string {
  return `${bulkActId}.${run}`;
}

/** Gives no more commands. Returned once that is recorded: those that were under way are through by then. */
export const stopBulkAct = defineUpdate<true>('stop');
