import type { ConfigComplaint } from './config-error';
import { type Config, settings } from './settings';

/**
 * Letters come back to signed addresses: outside local mode the secret is given, so that every courier knows it and it
 * outlives the database. A key for DKIM is named whole or not at all; half of it would be found out in spam folders.
 */
export function mailComplaints(config: Partial<Config>): ConfigComplaint[] {
  const complaints: ConfigComplaint[] = [];
  const { mode, bounceHost, bouncePort, bounceSecret } = config;
  const comesBack = bounceHost !== undefined || bouncePort !== undefined;
  if (mode === 'production' && comesBack && 'bounceSecret' in config && bounceSecret === undefined) {
    const beside = bounceHost === undefined ? settings.bouncePort.name : settings.bounceHost.name;
    complaints.push({ name: settings.bounceSecret.name, problem: `is missing beside ${beside}` });
  }
  const parts = ['dkimDomain', 'dkimSelector', 'dkimPrivateKey'] as const;
  if (parts.every((part) => config[part] === undefined)) return complaints;
  const missing = parts.filter((part) => part in config && config[part] === undefined);
  return [
    ...complaints,
    ...missing.map((part) => ({
      name: settings[part].name,
      problem: 'is missing, while other parts of DKIM are given',
    })),
  ];
}
