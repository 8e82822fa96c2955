import { readConfig } from '@citypath/runtime';
import { migrate } from '@citypath/store';
import { withDatabase } from '../with-database';

/** Brings the database to the newest schema. @returns the names of the migrations that ran now */
export async function migrateDatabase(): Promise<{ migrated: string[] }> {
  const { databaseUrl } = readConfig(['databaseUrl']);
  const unhurried = { statementTimeoutMs: 0 };
  return withDatabase(databaseUrl, async (dataSource) => ({ migrated: await migrate(dataSource) }), unhurried);
}
