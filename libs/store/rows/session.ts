import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';
import { Person } from './person';

/** A signed-in browser. The token itself is known to the browser only. */
@Entity('sessions')
@Index('sessions_by_person', ['personId'])
export class Session {
  @PrimaryColumn('text')
  tokenHash!: string;

  @ForeignKey(() => Person, { name: 'sessions_person', onDelete: 'CASCADE' })
  @Column('text')
  personId!: string;

  @Column(instantColumn)
  createdAt!: Instant;

  @Column(instantColumn)
  lastSeenAt!: Instant;

  @Column(instantColumn)
  expiresAt!: Instant;
}
