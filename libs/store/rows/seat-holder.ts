import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Journey } from './journey';

/** How somebody sits in a seat: it is theirs, or they work for whoever holds it. */
export type Standing = 'holder' | 'liaison';

/**
 * Who sits in which seat of a city, drawn out of the journey's state so that one can ask by person. Written with the
 * read model and with nothing else; a seat that nobody holds has no row.
 */
@Entity('seat_holders')
@Index('seat_holders_by_person', ['personId'])
export class SeatHolder {
  @ForeignKey(() => Journey, { name: 'seat_holders_journey' })
  @PrimaryColumn('text')
  journeyId!: string;

  @PrimaryColumn('text')
  seat!: string;

  @PrimaryColumn('text')
  standing!: Standing;

  @Column('text')
  personId!: string;

  @Column('text')
  programmeKey!: string;

  @Column('text')
  cityKey!: string;
}
