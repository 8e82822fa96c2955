import type {
  CommandPendingResponse,
  CommandResponse,
  CommandStatusResponse,
  DryRunResponse,
  Language,
  SignInRequest,
} from '@citypath/contracts';
import { request } from './request';

/** The writing half of the one typed door to the api. */

export async function signInAs(person: string): Promise<void> {
  const body: SignInRequest = { person };
  await request('/api/v1/session', { method: 'POST', body, idempotencyKey: newIdempotencyKey() });
}

export async function signOut(): Promise<void> {
  await request('/api/v1/session', { method: 'DELETE', idempotencyKey: newIdempotencyKey() });
}

export async function changeLanguage(language: Language): Promise<void> {
  await request('/api/v1/session', { method: 'PATCH', body: { language }, idempotencyKey: newIdempotencyKey() });
}

/** What became of an act that the api took: recorded, or taken and not recorded yet. */
export type Taken =
  { kind: 'recorded'; head: number } | { kind: 'being-recorded'; commandId: string; journeyId: string };

/**
 * Does an act.
 * @param href where the page said to post it
 * @param idempotencyKey one for each opened form: sending it again is the same act
 * @param seen what a look gave: the act is refused where it would do anything else by now
 */
export async function act(href: string, body: unknown, idempotencyKey: string, seen?: string): Promise<Taken> {
  const answer = await request(href, { method: 'POST', body, idempotencyKey, seen });
  if (answer.status === 202) {
    const { commandId, journeyId } = answer.body as CommandPendingResponse;
    return { kind: 'being-recorded', commandId, journeyId };
  }
  return { kind: 'recorded', head: (answer.body as CommandResponse).head };
}

/** What an act would change, by the rules that will run; nothing is changed. */
export async function lookAt(href: string, body: unknown): Promise<DryRunResponse> {
  return (await request(`${href}/dry-run`, { method: 'POST', body })).body as DryRunResponse;
}

/** Asks what became of an act that was taken. A refusal is thrown as the problem that it is. */
export async function askAfterAct(commandId: string, journeyId: string, signal: AbortSignal): Promise<Taken> {
  const path = `/api/v1/commands/${encodeURIComponent(commandId)}?journey=${encodeURIComponent(journeyId)}`;
  const status = (await request(path, { signal })).body as CommandStatusResponse;
  return status.status === 'recorded' ? { kind: 'recorded', head: status.head } : { kind: 'being-recorded', ...status };
}

/** 128 bits of chance. Not crypto.randomUUID, which is missing where the page is served without TLS. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
