import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';
import { Person } from './person';

/**
 * asked → posting → sent; or nobody has the address, the address had enough letters for now, the mail server refused
 * it. A temporary refusal leads from posting back to asked.
 */
export type SignInStatus = 'asked' | 'posting' | 'sent' | 'nobody' | 'enough' | 'refused';

/**
 * Somebody typed an address to sign in. The row is the same whether anybody has that address: the courier finds out.
 * It never holds what the letter says, only hashes of it.
 */
@Entity('sign_in_requests')
@Unique('sign_in_requests_token', ['tokenHash'])
@Index('sign_in_requests_waiting', ['askedAt'], { where: "status IN ('asked', 'posting')" })
@Index('sign_in_requests_by_browser', ['bindingHash', 'askedAt'])
@Index('sign_in_requests_by_address', ['addressKey', 'sentAt'])
@Index('sign_in_requests_by_person', ['personId'])
export class SignInRequest {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** The address in lower case. */
  @Column('text')
  addressKey!: string;

  /** Hash of the secret in the cookie of the browser that asked. */
  @Column('text')
  bindingHash!: string;

  /** Where the person was going: a path of ours. */
  @Column('text', { nullable: true })
  toPath!: string | null;

  @Column(instantColumn)
  askedAt!: Instant;

  @Column(instantColumn)
  expiresAt!: Instant;

  @Column('text', { default: 'asked' })
  status!: SignInStatus;

  @Column({ ...instantColumn, nullable: true })
  postingSince!: Instant | null;

  /** The mail server did not want it: not before this instant again. */
  @Column({ ...instantColumn, name: 'not_before', nullable: true })
  notBeforeAt!: Instant | null;

  /** Whom the letter went to. */
  @ForeignKey(() => Person, { name: 'sign_in_requests_person', onDelete: 'CASCADE' })
  @Column('text', { nullable: true })
  personId!: string | null;

  @Column('text', { nullable: true })
  tokenHash!: string | null;

  @Column('text', { nullable: true })
  codeHash!: string | null;

  @Column({ ...instantColumn, nullable: true })
  sentAt!: Instant | null;

  /** How often a code was typed. */
  @Column('integer', { default: 0 })
  guesses!: number;

  /** The same browser got a newer letter for the same person. */
  @Column({ ...instantColumn, nullable: true })
  replacedAt!: Instant | null;

  @Column({ ...instantColumn, nullable: true })
  usedAt!: Instant | null;
}
