import { openMailTransport, type MailSettings } from './open-mail-transport';

/** Whether the mail server would take a letter from us, as far as one sees without posting one. */
export type MailStanding =
  | { kind: 'fine' }
  /** Nothing answers there. */
  | { kind: 'away'; reason: string }
  /** It answers, but not as it should: no TLS or a certificate that is not to be trusted; another login; no SMTP at all. */
  | { kind: 'tls' | 'login' | 'not-smtp'; reason: string };

/** Connects, says EHLO, goes over to TLS and signs in as the courier does, and leaves without a letter. */
export async function mailStanding(settings: MailSettings, withinMs: number): Promise<MailStanding> {
  const transport = openMailTransport(settings);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<MailStanding>((resolve) => {
    timer = setTimeout(resolve, withinMs, { kind: 'away', reason: `no answer within ${withinMs / 1_000} s` });
  });
  const look = transport.verify().then((): MailStanding => ({ kind: 'fine' }), whatIsWrong);
  try {
    return await Promise.race([look, late]);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

function whatIsWrong(error: unknown): MailStanding {
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EAUTH') return { kind: 'login', reason };
  if (code === 'ETLS' || isAboutCertificates(error)) return { kind: 'tls', reason };
  if (code === 'EPROTOCOL') return { kind: 'not-smtp', reason };
  return { kind: 'away', reason };
}

/** OpenSSL and Node have dozens of codes for a certificate that does not hold; all name it or TLS in their words. */
function isAboutCertificates(error: unknown): boolean {
  return error instanceof Error && /certificate|self.signed|altnames|SSL|TLS/i.test(error.message);
}
