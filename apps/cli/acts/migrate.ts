import { readConfig } from '@citypath/runtime';
import { migrate, openDataSource } from '@citypath/store';

/** Brings the database to the newest schema. */
export async function migrateDatabase(): Promise<{ migrated: string[] }> {
  const { databaseUrl } = readConfig(['databaseUrl']);
  const dataSource = await openDataSource(databaseUrl, { poolSize: 2, applicationName: 'citypath-cli' });
  try {
    return { migrated: await migrate(dataSource) };
  } finally {
    await dataSource.destroy();
  }
}
