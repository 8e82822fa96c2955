import { Client } from 'pg';

export interface Listening {
  close(): Promise<void>;
}

const RECONNECT_AFTER_MS = 1_000;

/**
 * Listens to a channel of PostgreSQL on a connection of its own, and connects again for as long as it is not closed.
 *
 * @param onNotify gets the payload; null after a new connection: anything may have been missed, look at everything
 * @returns at once; the first connection is made in the background
 */
export function listen(url: string, channel: string, onNotify: (payload: string | null) => void): Listening {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const reconnect = (lost: Client): void => {
    // Both 'error' and 'end' come for one lost connection.
    if (closed || client !== lost) return;
    client = null;
    timer = setTimeout(connect, RECONNECT_AFTER_MS);
  };

  const connect = (): void => {
    const next = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    client = next;
    next.on('error', () => reconnect(next));
    next.on('end', () => reconnect(next));
    next.on('notification', (message) => onNotify(message.payload ?? ''));
    next
      .connect()
      .then(() => next.query(`LISTEN ${next.escapeIdentifier(channel)}`))
      .then(() => onNotify(null))
      .catch(() => {
        next.end().catch(() => undefined);
        reconnect(next);
      });
  };

  connect();
  return {
    close: async () => {
      closed = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
