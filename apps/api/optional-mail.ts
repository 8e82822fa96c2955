import { ConfigError, openMailTransport, readConfig, type MailTransport } from '@citypath/runtime';

/** A mail server to look at for readiness, where the api is told of one; it posts nothing itself. */
export function optionalMail(): MailTransport | null {
  try {
    return openMailTransport(readConfig(['smtpUrl', 'mode']));
  } catch (error) {
    if (error instanceof ConfigError && error.complaints.every(({ problem }) => problem === 'is missing')) return null;
    throw error;
  }
}
