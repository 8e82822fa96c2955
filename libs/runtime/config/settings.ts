import { z } from 'zod';
import { dkimKey } from './dkim-key';

interface Setting<Schema extends z.ZodType> {
  /** Its name in the environment. */
  name: string;
  schema: Schema;
  /** Completes "DATABASE_URL …" when the value is bad. Never quotes the value: it may be a secret. */
  expects: string;
}

function setting<Schema extends z.ZodType>(name: string, schema: Schema, expects: string): Setting<Schema> {
  return { name, schema, expects };
}

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** '2', '10.0.0.1', 'loopback,10.0.0.0/8'. */
const proxy = String.raw`(loopback|[0-9a-f]*[.:][0-9a-f.:]*(/\d{1,3})?)`;
const trustedProxies = new RegExp(`^([1-9]|${proxy}(,${proxy})*)$`, 'i');

/** Everything that the processes take from the environment. A default makes a setting optional. */
export const settings = {
  databaseUrl: setting(
    'DATABASE_URL',
    z.url({ protocol: /^postgres(ql)?$/ }),
    'must be an address like postgres://user:password@host:5432/database',
  ),
  temporalAddress: setting('TEMPORAL_ADDRESS', z.string().regex(/^[^\s/:]+:\d{1,5}$/), 'must be host:port'),
  temporalNamespace: setting('TEMPORAL_NAMESPACE', z.string().min(1).default('default'), 'must be a namespace'),
  temporalTaskQueue: setting('TEMPORAL_TASK_QUEUE', z.string().min(1).default('citypath'), 'must be a name'),
  temporalUiUrl: setting(
    'TEMPORAL_UI_URL',
    z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    "must be the http(s) address of Temporal's own page",
  ),
  smtpUrl: setting(
    'SMTP_URL',
    z.url({ protocol: /^smtps?$/ }),
    'must be an address like smtps://user:password@host:465 (or smtp://host:587, upgraded to TLS)',
  ),
  mailFrom: setting(
    'MAIL_FROM',
    z
      .string()
      .max(320)
      .regex(/^(?:[^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/),
    'must be a mail address, or a name and the address in angle brackets',
  ),
  bounceHost: setting(
    'BOUNCE_HOST',
    z
      .string()
      .max(180)
      .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i)
      .optional(),
    'must be the mail domain that letters come back to',
  ),
  bouncePort: setting('BOUNCE_PORT', wholeNumber(0, 65_535).optional(), 'must be a port number'),
  bounceListen: setting('BOUNCE_LISTEN', z.string().min(1).default('127.0.0.1'), 'must be an address of this machine'),
  bounceSecret: setting('BOUNCE_SECRET', z.string().min(32).optional(), 'must be at least 32 characters long'),
  dkimDomain: setting('DKIM_DOMAIN', z.string().min(1).max(253).optional(), 'must be the domain that signs'),
  dkimSelector: setting('DKIM_SELECTOR', z.string().min(1).max(63).optional(), 'must be the name of the key in DNS'),
  dkimPrivateKey: setting('DKIM_PRIVATE_KEY', dkimKey.optional(), 'must be an RSA private key in PEM'),
  mailPerDomainAMinute: setting(
    'MAIL_PER_DOMAIN_A_MINUTE',
    wholeNumber(1, 1_000_000).default(50),
    'must be a number of letters from 1',
  ),
  mailPerRecipientAMinute: setting(
    'MAIL_PER_RECIPIENT_A_MINUTE',
    wholeNumber(1, 1_000_000).default(10),
    'must be a number of letters from 1',
  ),
  publicUrl: setting(
    'PUBLIC_URL',
    z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
    'must be the http(s) address that people open',
  ),
  port: setting('PORT', wholeNumber(0, 65_535), 'must be a port number'),
  mode: setting('CITYPATH_MODE', z.enum(['production', 'local']).default('production'), 'must be production or local'),
  logLevel: setting(
    'LOG_LEVEL',
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    'must be fatal, error, warn, info, debug, trace or silent',
  ),
  trustProxy: setting(
    'TRUST_PROXY',
    z
      .string()
      .regex(trustedProxies)
      .transform((proxies) => (/^[1-9]$/.test(proxies) ? Number(proxies) : proxies.split(',')))
      .optional(),
    'must be how many proxies stand before the api (1 to 9), or their addresses, with commas between them',
  ),
  oidcIssuer: setting('OIDC_ISSUER', z.url({ protocol: /^https?$/ }).optional(), 'must be an https address'),
  oidcClientId: setting('OIDC_CLIENT_ID', z.string().max(500).optional(), 'must be the id given by the organisation'),
  oidcClientSecret: setting('OIDC_CLIENT_SECRET', z.string().optional(), 'must be the secret given with the id'),
  oidcName: setting('OIDC_NAME', z.string().max(60).optional(), 'must be the name of the organisation on a button'),
  courierTickMs: setting(
    'COURIER_TICK_MS',
    wholeNumber(50, 3_600_000).default(5_000),
    'must be a number of milliseconds from 50 to 3600000',
  ),
  papersFolder: setting('PAPERS_FOLDER', z.string().min(1).default('.data/papers'), 'must be a folder'),
  uploadsFolder: setting('UPLOADS_FOLDER', z.string().min(1).default('.data/uploads'), 'must be a folder'),
  papersS3Endpoint: setting(
    'PAPERS_S3_ENDPOINT',
    z.url({ protocol: /^https?$/ }).optional(),
    'must be the http(s) address of an S3-compatible store',
  ),
  papersS3Bucket: setting('PAPERS_S3_BUCKET', z.string().min(1).optional(), 'must be the name of a bucket'),
  papersS3Region: setting('PAPERS_S3_REGION', z.string().min(1).default('us-east-1'), 'must be a region'),
  papersS3Key: setting('PAPERS_S3_KEY', z.string().min(1).optional(), 'must be an access key'),
  papersS3Secret: setting('PAPERS_S3_SECRET', z.string().min(1).optional(), 'must be a secret key'),
  clamavAddress: setting(
    'CLAMAV_ADDRESS',
    z
      .string()
      .regex(/^[^\s/:]+:\d{1,5}$/)
      .optional(),
    'must be host:port of clamd',
  ),
};

export type SettingKey = keyof typeof settings;

export type Config = { [Key in SettingKey]: z.output<(typeof settings)[Key]['schema']> };
