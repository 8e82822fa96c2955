import { createWriteStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '@citypath/runtime';
import { atOneMoment, schemaStanding, serverStanding, type BackedUp, type Snapshot } from '@citypath/store';
import { withDatabase } from '../with-database';
import { sha256Of, writeManifest, type Manifest } from './manifest';
import { majorOf, runOn } from './pg-programs';

export interface BackupWishes {
  /** Not by pg_dump, also where it fits: a restore then makes roles, rights and policies anew. */
  byCopy?: boolean;
}

export interface TakenBackup {
  folder: string;
  takenAt: string;
  postgres: string;
  way: Manifest['way'];
  tables: number;
  rows: number;
  bytes: number;
}

const DUMP = 'database.dump';

/**
 * Writes all that the database holds at one moment into a folder: by pg_dump where there is one of the server's own
 * major version, else by COPY. Others may go on writing meanwhile.
 * @throws Error in plain words when the folder has something in it, or when the database is not of this version
 * @throws PartAway when the database cannot be reached
 */
export async function backUp(folder: string, { byCopy = false }: BackupWishes = {}): Promise<TakenBackup> {
  const { databaseUrl } = readConfig(['databaseUrl']);
  // It holds the addresses of people and the secrets of the house: it is for nobody else on this machine.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new Error(`${folder} is not empty: a backup goes into a folder of its own.`);
  return withDatabase(
    databaseUrl,
    async (dataSource) => {
      const { unknown } = await schemaStanding(dataSource);
      if (unknown.length > 0)
        throw new Error(`The database is of a newer version of CityPath, which has also ${unknown.join(', ')}.`);
      const { version: postgres, major, clockAt: takenAt } = await serverStanding(dataSource);
      const way = !byCopy && (await majorOf('pg_dump')) === major ? 'pg_dump' : 'copy';
      return atOneMoment(dataSource, async (snapshot) => {
        const held = await (way === 'copy' ? byCopying(snapshot, folder) : byDumping(snapshot, folder, databaseUrl));
        const files = await filesOf(folder);
        await writeManifest(folder, { format: 1, takenAt, postgres, way, ...held, files });
        const rows = held.tables.reduce((sum, table) => sum + table.rows, 0);
        const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
        return { folder, takenAt, postgres, way, tables: held.tables.length, rows, bytes };
      });
    },
    { statementTimeoutMs: 0 },
  );
}

/** The name of the file with the rows of a table. */
export const fileOf = (table: string): string => `${table}.copy`;

function byCopying(snapshot: Snapshot, folder: string): Promise<BackedUp> {
  return snapshot.copyOut((table) => createWriteStream(join(folder, fileOf(table)), { mode: 0o600, flags: 'wx' }));
}

async function byDumping(snapshot: Snapshot, folder: string, databaseUrl: string): Promise<BackedUp> {
  // Its rows are read once more, of the same moment: so that a restore can be held against them.
  const file = createWriteStream(join(folder, DUMP), { mode: 0o600, flags: 'wx' });
  await new Promise<void>((resolve, reject) => file.once('error', reject).end(resolve));
  await runOn(databaseUrl, 'pg_dump', [
    '--format=custom',
    '--no-owner',
    `--snapshot=${snapshot.id}`,
    `--file=${join(folder, DUMP)}`,
  ]);
  return snapshot.copyOut(null);
}

async function filesOf(folder: string): Promise<Manifest['files']> {
  const files: Manifest['files'] = [];
  for (const name of (await readdir(folder)).sort()) {
    const file = join(folder, name);
    files.push({ name, bytes: (await stat(file)).size, sha256: await sha256Of(file) });
  }
  return files;
}
