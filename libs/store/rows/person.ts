import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant, Language } from '../types';
import { instantColumn } from './instant-column';

/** All that is known of a person by name. Everything else in the house holds the id only. */
@Entity('people')
export class Person {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  familyName!: string;

  @Column('text')
  givenName!: string;

  /** How the name is written where that is neither family name first nor last. */
  @Column('text', { nullable: true })
  displayName!: string | null;

  @Column('text', { nullable: true })
  zhName!: string | null;

  /** The preferred mail address, as `person_addresses` has it; empty after erasure. */
  @Column('text')
  address!: string;

  @Column('text')
  language!: Language;

  @Column('text', { nullable: true })
  titleEn!: string | null;

  @Column('text', { nullable: true })
  titleZh!: string | null;

  @Column('boolean', { default: false })
  isAdministrator!: boolean;

  /** IANA name; null: the zone of the city or programme that a letter is about. */
  @Column('text', { nullable: true })
  timeZone!: string | null;

  /** The first day of a leave; the last one and the substitute below mean nothing without it. */
  @Column('date', { nullable: true })
  leaveFromOn!: string | null;

  @Column('date', { nullable: true })
  leaveUntilOn!: string | null;

  @ForeignKey(() => Person, { name: 'people_leave_substitute' })
  @Column('text', { nullable: true })
  leaveSubstitute!: string | null;

  @Column({ ...instantColumn, nullable: true })
  erasedAt!: Instant | null;
}
