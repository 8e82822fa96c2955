import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarData } from '../types';

/** One edition of a calendar, kept for ever under the hash of its content: journeys are pinned to it. */
@Entity('calendars')
export class Calendar {
  @PrimaryColumn('text')
  hash!: string;

  @Column('text')
  key!: string;

  @Column('jsonb')
  body!: CalendarData;
}
