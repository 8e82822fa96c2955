import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Calendar } from './calendar';

@Entity('cities')
export class City {
  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  nameEn!: string;

  @Column('text', { nullable: true })
  nameZh!: string | null;

  /** 'municipality', 'prefecture', 'county-level-city', 'county', 'district' … */
  @Column('text')
  level!: string;

  /** GB/T 2260 code, where the city has one. */
  @Column('text', { nullable: true })
  gbCode!: string | null;

  /** ISO 3166 code of the country. */
  @Column('text')
  country!: string;

  /** The calendar that a new journey of this city starts with; running journeys adopt one by command. */
  @ForeignKey(() => Calendar, { name: 'cities_calendar' })
  @Column('text')
  calendarHash!: string;

  @Column('text', { nullable: true })
  topicEn!: string | null;

  @Column('text', { nullable: true })
  topicZh!: string | null;
}
