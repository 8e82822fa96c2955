import type { Fact } from '@citypath/journey';
import type { Instant } from '../types';

/** A fact as a row of the journal: the stamp in columns, the rest as JSON. */
export interface FactRow {
  seq: number;
  kind: string;
  body: Record<string, unknown>;
  recorded_at: string | Date;
  by_person: string | null;
  on_behalf_of: string | null;
  command_id: string;
  command_hash: string;
}

/** The columns that make a fact, for SELECT lists. */
export const FACT_COLUMNS = 'seq, kind, body, recorded_at, by_person, on_behalf_of, command_id, command_hash';

/** The row that a fact is written as. */
export function rowOfFact(fact: Fact): FactRow {
  const { seq, kind, recordedAt, by, onBehalfOf, commandId, commandHash, ...body } = fact;
  return {
    seq,
    kind,
    body,
    recorded_at: recordedAt,
    by_person: by,
    on_behalf_of: onBehalfOf,
    command_id: commandId,
    command_hash: commandHash,
  };
}

/** The fact that a row was written from. */
export function factOfRow(row: FactRow): Fact {
  const stamp = {
    seq: row.seq,
    recordedAt: new Date(row.recorded_at).toISOString() as Instant,
    by: row.by_person,
    onBehalfOf: row.on_behalf_of,
    commandId: row.command_id,
    commandHash: row.command_hash,
  };
  // The journal holds only what record() wrote, and that took a Fact apart.
  return { ...row.body, kind: row.kind, ...stamp } as Fact;
}
