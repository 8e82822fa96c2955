import type { LetterKind } from '@citypath/journey';
import type { DataSource } from 'typeorm';
import { AWAITS_RECOVERY } from '../recovery/awaits-recovery';
import { sql } from '../sql';
import type { Instant } from '../types';

/**
 * What may be posted a second time after an unknown outcome: who never hears of a task, of a delay or of a meeting
 * misses more than one who hears of it twice. All others, reminders above all, are posted once.
 */
const ONCE_MORE: readonly LetterKind[] = [
  'step-opened',
  'seat-taken-over',
  'to-accept',
  'escalation',
  'to-release',
  'invitation',
  'invitation-cancelled',
];

/** Letters that are posted a second time, and never a third. */
export class SecondPostings {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Makes due again what has been unknown for a while and nobody has settled; the post rules are asked anew. What was
   * crossed meanwhile stays as it is.
   * @param unknownSince only what is unknown since then or longer: a report may still settle it
   * @returns how many
   */
  async makeDue(unknownSince: Instant, now: Instant): Promise<number> {
    const rows = await sql(
      this.dataSource,
      `UPDATE letters SET status = 'due', again_at = $2, not_before = NULL, settled_at = NULL
       WHERE status = 'unknown' AND again_at IS NULL AND kind = ANY ($3) AND NOT crossed AND NOT is_digest
         AND settled_by IS NULL AND settled_at <= $1
         AND NOT ${AWAITS_RECOVERY} RETURNING id`,
      [unknownSince, now, ONCE_MORE],
    );
    return rows.length;
  }
}
