import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import path from 'node:path';
import type { Instant } from '@citypath/calendar';
import { openDataSource } from '@citypath/store';
import { msToTs } from '@temporalio/common/lib/time';
import { SMTPServer } from 'smtp-server';
import { citypath } from '../support/citypath';
import { House } from '../support/house';
import { MailListener } from '../support/mail-listener';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import { ownPostgres, type OwnServer } from '../support/own-servers';

interface Finding {
  part: string;
  state: 'ok' | 'wrong' | 'away' | 'unseen';
  says: string;
  mend: string | null;
}
type Environment = Record<string, string | undefined>;

/** Nothing listens there. */
const NOWHERE = '127.0.0.1:1';

let house: House;
let notMail: Server;
let clearMail: MailListener;

beforeAll(async () => {
  house = await House.start();
  clearMail = await MailListener.open();
  notMail = createServer((socket) => socket.on('error', () => undefined).end('SSH-2.0-no-mail-here\r\n'));
  notMail.listen(0, '127.0.0.1');
  await once(notMail, 'listening');
});
afterAll(async () => {
  await clearMail.stop();
  notMail.close();
  await house.stop();
});

/** What the doctor finds in the house when its environment is changed so. */
async function found(change: Environment = {}, standsAt: Instant | null = null) {
  const { said, code } = await citypath({ ...house.environment, ...change }, ['doctor', '--json'], standsAt);
  const { ok, findings } = JSON.parse(said) as { ok: boolean; findings: Finding[] };
  const of = (part: string) => findings.find((finding) => finding.part === part);
  const ill = findings.filter(({ state }) => state === 'wrong' || state === 'away').map(({ part }) => part);
  return { ok, code, findings, of, ill };
}

const database = (change: (url: URL) => void): Environment => {
  const url = new URL(house.environment.DATABASE_URL);
  change(url);
  return { DATABASE_URL: url.href };
};

test('a house that is well', async () => {
  const { ok, code, findings } = await found();
  expect(findings.filter(({ state }) => state !== 'ok')).toEqual([]);
  expect([ok, code]).toEqual([true, 0]);
  const { said } = await citypath(house.environment, ['doctor']);
  expect(said).toMatch(/^ok +configuration +All \d+ settings can be read\.\n/);
  expect(said).toMatch(/\nok +worker +A worker takes work from house-/);
  expect(said).toMatch(/\nAll is well\.\n$/);
});

describe('one part is broken, and the doctor names it alone, with the way to mend it', () => {
  test.each<[string, Environment, string, RegExp, RegExp]>([
    ['a setting that is no port', { PORT: 'seven' }, 'configuration', /PORT must be a port number/, /Set PORT in/],
    [
      'folder of papers',
      { PAPERS_FOLDER: '/nowhere' },
      'papers',
      /no folder \/nowhere/,
      /Mount its disk, or create it/,
    ],
    ['folder of uploads', { UPLOADS_FOLDER: '/nowhere' }, 'uploads', /no folder \/nowhere/, /in UPLOADS_FOLDER/],
  ])('%s', async (_, change, part, says, mend) => {
    const { of, ill, code } = await found(change);
    expect(ill).toEqual([part]);
    expect(of(part)).toMatchObject({
      state: 'wrong',
      says: expect.stringMatching(says) as unknown,
      mend: expect.stringMatching(mend) as unknown,
    });
    expect(code).toBe(1);
  });

  test('two settings at once, and never a value', async () => {
    const { of, ill } = await found({ MAIL_FROM: 'secret-words', PUBLIC_URL: '' });
    expect(ill).toEqual(['configuration']);
    expect(of('configuration')?.mend).toContain('MAIL_FROM, PUBLIC_URL');
    expect(JSON.stringify(of('configuration'))).not.toContain('secret-words');
  });

  test('a file where the folder of papers should be', async () => {
    const file = path.join(house.folder, 'a-file');
    await writeFile(file, '');
    const { of } = await found({ PAPERS_FOLDER: file });
    expect(of('papers')).toMatchObject({ state: 'wrong', says: `${file} is no folder.` });
  });

  test('a bucket that nobody made', async () => {
    const endpoint = process.env['CITYPATH_TEST_S3'] ?? '';
    const store = { PAPERS_S3_ENDPOINT: endpoint, PAPERS_S3_BUCKET: `none-${randomUUID()}` };
    const { of, code } = await found({ ...store, PAPERS_S3_KEY: 'key', PAPERS_S3_SECRET: 'secret' });
    expect(of('papers')).toMatchObject({ state: 'away', mend: expect.stringContaining('bucket is there') as unknown });
    expect(code).toBe(3);
  });
});

describe('PostgreSQL', () => {
  test('away: all that lies in it is not looked at', async () => {
    const { of, code, ill } = await found({ DATABASE_URL: `postgres://citypath:secret@${NOWHERE}/citypath` });
    expect(of('database')).toMatchObject({
      state: 'away',
      mend: expect.stringMatching(/^Start PostgreSQL/) as unknown,
    });
    expect(of('database')?.says).toMatch(/^citypath on 127\.0\.0\.1:1 cannot be reached/);
    for (const part of ['migrations', 'reader', 'database clock', 'restore']) expect(of(part)?.state).toBe('unseen');
    expect([code, ill]).toEqual([3, ['database']]);
  });

  test('there, without this database', async () => {
    const { of, code } = await found(database((url) => (url.pathname = '/nobody_made_it')));
    expect(of('database')).toMatchObject({ state: 'wrong', mend: expect.stringContaining('createdb') as unknown });
    expect(code).toBe(1);
  });

  test('with another password', async () => {
    const { of } = await found(database((url) => (url.password = 'not-this-one')));
    expect(of('database')).toMatchObject({ state: 'wrong', mend: expect.stringContaining('password') as unknown });
    expect(JSON.stringify(of('database'))).not.toContain('not-this-one');
  });

  test('not yet migrated; after what the doctor says it is well', async () => {
    const name = `doctor_${randomUUID().replaceAll('-', '')}`;
    await house.dataSource.query(`CREATE DATABASE ${name}`);
    try {
      const change = database((url) => (url.pathname = `/${name}`));
      const { of, ill } = await found(change);
      expect(of('migrations')).toMatchObject({ state: 'wrong', mend: 'Run `citypath migrate`.' });
      expect(ill).toEqual(['migrations']);
      await citypath({ ...house.environment, ...change }, ['migrate']);
      expect((await found(change)).ok).toBe(true);
    } finally {
      await house.dataSource.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  });

  test('migrated by a version that is newer than this one', async () => {
    await house.dataSource.query(`INSERT INTO migrations (timestamp, name) VALUES (1, 'FromTheFuture')`);
    try {
      const { of } = await found();
      expect(of('migrations')).toMatchObject({
        state: 'wrong',
        says: expect.stringContaining('FromTheFuture') as unknown,
      });
    } finally {
      await house.dataSource.query(`DELETE FROM migrations WHERE name = 'FromTheFuture'`);
    }
  });

  test('set to read only', async () => {
    await house.dataSource.query(`ALTER DATABASE ${nameOf(house.database)} SET default_transaction_read_only = on`);
    try {
      expect((await found()).of('database')).toMatchObject({
        state: 'wrong',
        mend: expect.stringContaining('primary') as unknown,
      });
    } finally {
      const again = await openDataSource(house.environment.DATABASE_URL, { poolSize: 1 });
      await again.query('SET default_transaction_read_only = off');
      await again.query(`ALTER DATABASE ${nameOf(house.database)} RESET default_transaction_read_only`);
      await again.destroy();
    }
  });

  test('with row security off for one table; what the doctor says mends it', async () => {
    await house.dataSource.query('ALTER TABLE letters DISABLE ROW LEVEL SECURITY');
    const { of, ill } = await found();
    expect(ill).toEqual(['reader']);
    expect(of('reader')?.says).toBe('Row security is off, and everybody sees all rows: letters.');
    await house.dataSource.query(of('reader')?.mend ?? '');
    expect((await found()).ok).toBe(true);
  });
});

describe('a PostgreSQL of its own', () => {
  let server: OwnServer;
  let own: OwnDatabase;
  beforeAll(async () => {
    server = await ownPostgres();
    own = await ownDatabase(server.address);
  });
  afterAll(async () => {
    await own.drop();
    await server.remove();
  });
  const reader = async (change: Environment = {}) => (await found({ DATABASE_URL: own.url, ...change })).of('reader');

  test('whose user may not become the reader', async () => {
    await own.dataSource.query(`CREATE ROLE somebody LOGIN PASSWORD 'x'`);
    await own.dataSource.query('GRANT SELECT ON ALL TABLES IN SCHEMA public TO somebody');
    const url = new URL(own.url);
    Object.assign(url, { username: 'somebody', password: 'x' });
    expect(await reader({ DATABASE_URL: url.href })).toMatchObject({
      state: 'wrong',
      mend: 'As an administrator of the PostgreSQL server: GRANT citypath_reader TO "somebody";',
    });
  });

  test('whose reader passes by row security', async () => {
    await own.dataSource.query('ALTER ROLE citypath_reader BYPASSRLS');
    expect(await reader()).toMatchObject({ state: 'wrong', says: 'No row security holds for citypath_reader.' });
    await own.dataSource.query('ALTER ROLE citypath_reader NOBYPASSRLS');
    expect((await reader())?.state).toBe('ok');
  });

  test('that has lost the reader', async () => {
    await own.dataSource.query('DROP OWNED BY citypath_reader');
    expect(await reader()).toMatchObject({
      state: 'wrong',
      says: expect.stringMatching(/^The policies are gone/) as unknown,
    });
    await own.dataSource.query('DROP ROLE citypath_reader');
    expect(await reader()).toMatchObject({ state: 'wrong', mend: expect.stringContaining('CREATE ROLE') as unknown });
  });
});

describe('Temporal', () => {
  test('away: all that lies in it is not looked at', async () => {
    const { of, code, ill } = await found({ TEMPORAL_ADDRESS: NOWHERE });
    expect(of('Temporal')).toMatchObject({ state: 'away', says: `Nothing answers at ${NOWHERE}.` });
    for (const part of ['namespace', 'search attributes', 'worker', 'Temporal clock'])
      expect(of(part)?.state).toBe('unseen');
    expect([code, ill]).toEqual([3, ['Temporal']]);
  });

  test('there, without this namespace', async () => {
    const { of, code } = await found({ TEMPORAL_NAMESPACE: 'nobody-made-it' });
    expect(of('namespace')).toMatchObject({
      state: 'wrong',
      mend: expect.stringContaining('namespace create') as unknown,
    });
    expect(code).toBe(1);
  });

  test('with a namespace that nobody prepared; after what the doctor says it is well', async () => {
    const namespace = `doctor-${randomUUID()}`;
    await makeNamespace(namespace);
    const change = { TEMPORAL_NAMESPACE: namespace };
    const { of } = await found(change);
    expect(of('namespace')).toMatchObject({
      state: 'wrong',
      mend: expect.stringContaining('prepare-temporal') as unknown,
    });
    expect(of('search attributes')).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('Missing: ') as unknown,
    });
    await citypath({ ...house.environment, ...change }, ['prepare-temporal']);
    const mended = await found(change);
    expect([mended.of('namespace')?.state, mended.of('search attributes')?.state]).toEqual(['ok', 'ok']);
  });

  test('and nobody takes the work', async () => {
    const { of, code, ill } = await found({ TEMPORAL_TASK_QUEUE: 'another-queue' });
    expect(ill).toEqual(['worker']);
    expect(of('worker')).toMatchObject({ state: 'away', says: expect.stringContaining('another-queue') as unknown });
    expect(code).toBe(3);
  });
});

describe('the mail server', () => {
  const production = (smtpUrl: string): Environment => ({ SMTP_URL: smtpUrl, CITYPATH_MODE: 'production' });

  test('away', async () => {
    const { of, code } = await found({ SMTP_URL: `smtp://${NOWHERE}` });
    expect(of('mail server')).toMatchObject({ state: 'away', says: expect.stringContaining(NOWHERE) as unknown });
    expect(code).toBe(3);
  });

  test('without TLS, where TLS is due', async () => {
    const { of, code } = await found(production(clearMail.url));
    expect(of('mail server')).toMatchObject({
      state: 'wrong',
      mend: expect.stringContaining('certificate') as unknown,
    });
    expect(code).toBe(1);
  });

  test('that does not know our login', async () => {
    const strict = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      onAuth: (_login, _session, answer) => answer(new Error('who?')),
    });
    await new Promise<void>((resolve) => strict.listen(0, '127.0.0.1', resolve));
    const { port } = strict.server.address() as AddressInfo;
    const { of } = await found({ SMTP_URL: `smtp://post:secret-words@127.0.0.1:${port}` });
    expect(of('mail server')).toMatchObject({ state: 'wrong', mend: expect.stringContaining('password') as unknown });
    expect(JSON.stringify(of('mail server'))).not.toContain('secret-words');
    await new Promise<void>((resolve) => strict.close(resolve));
  });

  test('that is none', async () => {
    const { port } = notMail.address() as AddressInfo;
    const { of } = await found({ SMTP_URL: `smtp://127.0.0.1:${port}` });
    expect(of('mail server')).toMatchObject({ state: 'wrong', mend: expect.stringContaining('587') as unknown });
  });
});

test('a machine whose clock is a day ahead: both servers are behind it', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString() as Instant;
  const { of, ill, code } = await found({}, tomorrow);
  for (const part of ['database clock', 'Temporal clock']) {
    expect(of(part)).toMatchObject({ state: 'wrong', mend: expect.stringContaining('NTP') as unknown });
    expect(of(part)?.says).toMatch(/^It is \d+ seconds behind the one of this machine/);
  }
  expect([ill, code]).toEqual([['database clock', 'Temporal clock'], 1]);
});

test('several parts at once: what has to be mended counts more than what is away', async () => {
  await mkdir(path.join(house.folder, 'elsewhere'), { recursive: true });
  const { ill, code } = await found({ TEMPORAL_ADDRESS: NOWHERE, PAPERS_FOLDER: '/nowhere' });
  expect([ill, code]).toEqual([['Temporal', 'papers'], 1]);
});

function nameOf({ url }: OwnDatabase): string {
  return new URL(url).pathname.slice(1);
}

/** As an operator makes one who does not know what journeys need. */
async function makeNamespace(namespace: string): Promise<void> {
  const workflowExecutionRetentionPeriod = msToTs('3 days');
  await house.temporal.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
}
