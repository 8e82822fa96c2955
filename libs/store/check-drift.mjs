/**
 * Migrates an empty database and compares it with the rows: `npm run check:drift:migrations`, after a build.
 * CITYPATH_TEST_DATABASE_URL names a PostgreSQL whose role may create databases.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate, openDataSource, schemaDrift } from '@citypath/store';

const clusterUrl = process.env.CITYPATH_TEST_DATABASE_URL;
if (!clusterUrl) {
  console.error('CITYPATH_TEST_DATABASE_URL is missing: the address of a PostgreSQL to compare in.');
  process.exit(2);
}

const name = `drift_${randomBytes(6).toString('hex')}`;
const administrator = new pg.Client({ connectionString: clusterUrl });
await administrator.connect();
await administrator.query(`CREATE DATABASE ${name}`);
try {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  const dataSource = await openDataSource(url.href);
  try {
    await migrate(dataSource);
    const drift = await schemaDrift(dataSource);
    if (drift.length > 0) {
      console.error('The rows say something else than the migrations. A new migration would have to run:');
      for (const statement of drift) console.error(`  ${statement}`);
      process.exitCode = 1;
    } else {
      console.log('Rows and migrations say the same.');
    }
  } finally {
    await dataSource.destroy();
  }
} finally {
  await administrator.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await administrator.end();
}
