import { type DestinationStream, type Logger, pino } from 'pino';
import { loggedError } from './logged-error';
import { maskAddresses } from './mask-addresses';
import { namesOfPersonalFields } from './personal-fields';

export interface LoggerSettings {
  /** The process: 'api', 'worker', 'courier', 'cli'. */
  name: string;
  level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Where the lines go; standard output unless given. */
  destination?: DestinationStream;
}

/**
 * The log of a process: a line of JSON an event. People appear by id only: fields with names, addresses, words
 * and secrets are taken out, and mail addresses are masked wherever they stand.
 */
export function openLogger({ name, level, destination }: LoggerSettings): Logger {
  return pino(
    {
      name,
      level,
      redact: { paths: namesOfPersonalFields(), censor: '[redacted]' },
      serializers: { err: loggedError, error: loggedError, cause: loggedError },
      hooks: { streamWrite: maskAddresses },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination ?? pino.destination(1),
  );
}
