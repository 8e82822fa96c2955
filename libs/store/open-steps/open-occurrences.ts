import type { DataSource, EntityManager } from 'typeorm';
import { sql } from '../sql';

/** @returns the occurrences of these steps that are open in any city of a programme, in order; one statement */
export async function openOccurrences(
  on: DataSource | EntityManager,
  programme: string,
  steps: string[],
): Promise<string[]> {
  const rows = await sql<{ ref: string }>(
    on,
    `SELECT DISTINCT step_ref AS ref FROM open_steps
     WHERE programme_key = $1 AND split_part(step_ref, '@', 1) = ANY ($2) ORDER BY step_ref`,
    [programme, steps],
  );
  return rows.map(({ ref }) => ref);
}
