import type { DataSource } from 'typeorm';

/**
 * Compares the rows with a migrated database.
 *
 * @returns the statements that would bring the database to the rows; empty when the migrations say the same
 */
export async function schemaDrift(dataSource: DataSource): Promise<string[]> {
  const difference = await dataSource.driver.createSchemaBuilder().log();
  return difference.upQueries.map((statement) => statement.query);
}
