import { generateKeyPairSync } from 'node:crypto';
import { ConfigError } from './config-error';
import { readConfig } from './read-config';
import { type SettingKey, settings } from './settings';

const good = {
  DATABASE_URL: 'postgres://city:secret@127.0.0.1:5432/citypath',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SMTP_URL: 'smtps://post:secret@mail.citypath.example:465',
  MAIL_FROM: 'CityPath <post@citypath.example>',
  PUBLIC_URL: 'https://citypath.example/',
  PORT: '8080',
};

const everything = Object.keys(settings) as SettingKey[];

function complaintsAbout(environment: NodeJS.ProcessEnv, needs: SettingKey[] = everything): string[] {
  try {
    readConfig(needs, environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.complaints.map(({ name, problem }) => `${name} ${problem}`);
  }
}

describe('the configuration', () => {
  it('is read into its types, with defaults for what may be left out', () => {
    expect(readConfig(everything, good)).toEqual({
      databaseUrl: good.DATABASE_URL,
      temporalAddress: '127.0.0.1:7233',
      temporalNamespace: 'default',
      temporalTaskQueue: 'citypath',
      smtpUrl: good.SMTP_URL,
      mailFrom: good.MAIL_FROM,
      publicUrl: 'https://citypath.example',
      port: 8080,
      mode: 'production',
      logLevel: 'info',
      courierTickMs: 5000,
      bounceListen: '127.0.0.1',
      mailPerDomainAMinute: 50,
      mailPerRecipientAMinute: 10,
      papersFolder: '.data/papers',
      uploadsFolder: '.data/uploads',
      papersS3Region: 'us-east-1',
    });
  });

  it('asks a process only for what it needs', () => {
    expect(readConfig(['databaseUrl', 'logLevel'], { DATABASE_URL: good.DATABASE_URL, PORT: 'nonsense' })).toEqual({
      databaseUrl: good.DATABASE_URL,
      logLevel: 'info',
    });
  });

  it('names every bad and missing setting at once, and no value', () => {
    const environment = {
      DATABASE_URL: 'mysql://root:hunter2@db',
      TEMPORAL_ADDRESS: 'hunter2',
      SMTP_URL: '',
      MAIL_FROM: 'hunter2',
      PUBLIC_URL: 'ftp://hunter2',
      PORT: '70000',
      CITYPATH_MODE: 'hunter2',
      LOG_LEVEL: 'hunter2',
      COURIER_TICK_MS: '1',
    };
    const complaints = complaintsAbout(environment);
    expect(complaints.map((complaint) => complaint.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'TEMPORAL_ADDRESS',
      'SMTP_URL',
      'MAIL_FROM',
      'PUBLIC_URL',
      'PORT',
      'CITYPATH_MODE',
      'LOG_LEVEL',
      'COURIER_TICK_MS',
    ]);
    expect(complaints).toContain('SMTP_URL is missing');
    expect(() => readConfig(everything, environment)).toThrow(/^Bad configuration: DATABASE_URL must be .*; TEMPORAL_/);
    expect(complaints.join()).not.toContain('hunter2');
  });

  it('takes an S3-compatible store whole, and names what is missing of a half one', () => {
    const store = { PAPERS_S3_ENDPOINT: 'https://s3.example', PAPERS_S3_BUCKET: 'papers' };
    expect(complaintsAbout({ ...good, ...store, PAPERS_S3_KEY: 'key', PAPERS_S3_SECRET: 'secret' })).toEqual([]);
    expect(complaintsAbout({ ...good, ...store })).toEqual([
      'PAPERS_S3_KEY is missing, while other parts of the S3 store are given',
      'PAPERS_S3_SECRET is missing, while other parts of the S3 store are given',
    ]);
  });

  it.each(['123', '0x50', '80.5', '-1', ' 80', '1e3'])('takes a port in digits only, and %p as it is', (port) => {
    expect(complaintsAbout({ ...good, PORT: port })).toEqual(port === '123' ? [] : ['PORT must be a port number']);
  });

  it.each([
    ['local', 'http://127.0.0.1:3000', []],
    ['local', 'http://localhost:3000', []],
    ['local', 'http://[::1]:3000', []],
    ['production', 'http://127.0.0.1:3000', []],
    ['production', 'https://citypath.example', []],
    ['local', 'https://citypath.example', ['PUBLIC_URL must be on this machine in local mode, which has no passwords']],
    [
      'local',
      'http://127.0.0.1.citypath.example',
      ['PUBLIC_URL must be on this machine in local mode, which has no passwords'],
    ],
    ['production', 'http://citypath.example', ['PUBLIC_URL must be https outside local mode']],
  ])('in %s mode opened at %s complains of %p', (mode, publicUrl, complaints) => {
    expect(complaintsAbout({ ...good, CITYPATH_MODE: mode, PUBLIC_URL: publicUrl })).toEqual(complaints);
  });

  it('knows how many proxies to trust, or which', () => {
    const trusted = (given: string) => readConfig(['trustProxy'], { TRUST_PROXY: given }).trustProxy;
    expect(trusted('')).toBeUndefined();
    expect(trusted('2')).toBe(2);
    expect(trusted('loopback,10.0.0.0/8,fd00::1')).toEqual(['loopback', '10.0.0.0/8', 'fd00::1']);
    for (const bad of ['true', '0', '*', '10', 'proxy.example', '1,2 3'])
      expect(complaintsAbout({ TRUST_PROXY: bad }, ['trustProxy'])).toHaveLength(1);
  });

  it('takes an organisation’s door whole or not at all, and over TLS only', () => {
    const needs = ['mode', 'oidcIssuer', 'oidcClientId', 'oidcClientSecret', 'oidcName'] as const;
    const whole = {
      OIDC_ISSUER: 'https://id.city.example',
      OIDC_CLIENT_ID: 'citypath',
      OIDC_CLIENT_SECRET: 'hunter2',
      OIDC_NAME: 'City',
    };
    expect(complaintsAbout(whole, [...needs])).toEqual([]);
    expect(complaintsAbout({ OIDC_ISSUER: whole.OIDC_ISSUER, OIDC_NAME: 'City' }, [...needs])).toEqual([
      'OIDC_CLIENT_ID is missing beside OIDC_ISSUER',
      'OIDC_CLIENT_SECRET is missing beside OIDC_ISSUER',
    ]);
    const nearby = { ...whole, OIDC_ISSUER: 'http://127.0.0.1:4000' };
    expect(complaintsAbout(nearby, [...needs])).toEqual(['OIDC_ISSUER must be https']);
    expect(complaintsAbout({ ...nearby, CITYPATH_MODE: 'local' }, [...needs])).toEqual([]);
  });

  it('lets letters come back only where the addresses they come back to are signed with a secret of ours', () => {
    const mail: SettingKey[] = ['mode', 'bounceHost', 'bouncePort', 'bounceSecret'];
    expect(complaintsAbout({ BOUNCE_HOST: 'citypath.example' }, mail)).toEqual([
      'BOUNCE_SECRET is missing beside BOUNCE_HOST',
    ]);
    expect(complaintsAbout({ BOUNCE_PORT: '25' }, mail)).toEqual(['BOUNCE_SECRET is missing beside BOUNCE_PORT']);
    expect(complaintsAbout({ BOUNCE_PORT: '25', BOUNCE_SECRET: 'short' }, mail)).toEqual([
      'BOUNCE_SECRET must be at least 32 characters long',
    ]);
    expect(complaintsAbout({ BOUNCE_PORT: '2526', CITYPATH_MODE: 'local' }, mail)).toEqual([]);
  });

  it('takes a key for DKIM whole, and only one that can sign', () => {
    const dkim: SettingKey[] = ['dkimDomain', 'dkimSelector', 'dkimPrivateKey'];
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().replaceAll('\n', '\\n');
    expect(complaintsAbout({ DKIM_DOMAIN: 'citypath.example', DKIM_PRIVATE_KEY: pem }, dkim)).toEqual([
      'DKIM_SELECTOR is missing, while other parts of DKIM are given',
    ]);
    expect(
      complaintsAbout({ DKIM_DOMAIN: 'citypath.example', DKIM_SELECTOR: 'a', DKIM_PRIVATE_KEY: 'hunter2' }, dkim),
    ).toEqual(['DKIM_PRIVATE_KEY must be an RSA private key in PEM']);
    expect(complaintsAbout({ DKIM_DOMAIN: 'c.example', DKIM_SELECTOR: 'a', DKIM_PRIVATE_KEY: pem }, dkim)).toEqual([]);
  });
});
