import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose language is not known gets letters in both. */
export class LanguageUnknown1795500500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE people ALTER COLUMN language DROP NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE people SET language = 'en' WHERE language IS NULL");
    await runner.query('ALTER TABLE people ALTER COLUMN language SET NOT NULL');
  }
}
