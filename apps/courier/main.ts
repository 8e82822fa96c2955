import 'reflect-metadata';
import { constants, setPriority } from 'node:os';
import { ConfigError, openLogger, readConfig } from '@citypath/runtime';
import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { COURIER_SETTINGS, CourierModule } from './courier.module';

/** The courier's process: says `{ ready: true }` to its parent once it ticks, and stops in order on a signal. */
async function main(): Promise<void> {
  // A storm of letters may take a minute longer; whoever waits for a page on the same machine may not.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const config = readConfig(COURIER_SETTINGS);
  const logger = openLogger({ name: 'courier', level: config.logLevel });
  // Nest tells of its own start at length; of failures only, please, and then it ends the process.
  NestLogger.overrideLogger(['error', 'fatal']);
  const app = await NestFactory.createApplicationContext(CourierModule.with(config, logger));
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  logger.info('ready');
  process.send?.({ ready: true });
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
