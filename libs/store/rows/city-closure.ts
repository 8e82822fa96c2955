import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from '../types';
import { City } from './city';
import { instantColumn } from './instant-column';

/** Days on which a city hall is closed though its country works. */
@Entity('city_closures')
@Index('city_closures_by_city', ['cityKey'])
@Check('city_closures_days', 'to_on >= from_on')
export class CityClosure {
  @PrimaryColumn('text')
  id!: string;

  @ForeignKey(() => City, { name: 'city_closures_city', onDelete: 'CASCADE' })
  @Column('text')
  cityKey!: string;

  @Column('date')
  fromOn!: Day;

  @Column('date')
  toOn!: Day;

  @Column('text')
  titleEn!: string;

  @Column('text')
  titleZh!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  byPerson!: string;

  @Column(instantColumn)
  since!: Instant;

  @Column({ ...instantColumn, nullable: true })
  takenBackAt!: Instant | null;

  @Column('text', { nullable: true })
  takenBackBy!: string | null;
}
