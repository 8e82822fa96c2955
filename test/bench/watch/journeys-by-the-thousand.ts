import type { Instant } from '@citypath/calendar';
import type { DataSource } from '@citypath/store';
import { CITY_JOURNEY } from '@citypath/workflows/messages';
import type { Client } from '@temporalio/client';
import { ManyCities } from '../statements/many-cities';

const PROTOTYPES = 100;
const STARTED_AT_ONCE = 100;

/**
 * Fills the records with journeys: a hundred cities with their journals, and copies of them under other names. What a
 * look reads is copied (journal and state), what it does not read is not.
 */
export async function fillRecords(dataSource: DataSource, journeys: number): Promise<string[]> {
  const cities = await ManyCities.prepared(dataSource, new Date().toISOString() as Instant);
  await cities.fillUpTo(PROTOTYPES);
  for (let copy = 1; copy < journeys / PROTOTYPES; copy += 1) {
    const name = (what: string) => `replace(${what}, j.city_key, j.city_key || '-${copy}')`;
    const prototypes = `journeys j WHERE j.city_key ~ '^city-[0-9]{4}$'`;
    await dataSource.query(
      `INSERT INTO cities SELECT (jsonb_populate_record(c, jsonb_build_object('key', c.key || '-${copy}'))).*
       FROM cities c WHERE c.key ~ '^city-[0-9]{4}$'`,
    );
    await dataSource.query(
      `INSERT INTO journeys (id, city_key, programme_key, generation, head, status, definition_hash, calendar_hash,
         state, next_moment_at, updated_at, state_hash)
       SELECT ${name('j.id')}, ${name('j.city_key')}, j.programme_key, j.generation, j.head, j.status, j.definition_hash,
         j.calendar_hash, ${name('j.state::text')}::jsonb, j.next_moment_at, j.updated_at,
         md5(${name('j.state::text')}::jsonb::text)
       FROM ${prototypes}`,
    );
    await dataSource.query(
      `INSERT INTO journal SELECT ${name('f.journey_id')}, f.seq, f.generation, f.kind, ${name('f.body::text')}::jsonb,
         f.recorded_at, f.by_person, f.on_behalf_of, f.command_id, f.command_hash
       FROM journal f, ${prototypes} AND f.journey_id = j.id`,
    );
  }
  await dataSource.query('ANALYZE');
  const rows = await dataSource.query<{ id: string }[]>('SELECT id FROM journeys ORDER BY id');
  return rows.map(({ id }) => id);
}

/** An open workflow for each, that no worker takes up; each is known to the records as the one that recorded last. */
export async function openWorkflows(client: Client, dataSource: DataSource, ids: readonly string[]): Promise<void> {
  const runs: string[] = [];
  for (let from = 0; from < ids.length; from += STARTED_AT_ONCE) {
    const some = ids.slice(from, from + STARTED_AT_ONCE);
    const started = await Promise.all(
      some.map((workflowId) =>
        client.workflow.start(CITY_JOURNEY, { workflowId, taskQueue: 'taken-by-nobody', args: [null] }),
      ),
    );
    runs.push(...started.map(({ firstExecutionRunId }) => firstExecutionRunId));
  }
  await dataSource.query(
    `UPDATE journeys SET run_id = r.run FROM unnest($1::text[], $2::text[]) AS r (id, run) WHERE journeys.id = r.id`,
    [ids, runs],
  );
}
