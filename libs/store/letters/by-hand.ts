import type { DataSource } from 'typeorm';
import { notesLetterActs } from '../audit/hand-acts';
import { Texts } from '../texts';
import { sql } from '../sql';
import type { Instant } from '../types';

/** @returns whether it waited, or is only presumed sent, and goes with the next round: at any hour, alone */
export async function expediteLetter(on: DataSource, id: string, by: string, now: Instant): Promise<boolean> {
  const rows = await sql(
    on,
    `WITH hit AS (
       UPDATE letters SET status = 'due', not_before = $3, expedited = true, expedited_by = $2, settled_at = NULL,
         again_at = CASE WHEN status = 'presumed-sent' THEN $3 ELSE again_at END
       WHERE id = $1 AND status IN ('due', 'held', 'presumed-sent') RETURNING *
     ), ${notesLetterActs({ by: '$2', kind: 'letter-sent-now', at: '$3' })}
     SELECT pg_notify('citypath_journeys', journey_id) FROM hit`,
    [id, by, now],
  );
  return rows.length > 0;
}

/** @returns whether it waited, and is not sent now; the words are kept where they can be erased */
export async function skipLetter(
  on: DataSource,
  id: string,
  { by, words, now }: { by: string; words: string; now: Instant },
): Promise<boolean> {
  const [letter] = await sql<{ journey_id: string }>(
    on,
    "SELECT journey_id FROM letters WHERE id = $1 AND status IN ('due', 'held')",
    [id],
  );
  if (!letter) return false;
  const [ref] = await new Texts(on).put(letter.journey_id, [words], by, now);
  const rows = await sql(
    on,
    `WITH hit AS (
       UPDATE letters SET status = 'suppressed', reason = 'skipped', skipped_by = $2, skip_words = $3,
         settled_at = $4, not_before = NULL
       WHERE id = $1 AND status IN ('due', 'held') RETURNING *
     ), ${notesLetterActs({ by: '$2', kind: 'letter-skipped', at: '$4', words: '$3' })}
     SELECT id FROM hit`,
    [id, by, ref, now],
  );
  return rows.length > 0;
}
