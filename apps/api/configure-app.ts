import type { NestExpressApplication } from '@nestjs/platform-express';
import { serveOpenApi } from './openapi/document';
import { takeJsonBodies } from './web/json-bodies';
import { securityHeaders } from './web/security-headers';
import { servePage } from './web/serve-page';

interface AppSettings {
  localMode: boolean;
  webFolder: string;
  /** How many proxies, or which: only of these X-Forwarded-For is believed. */
  trustProxy: number | string[] | undefined;
}

/** Everything around the routes, in the order in which a request passes it. Make the app with `bodyParser: false`. */
export function configureApp(app: NestExpressApplication, settings: AppSettings): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', settings.trustProxy ?? false);
  app.use(securityHeaders(settings.localMode));
  servePage(app, settings.webFolder);
  takeJsonBodies(app);
  serveOpenApi(app);
}
