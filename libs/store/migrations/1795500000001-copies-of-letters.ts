import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who got a copy of a letter beside the one it was written to: the liaison of the seat. */
export class CopiesOfLetters1795500000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE letters ADD COLUMN copied_to text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE letters DROP COLUMN copied_to');
  }
}
