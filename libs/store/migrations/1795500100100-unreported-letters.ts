import type { MigrationInterface, QueryRunner } from 'typeorm';

const waiting = `('accepted', 'bounced', 'refused', 'suppressed', 'merged')`;

/** Letters that were merged into others are reported too: what became of the letter that carries them became of them. */
export class UnreportedLetters1795500100100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX letters_unreported');
    await runner.query(`CREATE INDEX letters_unreported ON letters (journey_id)
      WHERE reported_at IS NULL AND status IN ${waiting}`);
    await runner.query('CREATE INDEX letters_bounced ON letters (journey_id) WHERE bounced_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX letters_bounced');
    await runner.query('DROP INDEX letters_unreported');
    await runner.query(`CREATE INDEX letters_unreported ON letters (journey_id)
      WHERE reported_at IS NULL AND status IN ('accepted', 'bounced', 'refused', 'suppressed', 'held')`);
  }
}
