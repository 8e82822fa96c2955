import type { DataSource, EntityManager } from 'typeorm';
import { PeopleAct as PeopleActRow, type PeopleActKind } from './rows/people-act';
import type { Instant } from './types';

/** Who did what to whose record. */
export interface PeopleAct {
  at: Instant;
  byPerson: string;
  personId: string;
  kind: PeopleActKind;
  programme?: string;
  seat?: string;
  reason?: string;
}

/** The append-only trail of acts upon people's records. */
export class PeopleActs {
  constructor(private readonly dataSource: DataSource) {}

  async note(act: PeopleAct): Promise<void> {
    await notePeopleAct(this.dataSource.manager, act);
  }
}

/** The same within a transaction that does the act. */
export async function notePeopleAct(on: EntityManager, act: PeopleAct): Promise<void> {
  await on.getRepository(PeopleActRow).insert(act);
}
