import { randomUUID } from 'node:crypto';
import { appendFile, chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '@citypath/local';
import { openDataSource, type DataSource } from '@citypath/store';
import { Caller } from '../support/caller';
import { citypath, type Ended } from '../support/citypath';
import { House } from '../support/house';
import { OwnProcess } from '../support/own-process';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
/** Databases that were made here. */
const made: string[] = [];

beforeAll(async () => {
  house = await House.start({ lettersAtOnce: true });
  yiwu = await takeOverYiwu(house);
  const officer = await house.as(yiwu.people.cro);
  await officer.does(`${yiwu.path}/steps/asw_report/submission`, report('报告 “quoted”'));
  // Words that COPY has to write otherwise than they are.
  await house.dataSource.query('UPDATE cities SET topic_en = $1', ['Flood\t1\\N\r\nsecond line\\.']);
  await house.deliver();
});
afterAll(async () => {
  for (const name of made) await house.dataSource.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await house.stop();
});

const folderOf = (name: string) => path.join(house.folder, name);

async function emptyDatabase(): Promise<string> {
  const name = `restored_${randomUUID().replaceAll('-', '')}`;
  await house.dataSource.query(`CREATE DATABASE ${name}`);
  made.push(name);
  const url = new URL(house.environment.DATABASE_URL);
  url.pathname = `/${name}`;
  return url.href;
}

const backUp = (folder: string, ...more: string[]): Promise<Ended> =>
  citypath(house.environment, ['backup', folder, ...more]);
const restore = (folder: string, url: string): Promise<Ended> =>
  citypath({ ...house.environment, DATABASE_URL: url }, ['restore', folder]);

async function inDatabase<Result>(url: string, look: (dataSource: DataSource) => Promise<Result>): Promise<Result> {
  const dataSource = await openDataSource(url, { poolSize: 1 });
  try {
    return await look(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** Every row of every table as text, and what each sequence gives next. */
async function contents(dataSource: DataSource): Promise<Record<string, unknown>> {
  const names = (kind: string) =>
    dataSource.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = '${kind}' ORDER BY 1`,
    );
  const all: Record<string, unknown> = {};
  for (const { name } of await names('r')) {
    const row = name === 'migrations' ? 'm.name' : 'm::text';
    all[name] = await dataSource.query(`SELECT ${row} AS row FROM ${name} m ORDER BY 1`);
  }
  for (const { name } of await names('S')) {
    if (name !== 'migrations_id_seq') all[name] = await dataSource.query(`SELECT last_value, is_called FROM ${name}`);
  }
  return all;
}

const tablesIn = (dataSource: DataSource) =>
  dataSource.query<unknown[]>(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`);

const migrationsIn = (dataSource: DataSource) =>
  dataSource.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');

describe.each([
  ['by whatever fits the server', [], undefined],
  ['by COPY', ['--by-copy'], / by COPY\./],
])('a backup %s', (how, more, says) => {
  let folder: string;
  let url: string;
  beforeAll(async () => {
    folder = folderOf(how);
    url = await emptyDatabase();
    const { said, code, complained } = await backUp(folder, ...more);
    expect([code, complained]).toEqual([0, '']);
    expect(said).toMatch(/^\d+ tables with \d+ rows \(\d+ KB\), as of 20\d\d-\d\d-\d\dT[\d:.]+Z, are in /);
    if (says) expect(said).toMatch(says);
  });

  test('restored into an empty database it is the same, row by row', async () => {
    const { said, code, complained } = await restore(folder, url);
    expect([code, complained]).toEqual([0, '']);
    expect(said).toMatch(/each was held against its SHA-256\./);
    expect(said).toContain('citypath recover');
    const [before, { restores, ...after }] = [await contents(house.dataSource), await inDatabase(url, contents)];
    // All that is new is that it was restored.
    expect([before['restores'], restores]).toEqual([[], [expect.anything()]]);
    delete before['restores'];
    expect(before['journal']).not.toEqual([]);
    expect(before['letters']).not.toEqual([]);
    expect(after).toEqual(before);
  });

  test('and the doctor finds it well: migrated, guarded, of our time, and still to be recovered', async () => {
    const { said } = await citypath({ ...house.environment, DATABASE_URL: url }, ['doctor', '--json']);
    const { findings } = JSON.parse(said) as { findings: { part: string; state: string }[] };
    expect(findings.filter(({ state }) => state !== 'ok').map(({ part }) => part)).toEqual(['restore']);
  });

  test('the manifest says what it is, and is for nobody else on this machine', async () => {
    const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as {
      migrations: string[];
      tables: { name: string; rows: number }[];
    };
    expect(manifest.migrations[0]).toBe('FirstTables1795305600000');
    const rows = (table: string) => manifest.tables.find(({ name }) => name === table)?.rows;
    const [counted] = await house.dataSource.query<{ facts: number }[]>('SELECT count(*)::int AS facts FROM journal');
    expect([rows('journeys'), rows('journal')]).toEqual([1, counted?.facts]);
    for (const file of await readdir(folder)) expect((await stat(path.join(folder, file))).mode & 0o077).toBe(0);
  });
});

test('where no pg_dump of the server’s version is on the PATH it goes by COPY', async () => {
  const bin = folderOf('bin');
  await mkdir(bin);
  const old = path.join(bin, 'pg_dump');
  await writeFile(old, '#!/bin/sh\necho "pg_dump (PostgreSQL) 9.6.24"\n');
  await chmod(old, 0o755);
  const { said, code } = await citypath({ ...house.environment, PATH: bin }, ['backup', folderOf('old-pg-dump')]);
  expect([said, code]).toEqual([expect.stringMatching(/ by COPY\./), 0]);
});

test('a backup of an older schema comes back with the newest one', async () => {
  const [older, url] = [await emptyDatabase(), await emptyDatabase()];
  const folder = folderOf('older');
  await inDatabase(older, async (dataSource) => {
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.undoLastMigration();
  });
  expect((await citypath({ ...house.environment, DATABASE_URL: older }, ['backup', folder])).code).toBe(0);
  expect((await restore(folder, url)).code).toBe(0);
  expect(await inDatabase(url, migrationsIn)).toEqual(await migrationsIn(house.dataSource));
});

describe('a restore is refused by name, and changes nothing', () => {
  let good: string;
  let url: string;
  beforeAll(async () => {
    good = folderOf('good');
    url = await emptyDatabase();
    await backUp(good, '--by-copy');
  });

  async function refused(folder: string, because: RegExp): Promise<void> {
    const { code, said, complained } = await restore(folder, url);
    expect([code, said]).toEqual([1, '']);
    expect(complained).toMatch(because);
    expect(await inDatabase(url, tablesIn)).toEqual([]);
  }

  async function spoiled(name: string, spoil: (folder: string) => Promise<void>): Promise<string> {
    const folder = folderOf(name);
    await backUp(folder, '--by-copy');
    await spoil(folder);
    return folder;
  }

  test('what is no backup, or one that was broken off', async () => {
    const folder = await spoiled('broken-off', (there) => rm(path.join(there, 'manifest.json')));
    await refused(folder, /broken-off is no backup, or one that did not come to its end/);
    await refused(folderOf('never-made'), /never-made is no backup/);
  });

  test('one of whose files was changed', async () => {
    const folder = await spoiled('changed', (there) => appendFile(path.join(there, 'journal.copy'), 'more\n'));
    await refused(folder, /The backup was changed: journal\.copy is not what was written\./);
  });

  test('one that has lost a file', async () => {
    const folder = await spoiled('lost', (there) => rm(path.join(there, 'letters.copy')));
    await refused(folder, /The backup has lost letters\.copy\./);
  });

  test('one of a newer version', async () => {
    const folder = await spoiled('newer', (there) =>
      changeManifest(there, (manifest) => (manifest.migrations as string[]).push('FromTheFuture')),
    );
    await refused(folder, /newer version of CityPath, which has also FromTheFuture/);
  });

  test('one whose manifest says otherwise of a table than its file: also what came in is taken back', async () => {
    const folder = await spoiled('otherwise', (there) =>
      changeManifest(there, (manifest) => {
        const journal = (manifest.tables as { name: string; sha256: string }[]).find(({ name }) => name === 'journal');
        Object.assign(journal ?? {}, { sha256: '0'.repeat(64) });
      }),
    );
    await refused(folder, /The table journal came out of the backup otherwise than it went in\./);
  });

  test('a database that has something in it', async () => {
    const before = await contents(house.dataSource);
    const { code, complained } = await restore(good, house.environment.DATABASE_URL);
    expect(code).toBe(1);
    expect(complained).toMatch(
      /^The database story_\w+ on .+ is not empty: it has bulk_act_rows, bulk_acts, calendar_notices, /,
    );
    expect(await contents(house.dataSource)).toEqual(before);
  });

  test('and a database that is away', async () => {
    const { code } = await restore(good, 'postgres://citypath:x@127.0.0.1:1/citypath');
    expect(code).toBe(3);
  });
});

test('a backup goes into a folder of its own, and overwrites nothing', async () => {
  const folder = folderOf('taken');
  await mkdir(folder);
  await writeFile(path.join(folder, 'letter.txt'), 'mine');
  const { code, complained } = await backUp(folder);
  expect([code, complained]).toEqual([1, `${folder} is not empty: a backup goes into a folder of its own.\n`]);
  expect(await readdir(folder)).toEqual(['letter.txt']);
});

test('the house goes on from what was restored, after it was recovered as it says', async () => {
  const [folder, url] = [folderOf('going-on'), await emptyDatabase()];
  await backUp(folder);
  // What comes later is not in the backup, while the workflow knows of it.
  const later = { dueOn: '2099-03-02', reason: 'The mayor is travelling.' };
  await (await house.as(yiwu.people.manager)).does(`${yiwu.path}/steps/leadership_group/date`, later);
  await restore(folder, url);
  await Promise.all([house.processes.api.stop(), house.processes.worker.stop()]);
  const port = String(await freePort());
  const environment = { ...house.environment, DATABASE_URL: url, PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` };
  const facts = () =>
    inDatabase(url, (dataSource) => dataSource.query<{ seq: number }[]>('SELECT seq FROM journal ORDER BY seq'));
  const before = await facts();
  const { said, code } = await citypath(environment, ['recover']);
  expect([said, code]).toEqual([expect.stringContaining(`${yiwu.journeyId}: 1 fact`), 0]);
  const parts = [new OwnProcess('api', environment), new OwnProcess('worker', environment)];
  try {
    await Promise.all(parts.map((part) => part.start()));
    const manager = await Caller.signedIn(environment.PUBLIC_URL, yiwu.people.manager);
    await manager.does(`${yiwu.path}/steps/asw_report/acceptance`, {});
    expect((await facts()).length).toBeGreaterThan(before.length + 1);
  } finally {
    await Promise.all(parts.map((part) => part.stop()));
  }
});

async function changeManifest(folder: string, change: (manifest: Record<string, unknown>) => void): Promise<void> {
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  change(manifest);
  await writeFile(file, JSON.stringify(manifest));
}
