import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { migrationNames } from '../schema-standing';
import { markRestored } from '../recovery/mark-restored';
import { READER_ROLE } from '../reader-transaction';
import { sql } from '../sql';
import type { BackedUp } from './backed-up';
import { copyOut } from './snapshot';
import { AS_WRITTEN, copyInto } from './table-shape';

/** What keeps a backup from being restored; nothing has changed. */
export class CannotRestore extends Error {
  constructor(because: string) {
    super(because);
    this.name = 'CannotRestore';
  }
}

/** @returns what lies in the database already: tables, views and sequences, by name */
export async function occupants(dataSource: DataSource): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    dataSource,
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'
       AND n.nspname NOT LIKE 'pg\\_temp%' AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     ORDER BY c.relname`,
    [],
  );
  return rows.map(({ name }) => name);
}

/** @throws CannotRestore when the backup's migrations are not the first ones of this version, in order */
export function checkMigrations(dataSource: DataSource, { migrations }: BackedUp): void {
  const known = migrationNames(dataSource);
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new CannotRestore(`The backup is of a newer version of CityPath, which has also ${unknown.join(', ')}.`);
}

/**
 * Makes the tables as they were by their own migrations, fills them, holds each against its SHA-256, and brings them to
 * the newest schema: all in one transaction.
 * @param openTable the rows of a table, as COPY wrote them
 * @param backupOf the moment that they are of: from then on the recovery is awaited
 * @throws CannotRestore when what came in is not what was written
 */
export async function restoreRows(
  dataSource: DataSource,
  backedUp: BackedUp,
  openTable: (table: string) => Readable,
  backupOf: string,
): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(AS_WRITTEN);
    await runMigrations(dataSource, runner, backedUp.migrations);
    for (const table of backedUp.tables) {
      const client = (await runner.connect()) as PoolClient;
      await pipeline(openTable(table.name), client.query(copyFrom(copyInto(table))));
    }
    for (const { name, lastValue } of backedUp.sequences) {
      if (lastValue !== null) await runner.query('SELECT setval($1::regclass, $2::bigint)', [`"${name}"`, lastValue]);
    }
    await checkRows(runner, backedUp);
    await runMigrations(dataSource, runner, migrationNames(dataSource));
    await markRestored(runner, backupOf);
    await runner.commitTransaction();
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

/** Holds what is in a database against what was backed up. @throws CannotRestore that names the first table that differs */
export async function checkRestored(dataSource: DataSource, backedUp: BackedUp): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(AS_WRITTEN);
    await checkRows(runner, backedUp);
  } finally {
    await runner.rollbackTransaction().catch(() => undefined);
    await runner.release();
  }
}

/** The role of the server that policies name: a dump of one database does not bring it. */
export async function ensureReaderRole(dataSource: DataSource): Promise<void> {
  const [row] = await sql<{ there: boolean }>(
    dataSource,
    'SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS there',
    [READER_ROLE],
  );
  if (!row?.there) await dataSource.query(`CREATE ROLE ${READER_ROLE} NOLOGIN`);
  await dataSource.query(`GRANT ${READER_ROLE} TO CURRENT_USER`);
}

async function checkRows(runner: QueryRunner, backedUp: BackedUp): Promise<void> {
  const now = await copyOut(runner, null);
  const differs = backedUp.tables.find(({ name, sha256 }) =>
    now.tables.every((t) => t.name !== name || t.sha256 !== sha256),
  );
  if (differs) throw new CannotRestore(`The table ${differs.name} came out of the backup otherwise than it went in.`);
}

async function runMigrations(dataSource: DataSource, runner: QueryRunner, names: readonly string[]): Promise<void> {
  const some = dataSource.migrations.filter((migration) =>
    names.includes(migration.name ?? migration.constructor.name),
  );
  // A view of the data source that knows of no others; the runner's own transaction stays the only one.
  const known = new Proxy(dataSource, {
    get: (target, name, receiver): unknown => (name === 'migrations' ? some : Reflect.get(target, name, receiver)),
  });
  await new MigrationExecutor(known, runner).executePendingMigrations();
}
