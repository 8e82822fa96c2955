import type { DataSource } from 'typeorm';
import { sql } from './sql';

/** How the migrations of this version and those that ran in the database fit together. */
export interface SchemaStanding {
  /** Ran, in the order in which they ran. */
  ran: string[];
  /** Known here, and yet to run. */
  pending: string[];
  /** Ran there, and not known here: the database belongs to a newer version, or to something else. */
  unknown: string[];
}

/** Looks which migrations ran; changes nothing, also in an empty database. */
export async function schemaStanding(dataSource: DataSource): Promise<SchemaStanding> {
  const known = migrationNames(dataSource);
  const [table] = await sql<{ there: boolean }>(
    dataSource,
    `SELECT to_regclass('migrations') IS NOT NULL AS there`,
    [],
  );
  const rows = table?.there
    ? await sql<{ name: string }>(dataSource, 'SELECT name FROM migrations ORDER BY id', [])
    : [];
  const ran = rows.map(({ name }) => name);
  return {
    ran,
    pending: known.filter((name) => !ran.includes(name)),
    unknown: ran.filter((name) => !known.includes(name)),
  };
}

/** @returns the names of the migrations of this version, in order */
export function migrationNames(dataSource: DataSource): string[] {
  return dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
}
