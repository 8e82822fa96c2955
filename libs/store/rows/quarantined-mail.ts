import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';

/**
 * Why a mail that came to the address for bounces changed nothing: it carries no token of ours, one that we did not
 * sign, one of a letter that is not known; it is no report at all, or reports nothing; or it could not be read.
 */
export type QuarantineReason = 'no-letter' | 'forged' | 'letter-unknown' | 'no-report' | 'too-large' | 'unreadable';

/** A mail that came to the address for bounces and could not be believed. Kept, so that nothing is lost. */
@Entity('quarantined_mails')
@Unique('quarantined_mails_once', ['fingerprint'])
@Index('quarantined_mails_by_time', ['receivedAt', 'id'])
export class QuarantinedMail {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Of recipient and content: the same mail again is the same row. */
  @Column('text')
  fingerprint!: string;

  @Column(instantColumn)
  receivedAt!: Instant;

  @Column('text')
  reason!: QuarantineReason;

  @Column('text')
  sender!: string;

  @Column('text')
  recipient!: string;

  @Column('integer')
  sizeBytes!: number;

  /** The beginning of it, as it came. */
  @Column('bytea', { select: false })
  content!: Buffer;
}
