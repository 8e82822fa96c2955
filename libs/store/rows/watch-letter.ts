import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';
import { Person } from './person';

/** posting → accepted | refused | unknown, or deferred: the mail server did not want it, it may be posted again. */
export type WatchLetterStatus = 'posting' | 'accepted' | 'refused' | 'unknown' | 'deferred';

/** A letter to an administrator of what the watch found: no part of any city's ledger. One a person a day. */
@Entity('watch_letters')
@Unique('watch_letters_once_a_day', ['personId', 'writtenOn'])
@Index('watch_letters_in_the_post', ['postingSince'], { where: "status = 'posting'" })
export class WatchLetter {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Person, { name: 'watch_letters_person', onDelete: 'CASCADE' })
  @Column('text')
  personId!: string;

  /** In the person's zone. */
  @Column('date')
  writtenOn!: string;

  /** The matters that it tells: of each the first finding. */
  @Column('bigint', { array: true })
  tells!: string[];

  @Column('text')
  status!: WatchLetterStatus;

  @Column(instantColumn)
  postingSince!: Instant;

  /** How often a courier took it; also the fence against a courier that was given up for dead. */
  @Column('integer', { default: 1 })
  attempts!: number;

  @Column({ ...instantColumn, name: 'not_before', nullable: true })
  notBeforeAt!: Instant | null;

  @Column({ ...instantColumn, nullable: true })
  settledAt!: Instant | null;

  @Column('text', { nullable: true })
  smtpResponse!: string | null;
}
