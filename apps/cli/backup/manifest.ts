import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BackedUp } from '@citypath/store';

/** What a folder with a backup holds. */
export interface Manifest extends BackedUp {
  format: 1;
  /** The moment that the tables are of, by the database's clock. */
  takenAt: string;
  /** The server that they come from: '18.4'. */
  postgres: string;
  way: 'pg_dump' | 'copy';
  /** Every other file of the folder. */
  files: { name: string; bytes: number; sha256: string }[];
}

export const MANIFEST = 'manifest.json';

/** Last, and in one go: a folder with a manifest is a whole backup. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const file = join(folder, MANIFEST);
  await writeFile(`${file}.partial`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.partial`, file);
}

/** @throws Error in plain words when the folder is no whole backup, or when a file of it was changed */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null);
  if (text === null)
    throw new Error(`${folder} is no backup, or one that did not come to its end: it has no ${MANIFEST}.`);
  const manifest = parsed(text);
  if (manifest === null) throw new Error(`The ${MANIFEST} of ${folder} is none that this version can read.`);
  for (const { name, bytes, sha256 } of manifest.files) {
    const file = join(folder, name);
    const size = await stat(file).then(
      (there) => there.size,
      () => null,
    );
    if (size === null) throw new Error(`The backup has lost ${name}.`);
    if (size !== bytes || (await sha256Of(file)) !== sha256)
      throw new Error(`The backup was changed: ${name} is not what was written.`);
  }
  return manifest;
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function parsed(text: string): Manifest | null {
  try {
    const given = JSON.parse(text) as Partial<Manifest> | null;
    const lists = [given?.migrations, given?.tables, given?.sequences, given?.files];
    const isOurs = given?.format === 1 && (given.way === 'copy' || given.way === 'pg_dump');
    return isOurs && lists.every(Array.isArray) ? (given as Manifest) : null;
  } catch {
    return null;
  }
}
