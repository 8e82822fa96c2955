import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BulkAct } from './bulk-act';

export type BulkActRowState = 'waiting' | 'done' | 'refused';

/** One journey of a bulk act. Its journey may be taken back with an import, hence no foreign key. */
@Entity('bulk_act_rows')
@Index('bulk_act_rows_by_command', ['commandId'])
@Index('bulk_act_rows_once', ['bulkActId', 'journeyId'], { unique: true })
export class BulkActRow {
  @ForeignKey(() => BulkAct, { name: 'bulk_act_rows_bulk_act', onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  bulkActId!: string;

  @PrimaryColumn('integer')
  place!: number;

  @Column('text')
  journeyId!: string;

  @Column('text')
  commandId!: string;

  @Column('text')
  commandHash!: string;

  /** As the journey's workflow takes it, but for an edition that it names by hash: see kept-command.ts. */
  @Column('jsonb')
  command!: unknown;

  /** Only if the journey still stands at this fact; null: it was not looked at. */
  @Column('integer', { nullable: true })
  onlyAtHead!: number | null;

  @Column('text', { default: 'waiting' })
  state!: BulkActRowState;

  /** How often it could not be given. */
  @Column('integer', { default: 0 })
  attempts!: number;

  /** Why it was refused. */
  @Column('jsonb', { nullable: true })
  refusal!: unknown;
}
