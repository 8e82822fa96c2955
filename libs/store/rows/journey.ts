import type { JourneyState, JourneyStatus } from '@citypath/journey';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { Calendar } from './calendar';
import { City } from './city';
import { Definition } from './definition';
import { instantColumn } from './instant-column';

/**
 * A journey: `generation` and `head` are the fence of its journal, all else is the read model, which may be
 * thrown away and folded anew. Only Journal writes it.
 */
@Entity('journeys')
@Index('journeys_by_city', ['cityKey'])
@Index('journeys_by_programme', ['programmeKey'])
export class Journey {
  @PrimaryColumn('text')
  id!: string;

  @ForeignKey(() => City, { name: 'journeys_city' })
  @Column('text')
  cityKey!: string;

  @Column('text')
  programmeKey!: string;

  /** Raised by each rebuild, so that a late writer of an older run is refused. */
  @Column('integer')
  generation!: number;

  /** Sequence number of the last fact in the journal. */
  @Column('integer')
  head!: number;

  @Column('text')
  status!: JourneyStatus;

  @ForeignKey(() => Definition, { name: 'journeys_definition' })
  @Column('text')
  definitionHash!: string;

  @ForeignKey(() => Calendar, { name: 'journeys_calendar' })
  @Column('text')
  calendarHash!: string;

  /** Null only when the very first projection failed. */
  @Column('jsonb', { nullable: true })
  state!: JourneyState | null;

  /** The journal is ahead of `state`: a projection failed, and Journal.refresh has to fold it anew. */
  @Column('boolean', { default: false })
  stale!: boolean;

  @Column({ ...instantColumn, nullable: true })
  nextMomentAt!: Instant | null;

  @Column(instantColumn)
  updatedAt!: Instant;

  /** Temporal's id of the run that recorded last, or that was found to hold what the journal leads to. */
  @Column('text', { nullable: true })
  runId!: string | null;

  /** md5 of `state` as PostgreSQL writes it, kept whenever `state` is. */
  @Column('text', { nullable: true })
  stateHash!: string | null;

  /** Its dates are planned by the platform, not reported by the city. */
  @Column('boolean', { default: false })
  demonstration!: boolean;
}
