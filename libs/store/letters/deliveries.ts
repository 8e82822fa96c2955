import type { DataSource } from 'typeorm';
import { addressKey } from '../address-taken';
import { notesLetterActs } from '../audit/hand-acts';
import { sql } from '../sql';
import type { Instant } from '../types';
import { markBounced } from './address-health';

/** What came after the mail server's answer changed something, did so before, or concerns a letter that is not known. */
export type DeliveryChange = 'changed' | 'known' | 'letter-unknown';

/** A posting that somebody speaks of: a letter, and the attempt modulo 256. */
export interface PostingNamed {
  letterId: string;
  attempt: number;
}

/** Letters that may still be spoken of: taken by a mail server, or perhaps. */
const SPOKEN_OF = `status IN ('accepted', 'unknown', 'presumed-sent', 'posting')`;

/** What becomes known of letters after they were posted: bounces, reports, a click, a person's word. */
export class Deliveries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * A letter came back, and with it all that it carried. The address it went to is unhealthy from now on, unless it was
   * confirmed since.
   * @param recipient as the report names it; when it is somebody else's (one who was copied), only that address
   *   is marked, and the letter stays as it is
   */
  async bounced(posting: PostingNamed, recipient: string | null, words: string, at: Instant): Promise<DeliveryChange> {
    const { letterId } = posting;
    const letter = await this.letter(letterId);
    if (letter === null) return 'letter-unknown';
    // It was posted again since, to another address: what became of the first posting no longer matters.
    if (isOlder(posting, letter) && !isSame(letter.address, recipient)) return 'known';
    const copied = await this.copiedTo(letter, recipient);
    if (copied !== null) return this.markCopy(letterId, copied, words, at);
    const hit = `(UPDATE letters SET status = 'bounced', bounced_at = $1, settled_at = $1, smtp_response = left($2, 1000),
        settled_by = CASE WHEN status IN ('unknown', 'presumed-sent') THEN 'report' ELSE settled_by END
      WHERE id = $3 AND ${SPOKEN_OF} RETURNING id, recipient, address, posting_since)`;
    const rows = await sql<{ id: string }>(
      this.dataSource,
      `WITH hit AS ${hit}, marked AS (${markBounced('hit')}), carried AS (
         UPDATE letters l SET bounced_at = $1 FROM hit WHERE l.carried_by = hit.id AND l.status = 'merged'
       )
       SELECT id FROM hit`,
      [at, words, letterId],
    );
    return rows.length > 0 ? 'changed' : 'known';
  }

  /**
   * A letter came back because its reader's mail host had enough for now: it is due again, at an instant, and so is all
   * that it carried. What a fact crossed while it was posted is not posted again, and what first was put off before
   * `patienceBeganAt` is given up.
   */
  async putBack(
    { letterId, attempt }: PostingNamed,
    words: string,
    { notBeforeAt, patienceBeganAt }: { notBeforeAt: Instant; patienceBeganAt: Instant },
    at: Instant,
  ): Promise<DeliveryChange> {
    const givenUp = await sql(
      this.dataSource,
      `UPDATE letters l SET status = 'refused', reason = 'patience-ended', settled_at = $2, smtp_response = left($4, 1000)
       WHERE l.id = $1 AND l.status IN ('accepted', 'unknown') AND l.attempts % 256 = $5 AND l.deferred_since <= $3
       RETURNING l.id`,
      [letterId, at, patienceBeganAt, words, attempt % 256],
    );
    if (givenUp.length > 0) return 'changed';
    const dueAgain = `status = CASE WHEN l.crossed THEN 'cancelled' ELSE 'due' END,
      settled_at = CASE WHEN l.crossed THEN $2::timestamptz END, crossed = false, carried_by = NULL, is_digest = false,
      not_before = $3, deferred_since = coalesce(l.deferred_since, $2)`;
    return this.changed(
      letterId,
      `WITH hit AS (
         UPDATE letters l SET ${dueAgain}, smtp_response = left($4, 1000)
         WHERE l.id = $1 AND l.status IN ('accepted', 'unknown') AND l.attempts % 256 = $5 RETURNING l.id
       ), carried AS (
         UPDATE letters l SET ${dueAgain} FROM hit WHERE l.carried_by = hit.id AND l.status IN ('merged', 'unknown')
       )
       SELECT id FROM hit`,
      [letterId, at, notBeforeAt, words, attempt % 256],
    );
  }

  /**
   * It is known that a letter arrived.
   * @param by 'report', 'click', or the person who said so
   */
  async arrived(letterId: string, by: string, at: Instant): Promise<DeliveryChange> {
    return this.changed(
      letterId,
      `WITH hit AS (
         UPDATE letters SET status = 'accepted', settled_at = $2, settled_by = $3
         WHERE id = $1 AND status IN ('unknown', 'presumed-sent') RETURNING *
       ), ${notesLetterActs({ by: '$3', kind: 'letter-arrived', at: '$2', when: "$3 NOT IN ('report', 'click')" })}
       SELECT id FROM hit`,
      [letterId, at, by],
    );
  }

  /** A person says that a letter of unknown outcome did not arrive. It is not sent again; the ledger says who said so. */
  async notArrived(letterId: string, by: string, at: Instant): Promise<DeliveryChange> {
    return this.changed(
      letterId,
      `WITH hit AS (
         UPDATE letters SET status = 'refused', reason = 'did-not-arrive', settled_at = $2, settled_by = $3
         WHERE id = $1 AND status IN ('unknown', 'presumed-sent') RETURNING *
       ), ${notesLetterActs({ by: '$3', kind: 'letter-not-arrived', at: '$2' })}
       SELECT id FROM hit`,
      [letterId, at, by],
    );
  }

  private async changed(letterId: string, statement: string, values: unknown[]): Promise<DeliveryChange> {
    if ((await sql(this.dataSource, statement, values)).length > 0) return 'changed';
    return (await this.letter(letterId)) === null ? 'letter-unknown' : 'known';
  }

  private async letter(id: string): Promise<Spoken | null> {
    const [letter] = await sql<Spoken>(
      this.dataSource,
      'SELECT address, attempts FROM letters WHERE id = $1 AND posting_since IS NOT NULL',
      [id],
    );
    return letter ?? null;
  }

  /** Servers that forward name addresses that nobody here has: such a report is about the letter's own reader. */
  private async copiedTo(letter: Spoken, recipient: string | null): Promise<string | null> {
    const key = addressKey(recipient ?? '');
    if (key === '' || letter.address === null || isSame(letter.address, recipient)) return null;
    const [known] = await sql(this.dataSource, 'SELECT 1 FROM person_addresses WHERE address_key = $1', [key]);
    return known === undefined ? null : key;
  }

  /** The mail server refused whoever was to get a copy of a letter that has gone: the letter stays as it is. */
  async copyRefused(letterId: string, address: string, words: string, at: Instant): Promise<DeliveryChange> {
    return this.markCopy(letterId, addressKey(address), words, at);
  }

  private async markCopy(letterId: string, key: string, words: string, at: Instant): Promise<DeliveryChange> {
    const copied = `(SELECT a.person_id AS recipient, a.address, l.posting_since
      FROM person_addresses a, letters l WHERE a.address_key = $4 AND l.id = $3)`;
    const rows = await sql(this.dataSource, `${markBounced(copied)} RETURNING a.address_key`, [
      at,
      words,
      letterId,
      key,
    ]);
    return rows.length > 0 ? 'changed' : 'known';
  }
}

interface Spoken {
  address: string | null;
  attempts: number;
}

function isOlder({ attempt }: PostingNamed, { attempts }: Spoken): boolean {
  return attempt % 256 !== attempts % 256;
}

function isSame(address: string | null, recipient: string | null): boolean {
  return addressKey(address ?? '') === addressKey(recipient ?? '');
}
