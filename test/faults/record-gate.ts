import { Client } from 'pg';
import { until } from '../support/until';

/** Where a record is kept: at its first lock, with nothing written; or at its commit, with everything written. */
export type Moment = 'before it wrote anything' | 'at its commit';

const LOCK = 4711;

/**
 * Keeps the worker's next record in the middle of its transaction, until it is opened: what happens meanwhile happens
 * while an update is in flight.
 */
export class RecordGate {
  private constructor(
    private readonly databaseUrl: string,
    private client: Client,
  ) {}

  /** Builds the gate into a house's database. */
  static async build(databaseUrl: string): Promise<RecordGate> {
    const gate = new RecordGate(databaseUrl, await connected(databaseUrl));
    await gate.client.query(`
      CREATE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_advisory_xact_lock_shared(${LOCK}); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER gate AFTER INSERT ON journal
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION gate()`);
    return gate;
  }

  async close(moment: Moment, journeyId: string): Promise<void> {
    await this.client.end().catch(() => undefined);
    this.client = await connected(this.databaseUrl);
    await this.client.query('BEGIN');
    if (moment === 'at its commit') await this.client.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    else await this.client.query('SELECT 1 FROM journeys WHERE id = $1 FOR UPDATE', [journeyId]);
  }

  /** Resolves when a record stands before the closed gate. */
  async untilHeld(): Promise<void> {
    await until('a record stands before the gate', async () => {
      // Hazard: in a transaction, sessions are listed as of the first look; a worker that connects later is never seen.
      await this.client.query('SELECT pg_stat_clear_snapshot()');
      const { rowCount } = await this.client.query(
        `SELECT 1 FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'citypath-worker' AND wait_event_type = 'Lock'`,
      );
      return rowCount !== null && rowCount > 0;
    });
  }

  /** Lets the record go on. The gate is open already when its server was killed. */
  async open(): Promise<void> {
    await this.client.query('COMMIT').catch(() => undefined);
  }

  async remove(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
