import type { DataSource } from '@citypath/store';

/**
 * Empties tables between two tests, with all that names their rows. Facts and acts are append-only: only the server's
 * administrator, who says so, gets past that. The house itself has no such way.
 */
export async function emptyTables(dataSource: DataSource, ...tables: string[]): Promise<void> {
  await dataSource.query(
    `BEGIN; SET LOCAL session_replication_role = replica; TRUNCATE ${tables.join(', ')} CASCADE; COMMIT`,
  );
}
