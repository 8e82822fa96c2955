import type { FactKind } from '@citypath/journey';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';
import { Journey } from './journey';

/** One fact: never changed, never deleted. `body` is the fact without its kind and stamp. */
@Entity('journal')
@Index('journal_by_command', ['commandId'])
@Index('journal_acts', ['recordedAt', 'journeyId', 'seq'], { where: 'by_person IS NOT NULL' })
export class JournalEntry {
  @ForeignKey(() => Journey, { name: 'journal_journey' })
  @PrimaryColumn('text')
  journeyId!: string;

  @PrimaryColumn('integer')
  seq!: number;

  /** Of the run that recorded it. */
  @Column('integer')
  generation!: number;

  @Column('text')
  kind!: FactKind;

  @Column('jsonb')
  body!: Record<string, unknown>;

  @Column(instantColumn)
  recordedAt!: Instant;

  @Column('text', { nullable: true })
  byPerson!: string | null;

  @Column('text', { nullable: true })
  onBehalfOf!: string | null;

  @Column('text')
  commandId!: string;

  @Column('text')
  commandHash!: string;
}
