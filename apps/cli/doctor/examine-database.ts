import {
  awaitedRecovery,
  openDataSource,
  readerStanding,
  schemaStanding,
  serverStanding,
  type AwaitedRecovery,
  type DataSource,
  type ReaderStanding,
  type SchemaStanding,
} from '@citypath/store';
import { examineClock } from './examine-clock';
import { away, ok, unseen, wrong, type Finding } from './finding';

const OLDEST_MAJOR = 15;

/** The database: whether it is there, new enough, migrated, guarded, and of our time. */
export async function examineDatabase(databaseUrl: string | null, now: () => Date): Promise<Finding[]> {
  const others = ['migrations', 'reader', 'database clock', 'restore'] as const;
  const hidden = (why: string) => others.map((part) => unseen(part, why));
  if (databaseUrl === null) {
    const why = 'DATABASE_URL cannot be read.';
    return [unseen('database', why), ...hidden(why)];
  }
  const where = placeOf(databaseUrl);
  let dataSource: DataSource;
  try {
    dataSource = await openDataSource(databaseUrl, { poolSize: 2, applicationName: 'citypath-doctor' });
  } catch (error) {
    return [notOpened(where, error), ...hidden('The database cannot be reached.')];
  }
  try {
    return await examineOpened(dataSource, where, now);
  } catch (error) {
    return [notOpened(where, error), ...hidden('The database did not answer to the end.')];
  } finally {
    await dataSource.destroy();
  }
}

async function examineOpened(dataSource: DataSource, where: string, now: () => Date): Promise<Finding[]> {
  const askedAt = now();
  const server = await serverStanding(dataSource);
  const schema = await schemaStanding(dataSource);
  return [
    database(where, server),
    migrations(schema),
    schema.pending.length > 0
      ? unseen('reader', 'It comes with the migrations.')
      : reader(await readerStanding(dataSource)),
    examineClock('database clock', { at: new Date(server.clockAt), oursAt: askedAt }),
    schema.pending.length > 0
      ? unseen('restore', 'It comes with the migrations.')
      : restore(await awaitedRecovery(dataSource)),
  ];
}

function database(where: string, { version, major, readOnly }: Awaited<ReturnType<typeof serverStanding>>): Finding {
  if (major < OLDEST_MAJOR)
    return wrong(
      'database',
      `${where} is PostgreSQL ${version}.`,
      `CityPath needs PostgreSQL ${OLDEST_MAJOR} or newer: upgrade the server.`,
    );
  if (readOnly)
    return wrong(
      'database',
      `${where} takes no changes: it is a standby, or set to read only.`,
      'Let DATABASE_URL name the primary server.',
    );
  return ok('database', `PostgreSQL ${version} answers at ${where}.`);
}

function migrations({ ran, pending, unknown }: SchemaStanding): Finding {
  if (unknown.length > 0)
    return wrong(
      'migrations',
      `The database was migrated by a newer version: ${unknown.join(', ')}.`,
      'Run the version of CityPath that migrated it, or a newer one.',
    );
  if (pending.length > 0)
    return wrong(
      'migrations',
      `${pending.length} of ${ran.length + pending.length} have yet to run: ${pending.join(', ')}.`,
      'Run `citypath migrate`.',
    );
  return ok('migrations', `All ${ran.length} ran.`);
}

function reader({ role, unguarded, shut, open, user }: ReaderStanding): Finding {
  const asAdministrator = (statement: string) => `As an administrator of the PostgreSQL server: ${statement};`;
  const grant = `GRANT citypath_reader TO "${user}"`;
  const anew =
    'Then `citypath backup --by-copy` and `citypath restore` into an empty database give it its rights again';
  if (role === 'missing')
    return wrong(
      'reader',
      'The role citypath_reader, as which people read, is missing.',
      `${asAdministrator(`CREATE ROLE citypath_reader NOLOGIN; ${grant}`)} ${anew}: they went with the role.`,
    );
  if (role === 'not-ours') return wrong('reader', `${user} may not read as citypath_reader.`, asAdministrator(grant));
  if (role === 'sees-all')
    return wrong(
      'reader',
      'No row security holds for citypath_reader.',
      asAdministrator('ALTER ROLE citypath_reader NOSUPERUSER NOBYPASSRLS'),
    );
  if (shut.length > 0 || role === 'no-rights')
    return wrong(
      'reader',
      shut.length > 0
        ? `The policies are gone, and nobody sees a row: ${shut.join(', ')}.`
        : 'citypath_reader may not read the tables.',
      'Run `citypath backup --by-copy`, then `citypath restore` into an empty database: that makes them anew.',
    );
  const naked = [...new Set([...unguarded, ...open])].sort();
  if (naked.length > 0)
    return wrong(
      'reader',
      `Row security is off, and everybody sees all rows: ${naked.join(', ')}.`,
      naked.map((table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`).join(' '),
    );
  return ok('reader', 'citypath_reader reads under row security.');
}

function restore(awaited: AwaitedRecovery | null): Finding {
  if (awaited === null) return ok('restore', 'No restored backup waits for its recovery.');
  const { restoredAt, backupOf } = awaited;
  return wrong(
    'restore',
    `The records came back at ${restoredAt} from a backup of ${backupOf}: until they are recovered no letter goes and nothing is recorded.`,
    'Run `citypath recover`.',
  );
}

function notOpened(where: string, error: unknown): Finding {
  const { code, message } = error as { code?: string; message: string };
  switch (code) {
    case '28P01':
    case '28000':
      return wrong('database', `${where} does not let us in.`, 'Give the right user and password in DATABASE_URL.');
    case '3D000':
      return wrong(
        'database',
        `${where} does not exist on that server.`,
        'Create it (`createdb`) and run `citypath migrate`, or name another in DATABASE_URL.',
      );
    default:
      return away(
        'database',
        `${where} cannot be reached${message ? `: ${message}` : ''}.`,
        'Start PostgreSQL, and look whether DATABASE_URL names its host and port.',
      );
  }
}

/** Without the user and the password. */
function placeOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `${decodeURIComponent(pathname.slice(1))} on ${host}`;
}
