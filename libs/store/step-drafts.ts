import type { DataSource } from 'typeorm';
import type { StepDraft } from './plain';
import { StepDraft as StepDraftRow } from './rows/step-draft';
import { sql } from './sql';
import type { Instant } from './types';

/** A step in one of its rounds: what a draft is for. */
export interface DraftPlace {
  journeyId: string;
  stepRef: string;
  round: number;
}

/** Forms that are being filled in. Kept apart from the journal: nothing in them has happened yet. */
export class StepDrafts {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns the draft, or null; one statement */
  async find(place: DraftPlace): Promise<StepDraft | null> {
    const { journeyId, stepRef, round } = place;
    return this.dataSource.getRepository(StepDraftRow).findOneBy({ journeyId, stepRef, round });
  }

  /**
   * Saves over the version that was seen; one statement.
   *
   * @param basedOn that version; 0 when there was none
   * @returns the new version, or null when somebody else saved meanwhile
   */
  async save(
    { journeyId, stepRef, round }: DraftPlace,
    basedOn: number,
    answers: unknown,
    byPerson: string,
    now: Instant,
  ): Promise<number | null> {
    const rows = await sql<{ version: number }>(
      this.dataSource,
      `INSERT INTO step_drafts AS kept (journey_id, step_ref, round, version, answers, by_person, updated_at)
       VALUES ($1, $2, $3, $4 + 1, $5::jsonb, $6, $7)
       ON CONFLICT (journey_id, step_ref, round) DO UPDATE
       SET version = $4 + 1, answers = $5::jsonb, by_person = $6, updated_at = $7 WHERE kept.version = $4
       RETURNING version`,
      [journeyId, stepRef, round, basedOn, JSON.stringify(answers), byPerson, now],
    );
    return rows[0]?.version ?? null;
  }

  /** Forgets what was typed for a step, in every round. */
  async clear(journeyId: string, stepRef: string): Promise<void> {
    await this.dataSource.getRepository(StepDraftRow).delete({ journeyId, stepRef });
  }
}
