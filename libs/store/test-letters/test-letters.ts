import { LessThan, type DataSource } from 'typeorm';
import { TestLetter as TestLetterRow, type TestLetterStatus } from '../rows/test-letter';
import { AWAITS_RECOVERY } from '../recovery/awaits-recovery';
import { sql } from '../sql';
import type { Instant } from '../types';

/** The courier listens here: somebody waits for a test letter. */
export const TEST_LETTERS_CHANNEL = 'citypath_test_letters';

/** What somebody wants to get. */
export interface WantedTestLetter {
  id: string;
  personId: string;
  askedAt: Instant;
  subject: string;
  bodyText: string;
  bodyHtml: string;
}

/** What became of it. */
export type TestLetter = Pick<TestLetterRow, 'id' | 'subject' | 'askedAt' | 'status' | 'settledAt' | 'smtpResponse'>;

/** A test letter that a courier holds: nobody else posts it. */
export interface TakenTestLetter extends WantedTestLetter {
  attempt: number;
}

/** Letters that people have sent to themselves: a queue, and what became of each. */
export class TestLetters {
  constructor(private readonly dataSource: DataSource) {}

  /** Puts a letter into the queue and wakes the courier; the same id again changes nothing. One statement. */
  async ask({ id, personId, askedAt, subject, bodyText, bodyHtml }: WantedTestLetter): Promise<void> {
    await sql(
      this.dataSource,
      `WITH asked AS (
         INSERT INTO test_letters (id, person_id, asked_at, subject, body_text, body_html)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING)
       SELECT pg_notify('${TEST_LETTERS_CHANNEL}', '')`,
      [id, personId, askedAt, subject, bodyText, bodyHtml],
    );
  }

  /** @returns the newest ones of a person, newest first */
  async ofPerson(personId: string, limit: number): Promise<TestLetter[]> {
    return this.dataSource.getRepository(TestLetterRow).find({
      select: { id: true, subject: true, askedAt: true, status: true, settledAt: true, smtpResponse: true },
      where: { personId },
      order: { askedAt: 'DESC', id: 'ASC' },
      take: limit,
    });
  }

  /**
   * Takes letters that wait, oldest first, and those whose courier died: a test may come twice.
   * @param leaseBegan a letter that has been held since before then belongs to nobody any more
   */
  async take(now: Instant, leaseBegan: Instant, limit: number): Promise<TakenTestLetter[]> {
    const rows = await sql<TakenRow>(
      this.dataSource,
      `UPDATE test_letters SET status = 'posting', posting_since = $1, attempts = attempts + 1
       WHERE id IN (
         SELECT id FROM test_letters
         WHERE NOT ${AWAITS_RECOVERY} AND (
           (status = 'waiting' AND coalesce(not_before <= $1, true)) OR (status = 'posting' AND posting_since <= $2))
         ORDER BY asked_at LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING id, person_id, asked_at, subject, body_text, body_html, attempts`,
      [now, leaseBegan, limit],
    );
    return rows.map((row) => ({
      id: row.id,
      personId: row.person_id,
      askedAt: row.asked_at.toISOString() as Instant,
      subject: row.subject,
      bodyText: row.body_text,
      bodyHtml: row.body_html,
      attempt: row.attempts,
    }));
  }

  /** Writes down what became of a letter, and forgets its words. */
  async settle(
    { id, attempt }: Pick<TakenTestLetter, 'id' | 'attempt'>,
    status: Exclude<TestLetterStatus, 'waiting' | 'posting'>,
    { at, response }: { at: Instant; response: string | null },
  ): Promise<void> {
    await sql(
      this.dataSource,
      `UPDATE test_letters SET status = $3, settled_at = $4, smtp_response = $5, body_text = NULL, body_html = NULL
       WHERE id = $1 AND attempts = $2 AND status = 'posting'`,
      [id, attempt, status, at, response],
    );
  }

  /** The mail server did not take it now. */
  async putBack(
    { id, attempt }: Pick<TakenTestLetter, 'id' | 'attempt'>,
    notBeforeAt: Instant,
    response: string | null,
  ): Promise<void> {
    await sql(
      this.dataSource,
      `UPDATE test_letters SET status = 'waiting', posting_since = NULL, not_before = $3, smtp_response = $4
       WHERE id = $1 AND attempts = $2 AND status = 'posting'`,
      [id, attempt, notBeforeAt, response],
    );
  }

  /** Forgets what was asked for before an instant. */
  async sweep(before: Instant): Promise<void> {
    await this.dataSource.getRepository(TestLetterRow).delete({ askedAt: LessThan(before) });
  }
}

interface TakenRow {
  id: string;
  person_id: string;
  asked_at: Date;
  subject: string;
  body_text: string;
  body_html: string;
  attempts: number;
}
