import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ImportFile } from './import-file';

/**
 * new → waiting → running → done or failed; done → undone, or kept where it could not be undone. What is refused or
 * left out stays new.
 */
export type ImportRowState = 'new' | 'waiting' | 'running' | 'done' | 'failed' | 'undone' | 'kept';

/** One row of an imported file. Its bodies are the importing room's own. */
@Entity('import_rows')
// By the city of the plan, which only the migration can say.
@Index('import_rows_by_city', { synchronize: false })
export class ImportRow {
  @ForeignKey(() => ImportFile, { name: 'import_rows_import', onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  importId!: string;

  /** Of the file, as a spreadsheet program numbers it. */
  @PrimaryColumn('integer')
  line!: number;

  @Column('jsonb')
  cells!: unknown;

  @Column('jsonb', { nullable: true })
  verdict!: unknown;

  /** What is to be done for it; null: it is refused. */
  @Column('jsonb', { nullable: true })
  plan!: unknown;

  @Column('text', { default: 'new' })
  state!: ImportRowState;

  /** Why it failed, or was kept; in both languages. */
  @Column('jsonb', { nullable: true })
  said!: unknown;

  /** Its city was not there before. */
  @Column('boolean', { default: false })
  cityMade!: boolean;
}
