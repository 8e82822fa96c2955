import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';

/** waiting → running → done; or stopped, or ended with the rights of the one who started it, and waiting again. */
export type BulkActStatus = 'waiting' | 'running' | 'done' | 'stopped' | 'rights-ended';

/** One act upon many journeys of a programme. */
@Entity('bulk_acts')
@Index('bulk_acts_by_programme', ['programmeKey', 'createdAt'])
export class BulkAct {
  /** Also the Idempotency-Key of each of its commands. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  programmeKey!: string;

  @Column('text')
  byPerson!: string;

  @Column('text')
  act!: string;

  @Column('text', { name: 'step_ref', nullable: true })
  step!: string | null;

  /** Of one that takes another back: that one's id, and its act. */
  @Column('jsonb')
  details!: { of?: string; act?: string };

  /** Why: a reference into the texts. */
  @Column('text', { nullable: true })
  words!: string | null;

  /** Of the request as it came: the same key with another one is refused. */
  @Column('text')
  requestHash!: string;

  @Column('text')
  status!: BulkActStatus;

  /** How often it was begun: each time is a run of its own. */
  @Column('integer')
  runs!: number;

  @Column(instantColumn)
  createdAt!: Instant;

  @Column({ ...instantColumn, nullable: true })
  endedAt!: Instant | null;

  /** While it runs its letters gather until then, so that one person gets one letter; null: it does not run. */
  @Column({ ...instantColumn, nullable: true })
  lettersFrom!: Instant | null;
}
