import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A journey that has ended remembers now how, so that it can go on. What ended before is folded anew from its journal
 * when a worker starts.
 */
export class EndedStates1795600900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE journeys SET stale = true WHERE status IN ('completed', 'withdrawn')");
  }

  /** What a state says beside what is asked of it harms nobody. */
  async down(): Promise<void> {}
}
