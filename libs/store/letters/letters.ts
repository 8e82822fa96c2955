import type { DataSource } from 'typeorm';
import { Letter as LetterRow } from '../rows/letter';
import { sql } from '../sql';
import type { Instant, Page, PageRequest } from '../types';
import { markRefusedAddress } from './address-health';
import { expediteLetter, skipLetter } from './by-hand';
import type { LedgerFilter, LedgerKey, LedgerLine, LetterInFull } from './ledger';
import { ledgerLine, ledgerPage } from './ledger-page';
import type { LetterOutcome } from './letter-outcome';
import { changesOf } from './settlement';
import { skipAhead, unskip, type LetterToSkip } from './skip-ahead';
import { TAKE, type TakenRow, takenLetterOfRow } from './take';
import type { ComposedLetter, Hold, TakenLetter } from './taken-letter';

/** The ledger of letters. Journal.record adds and cancels; here couriers take and settle, and people read. */
export class Letters {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes due letters for posting, oldest first; several couriers never take the same. One statement.
   *
   * @param now the courier's time; letters due later, or deferred to later, stay
   */
  async take(now: Instant, limit: number): Promise<TakenLetter[]> {
    const rows = await sql<TakenRow>(this.dataSource, TAKE, [now, limit]);
    return rows.map(takenLetterOfRow);
  }

  /**
   * Writes into the ledger what is about to be posted. To be called right before posting: from here on, a crash
   * makes the letter *unknown*.
   *
   * @returns whether it may be posted. If not, a fact has crossed it (it is cancelled now) or another courier
   *   has it: leave it alone.
   */
  async compose(hold: Hold, letter: ComposedLetter, now: Instant): Promise<boolean> {
    const rows = await sql<{ may_post: boolean }>(
      this.dataSource,
      `UPDATE letters
       SET recipient = $3, address = $4, language = $5, subject = $6, body_text = $7, body_html = $8,
           message_id = CASE WHEN crossed THEN NULL ELSE $9 END,
           status = CASE WHEN crossed THEN 'cancelled' ELSE status END,
           settled_at = CASE WHEN crossed THEN $10::timestamptz ELSE settled_at END,
           crossed = false
       WHERE id = $1 AND attempts = $2 AND status = 'posting'
       RETURNING status = 'posting' AS may_post`,
      [
        hold.id,
        hold.attempt,
        letter.recipient,
        letter.address,
        letter.language,
        letter.subject,
        letter.bodyText,
        letter.bodyHtml,
        letter.messageId,
        now,
      ],
    );
    return rows[0]?.may_post ?? false;
  }

  /** Writes what became of a letter. @returns false when the courier had lost its hold, and nothing was written */
  async settle(hold: Hold, outcome: LetterOutcome): Promise<boolean> {
    const { status, settledAt, reason, notBefore, smtpResponse, bouncedAt, deferredSince } = changesOf(outcome);
    // First: a crash in between leaves the letter unknown, but never an address that is thought well and is not.
    if (bouncedAt !== null) await markRefusedAddress(this.dataSource, hold, bouncedAt, smtpResponse ?? '');
    const rows = await sql(
      this.dataSource,
      `UPDATE letters
       -- A letter that was not taken by the mail server and became pointless meanwhile is not due again.
       SET status = CASE WHEN $3 = 'due' AND crossed THEN 'cancelled' ELSE $3 END,
           crossed = crossed AND $3 NOT IN ('due', 'suppressed'),
           settled_at = CASE WHEN $3 = 'due' AND NOT crossed THEN NULL ELSE $4::timestamptz END,
           reason = coalesce(reason, $5), not_before = $6, smtp_response = coalesce($7, smtp_response),
           bounced_at = $8, deferred_since = $9
       WHERE id = $1 AND attempts = $2 AND status IN ('posting', 'unknown') RETURNING id`,
      [hold.id, hold.attempt, status, settledAt, reason, notBefore, smtpResponse, bouncedAt, deferredSince],
    );
    return rows.length > 0;
  }

  /**
   * Lets go of letters that a courier took before an instant and never settled. What was not written yet was
   * certainly not posted and is due again; the rest is *unknown*, and never posted again by itself.
   *
   * @returns how many of each
   */
  async recoverUnknown(before: Instant, now: Instant): Promise<{ unknown: number; dueAgain: number }> {
    const rows = await sql<{ status: string }>(
      this.dataSource,
      `UPDATE letters
       SET status = CASE WHEN message_id IS NOT NULL THEN 'unknown' WHEN crossed THEN 'cancelled' ELSE 'due' END,
           settled_at = CASE WHEN message_id IS NOT NULL OR crossed THEN $2::timestamptz END,
           crossed = crossed AND message_id IS NOT NULL
       WHERE status = 'posting' AND posting_since < $1 RETURNING status`,
      [before, now],
    );
    const count = (status: string): number => rows.filter((row) => row.status === status).length;
    return { unknown: count('unknown'), dueAgain: count('due') };
  }

  /**
   * Sends a waiting letter with the next round, at any hour and alone; whether it is still wanted is asked then.
   * @returns false when it no longer waits: nothing was changed
   */
  async expedite(id: string, by: string): Promise<boolean> {
    return expediteLetter(this.dataSource, id, by);
  }

  /**
   * Takes a waiting letter back, with a person's reason.
   * @returns false when it no longer waits: nothing was changed
   */
  async skip(id: string, by: string, words: string, now: Instant): Promise<boolean> {
    return skipLetter(this.dataSource, id, { by, words, now });
  }

  /**
   * Skips a letter before it falls due: its row stands in the ledger, so that it cannot go when its time comes.
   * @param words why; kept where they can be erased
   * @returns its id; null when it has fallen due already, or is skipped: nothing was changed
   */
  async skipAhead(letter: LetterToSkip, by: string, words: string, now: Instant): Promise<string | null> {
    return skipAhead(this.dataSource, letter, { by, words, now });
  }

  /**
   * Takes a skip back. A letter that has fallen due meanwhile is due, and the post rules say whether it is still wanted;
   * one that has not leaves no row.
   * @returns false when it is not skipped: nothing was changed
   */
  async unskip(id: string): Promise<boolean> {
    return unskip(this.dataSource, id);
  }

  /** @returns a page of the ledger, newest first, without the letters' words; one statement */
  async ledger(filter: LedgerFilter, page: PageRequest<LedgerKey>): Promise<Page<LedgerLine, LedgerKey>> {
    return ledgerPage(this.dataSource, filter, page);
  }

  /** @returns the journey of a letter; null where there is none, or `id` is no letter's */
  async journeyOf(id: string): Promise<string | null> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return null;
    const letter = await this.dataSource
      .getRepository(LetterRow)
      .findOne({ where: { id }, select: { journeyId: true } });
    return letter?.journeyId ?? null;
  }

  /** @returns the journeys that a letter speaks of: its own, and those of the letters that went with it */
  async journeysSpokenOf(id: string): Promise<string[]> {
    const rows = await sql<{ journey_id: string }>(
      this.dataSource,
      'SELECT DISTINCT journey_id FROM letters WHERE id = $1 OR carried_by = $1',
      [id],
    );
    return rows.map((row) => row.journey_id);
  }

  /** @returns one letter with its words, or null */
  async byId(id: string): Promise<LetterInFull | null> {
    return ledgerLine(this.dataSource, id);
  }
}
