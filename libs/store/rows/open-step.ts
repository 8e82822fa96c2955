import type { OpenNeed } from '@citypath/journey';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Journey } from './journey';

/**
 * Something that a journey waits for, and of whom, drawn out of its state so that lists over all cities are one
 * question to the database. Written with the read model and with nothing else. It knows no today: `zone` is the city's.
 */
@Entity('open_steps')
@Index('open_steps_by_holder', ['holder'])
@Index('open_steps_by_liaison', ['liaison'])
@Index('open_steps_by_programme', ['programmeKey', 'dueOn'])
export class OpenStep {
  @ForeignKey(() => Journey, { name: 'open_steps_journey' })
  @PrimaryColumn('text')
  journeyId!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  kind!: OpenNeed['kind'];

  @Column('text')
  programmeKey!: string;

  @Column('text')
  cityKey!: string;

  /** IANA name of the zone in which the days count. */
  @Column('text')
  zone!: string;

  @Column('text')
  seat!: string;

  /** Null: a programme's seat, whose holder is a people's record. */
  @Column('text', { nullable: true })
  holder!: string | null;

  @Column('text', { nullable: true })
  liaison!: string | null;

  @Column('text', { nullable: true })
  stepRef!: string | null;

  /** Of an occurrence that has a name of its own. */
  @Column('text', { nullable: true })
  title!: string | null;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('date', { nullable: true })
  atRiskFromOn!: string | null;

  @Column('boolean')
  optional!: boolean;

  @Column('boolean')
  quarterly!: boolean;

  @Column('boolean')
  waiver!: boolean;

  /** The seat that nobody holds. */
  @Column('text', { nullable: true })
  vacant!: string | null;

  /** Reference of the question's words. */
  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('text', { nullable: true })
  askedBy!: string | null;

  @Column('date', { nullable: true })
  sinceOn!: string | null;
}
