import { Column, Entity, PrimaryColumn } from 'typeorm';
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

  /** Mail address; empty after erasure. */
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

  @Column({ ...instantColumn, nullable: true })
  erasedAt!: Instant | null;
}
