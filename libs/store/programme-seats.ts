import { type DataSource, In } from 'typeorm';
import { PERSON_COLUMNS, personOfRow, type Person, type PersonRowRead } from './person';
import type { ProgrammeSeat } from './plain';
import { ProgrammeSeat as ProgrammeSeatRow } from './rows/programme-seat';
import { sql } from './sql';

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
    const [row] = await sql<PersonRowRead>(
      this.dataSource,
      `SELECT ${PERSON_COLUMNS} FROM people p
       WHERE p.id = (SELECT person_id FROM programme_seats WHERE programme = $1 AND seat = $2)`,
      [programme, seat],
    );
    return row ? personOfRow(row) : null;
  }

  /** @returns the seats that are held in these programmes; one statement */
  async ofProgrammes(programmes: string[]): Promise<ProgrammeSeat[]> {
    return this.dataSource
      .getRepository(ProgrammeSeatRow)
      .find({ where: { programme: In(programmes) }, order: { programme: 'ASC', seat: 'ASC' } });
  }
}
