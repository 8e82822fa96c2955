import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '@citypath/runtime';
import {
  checkMigrations,
  checkRestored,
  ensureReaderRole,
  markRestored,
  Journeys,
  migrate,
  occupants,
  restoreRows,
  type DataSource,
  type JourneyKey,
} from '@citypath/store';
import { withDatabase } from '../with-database';
import { fileOf } from './back-up';
import { readManifest, type Manifest } from './manifest';
import { majorOf, runOn } from './pg-programs';

export interface Restored {
  folder: string;
  /** The moment that the database stands at now. */
  takenAt: string;
  tables: number;
  rows: number;
  /** Journeys that have not ended: their workflows may have gone further than these records. */
  openJourneys: string[];
}

/**
 * Fills an empty database from a backup. Before anything changes, every file is held against its SHA-256, and the
 * migrations against those of this version; afterwards every table against what was backed up.
 * @throws Error in plain words; the database is as empty as before, but for what pg_restore brought in otherwise
 * @throws PartAway when the database cannot be reached
 */
export async function restore(folder: string): Promise<Restored> {
  const { databaseUrl } = readConfig(['databaseUrl']);
  const manifest = await readManifest(folder);
  return withDatabase(
    databaseUrl,
    async (dataSource) => {
      const there = await occupants(dataSource);
      if (there.length > 0) throw new Error(notEmpty(databaseUrl, there));
      checkMigrations(dataSource, manifest);
      if (manifest.way === 'copy') {
        const openTable = (table: string) => createReadStream(join(folder, fileOf(table)));
        await restoreRows(dataSource, manifest, openTable, manifest.takenAt);
      } else {
        await restoreDump(dataSource, folder, manifest, databaseUrl);
      }
      const { takenAt, tables } = manifest;
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      return { folder, takenAt, tables: tables.length, rows, openJourneys: await openJourneys(dataSource) };
    },
    { statementTimeoutMs: 0 },
  );
}

async function restoreDump(
  dataSource: DataSource,
  folder: string,
  manifest: Manifest,
  databaseUrl: string,
): Promise<void> {
  const needed = Number(manifest.postgres.split('.')[0]);
  const major = await majorOf('pg_restore');
  if (major === null || major < needed)
    throw new Error(`The backup was made by pg_dump ${needed}: put pg_restore ${needed} or newer on the PATH.`);
  await ensureReaderRole(dataSource);
  const [dump] = manifest.files;
  if (!dump) throw new Error('The backup names no file.');
  await runOn(databaseUrl, 'pg_restore', [
    '--single-transaction',
    '--exit-on-error',
    '--no-owner',
    join(folder, dump.name),
  ]);
  await checkRestored(dataSource, manifest);
  await migrate(dataSource);
  await markRestored(dataSource, manifest.takenAt);
}

function notEmpty(databaseUrl: string, there: string[]): string {
  const { host, pathname } = new URL(databaseUrl);
  const some = there.slice(0, 5).join(', ');
  const more = there.length > 5 ? ` and ${there.length - 5} more` : '';
  return (
    `The database ${decodeURIComponent(pathname.slice(1))} on ${host} is not empty: it has ${some}${more}. ` +
    'Nothing was changed. Create another one (`createdb`), and name it in DATABASE_URL.'
  );
}

const PAGE = 500;

async function openJourneys(dataSource: DataSource): Promise<string[]> {
  const journeys = new Journeys(dataSource);
  const open: string[] = [];
  let after: JourneyKey | null = null;
  do {
    const page: Awaited<ReturnType<Journeys['list']>> = await journeys.list(
      { status: ['active', 'on-hold'], sight: null },
      { limit: PAGE, ...(after === null ? {} : { after }) },
    );
    open.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return open;
}
