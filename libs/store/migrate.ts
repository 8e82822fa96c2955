import type { DataSource } from 'typeorm';

/** Any number: the same for all processes that migrate this database. */
const MIGRATION_LOCK = 4_159_217;

/**
 * Brings the database to the newest schema. Processes that start at the same time wait for each other.
 * Takes two connections of the pool. A migration may take long: open the data source without a statement timeout.
 *
 * @returns the names of the migrations that were run now
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const run = await dataSource.runMigrations({ transaction: 'each' });
    return run.map((migration) => migration.name);
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await guard.release();
  }
}
