import type { DataSource, EntityManager } from 'typeorm';

/**
 * Sends one statement.
 *
 * @returns the rows it gives (those of RETURNING for one that writes), columns as the driver reads them
 */
export async function sql<Row>(on: DataSource | EntityManager, statement: string, values: unknown[]): Promise<Row[]> {
  const result: unknown = await on.query(statement, values);
  // For UPDATE and DELETE TypeORM gives the pair of rows and their number instead of the rows.
  if (isPairOfRowsAndCount(result)) return result[0] as Row[];
  return result as Row[];
}

function isPairOfRowsAndCount(result: unknown): result is [unknown[], number] {
  return Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
}
