import { createTransport, type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool';

export interface MailSettings {
  /** smtps://… for TLS from the start, smtp://… for STARTTLS (in local mode: no TLS). */
  smtpUrl: string;
  mode: 'production' | 'local';
  /** Signs each letter (DKIM, RFC 6376) when all three are given. */
  dkimDomain?: string | undefined;
  dkimSelector?: string | undefined;
  /** RSA, in PEM. */
  dkimPrivateKey?: string | undefined;
}

export type MailTransport = Transporter<SMTPPool.SentMessageInfo, SMTPPool.Options>;

/**
 * A pool of connections to the mail server. Outside local mode nothing leaves unless the server proves its name
 * by certificate: smtps:// at once, smtp:// after STARTTLS, which is then required.
 *
 * @returns the transport; it connects with the first letter, and `close()` ends it
 */
export function openMailTransport(settings: MailSettings): MailTransport {
  return createTransport({ ...poolOptions(settings.smtpUrl, settings.mode), ...signature(settings) });
}

function signature({ dkimDomain, dkimSelector, dkimPrivateKey }: MailSettings): Pick<SMTPPool.Options, 'dkim'> {
  if (dkimDomain === undefined || dkimSelector === undefined || dkimPrivateKey === undefined) return {};
  return { dkim: { domainName: dkimDomain, keySelector: dkimSelector, privateKey: dkimPrivateKey } };
}

/** What the pool is opened with. */
export function poolOptions(smtpUrl: string, mode: MailSettings['mode']): SMTPPool.Options {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  return {
    pool: true,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    secure,
    requireTLS: !secure && mode === 'production',
    ignoreTLS: !secure && mode === 'local',
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    maxConnections: 3,
    maxMessages: 100,
    // Whether a letter may be posted again is for the ledger to say, never for the pool.
    maxRequeues: 0,
    // Mail servers that are busy take half a minute for each answer; the first one covers greeting, EHLO and STARTTLS.
    connectionTimeout: 240_000,
    greetingTimeout: 120_000,
    socketTimeout: 120_000,
    // Letters bring their content with them; nothing is ever fetched from a path or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
