import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person';

/** Who holds a seat of a whole programme (manager, director). A seat without a row is vacant. */
@Entity('programme_seats')
@Index('programme_seats_by_person', ['personId'])
export class ProgrammeSeat {
  @PrimaryColumn('text')
  programme!: string;

  @PrimaryColumn('text')
  seat!: string;

  @ForeignKey(() => Person, { name: 'programme_seats_person' })
  @Column('text')
  personId!: string;
}
