import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { QuarantinedMail } from './plain';
import { QuarantinedMail as QuarantinedMailRow, type QuarantineReason } from './rows/quarantined-mail';
import { sql } from './sql';
import type { Instant, Page, PageRequest } from './types';

/** So much of a mail is kept. */
const KEPT_BYTES = 65_536;

export interface MailToKeep {
  reason: QuarantineReason;
  sender: string;
  recipient: string;
  /** Of the whole mail; `content` may be its beginning. */
  sizeBytes: number;
  content: Buffer;
}

/** Newest first. */
export interface QuarantineKey {
  receivedAt: Instant;
  id: string;
}

/** Mails that came to the address for bounces and could not be believed. */
export class Quarantine {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps a mail, once: one that is delivered a second time is the same. */
  async keep({ reason, sender, recipient, sizeBytes, content }: MailToKeep, receivedAt: Instant): Promise<void> {
    const kept = content.subarray(0, KEPT_BYTES);
    const fingerprint = createHash('sha256').update(`${recipient}\0${sizeBytes}\0`).update(kept).digest('hex');
    await sql(
      this.dataSource,
      `INSERT INTO quarantined_mails (fingerprint, received_at, reason, sender, recipient, size_bytes, content)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [fingerprint, receivedAt, reason, sender.slice(0, 320), recipient.slice(0, 320), sizeBytes, kept],
    );
  }

  /** @returns a page of them without their content, newest first; one statement */
  async page({
    after,
    limit,
  }: PageRequest<QuarantineKey>): Promise<Page<Omit<QuarantinedMail, 'content'>, QuarantineKey>> {
    const query = this.dataSource
      .getRepository(QuarantinedMailRow)
      .createQueryBuilder('mail')
      .orderBy('mail.receivedAt', 'DESC')
      .addOrderBy('mail.id', 'DESC')
      .limit(limit + 1);
    if (after) query.andWhere('(mail.receivedAt, mail.id) < (:receivedAt, :id)', after);
    const rows = await query.getMany();
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: last && rows.length > limit ? { receivedAt: last.receivedAt, id: last.id } : null };
  }

  /** Forgets what came before an instant. */
  async sweep(before: Instant): Promise<void> {
    await sql(this.dataSource, 'DELETE FROM quarantined_mails WHERE received_at < $1', [before]);
  }
}
