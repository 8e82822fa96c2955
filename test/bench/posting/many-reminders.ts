import type { Instant } from '@citypath/calendar';
import type { DataSource } from '@citypath/store';
import { beforeTheReport, LettersOfYiwu } from '../../support/letters-of-yiwu';

/** Tables with rows of one city, in the order in which they refer to each other. */
const TABLES = ['cities', 'people', 'person_addresses', 'journeys', 'journal', 'seat_holders', 'open_steps', 'letters'];
/** What tells the first city and its officer from the copies. */
const CITY = 'testville';
const OFFICER = 'p-cro';
const ADDRESS = 'xiong.tao@yiwu.example';

/**
 * So many cities, each with an officer of its own to whom one reminder is due: Yiwu's journey, recorded once by the
 * rules and then copied in the database, since ten thousand records one after another would take minutes.
 *
 * @returns the instant at which all of them are due
 */
export async function manyReminders(dataSource: DataSource, count: number): Promise<Instant> {
  const yiwu = await LettersOfYiwu.atTheReport(dataSource);
  yiwu.journey.on(beforeTheReport(3));
  await yiwu.record();
  // Of the seventh day before, and of the third: the first would go nowhere, since the second merges it.
  await dataSource.query("DELETE FROM letters WHERE threshold IS DISTINCT FROM 'due-3@2027-03-15'");
  for (const table of TABLES) await copyRows(dataSource, table, count);
  await dataSource.query('ANALYZE');
  return yiwu.now;
}

async function copyRows(dataSource: DataSource, table: string, copies: number): Promise<void> {
  // A letter's key is made anew; all other keys hold the name of the city or of its officer.
  const ownId = table === 'letters' ? `|| jsonb_build_object('id', gen_random_uuid())` : '';
  await dataSource.transaction(async (unhurried) => {
    // What is prepared here is no part of what is measured, and a busy machine takes its time.
    await unhurried.query('SET LOCAL statement_timeout = 0');
    await unhurried.query(
      `INSERT INTO ${table}
     SELECT (jsonb_populate_record(NULL::${table}, row)).*
     FROM (
       SELECT replace(replace(replace(to_jsonb(original)::text, $2, $2 || '-' || n), $3, $3 || '-' || n), $4, 'officer-' || n || '@cities.example')::jsonb
         ${ownId} AS row
       FROM ${table} original, generate_series(2, $1::integer) n
       WHERE to_jsonb(original)::text LIKE '%' || $2 || '%' OR to_jsonb(original)::text LIKE '%' || $3 || '%'
     ) copied`,
      [copies, CITY, OFFICER, ADDRESS],
    );
  });
}
