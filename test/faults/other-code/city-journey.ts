import { sleep } from '@temporalio/workflow';

/** What a careless change makes of the workflow: its first command is another one than histories have recorded. */
export async function cityJourney(): Promise<void> {
  await sleep('1 second');
}
