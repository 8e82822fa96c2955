import 'reflect-metadata';
import { join } from 'node:path';
import { ConfigError, openLogger, openPaperStore, PAPER_SETTINGS, readConfig, TemporalDoor } from '@citypath/runtime';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule } from './api.module';
import { configureApp } from './configure-app';
import { NestLog } from './nest-log';
import { organisationSettings } from './organisation/organisation';
import { optionalMail } from './optional-mail';
import { RecordsModule } from './records.module';

/** From the compiled main file to the built page. */
const WEB_FOLDER = join(__dirname, '..', '..', 'web', 'dist');

/**
 * The api's process: says `{ ready: true }` to its parent once it listens, and stops in order on a signal. Refuses to
 * start where local mode, which asks for no password, could be reached from another machine (readConfig sees to it).
 */
async function main(): Promise<void> {
  const config = readConfig([
    'databaseUrl',
    'temporalAddress',
    'temporalNamespace',
    'temporalTaskQueue',
    'temporalUiUrl',
    'publicUrl',
    'port',
    'mode',
    'logLevel',
    'uploadsFolder',
    'clamavAddress',
    ...PAPER_SETTINGS,
    'trustProxy',
    'oidcIssuer',
    'oidcClientId',
    'oidcClientSecret',
    'oidcName',
  ]);
  const logger = openLogger({ name: 'api', level: config.logLevel });
  const localMode = config.mode === 'local';
  const ground = {
    records: RecordsModule.with(config, logger),
    temporal: TemporalDoor.open(config),
    mail: optionalMail(),
    taskQueue: config.temporalTaskQueue,
    temporalPage: config.temporalUiUrl ?? null,
    publicUrl: config.publicUrl,
    localMode,
    papers: {
      uploadsFolder: config.uploadsFolder,
      clamavAddress: config.clamavAddress,
      openStore: () => openPaperStore(config),
    },
    organisation: organisationSettings(config),
  };
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.on(ground), {
    bodyParser: false,
    // Streams of changes stay open for hours: they must not keep the process from stopping.
    forceCloseConnections: true,
    logger: new NestLog(logger),
  });
  configureApp(app, { localMode, webFolder: WEB_FOLDER, trustProxy: config.trustProxy });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  // In local mode nobody but this machine may come in.
  await (localMode ? app.listen(config.port, '127.0.0.1') : app.listen(config.port));
  logger.info({ port: config.port }, 'ready');
  process.send?.({ ready: true });
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
