import { mailStanding, type MailSettings } from '@citypath/runtime';
import { away, ok, unseen, wrong, type Finding } from './finding';

/** Busy servers take half a minute for a greeting. */
const ANSWERS_WITHIN_MS = 40_000;

/** The mail server: as the courier comes to it, only without a letter. */
export async function examineMail(settings: MailSettings | null): Promise<Finding> {
  if (settings === null) return unseen('mail server', 'SMTP_URL cannot be read.');
  const { host } = new URL(settings.smtpUrl);
  const standing = await mailStanding(settings, ANSWERS_WITHIN_MS);
  switch (standing.kind) {
    case 'fine':
      return ok('mail server', `${host} would take letters${settings.mode === 'local' ? '' : ', over TLS'}.`);
    case 'away':
      return away(
        'mail server',
        `${host} does not answer: ${standing.reason}.`,
        'Look whether SMTP_URL names its host and port, and whether this machine may reach it. Letters wait meanwhile.',
      );
    case 'tls':
      return wrong(
        'mail server',
        `${host} offers no TLS that can be trusted: ${standing.reason}.`,
        'Give the server a certificate for this very name, or name it in SMTP_URL as its certificate does ' +
          '(smtps:// for TLS from the start, smtp:// for STARTTLS).',
      );
    case 'login':
      return wrong(
        'mail server',
        `${host} does not accept the login: ${standing.reason}.`,
        'Give the right user and password in SMTP_URL.',
      );
    case 'not-smtp':
      return wrong(
        'mail server',
        `What answers at ${host} does not take our mail: ${standing.reason}.`,
        'Look whether SMTP_URL names the port for submission (587, or 465 with smtps://).',
      );
  }
}
