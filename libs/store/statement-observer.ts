import type { Logger } from 'typeorm';

/** Passes on each statement and nothing else: no values, no errors, no chatter. */
export class StatementObserver implements Logger {
  constructor(private readonly onStatement: (sql: string) => void) {}

  logQuery(sql: string): void {
    this.onStatement(sql);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
