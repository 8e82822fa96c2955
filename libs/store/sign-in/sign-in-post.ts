import type { DataSource } from 'typeorm';
import { AWAITS_RECOVERY } from '../recovery/awaits-recovery';
import { sql } from '../sql';
import type { Instant } from '../types';
import { hashOfCode, hashOfSecret, type SignInSecrets } from './secrets';
import { SIGN_IN_MINUTES } from './sign-in-requests';

/** Letters that one address gets at most within the time that a link holds: a mailbox must not be flooded. */
export const MOST_LETTERS = 5;

/** A request that the courier holds: nobody else posts it. */
export interface TakenSignIn {
  id: string;
  addressKey: string;
  bindingHash: string;
  askedAt: Instant;
}

/** Who asked to sign in, as the courier sees it: finding the person, and posting the letter. */
export class SignInPost {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes requests that wait, oldest first, and those whose courier died.
   * @param leaseBegan a request that has been held since before then belongs to nobody any more
   */
  async take(now: Instant, leaseBegan: Instant, limit: number): Promise<TakenSignIn[]> {
    const rows = await sql<{ id: string; address_key: string; binding_hash: string; asked_at: Date }>(
      this.dataSource,
      `UPDATE sign_in_requests SET status = 'posting', posting_since = $1
       WHERE id IN (
         SELECT id FROM sign_in_requests
         WHERE expires_at > $1 AND NOT ${AWAITS_RECOVERY} AND (
           (status = 'asked' AND coalesce(not_before <= $1, true)) OR (status = 'posting' AND posting_since <= $2))
         ORDER BY asked_at LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING id, address_key, binding_hash, asked_at`,
      [now, leaseBegan, limit],
    );
    return rows
      .map((row) => ({
        id: row.id,
        addressKey: row.address_key,
        bindingHash: row.binding_hash,
        askedAt: row.asked_at.toISOString() as Instant,
      }))
      .sort((a, b) => (a.askedAt < b.askedAt ? -1 : 1));
  }

  /** @returns those of the addresses that had enough letters for now; one statement */
  async withEnough(addressKeys: string[], now: Instant): Promise<Set<string>> {
    const rows = await sql<{ address_key: string }>(
      this.dataSource,
      `SELECT address_key FROM sign_in_requests
       WHERE address_key = ANY ($1) AND sent_at > $2::timestamptz - make_interval(mins => $3)
       GROUP BY address_key HAVING count(*) >= $4`,
      [addressKeys, now, SIGN_IN_MINUTES, MOST_LETTERS],
    );
    return new Set(rows.map((row) => row.address_key));
  }

  /** Concludes requests that nobody gets a letter for. */
  async conclude(ids: string[], status: 'nobody' | 'enough' | 'refused'): Promise<void> {
    await sql(
      this.dataSource,
      'UPDATE sign_in_requests SET status = $2, posting_since = NULL WHERE id = ANY ($1::uuid[])',
      [ids, status],
    );
  }

  /**
   * Makes a letter's link and code valid, and the older ones of the same browser for the same person invalid: just
   * before it is posted, since afterwards it may be opened at once.
   * @returns false when the address had enough letters, the browser has a newer one, or another courier the request
   */
  async arm(request: TakenSignIn, personId: string, { token, code }: SignInSecrets, now: Instant): Promise<boolean> {
    const codeHash = await hashOfCode(code, request.id);
    const armed = await sql<{ id: string }>(
      this.dataSource,
      `WITH armed AS (
         UPDATE sign_in_requests SET status = 'sent', sent_at = $2, person_id = $3, token_hash = $4, code_hash = $5
         WHERE id = $1 AND status = 'posting'
           AND (SELECT count(*) FROM sign_in_requests
                WHERE address_key = $6 AND sent_at > $2::timestamptz - make_interval(mins => $7)) < $8
           AND NOT EXISTS (SELECT FROM sign_in_requests
                WHERE address_key = $6 AND binding_hash = $9 AND sent_at IS NOT NULL AND asked_at > $10)
         RETURNING id, person_id, binding_hash, asked_at),
       replaced AS (
         UPDATE sign_in_requests older SET replaced_at = $2 FROM armed
         WHERE older.person_id = armed.person_id AND older.binding_hash = armed.binding_hash
           AND older.id <> armed.id AND older.used_at IS NULL AND older.replaced_at IS NULL)
       SELECT id FROM armed`,
      [
        request.id,
        now,
        personId,
        hashOfSecret(token),
        codeHash,
        request.addressKey,
        SIGN_IN_MINUTES,
        MOST_LETTERS,
        request.bindingHash,
        request.askedAt,
      ],
    );
    return armed.length > 0;
  }

  /** The mail server did not take the letter: its secrets are gone with it, and another one is written later. */
  async putBack(id: string, notBeforeAt: Instant): Promise<void> {
    await sql(
      this.dataSource,
      `UPDATE sign_in_requests
       SET status = 'asked', posting_since = NULL, not_before = $2, sent_at = NULL, token_hash = NULL, code_hash = NULL
       WHERE id = $1`,
      [id, notBeforeAt],
    );
  }
}
