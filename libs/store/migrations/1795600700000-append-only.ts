import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An import is taken back: its journeys go as if they had never been. Only of a row that such an import made, of a
 * journey whose first command nobody followed with another, and of which no letter went out.
 */
const takenBack = `CREATE FUNCTION citypath_import_takes_back(journey text) RETURNS boolean
  LANGUAGE sql STABLE
  RETURN EXISTS (
    SELECT FROM imports i JOIN import_rows r ON r.import_id = i.id
    WHERE i.status = 'undoing' AND r.state = 'done' AND i.programme_key || '.' || (r.plan -> 'join' ->> 'city') = journey
  ) AND NOT EXISTS (
    SELECT FROM letters WHERE journey_id = journey AND status IN ('posting', 'accepted', 'refused', 'unknown')
  ) AND NOT EXISTS (
    SELECT FROM journal later JOIN journal first ON first.journey_id = later.journey_id AND first.seq = 1
    WHERE later.journey_id = journey AND later.command_id NOT IN (first.command_id, 'clock')
  )`;

/** Whoever asks, the application and its owner too. */
const refuse = `CREATE FUNCTION citypath_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'The table % is append-only: % is refused', TG_TABLE_NAME, TG_OP
      USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME;
  END $$`;

/** Its arguments are the columns that may change: what an erasure takes away, and that something was taken back. */
const onlyThese = `CREATE FUNCTION citypath_only_these_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF to_jsonb(NEW) - TG_ARGV::text[] = to_jsonb(OLD) - TG_ARGV::text[] THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'The table % is append-only: of a row only % may change', TG_TABLE_NAME, array_to_string(TG_ARGV, ', ')
      USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME;
  END $$`;

/** As INSTEAD_OF_NAME in erase-person.ts has it. */
const ERASED = "'[erased · 已删除]'";

const triggers: [table: string, event: string, does: string][] = [
  ['journal', 'UPDATE', 'FOR EACH STATEMENT EXECUTE FUNCTION citypath_append_only()'],
  [
    'journal',
    'DELETE',
    'FOR EACH ROW WHEN (NOT citypath_import_takes_back(OLD.journey_id)) EXECUTE FUNCTION citypath_append_only()',
  ],
  ['people_acts', 'DELETE', 'FOR EACH STATEMENT EXECUTE FUNCTION citypath_append_only()'],
  [
    'people_acts',
    'UPDATE',
    `FOR EACH ROW WHEN (NEW.reason IS NULL OR strpos(NEW.reason, ${ERASED}) > 0)
     EXECUTE FUNCTION citypath_only_these_change('reason')`,
  ],
  [
    'people_acts',
    'UPDATE',
    `FOR EACH ROW WHEN (NEW.reason IS NOT NULL AND strpos(NEW.reason, ${ERASED}) = 0)
     EXECUTE FUNCTION citypath_append_only()`,
  ],
  [
    'texts',
    'DELETE',
    'FOR EACH ROW WHEN (NOT citypath_import_takes_back(OLD.journey_id)) EXECUTE FUNCTION citypath_append_only()',
  ],
  [
    'texts',
    'UPDATE',
    `FOR EACH ROW WHEN (NEW.body IS NULL OR strpos(NEW.body::text, ${ERASED}) > 0)
     EXECUTE FUNCTION citypath_only_these_change('body', 'erased_at')`,
  ],
  [
    'texts',
    'UPDATE',
    `FOR EACH ROW WHEN (NEW.body IS NOT NULL AND strpos(NEW.body::text, ${ERASED}) = 0)
     EXECUTE FUNCTION citypath_append_only()`,
  ],
];
const guarded = ['journal', 'people_acts', 'texts'];

/**
 * What people did and why is only ever added to, whoever has the database open: the application's own role too. What
 * erasing a person takes away may go, and what an import made by itself may be taken back with it.
 */
export class AppendOnly1795600700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [takenBack, refuse, onlyThese]) await runner.query(statement);
    for (const [index, [table, event, does]] of triggers.entries()) {
      await runner.query(`CREATE TRIGGER ${nameOf(table, event, index)} BEFORE ${event} ON ${table} ${does}`);
    }
    for (const table of guarded) {
      await runner.query(`CREATE TRIGGER ${table}_never_emptied BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION citypath_append_only()`);
    }
    // Asked for each fact of a journey that is taken back.
    await runner.query(`CREATE INDEX import_rows_by_city ON import_rows ((plan -> 'join' ->> 'city'))`);
    // The trail is read newest first.
    await runner.query(
      'CREATE INDEX journal_acts ON journal (recorded_at, journey_id, seq) WHERE by_person IS NOT NULL',
    );
    await runner.query('CREATE INDEX people_acts_by_time ON people_acts (at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX people_acts_by_time');
    await runner.query('DROP INDEX journal_acts');
    await runner.query('DROP INDEX import_rows_by_city');
    for (const table of guarded) await runner.query(`DROP TRIGGER ${table}_never_emptied ON ${table}`);
    for (const [index, [table, event]] of triggers.entries()) {
      await runner.query(`DROP TRIGGER ${nameOf(table, event, index)} ON ${table}`);
    }
    await runner.query('DROP FUNCTION citypath_only_these_change()');
    await runner.query('DROP FUNCTION citypath_append_only()');
    await runner.query('DROP FUNCTION citypath_import_takes_back(text)');
  }
}

function nameOf(table: string, event: string, index: number): string {
  return `${table}_append_only_${event.toLowerCase()}_${index}`;
}
