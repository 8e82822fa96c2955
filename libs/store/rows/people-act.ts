import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';
import { Person } from './person';

export type PeopleActKind =
  | 'added'
  | 'corrected'
  | 'address-confirmed'
  | 'leave-set'
  | 'post-window-set'
  | 'letters-held'
  | 'administrator-made'
  | 'administrator-withdrawn'
  | 'seat-given'
  | 'seat-withdrawn'
  | 'exported'
  | 'erased';

/** One act upon a person's record. Rows are added, never changed. */
@Entity('people_acts')
@Index('people_acts_by_person', ['personId'])
@Index('people_acts_by_time', ['at', 'id'])
export class PeopleAct {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column(instantColumn)
  at!: Instant;

  @ForeignKey(() => Person, { name: 'people_acts_by' })
  @Column('text')
  byPerson!: string;

  @ForeignKey(() => Person, { name: 'people_acts_person' })
  @Column('text')
  personId!: string;

  @Column('text')
  kind!: PeopleActKind;

  /** Of a seat of a programme that was given or withdrawn. */
  @Column('text', { nullable: true })
  programme!: string | null;

  @Column('text', { nullable: true })
  seat!: string | null;

  /** Of an erasure. */
  @Column('text', { nullable: true })
  reason!: string | null;
}
