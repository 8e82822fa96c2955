import type { Instant } from '@citypath/calendar';
import { Caller } from './caller';
import { OwnProcess } from './own-process';

/** What is needed to open the api upon somebody's records. */
interface Ground {
  databaseUrl: string;
  /** http://127.0.0.1:port */
  publicUrl: string;
  person: string;
}

/**
 * The api upon somebody's records, whose clock stands at an instant: not started yet. It writes to no journey.
 * @param programmesFile see `OwnProcess`
 */
export function apiOn(
  at: Instant,
  { databaseUrl, publicUrl }: Omit<Ground, 'person'>,
  programmesFile: string | null = null,
): OwnProcess {
  return new OwnProcess(
    'api',
    {
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: publicUrl,
      PORT: new URL(publicUrl).port,
      CITYPATH_MODE: 'local',
      LOG_LEVEL: 'warn',
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      TEMPORAL_NAMESPACE: 'none',
      TEMPORAL_TASK_QUEUE: 'none',
    },
    at,
    programmesFile,
  );
}

/** Reads something of the api as the person would have on a day: a real process, whose clock stands at the instant. */
export async function asOn<Read>(
  at: Instant,
  { person, ...ground }: Ground,
  read: (caller: Caller) => Promise<Read>,
): Promise<Read> {
  const api = apiOn(at, ground);
  await api.start();
  try {
    return await read(await Caller.signedIn(ground.publicUrl, person));
  } finally {
    await api.stop();
  }
}
