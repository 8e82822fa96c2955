import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A letter that went once with an unknown outcome and was to go again may have arrived. When a fact or the post rules
 * keep it from going again, it is unknown as before, and never "not sent", whoever writes so.
 */
export class WhatMayHaveArrived1795500100200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE FUNCTION letters_what_may_have_arrived() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.status := 'unknown'; RETURN NEW; END $$`);
    await runner.query(`CREATE TRIGGER letters_what_may_have_arrived BEFORE UPDATE OF status ON letters
      FOR EACH ROW WHEN (NEW.again_at IS NOT NULL AND NEW.status IN ('cancelled', 'suppressed'))
      EXECUTE FUNCTION letters_what_may_have_arrived()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER letters_what_may_have_arrived ON letters');
    await runner.query('DROP FUNCTION letters_what_may_have_arrived()');
  }
}
