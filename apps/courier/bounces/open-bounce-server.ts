import type { Instant } from '@citypath/calendar';
import type { Config, Logger } from '@citypath/runtime';
import { keptSecret, type DataSource } from '@citypath/store';
import { hostOf } from '../smtp/host-of';
import { BounceDesk } from './bounce-desk';
import { BounceServer } from './bounce-server';
import { ReturnAddresses } from './return-addresses';

type BounceConfig = Pick<Config, 'mode' | 'mailFrom' | 'bounceHost' | 'bouncePort' | 'bounceListen' | 'bounceSecret'>;

/** The name of the secret that a local house makes for itself. */
const SECRET = 'return-addresses';

/**
 * Where letters come back to: BOUNCE_HOST, in local mode also the sender's host.
 * @returns undefined where letters come back to the sender, and nobody reads what comes
 */
export async function returnAddressesOf(
  config: BounceConfig,
  records: DataSource,
): Promise<ReturnAddresses | undefined> {
  const receives = config.mode === 'local' || config.bouncePort !== undefined;
  const host = config.bounceHost ?? (receives ? hostOf(config.mailFrom) : undefined);
  if (host === undefined) return undefined;
  return new ReturnAddresses(host, config.bounceSecret ?? (await keptSecret(records, SECRET)));
}

/** Receives what comes back, where a port is given for it. */
export async function openBounceServer(
  { bouncePort, bounceListen }: BounceConfig,
  records: DataSource,
  addresses: ReturnAddresses | undefined,
  logger: Logger,
): Promise<BounceServer | undefined> {
  if (bouncePort === undefined || addresses === undefined) return undefined;
  const now = () => new Date().toISOString() as Instant;
  const server = new BounceServer(new BounceDesk(records, addresses), now, (outcome) => {
    if (outcome instanceof Error) logger.warn({ err: outcome }, 'a mail that came back could not be kept yet');
    else logger.info({ outcome }, 'a mail came back');
  });
  await server.listen({ host: bounceListen, port: bouncePort });
  return server;
}
