import type { LetterDue } from '@citypath/journey';
import type { DataSource } from 'typeorm';
import { notesLetterActs } from '../audit/hand-acts';
import { sql } from '../sql';
import { Texts } from '../texts';
import type { Instant } from '../types';

/** The place in the journal of what causes a letter that was skipped before anything caused it. */
export const NOT_CAUSED_YET = 0;

/** A letter that is foretold. */
export type LetterToSkip = Omit<LetterDue, 'seq'> & { journeyId: string };

interface SkippedBy {
  by: string;
  words: string;
  now: Instant;
}

/** @returns the id of the row that keeps it from going; null when the ledger has the letter already */
export async function skipAhead(
  on: DataSource,
  letter: LetterToSkip,
  { by, words, now }: SkippedBy,
): Promise<string | null> {
  const { journeyId, kind, step, round, threshold, seat, holder, dueAt } = letter;
  const texts = new Texts(on);
  const [ref = ''] = await texts.put(journeyId, [words], by, now);
  const [row] = await sql<{ id: string }>(
    on,
    `WITH hit AS (
       INSERT INTO letters (journey_id, seq, kind, step_ref, round, threshold, seat, holder, due_at,
         status, reason, skipped_by, skip_words, settled_at)
       VALUES ($1, ${NOT_CAUSED_YET}, $2, $3, $4, $5, $6, $7, $8, 'suppressed', 'skipped', $9, $10, $11)
       ON CONFLICT ON CONSTRAINT letters_once DO NOTHING RETURNING *
     ), ${notesLetterActs({ by: '$9', kind: 'letter-skipped', at: '$11', words: '$10' })}
     SELECT id, pg_notify('citypath_journeys', journey_id) FROM hit`,
    [journeyId, kind, step, round, threshold, seat, holder, dueAt, by, ref, now],
  );
  if (!row) await texts.erase([ref], now);
  return row?.id ?? null;
}

/** @returns whether it was skipped, and is not any more */
export async function unskip(on: DataSource, id: string, { by, now }: Omit<SkippedBy, 'words'>): Promise<boolean> {
  const rows = await sql(
    on,
    `WITH uncaused AS (
       DELETE FROM letters
       WHERE id = $1 AND seq = ${NOT_CAUSED_YET} AND status = 'suppressed' AND reason = 'skipped'
       RETURNING *
     ), due_again AS (
       UPDATE letters SET status = 'due', reason = NULL, skipped_by = NULL, skip_words = NULL, settled_at = NULL
       WHERE id = $1 AND seq > ${NOT_CAUSED_YET} AND status = 'suppressed' AND reason = 'skipped'
       RETURNING *
     ), hit AS (SELECT * FROM uncaused UNION ALL SELECT * FROM due_again),
     ${notesLetterActs({ by: '$2', kind: 'letter-unskipped', at: '$3' })}
     SELECT pg_notify('citypath_journeys', journey_id) FROM hit`,
    [id, by, now],
  );
  return rows.length > 0;
}
