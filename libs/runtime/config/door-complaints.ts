import type { ConfigComplaint } from './config-error';
import { type Config, settings } from './settings';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

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
