import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';

/** Words that somebody wrote (reason, comment, place, answers): facts hold the reference, and these can be erased. */
@Entity('texts')
@Index('texts_by_journey', ['journeyId'])
export class StoredText {
  @PrimaryColumn('text')
  ref!: string;

  @Column('text')
  journeyId!: string;

  /** Null after erasure. */
  @Column('jsonb', { nullable: true })
  body!: unknown;

  @Column('text', { nullable: true })
  byPerson!: string | null;

  @Column(instantColumn)
  createdAt!: Instant;

  @Column({ ...instantColumn, nullable: true })
  erasedAt!: Instant | null;
}
