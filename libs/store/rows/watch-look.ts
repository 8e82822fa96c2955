import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';

/** The last look over all journeys. */
@Entity('watch_looks')
export class WatchLook {
  @PrimaryColumn('text')
  name!: string;

  @Column(instantColumn)
  at!: Instant;

  @Column('integer')
  journeys!: number;

  @Column('integer')
  tookMs!: number;
}
