import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';
import { Person } from './person';

/** waiting → posting → accepted | refused | unknown. A temporary refusal leads from posting back to waiting. */
export type TestLetterStatus = 'waiting' | 'posting' | 'accepted' | 'refused' | 'unknown';

/** A letter that somebody had sent to themselves: no part of any city's ledger. */
@Entity('test_letters')
@Index('test_letters_waiting', ['askedAt'], { where: "status IN ('waiting', 'posting')" })
@Index('test_letters_by_person', ['personId', 'askedAt'])
export class TestLetter {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Person, { name: 'test_letters_person', onDelete: 'CASCADE' })
  @Column('text')
  personId!: string;

  @Column(instantColumn)
  askedAt!: Instant;

  @Column('text')
  subject!: string;

  /** The words name other people: they are kept only until the letter was posted. */
  @Column('text', { nullable: true })
  bodyText!: string | null;

  @Column('text', { nullable: true })
  bodyHtml!: string | null;

  @Column('text', { default: 'waiting' })
  status!: TestLetterStatus;

  @Column({ ...instantColumn, nullable: true })
  postingSince!: Instant | null;

  /** The mail server did not want it: not before this instant again. */
  @Column({ ...instantColumn, name: 'not_before', nullable: true })
  notBeforeAt!: Instant | null;

  /** How often a courier took it; also the fence against a courier that was given up for dead. */
  @Column('integer', { default: 0 })
  attempts!: number;

  @Column({ ...instantColumn, nullable: true })
  settledAt!: Instant | null;

  @Column('text', { nullable: true })
  smtpResponse!: string | null;
}
