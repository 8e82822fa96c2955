import { randomBytes } from 'node:crypto';
import { migrate, openDataSource, type DataSource } from '@citypath/store';
import { Client } from 'pg';

export interface OwnDatabase {
  url: string;
  dataSource: DataSource;
  drop(): Promise<void>;
}

/** A migrated database for one test file, in the cluster that `npm test` started for all of them. */
export async function ownDatabase(clusterUrl = process.env['CITYPATH_TEST_DATABASE_URL']): Promise<OwnDatabase> {
  if (!clusterUrl) throw new Error('CITYPATH_TEST_DATABASE_URL names no PostgreSQL: run `npm test`.');
  const name = `story_${randomBytes(6).toString('hex')}`;
  await asAdministrator(clusterUrl, `CREATE DATABASE ${name}`);
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  const dataSource = await openDataSource(url.href);
  await migrate(dataSource);
  return {
    url: url.href,
    dataSource,
    drop: async () => {
      await dataSource.destroy();
      await asAdministrator(clusterUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function asAdministrator(clusterUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: clusterUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
