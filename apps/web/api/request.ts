import { asksByItself } from './last-touch';
import { isProblem, RequestFailed } from './problem-error';

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** Sent as it is, instead of a body. */
  file?: Blob;
  /** The Idempotency-Key of a write: the same key is the same act, however often it is sent. */
  idempotencyKey?: string;
  /** What was looked at before the act: sent as If-Match. */
  seen?: string | undefined;
  signal?: AbortSignal;
  /** After so long no answer is expected any more; 20 s unless given. */
  patienceMs?: number;
}

/** A write is answered within 5 s by the api (202 when it takes longer); what takes this long is not coming. */
const usualPatienceMs = 20_000;

/**
 * Asks the api.
 * @param path from the root, '/api/v1/…'
 * @returns status and parsed body of an answer that is no problem
 * @throws RequestFailed
 */
export async function request(path: string, ask: Ask = {}): Promise<{ status: number; body: unknown }> {
  const response = await send(path, ask);
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  let body: unknown = null;
  if (isJson) {
    try {
      body = await response.json();
    } catch {
      throw new RequestFailed({ kind: 'no-answer' });
    }
  }
  if (response.ok && (isJson || response.status === 204)) return { status: response.status, body };
  if (isProblem(body)) throw new RequestFailed({ kind: 'problem', problem: body });
  throw new RequestFailed({ kind: 'no-answer' });
}

async function send(path: string, ask: Ask): Promise<Response> {
  const { method = 'GET', body, file, idempotencyKey, seen, signal, patienceMs = usualPatienceMs } = ask;
  const headers: Record<string, string> = {
    accept: 'application/json',
    // Also before anybody is signed in, problems are told in the language that the page is read in.
    'accept-language': document.documentElement.lang,
  };
  if (asksByItself()) headers['citypath-by-itself'] = 'yes';
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (file !== undefined) headers['content-type'] = 'application/octet-stream';
  if (seen !== undefined) headers['if-match'] = `"${seen}"`;
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  const patience = AbortSignal.timeout(patienceMs);
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
      ...(file !== undefined ? { body: file } : body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new RequestFailed({ kind: 'no-answer' });
  }
}
