import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which fact ended a letter: an act that is taken back makes it due again. */
export class LettersDueAgain1795600600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE letters ADD COLUMN cancelled_by integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE letters DROP COLUMN cancelled_by');
  }
}
