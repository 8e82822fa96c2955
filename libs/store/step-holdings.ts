import type { StepRef } from '@citypath/journey';
import type { DataSource } from 'typeorm';
import { sql } from './sql';

/** Which steps have what people gave and no state of a journey knows: comments, papers, drafts, what was decided on prepared letters. */
export class StepHoldings {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One statement.
   * @returns the step as it is called in the records, and since which fact it may be called otherwise
   */
  async of(journeyId: string): Promise<{ step: StepRef; seq: number }[]> {
    return sql<{ step: StepRef; seq: number }>(
      this.dataSource,
      `SELECT body ->> 'step' AS step, seq FROM journal
       WHERE journey_id = $1 AND (kind IN ('step-commented', 'rung-declined') OR body ? 'released')
       UNION ALL SELECT p.step_ref, j.head FROM papers p JOIN journeys j ON j.id = p.journey_id WHERE j.id = $1
       UNION ALL SELECT d.step_ref, j.head FROM step_drafts d JOIN journeys j ON j.id = d.journey_id WHERE j.id = $1`,
      [journeyId],
    );
  }
}
