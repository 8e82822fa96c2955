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

/** Reads something of the api as the person would have on a day: a real process, whose clock stands at the instant. */
export async function asOn<Read>(
  at: Instant,
  { databaseUrl, publicUrl, person }: Ground,
  read: (caller: Caller) => Promise<Read>,
): Promise<Read> {
  const api = new OwnProcess(
    'api',
    {
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: publicUrl,
      PORT: new URL(publicUrl).port,
      CITYPATH_MODE: 'local',
      LOG_LEVEL: 'warn',
      // Nothing here is written to a journey.
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      TEMPORAL_NAMESPACE: 'none',
      TEMPORAL_TASK_QUEUE: 'none',
    },
    at,
  );
  await api.start();
  try {
    return await read(await Caller.signedIn(publicUrl, person));
  } finally {
    await api.stop();
  }
}
