import type { Instant } from '@citypath/calendar';
import { freePort } from '@citypath/local';
import { Inbox } from '@citypath/local/inbox';
import type { LetterStatus } from '@citypath/store';
import { Client } from 'pg';
import { LettersOfYiwu } from '../support/letters-of-yiwu';
import { OwnCourier } from '../support/own-courier';
import type { OwnDatabase } from '../support/own-database';
import { OwnProcess } from '../support/own-process';
import { until } from '../support/until';

const SENDER = 'CityPath <letters@citypath.example>';
const PUBLIC_URL = 'http://127.0.0.1:3000';
/** The locks before which a courier waits: with the letter its own and nothing written; with the mail server's yes unwritten. */
const GATES = { claimed: 4_712, accepted: 4_713 } as const;

/** Between finding a letter and writing it; between the mail server's yes and its record. */
export type Gate = keyof typeof GATES;

/** A courier of its own process, whose letters fall due one by one and can be caught at each point of their way. */
export class CourierStory {
  private constructor(
    readonly database: OwnDatabase,
    readonly yiwu: LettersOfYiwu,
    readonly inbox: Inbox,
    private readonly smtpUrl: string,
    readonly courier: OwnProcess,
    private gatekeeper: Client,
  ) {}

  static async open(database: OwnDatabase): Promise<CourierStory> {
    const yiwu = await LettersOfYiwu.atTheReport(database.dataSource);
    const inbox = new Inbox();
    const smtpUrl = `smtp://127.0.0.1:${await inbox.listen()}`;
    await database.dataSource.query(`
      CREATE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_advisory_xact_lock_shared(TG_ARGV[0]::int); RETURN NEW; END $$;
      CREATE TRIGGER gate_claimed BEFORE UPDATE ON letters FOR EACH ROW
        WHEN (OLD.message_id IS NULL AND NEW.message_id IS NOT NULL) EXECUTE FUNCTION gate(${GATES.claimed});
      CREATE TRIGGER gate_accepted BEFORE UPDATE ON letters FOR EACH ROW
        WHEN (OLD.status = 'posting' AND NEW.status = 'accepted') EXECUTE FUNCTION gate(${GATES.accepted})`);
    const courier = new OwnProcess('courier', {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: `127.0.0.1:${await freePort()}`,
      SMTP_URL: smtpUrl,
      MAIL_FROM: SENDER,
      PUBLIC_URL,
      CITYPATH_MODE: 'local',
      COURIER_TICK_MS: '50',
      LOG_LEVEL: 'error',
      MAIL_PER_DOMAIN_A_MINUTE: '1000000',
      MAIL_PER_RECIPIENT_A_MINUTE: '1000000',
    });
    await courier.start();
    return new CourierStory(database, yiwu, inbox, smtpUrl, courier, await connected(database.url));
  }

  /** The database is its opener's to drop. */
  async close(): Promise<void> {
    await this.courier.stop();
    await this.gatekeeper.end().catch(() => undefined);
    await this.inbox.close();
  }

  /** A letter that somebody asked for at once falls due. @returns its id */
  async fallsDue(name: string): Promise<string> {
    const [row] = await this.database.dataSource.query<{ id: string }[]>(
      `INSERT INTO letters (journey_id, seq, kind, round, threshold, seat, holder, due_at, expedited)
       VALUES ($1, 1, 'welcome', 1, $2, 'cro', 'p-cro', '2026-01-05T01:00:00Z', true) RETURNING id`,
      [this.yiwu.journey.state.journeyId, name],
    );
    return row!.id;
  }

  async statusOf(id: string): Promise<LetterStatus> {
    return (await this.yiwu.letters.byId(id))!.status;
  }

  /** The next letter waits there, until the gate is opened or its keeper's server dies. */
  async closeGate(gate: Gate): Promise<void> {
    await this.gatekeeper.end().catch(() => undefined);
    this.gatekeeper = await connected(this.database.url);
    await this.gatekeeper.query(`SELECT pg_advisory_lock(${GATES[gate]})`);
  }

  async untilAtGate(gate: Gate): Promise<void> {
    await until('the courier stands before the gate', async () => {
      return ((await this.gatekeeper.query(`SELECT 1 ${waitingAt(gate)}`)).rowCount ?? 0) > 0;
    });
  }

  /** Lets on whoever waits, but not the statements of a courier that is dead: they would still be carried out. */
  async openGateAfterDeath(gate: Gate): Promise<void> {
    await this.gatekeeper.query(`SELECT pg_terminate_backend(w.pid) ${waitingAt(gate)}`);
    await this.gatekeeper.query(`SELECT pg_advisory_unlock(${GATES[gate]})`);
  }

  /** Another courier takes over what the first one left, as of a moment. */
  async succeed(now: Instant): Promise<void> {
    await this.courier.stop();
    const successor = OwnCourier.open(this.database.dataSource, this.smtpUrl, { publicUrl: PUBLIC_URL });
    while ((await successor.tick(now)).more);
    successor.close();
  }

  /** How often each letter of these came. */
  timesItCame(id: string): number {
    return this.inbox.messages().filter(({ messageId }) => messageId?.includes(id)).length;
  }
}

function waitingAt(gate: Gate): string {
  return `FROM pg_locks w JOIN pg_stat_activity a USING (pid) WHERE w.locktype = 'advisory' AND NOT w.granted
    AND w.objid = ${GATES[gate]} AND a.datname = current_database()`;
}

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
