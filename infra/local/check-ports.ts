import { PlainFault } from './processes/plain-fault';
import { isFree } from './processes/readiness';
import type { LocalPorts, LocalSettings } from './settings';

/** What listens on each port, and the name that chooses another. */
const uses: Record<keyof LocalPorts, { readonly what: string; readonly name: string }> = {
  web: { what: 'the web page', name: 'PORT' },
  postgres: { what: 'PostgreSQL', name: 'CITYPATH_POSTGRES_PORT' },
  temporal: { what: 'Temporal', name: 'CITYPATH_TEMPORAL_PORT' },
  temporalPage: { what: "Temporal's own page", name: 'CITYPATH_TEMPORAL_UI_PORT' },
  smtp: { what: 'the mail inbox', name: 'CITYPATH_SMTP_PORT' },
  inboxPage: { what: "the mail inbox's page", name: 'CITYPATH_INBOX_PORT' },
  bounces: { what: 'the mail that comes back', name: 'BOUNCE_PORT' },
};

/** Throws one sentence for each port that somebody else holds. Ports of parts that run elsewhere are not looked at. */
export async function checkPorts({ ports, given, mode }: LocalSettings): Promise<void> {
  const wanted: (keyof LocalPorts)[] = mode === 'local' ? ['web', 'bounces'] : ['web'];
  if (!given.databaseUrl) wanted.push('postgres');
  if (!given.temporalAddress) wanted.push('temporal', 'temporalPage');
  if (!given.smtpUrl) wanted.push('smtp', 'inboxPage');
  const complaints: string[] = [];
  for (const part of wanted) {
    if (await isFree(ports[part])) continue;
    const { what, name } = uses[part];
    complaints.push(
      `Port ${ports[part]}, meant for ${what}, is taken by another program: stop it, or choose another port with ${name}=…`,
    );
  }
  if (complaints.length > 0) throw new PlainFault(complaints.join('\n'));
}
