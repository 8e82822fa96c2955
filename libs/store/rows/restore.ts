import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';

/**
 * That this database came back from a backup. Until it was recovered what happened after the backup, no letter goes
 * and no run records anything.
 */
@Entity('restores')
@Index('restores_awaiting', ['restoredAt'], { where: 'recovered_at IS NULL' })
export class Restore {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column(instantColumn)
  restoredAt!: Instant;

  /** The moment that the records were of. */
  @Column(instantColumn)
  backupOf!: Instant;

  @Column({ ...instantColumn, nullable: true })
  recoveredAt!: Instant | null;

  /** What was recovered, and what could not be, as the recovery told it. */
  @Column('jsonb', { nullable: true })
  outcome!: Record<string, unknown> | null;
}
