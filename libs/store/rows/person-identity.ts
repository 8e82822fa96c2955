import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';
import { Person } from './person';

/** An account at an organisation that signs a person in. Known by issuer and subject: an address may change hands. */
@Entity('person_identities')
@Index('person_identities_by_person', ['personId'])
export class PersonIdentity {
  @PrimaryColumn('text')
  issuer!: string;

  @PrimaryColumn('text')
  subject!: string;

  @ForeignKey(() => Person, { name: 'person_identities_person', onDelete: 'CASCADE' })
  @Column('text')
  personId!: string;

  @Column(instantColumn)
  linkedAt!: Instant;
}
