import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';

/**
 * What somebody got today, and whether a courier is deciding on his or her letters at this moment: one at a time, or
 * two couriers would each send a digest. Without a foreign key: letters may name somebody who is not known.
 */
@Entity('mailboxes')
export class Mailbox {
  /** Empty for the letters that have nobody to go to. */
  @PrimaryColumn('text')
  personId!: string;

  /** Grows each time a courier takes it: the fence against a courier that was given up for dead. */
  @Column('integer', { default: 0 })
  round!: number;

  /** Since when a courier has it; null: none has. */
  @Column({ ...instantColumn, nullable: true })
  roundSince!: Instant | null;

  /** The day of the last digest, in the person's zone. */
  @Column('date', { nullable: true })
  digestOn!: string | null;

  /** The day that `ordinaryCount` counts. */
  @Column('date', { nullable: true })
  ordinaryOn!: string | null;

  /** Ordinary messages of that day, the digest among them. */
  @Column('integer', { default: 0 })
  ordinaryCount!: number;
}
