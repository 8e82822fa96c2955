import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';

export type HandActKind =
  | 'letter-sent-now'
  | 'letter-skipped'
  | 'letter-unskipped'
  | 'letter-arrived'
  | 'letter-not-arrived'
  | 'import-started'
  | 'import-undone'
  | 'import-letters-released'
  | 'bulk-act-started'
  | 'bulk-act-stopped'
  | 'bulk-act-resumed'
  | 'notice-entered'
  | 'notice-taken-back'
  | 'closure-entered'
  | 'closure-taken-back'
  | 'run-rebuilt'
  | 'run-ended'
  | 'run-tried-again'
  | 'trail-exported';

/** What an act was about, by id. */
export interface HandActAbout {
  letter?: string;
  letterKind?: string;
  step?: string | null;
  seat?: string;
  holder?: string | null;
  import?: string;
  bulkAct?: string;
  act?: string;
  /** The act that is taken back for many cities. */
  undone?: string;
  journeys?: number;
  notice?: string;
  closure?: string;
  /** The request that did it, so that it is known when it comes again. */
  once?: string;
}

/**
 * One act of a person that is no fact of a journey and was not done to a person's record: letters by hand, imports,
 * calendars. Rows are added, never changed, and outlive what they tell of, hence no foreign keys.
 */
@Entity('hand_acts')
@Index('hand_acts_by_time', ['at', 'id'])
export class HandAct {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column(instantColumn)
  at!: Instant;

  @Column('text')
  byPerson!: string;

  @Column('text')
  kind!: HandActKind;

  @Column('text', { nullable: true })
  programmeKey!: string | null;

  @Column('text', { nullable: true })
  cityKey!: string | null;

  @Column('text', { nullable: true })
  journeyId!: string | null;

  @Column('jsonb', { default: {} })
  about!: HandActAbout;

  /** Why, in words: a reference into the texts. */
  @Column('text', { nullable: true })
  words!: string | null;
}
