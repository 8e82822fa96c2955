import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';

/** checked → running → done → undoing → undone. */
export type ImportStatus = 'checked' | 'running' | 'done' | 'undoing' | 'undone';

/** A file of cities that was uploaded for a programme. */
@Entity('imports')
@Index('imports_by_programme', ['programmeKey', 'createdAt'])
export class ImportFile {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  programmeKey!: string;

  @Column('text')
  fileName!: string;

  @Column('text')
  byPerson!: string;

  @Column('text')
  status!: ImportStatus;

  /** The titles of the columns, in their order. */
  @Column('jsonb')
  header!: string[];

  /** What is to be said of the file as a whole, in both languages. */
  @Column('jsonb')
  remarks!: unknown;

  /** Which column is what: as whoever imports said it. */
  @Column('jsonb')
  mapping!: unknown;

  /** What the rows come to, of the last dry run. */
  @Column('jsonb', { nullable: true })
  totals!: unknown;

  @Column(instantColumn)
  createdAt!: Instant;

  @Column({ ...instantColumn, nullable: true })
  startedAt!: Instant | null;

  @Column({ ...instantColumn, nullable: true })
  finishedAt!: Instant | null;

  /** Letters of its journeys go from this instant on. */
  @Column({ ...instantColumn, nullable: true })
  lettersFrom!: Instant | null;
}
