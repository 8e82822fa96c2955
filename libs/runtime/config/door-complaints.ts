import type { ConfigComplaint } from './config-error';
import { type Config, settings } from './settings';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The organisation's door needs all that was agreed with the organisation, and its answers come over TLS: only a
 * provider on this machine may do without, in local mode.
 */
export function organisationComplaints(config: Partial<Config>): ConfigComplaint[] {
  const { mode, oidcIssuer, oidcClientId, oidcClientSecret, oidcName } = config;
  if (oidcIssuer === undefined) return [];
  const { protocol, hostname } = new URL(oidcIssuer);
  const complaints: ConfigComplaint[] = [];
  const needed = { oidcClientId, oidcClientSecret, oidcName };
  for (const key of Object.keys(needed) as (keyof typeof needed)[]) {
    if (needed[key] === undefined)
      complaints.push({ name: settings[key].name, problem: 'is missing beside OIDC_ISSUER' });
  }
  if (protocol !== 'https:' && (mode !== 'local' || !LOOPBACK.includes(hostname)))
    complaints.push({ name: settings.oidcIssuer.name, problem: 'must be https' });
  return complaints;
}

/**
 * Local mode lets everybody sign in as anybody, so it may only be reached from this machine; outside it, the
 * sign-in cookie must not cross a network in the clear.
 */
export function doorComplaints({ mode, publicUrl }: Partial<Config>): ConfigComplaint[] {
  if (mode === undefined || publicUrl === undefined) return [];
  const { protocol, hostname } = new URL(publicUrl);
  if (LOOPBACK.includes(hostname)) return [];
  if (mode === 'local') {
    return [
      { name: settings.publicUrl.name, problem: 'must be on this machine in local mode, which has no passwords' },
    ];
  }
  if (protocol !== 'https:') return [{ name: settings.publicUrl.name, problem: 'must be https outside local mode' }];
  return [];
}
