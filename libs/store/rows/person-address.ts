import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';
import { Person } from './person';

/** A mail address of a person. Nobody else has the same one, however it is spelled. */
@Entity('person_addresses')
@Index('person_addresses_by_person', ['personId'])
@Index('person_addresses_one_preferred', ['personId'], { unique: true, where: 'preferred' })
export class PersonAddress {
  /** The address in lower case. */
  @PrimaryColumn('text')
  addressKey!: string;

  @Column('text')
  address!: string;

  @ForeignKey(() => Person, { name: 'person_addresses_person', onDelete: 'CASCADE' })
  @Column('text')
  personId!: string;

  /** Letters go to it. */
  @Column('boolean', { default: false })
  preferred!: boolean;

  /** Letters to it come back since then; null: as far as is known it is well. */
  @Column({ ...instantColumn, nullable: true })
  bouncedAt!: Instant | null;

  /** What the mail server said. */
  @Column('text', { nullable: true })
  bounceReason!: string | null;

  /** Somebody said that it is right, or signed in with it: an older bounce no longer counts. */
  @Column({ ...instantColumn, nullable: true })
  confirmedAt!: Instant | null;
}
