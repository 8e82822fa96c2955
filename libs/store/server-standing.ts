import type { DataSource } from 'typeorm';
import { sql } from './sql';
import type { Instant } from './types';

/** What a PostgreSQL server says of itself. */
export interface ServerStanding {
  /** '18.4' */
  version: string;
  major: number;
  /** A standby, or a server that somebody set to read only. */
  readOnly: boolean;
  /** Its clock, when it answered. */
  clockAt: Instant;
}

/** Asks the server for its version and its clock; one statement. */
export async function serverStanding(dataSource: DataSource): Promise<ServerStanding> {
  const [row] = await sql<{ version: string; number: number; read_only: boolean; clock: Date }>(
    dataSource,
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
       current_setting('server_version_num')::int AS number,
       pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean AS read_only,
       clock_timestamp() AS clock`,
    [],
  );
  if (!row) throw new Error('The server did not say which it is.');
  const { version, number, read_only: readOnly, clock } = row;
  return { version, major: Math.floor(number / 10_000), readOnly, clockAt: clock.toISOString() as Instant };
}
