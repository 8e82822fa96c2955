import type { NestExpressApplication } from '@nestjs/platform-express';
import { serveOpenApi } from './openapi/document';
import { takeJsonBodies } from './web/json-bodies';
import { securityHeaders } from './web/security-headers';
import { servePage } from './web/serve-page';

/** Everything around the routes, in the order in which a request passes it. Make the app with `bodyParser: false`. */
export function configureApp(app: NestExpressApplication, settings: { localMode: boolean; webFolder: string }): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(securityHeaders(settings.localMode));
  servePage(app, settings.webFolder);
  takeJsonBodies(app);
  serveOpenApi(app);
}
