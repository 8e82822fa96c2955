import type { LetterKind } from '@citypath/journey';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Instant, Language } from '../types';
import { instantColumn } from './instant-column';
import { Journey } from './journey';

/**
 * due → posting → accepted | refused | unknown; accepted → bounced (it came back); due → cancelled (a fact made it
 * pointless) or suppressed (the post rules did, or somebody). A temporary refusal leads from posting back to due.
 * Held: not now, and decided anew when the time comes. Merged: another letter (`carriedBy`) says it, a digest or a
 * newer level. Presumed sent: it was due when the records came back from a backup, and may have gone before.
 */
export type LetterStatus =
  | 'due'
  | 'held'
  | 'posting'
  | 'accepted'
  | 'refused'
  | 'bounced'
  | 'unknown'
  | 'presumed-sent'
  | 'merged'
  | 'cancelled'
  | 'suppressed';

/** A row of the ledger: one letter to one seat for one reason, from falling due to its end. */
@Entity('letters')
// The migration makes it NULLS NOT DISTINCT: a letter to a programme's seat has no holder and still goes once.
@Unique('letters_once', ['journeyId', 'step', 'round', 'kind', 'threshold', 'seat', 'holder'])
// By coalesce(not_before, due_at) of those due or held, which only the migration can say.
@Index('letters_waiting', { synchronize: false })
@Index('letters_carried', ['carriedBy'], { where: 'carried_by IS NOT NULL' })
@Index('letters_in_the_post', ['postingSince'], { where: "status = 'posting'" })
@Index('letters_unknown', ['postingSince'], { where: "status = 'unknown'" })
@Index('letters_unreported', ['journeyId'], {
  where:
    "reported_at IS NULL AND status IN ('accepted', 'bounced', 'refused', 'suppressed', 'merged', 'presumed-sent')",
})
@Index('letters_bounced', ['journeyId'], { where: 'bounced_at IS NOT NULL' })
@Index('letters_by_due', ['dueAt', 'id'])
@Index('letters_by_recipient', ['recipient'])
export class Letter {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Journey, { name: 'letters_journey' })
  @Column('text')
  journeyId!: string;

  /** The fact that caused it. */
  @Column('integer')
  seq!: number;

  @Column('text')
  kind!: LetterKind;

  @Column('text', { name: 'step_ref', nullable: true })
  step!: string | null;

  @Column('integer')
  round!: number;

  @Column('text')
  threshold!: string;

  @Column('text')
  seat!: string;

  /** Null for a programme's seat: who holds it is looked up at sending. */
  @Column('text', { nullable: true })
  holder!: string | null;

  @Column(instantColumn)
  dueAt!: Instant;

  @Column('text', { default: 'due' })
  status!: LetterStatus;

  /** It was being posted when a fact made it pointless; `status` still tells what became of it. */
  @Column('boolean', { default: false })
  crossed!: boolean;

  /** Why it was cancelled, suppressed or crossed: a code. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The fact that made it pointless: should its act be taken back, the letter is due again. */
  @Column('integer', { nullable: true })
  cancelledBy!: number | null;

  /** The person it was written to, once it was written. */
  @Column('text', { nullable: true })
  recipient!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  /** Null with a subject: it was written in both. */
  @Column('text', { nullable: true })
  language!: Language | null;

  @Column('text', { nullable: true })
  subject!: string | null;

  /** Read only where a letter is shown: lists do without. */
  @Column('text', { nullable: true, select: false })
  bodyText!: string | null;

  @Column('text', { nullable: true, select: false })
  bodyHtml!: string | null;

  @Column('text', { nullable: true })
  messageId!: string | null;

  @Column({ ...instantColumn, nullable: true })
  postingSince!: Instant | null;

  /** How often a courier took it; also the fence against a courier that was given up for dead. */
  @Column('integer', { default: 0 })
  attempts!: number;

  /** After a temporary refusal, or held: not again before this instant. */
  @Column({ ...instantColumn, nullable: true })
  notBefore!: Instant | null;

  @Column({ ...instantColumn, nullable: true })
  settledAt!: Instant | null;

  @Column('text', { nullable: true })
  smtpResponse!: string | null;

  /** When the mail server first said "later": from then our patience is counted. */
  @Column({ ...instantColumn, nullable: true })
  deferredSince!: Instant | null;

  /** It came back: the mail server refused the recipient, or reported later that it could not be delivered. */
  @Column({ ...instantColumn, nullable: true })
  bouncedAt!: Instant | null;

  /** Who or what settled an unknown outcome: 'report', 'click', or the person who said so. */
  @Column('text', { nullable: true })
  settledBy!: string | null;

  /** When it was posted a second time, after an unknown outcome; it says so itself. */
  @Column({ ...instantColumn, nullable: true })
  againAt!: Instant | null;

  /** When the journey was last told what became of it, and what it was told. */
  @Column({ ...instantColumn, nullable: true })
  reportedAt!: Instant | null;

  @Column('text', { nullable: true })
  reportedOutcome!: string | null;

  /** Why it is held, or was when it was last: a code of the post rules. */
  @Column('text', { nullable: true })
  holdReason!: string | null;

  /** The letter that says this one too: a digest, or a newer level of the same. */
  @ForeignKey(() => Letter, { name: 'letters_carried_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  carriedBy!: string | null;

  /** Its message is a digest: subject and text are those of all letters that it carries. */
  @Column('boolean', { default: false })
  isDigest!: boolean;

  /** Who gets it in place of somebody on leave. */
  @Column('text', { nullable: true })
  passedOnTo!: string | null;

  /** Who got a copy: the liaison of the seat. */
  @Column('text', { nullable: true })
  copiedTo!: string | null;

  /** Somebody asked for it at once: at any hour, alone. */
  @Column('boolean', { default: false })
  expedited!: boolean;

  @Column('text', { nullable: true })
  expeditedBy!: string | null;

  /** Who said that it is not to go. */
  @Column('text', { nullable: true })
  skippedBy!: string | null;

  /** Why, in words: a reference into the texts. */
  @Column('text', { nullable: true })
  skipWords!: string | null;
}
