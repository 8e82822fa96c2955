import { TemporalDoor } from '@citypath/runtime';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiModule } from '../api.module';
import { RecordsModule } from '../records.module';
import { openApiDocument } from './document';

/** The api with nothing behind it: its routes can be looked at, and none can be called. Close it afterwards. */
export async function apiWithoutGround(): Promise<NestExpressApplication> {
  const ground = {
    records: RecordsModule.absent(),
    temporal: TemporalDoor.open({ temporalAddress: '127.0.0.1:1', temporalNamespace: 'none' }),
    mail: null,
    taskQueue: 'none',
    temporalPage: null,
    publicUrl: 'http://127.0.0.1',
    localMode: true,
    papers: {
      uploadsFolder: '',
      clamavAddress: undefined,
      openStore: () => Promise.reject(new Error('There is nothing behind this api')),
    },
    organisation: null,
  };
  return NestFactory.create<NestExpressApplication>(ApiModule.on(ground), { bodyParser: false, logger: false });
}

/** The description that the routes give, without a server, a database or Temporal. */
export async function describedApi(): Promise<OpenAPIObject> {
  const app = await apiWithoutGround();
  try {
    return openApiDocument(app);
  } finally {
    await app.close();
  }
}
