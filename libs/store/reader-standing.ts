import type { DataSource } from 'typeorm';
import { READER_ROLE } from './reader-transaction';
import { sql } from './sql';

/** Whether the second wall stands: the role that reads for people, and the row security that it reads under. */
export interface ReaderStanding {
  /**
   * `not-ours`: it is there, and our user may not become it. `sees-all`: no row security holds for it. `no-rights`: it
   * may not read the tables.
   */
  role: 'fine' | 'missing' | 'not-ours' | 'sees-all' | 'no-rights';
  /** Tables that have a policy, and whose row security somebody switched off. */
  unguarded: string[];
  /** Tables whose row security shows no row to anybody, since their policies are gone. */
  shut: string[];
  /** Tables of which somebody who is nobody sees rows of cities. */
  open: string[];
  /** Who we are there. */
  user: string;
}

/** Whose rows are always those of some city. */
const OF_CITIES = ['journeys', 'journal', 'letters', 'texts', 'seat_holders', 'open_steps', 'papers'];

/** Looks at the role and at the tables of a database with the newest schema; changes nothing. */
export async function readerStanding(dataSource: DataSource): Promise<ReaderStanding> {
  const [role] = await sql<{ there: boolean; ours: boolean | null; beyond: boolean | null; user: string }>(
    dataSource,
    `SELECT current_user AS user, r.rolname IS NOT NULL AS there, r.rolsuper OR r.rolbypassrls AS beyond,
       pg_has_role(current_user, r.oid, 'MEMBER') AS ours
     FROM (SELECT) AS one LEFT JOIN pg_roles r ON r.rolname = $1`,
    [READER_ROLE],
  );
  const rows = await sql<{ table: string; secured: boolean }>(
    dataSource,
    `SELECT relname AS table, relrowsecurity AS secured FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relrowsecurity <> EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid) ORDER BY relname`,
    [],
  );
  const tables = (secured: boolean) => rows.filter((row) => row.secured === secured).map(({ table }) => table);
  const seen = { user: role?.user ?? '', unguarded: tables(false), shut: tables(true), open: [] };
  if (!role?.there) return { role: 'missing', ...seen };
  if (role.ours !== true) return { role: 'not-ours', ...seen };
  if (role.beyond === true) return { role: 'sees-all', ...seen };
  const open = await seenByNobody(dataSource);
  return open === null ? { role: 'no-rights', ...seen } : { role: 'fine', ...seen, open };
}

/** PostgreSQL's code for what one may not do. */
const INSUFFICIENT_PRIVILEGE = '42501';

async function seenByNobody(dataSource: DataSource): Promise<string[] | null> {
  const look = dataSource.transaction(async (manager) => {
    await manager.query(`SET TRANSACTION READ ONLY`);
    await manager.query(`SET LOCAL ROLE ${READER_ROLE}`);
    await manager.query(`SET LOCAL citypath.reader = ''`);
    const parts = OF_CITIES.map((table) => `SELECT '${table}' AS table WHERE EXISTS (SELECT FROM ${table})`);
    const rows = await sql<{ table: string }>(manager, parts.join(' UNION ALL '), []);
    return rows.map(({ table }) => table);
  });
  return look.catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE) return null;
    throw error;
  });
}
