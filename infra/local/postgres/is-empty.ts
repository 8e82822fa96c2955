import { Client } from 'pg';

/** Whether a query of a database finds nothing. */
export async function isEmpty(databaseUrl: string, query: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(query)).rowCount === 0;
  } finally {
    await client.end();
  }
}
