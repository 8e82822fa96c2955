import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant, Language } from '../types';
import { Calendar } from './calendar';
import { instantColumn } from './instant-column';

/** All that is known of a person by name. Everything else in the house holds the id only. */
@Entity('people')
@Check(
  'people_post_window',
  '(post_from IS NULL) = (post_until IS NULL) AND (post_from IS NULL OR post_from < post_until)',
)
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

  /** Null: not known; letters then come in both. */
  @Column('text', { nullable: true })
  language!: Language | null;

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

  /** Letters leave from this time of the day on, '09:00'; both null: at any hour of any day. */
  @Column('text', { nullable: true, default: '09:00' })
  postFrom!: string | null;

  @Column('text', { nullable: true, default: '17:30' })
  postUntil!: string | null;

  /** The person's own working days and zone; null: those of the city that a letter is about. */
  @ForeignKey(() => Calendar, { name: 'people_calendar' })
  @Column('text', { nullable: true })
  calendarHash!: string | null;

  /** No letter before this day, in the person's zone. */
  @Column('date', { nullable: true })
  lettersHeldUntilOn!: string | null;

  @Column({ ...instantColumn, nullable: true })
  erasedAt!: Instant | null;
}
