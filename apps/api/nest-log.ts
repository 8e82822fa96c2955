import type { Logger } from '@citypath/runtime';
import type { LoggerService } from '@nestjs/common';

/** Nest's own messages into our log: failures and warnings; what it tells of its start is left out. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(): void {}

  error(message: unknown, ...more: unknown[]): void {
    this.logger.error({ more }, textOf(message));
  }

  warn(message: unknown): void {
    this.logger.warn(textOf(message));
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.logger.fatal({ more }, textOf(message));
  }
}

function textOf(message: unknown): string {
  return message instanceof Error ? (message.stack ?? message.message) : String(message);
}
