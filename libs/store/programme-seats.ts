import { type DataSource, In } from 'typeorm';
import { notePeopleAct } from './people-acts';
import { PERSON_COLUMNS, personOfRow, type Person, type PersonRowRead } from './person';
import type { ProgrammeSeat } from './plain';
import { ProgrammeSeat as ProgrammeSeatRow } from './rows/programme-seat';
import { sql } from './sql';
import type { Instant } from './types';

/** Who holds the seats of whole programmes. The seats of a city are facts of its journey. */
export class ProgrammeSeats {
  constructor(private readonly dataSource: DataSource) {}

  /** The same as `appoint` and `vacate`, with a line in the trail for whoever gets the seat and whoever loses it. */
  async give(
    programme: string,
    seat: string,
    personId: string | null,
    by: { person: string; at: Instant },
  ): Promise<void> {
    await this.dataSource.transaction(async (transaction) => {
      const [before] = await sql<{ person_id: string }>(
        transaction,
        'SELECT person_id FROM programme_seats WHERE programme = $1 AND seat = $2 FOR UPDATE',
        [programme, seat],
      );
      if ((before?.person_id ?? null) === personId) return;
      const act = { at: by.at, byPerson: by.person, programme, seat };
      if (before) await notePeopleAct(transaction, { ...act, personId: before.person_id, kind: 'seat-withdrawn' });
      if (personId === null) {
        await transaction.delete(ProgrammeSeatRow, { programme, seat });
        return;
      }
      await transaction.getRepository(ProgrammeSeatRow).upsert({ programme, seat, personId }, ['programme', 'seat']);
      await notePeopleAct(transaction, { ...act, personId, kind: 'seat-given' });
    });
  }

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
