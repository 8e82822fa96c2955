import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { openDataSource } from '../data-source';
import { migrate } from '../migrate';

export interface OwnDatabase {
  url: string;
  dataSource: DataSource;
  /** Each statement sent since the array was last emptied. */
  statements: string[];
  drop(): Promise<void>;
}

/**
 * A migrated database for one spec file.
 *
 * @param clusterUrl address of a role that may create databases: CITYPATH_TEST_DATABASE_URL
 */
export async function ownDatabase(clusterUrl: string | undefined): Promise<OwnDatabase> {
  if (!clusterUrl) throw new Error('CITYPATH_TEST_DATABASE_URL names no PostgreSQL: run `npm test`.');
  const name = `store_${randomBytes(6).toString('hex')}`;
  await asAdministrator(clusterUrl, `CREATE DATABASE ${name}`);
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  const statements: string[] = [];
  const dataSource = await openDataSource(url.href, { onStatement: (sql) => statements.push(sql) });
  await migrate(dataSource);
  return {
    url: url.href,
    dataSource,
    statements,
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
