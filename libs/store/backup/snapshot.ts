import { createHash } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { DataSource, QueryRunner } from 'typeorm';
import type { BackedUp, BackedUpSequence, BackedUpTable } from './backed-up';
import { AS_WRITTEN, copyOutOf, MIGRATIONS_TABLE, tableShapes, type TableShape } from './table-shape';

/** One moment of a database: whatever others write meanwhile, it stays as it was. */
export interface Snapshot {
  /** Names the moment to other connections (pg_dump). */
  id: string;
  /** Copies every table. @param openTable where the rows of each go; null: they are only counted and hashed */
  copyOut(openTable: ((table: string) => Writable) | null): Promise<BackedUp>;
}

/** Reads in one repeatable-read transaction, which ends with `read`. */
export async function atOneMoment<Result>(
  dataSource: DataSource,
  read: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await runner.query(AS_WRITTEN);
    const [row] = (await runner.query('SELECT pg_export_snapshot() AS id')) as { id: string }[];
    return await read({ id: row?.id ?? '', copyOut: (openTable) => copyOut(runner, openTable) });
  } finally {
    await runner.query('ROLLBACK').catch(() => undefined);
    await runner.release();
  }
}

/** What the tables hold, in the transaction of the runner. */
export async function copyOut(runner: QueryRunner, openTable: ((table: string) => Writable) | null): Promise<BackedUp> {
  const migrations = (await runner.query(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`)) as { name: string }[];
  const tables: BackedUpTable[] = [];
  for (const shape of await tableShapes(runner)) {
    tables.push(await copyTable(runner, shape, openTable?.(shape.name) ?? null));
  }
  const sequences = (await runner.query(
    `SELECT sequencename AS name, last_value::text AS "lastValue" FROM pg_sequences
     WHERE schemaname = 'public' AND sequencename <> $1 ORDER BY sequencename`,
    [`${MIGRATIONS_TABLE}_id_seq`],
  )) as BackedUpSequence[];
  return { migrations: migrations.map(({ name }) => name), tables, sequences };
}

async function copyTable(runner: QueryRunner, shape: TableShape, into: Writable | null): Promise<BackedUpTable> {
  const client = (await runner.connect()) as PoolClient;
  const stream = client.query(copyTo(copyOutOf(shape)));
  const hash = createHash('sha256');
  const hashed = async function* (rows: Readable): AsyncGenerator<Buffer> {
    for await (const chunk of rows as AsyncIterable<Buffer>) {
      hash.update(chunk);
      if (into) yield chunk;
    }
  };
  await (into ? pipeline(stream, hashed, into) : pipeline(stream, hashed, drain));
  return { name: shape.name, columns: shape.columns, rows: stream.rowCount, sha256: hash.digest('hex') };
}

async function drain(rows: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of rows);
}
