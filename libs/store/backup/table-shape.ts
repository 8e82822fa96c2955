import type { QueryRunner } from 'typeorm';

/** Our own bookkeeping of TypeORM's: a restore makes it anew. */
export const MIGRATIONS_TABLE = 'migrations';

/** What one has to know of a table to write its rows and to read them again. */
export interface TableShape {
  name: string;
  columns: string[];
  key: string[];
}

const SHAPES = `
  SELECT c.relname AS name,
    ARRAY(SELECT attname::text FROM pg_attribute
      WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
    ARRAY(SELECT a.attname::text FROM pg_index i
      CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
      WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place) AS key,
    ARRAY(SELECT f.relname::text FROM pg_constraint r JOIN pg_class f ON f.oid = r.confrelid
      WHERE r.conrelid = c.oid AND r.contype = 'f' AND r.confrelid <> c.oid) AS "refersTo"
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1
  ORDER BY c.relname`;

/** The tables of a database, each after those that it refers to. */
export async function tableShapes(runner: QueryRunner): Promise<TableShape[]> {
  const found = (await runner.query(SHAPES, [MIGRATIONS_TABLE])) as (TableShape & { refersTo: string[] })[];
  const sorted: TableShape[] = [];
  let waiting = found;
  while (waiting.length > 0) {
    const isThere = (name: string) => sorted.some((table) => table.name === name);
    const ready = waiting.filter(({ refersTo }) => refersTo.every(isThere));
    if (ready.length === 0)
      throw new Error(`Tables refer to each other: ${waiting.map(({ name }) => name).join(', ')}.`);
    sorted.push(...ready.map(({ name, columns, key }) => ({ name, columns, key })));
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return sorted;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** COPY of all rows, in an order that no server's language changes. */
export function copyOutOf({ name, columns, key }: TableShape): string {
  const order = key.length > 0 ? key : columns;
  const by = `ROW(${order.map(quoted).join(', ')})::text COLLATE "C"`;
  return `COPY (SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)} ORDER BY ${by}) TO STDOUT`;
}

export function copyInto({ name, columns }: Pick<TableShape, 'name' | 'columns'>): string {
  return `COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`;
}

/** For the rest of the transaction: values are written alike by every server, and nothing is left out or given up. */
export const AS_WRITTEN = `
  SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL client_encoding = 'UTF8';
  SET LOCAL row_security = off; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`;
