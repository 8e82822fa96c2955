import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from '../types';
import { instantColumn } from './instant-column';

export type CalendarNoticeKind = 'closure' | 'make-up' | 'year-published';

/** What an administrator knows of a country's holidays before the installed package does. */
@Entity('calendar_notices')
@Index('calendar_notices_by_country', ['country'])
@Check('calendar_notices_kind', `kind IN ('closure', 'make-up', 'year-published')`)
@Check('calendar_notices_days', 'to_on >= from_on')
export class CalendarNotice {
  @PrimaryColumn('text')
  id!: string;

  /** ISO 3166, two letters. */
  @Column('text')
  country!: string;

  @Column('text')
  kind!: CalendarNoticeKind;

  @Column('date')
  fromOn!: Day;

  /** The last day; of a published year the 31st of December. */
  @Column('date')
  toOn!: Day;

  @Column('text')
  titleEn!: string;

  @Column('text')
  titleZh!: string;

  /** Where it is published: the notice's number, an address. */
  @Column('text')
  source!: string;

  @Column('text')
  byPerson!: string;

  @Column(instantColumn)
  since!: Instant;

  @Column({ ...instantColumn, nullable: true })
  takenBackAt!: Instant | null;

  @Column('text', { nullable: true })
  takenBackBy!: string | null;
}
