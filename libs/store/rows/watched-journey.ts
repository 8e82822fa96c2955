import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';

/** A journey whose journal was folded and found to be its read model: until either changes nothing is folded again. */
@Entity('watched_journeys')
export class WatchedJourney {
  @PrimaryColumn('text')
  journeyId!: string;

  @Column('integer')
  head!: number;

  @Column('text')
  stateHash!: string;

  @Column(instantColumn)
  foldedAt!: Instant;
}
