import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Command } from '@citypath/journey';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';
import { Journey } from './journey';

/** What a journey was told one morning of the delivery of its letters: written before it is given, so that it is given once. */
@Entity('journey_reports')
@Index('journey_reports_waiting', ['reportOn'], { where: 'given_at IS NULL' })
export class JourneyReport {
  @ForeignKey(() => Journey, { name: 'journey_reports_journey' })
  @PrimaryColumn('text')
  journeyId!: string;

  /** The city's day. */
  @PrimaryColumn('date')
  reportOn!: string;

  @Column('jsonb')
  command!: Command;

  /** The letters it speaks of, by id, with what it says of each. */
  @Column('jsonb')
  letters!: Record<string, string>;

  /** Null while the journey has not taken it. */
  @Column({ ...instantColumn, nullable: true })
  givenAt!: Instant | null;

  /** Why the journey did not take it: it has ended. A code. */
  @Column('text', { nullable: true })
  refused!: string | null;
}
