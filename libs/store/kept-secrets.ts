import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { sql } from './sql';

const SECRET_BYTES = 32;

/** A secret that the house made for itself under a name: made when first asked for, the same for every process. */
export async function keptSecret(dataSource: DataSource, name: string): Promise<string> {
  const made = randomBytes(SECRET_BYTES).toString('hex');
  await sql(dataSource, 'INSERT INTO kept_secrets (name, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING', [name, made]);
  const [kept] = await sql<{ secret: string }>(dataSource, 'SELECT secret FROM kept_secrets WHERE name = $1', [name]);
  if (kept === undefined) throw new Error(`The secret ${name} was kept and is not there.`);
  return kept.secret;
}
