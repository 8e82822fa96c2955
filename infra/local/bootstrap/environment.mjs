/** What `npm start` was asked for: its arguments and the names it reads from the environment, read once. */

import { join, resolve } from 'node:path';
import { PlainFault } from './say.mjs';
import { checkout } from './places.mjs';

const knownArguments = ['--reset', '--empty'];

/** The ports of the embedded parts: the environment's name for each, and its port when that is not set. */
const portNames = {
  web: ['PORT', 3000],
  postgres: ['CITYPATH_POSTGRES_PORT', 54329],
  temporal: ['CITYPATH_TEMPORAL_PORT', 7239],
  temporalPage: ['CITYPATH_TEMPORAL_UI_PORT', 8239],
  smtp: ['CITYPATH_SMTP_PORT', 2525],
  inboxPage: ['CITYPATH_INBOX_PORT', 8025],
  bounces: ['BOUNCE_PORT', 2526],
};

/** Settings of a local start; every bad argument and name is told together. */
export function localSettings(args, environment) {
  const faults = args
    .filter((arg) => !knownArguments.includes(arg))
    .map((arg) => `${arg} is not an argument of npm start.`);
  const ports = {};
  for (const [part, [name, usual]] of Object.entries(portNames)) {
    ports[part] = Number(environment[name] || usual);
    if (!Number.isInteger(ports[part]) || ports[part] < 1 || ports[part] > 65_535)
      faults.push(`${name} must be a port (1 to 65535).`);
  }
  if (faults.length > 0)
    throw new PlainFault([...faults, `Arguments: npm start -- ${knownArguments.join(' ')}`].join('\n'));
  return {
    checkout,
    dataFolder: resolve(environment.CITYPATH_DATA_FOLDER || join(checkout, '.data')),
    reset: args.includes('--reset'),
    empty: args.includes('--empty'),
    given: {
      databaseUrl: environment.DATABASE_URL || undefined,
      temporalAddress: environment.TEMPORAL_ADDRESS || undefined,
      smtpUrl: environment.SMTP_URL || undefined,
    },
    ports,
    mode: environment.CITYPATH_MODE === 'production' ? 'production' : 'local',
    environment,
  };
}
