import type { DataSource, QueryRunner } from 'typeorm';

/**
 * Writes down that these records came back from a backup: from here on no letter goes and nothing is recorded until the
 * recovery has ended.
 * @param backupOf the moment that the records are of
 */
export async function markRestored(on: DataSource | QueryRunner, backupOf: string): Promise<void> {
  await on.query('INSERT INTO restores (restored_at, backup_of) VALUES (now(), $1)', [backupOf]);
}
