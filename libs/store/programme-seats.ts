import { type DataSource, In } from 'typeorm';
import type { Person, ProgrammeSeat } from './plain';
import { Person as PersonRow } from './rows/person';
import { ProgrammeSeat as ProgrammeSeatRow } from './rows/programme-seat';

/** Who holds the seats of whole programmes. The seats of a city are facts of its journey. */
export class ProgrammeSeats {
  constructor(private readonly dataSource: DataSource) {}

  /** Gives a seat to a person, and takes it from whoever held it. */
  async appoint(programme: string, seat: string, personId: string): Promise<void> {
    await this.dataSource.getRepository(ProgrammeSeatRow).upsert({ programme, seat, personId }, ['programme', 'seat']);
  }

  async vacate(programme: string, seat: string): Promise<void> {
    await this.dataSource.getRepository(ProgrammeSeatRow).delete({ programme, seat });
  }

  /** @returns who holds the seat now; null: it is vacant */
  async holder(programme: string, seat: string): Promise<Person | null> {
    return this.dataSource
      .getRepository(PersonRow)
      .createQueryBuilder('person')
      .innerJoin(ProgrammeSeatRow, 'held', 'held.personId = person.id')
      .where('held.programme = :programme AND held.seat = :seat', { programme, seat })
      .getOne();
  }

  /** @returns the seats that are held in these programmes; one statement */
  async ofProgrammes(programmes: string[]): Promise<ProgrammeSeat[]> {
    return this.dataSource
      .getRepository(ProgrammeSeatRow)
      .find({ where: { programme: In(programmes) }, order: { programme: 'ASC', seat: 'ASC' } });
  }
}
