import type { DataSource, EntityManager } from 'typeorm';
import { sql } from '../sql';
import type { Instant } from '../types';

/**
 * SQL: the records came back from a backup, and what happened after it is not known yet. Whatever is posted or recorded
 * in this state could be something that was posted or recorded before.
 */
export const AWAITS_RECOVERY = 'EXISTS (SELECT FROM restores WHERE recovered_at IS NULL)';

/** A restore that waits for its recovery. */
export interface AwaitedRecovery {
  restoredAt: Instant;
  /** The moment that the records are of. */
  backupOf: Instant;
}

/** @returns the newest restore whose recovery is awaited; null: there is none; one statement */
export async function awaitedRecovery(on: DataSource | EntityManager): Promise<AwaitedRecovery | null> {
  const [row] = await sql<{ restored_at: Date; backup_of: Date }>(
    on,
    'SELECT restored_at, backup_of FROM restores WHERE recovered_at IS NULL ORDER BY restored_at DESC LIMIT 1',
    [],
  );
  if (!row) return null;
  return {
    restoredAt: row.restored_at.toISOString() as Instant,
    backupOf: row.backup_of.toISOString() as Instant,
  };
}

/** Nothing is recorded before what happened after the backup is known. */
export class AwaitsRecovery extends Error {
  constructor() {
    super('The records came back from a backup and were not recovered yet.');
    this.name = 'AwaitsRecovery';
  }
}
