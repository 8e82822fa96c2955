import { randomUUID } from 'node:crypto';
import {
  cityPageResponse,
  commandPendingResponse,
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
  /** The act's own name in the journey's story: `citypath undo` asks for it. */
  command: string;
  /** The journey's last fact of it; null: taken, and not recorded yet. */
  head: number | null;
}

/** What an act would do, by the rules that will run; nothing is changed. */
export async function tryAct(api: ApiDoor, wish: WishedAct): Promise<DryRunResponse> {
  return tryRequest(api, (await offered(api, wish)).href, wish.body);
}

/** The same of an act whose address is known. */
export async function tryRequest(api: ApiDoor, href: string, body: unknown): Promise<DryRunResponse> {
  return dryRunResponse.parse((await api.post(`${href}/dry-run`, body)).body);
}

interface HowToSend {
  /** Of a dry run: the act is refused where it would do anything else by now; null: it is done as it comes. */
  seen: string | null;
  /** Null: a new one. */
  key: string | null;
}

/** Does an act. */
export async function giveAct(api: ApiDoor, wish: WishedAct, how: HowToSend): Promise<GivenAct> {
  return sendAct(api, (await offered(api, wish)).href, wish.body, how);
}

/** The same of an act whose address is known. */
export async function sendAct(
  api: ApiDoor,
  href: string,
  request: unknown,
  { seen, key }: HowToSend,
): Promise<GivenAct> {
  const once = key ?? randomUUID();
  const headers = { 'Idempotency-Key': once, ...(seen === null ? {} : { 'If-Match': `"${seen}"` }) };
  const { status, body } = await api.post(href, request, headers);
  if (status === 202) return { key: once, command: commandPendingResponse.parse(body).commandId, head: null };
  const { commandId, head } = commandResponse.parse(body);
  return { key: once, command: commandId, head };
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
