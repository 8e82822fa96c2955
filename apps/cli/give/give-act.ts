import { randomUUID } from 'node:crypto';
import {
  cityPageResponse,
  commandResponse,
  dryRunResponse,
  type ActOffered,
  type CityPageResponse,
  type DryRunResponse,
} from '@citypath/contracts';
import type { ApiDoor } from '../api/api-door';

export interface WishedAct {
  journey: string;
  /** 'agree-date' */
  act: string;
  /** The step or seat that it is about; null: the journey as a whole. */
  of: string | null;
  /** The request that goes with the act. */
  body: unknown;
}

export interface GivenAct {
  /** The same act with the same key is done once. */
  key: string;
  /** The journey's last fact of it; null: taken, and not recorded yet. */
  head: number | null;
}

/** What an act would do, by the rules that will run; nothing is changed. */
export async function tryAct(api: ApiDoor, wish: WishedAct): Promise<DryRunResponse> {
  const { href } = await offered(api, wish);
  return dryRunResponse.parse((await api.post(`${href}/dry-run`, wish.body)).body);
}

/**
 * Does an act.
 * @param seen of a dry run: the act is refused where it would do anything else by now; null: it is done as it comes
 * @param key null: a new one
 */
export async function giveAct(
  api: ApiDoor,
  wish: WishedAct,
  { seen, key }: { seen: string | null; key: string | null },
): Promise<GivenAct> {
  const { href } = await offered(api, wish);
  const once = key ?? randomUUID();
  const headers = { 'Idempotency-Key': once, ...(seen === null ? {} : { 'If-Match': `"${seen}"` }) };
  const { status, body } = await api.post(href, wish.body, headers);
  return { key: once, head: status === 202 ? null : commandResponse.parse(body).head };
}

/** @throws Error that names what one may do instead, when the act is not offered to the one who asks */
async function offered(api: ApiDoor, { journey, act, of }: WishedAct): Promise<ActOffered> {
  const page = await api.read(cityPageResponse, `/journeys/${encodeURIComponent(journey)}`);
  const all = actsOf(page);
  const found = all.find((one) => one.act === act && (one.step ?? one.seat) === of);
  if (found) return found;
  const others = all.filter((one) => (one.step ?? one.seat) === of).map((one) => one.act);
  const what = of === null ? journey : `${of} of ${journey}`;
  throw new Error(
    others.length === 0
      ? `Nothing can be done with ${what} now.`
      : `${act} is not offered with ${what} now. One may: ${others.join(', ')}.`,
  );
}

function actsOf({ acts, steps, seats }: CityPageResponse): ActOffered[] {
  return [...acts, ...steps.flatMap((step) => step.acts), ...seats.flatMap((seat) => seat.acts)];
}
