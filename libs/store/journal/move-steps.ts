import type { MovedStep } from '@citypath/journey';
import type { EntityManager } from 'typeorm';
import { sql } from '../sql';

/**
 * What is kept of a step is found under the name that it has from now on: its letters, those that have gone too, its
 * papers and what is typed for it. No letter becomes another one by that, and none is caused a second time.
 */
export async function moveSteps(
  transaction: EntityManager,
  journeyId: string,
  steps: readonly MovedStep[],
): Promise<void> {
  await sql(
    transaction,
    `WITH moved AS (
       SELECT * FROM jsonb_to_recordset($2::jsonb) AS m ("from" text, "to" text) WHERE m."to" IS NOT NULL
     ), of_letters AS (
       UPDATE letters SET step_ref = m."to" FROM moved m WHERE journey_id = $1 AND step_ref = m."from"
     ), of_papers AS (
       UPDATE papers SET step_ref = m."to" FROM moved m WHERE journey_id = $1 AND step_ref = m."from"
     )
     UPDATE step_drafts SET step_ref = m."to" FROM moved m WHERE journey_id = $1 AND step_ref = m."from"`,
    [journeyId, JSON.stringify(steps)],
  );
}
