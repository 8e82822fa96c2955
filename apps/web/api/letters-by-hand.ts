import type { LetterActResponse, SettleLetterRequest } from '@citypath/contracts';
import { request } from './request';

/** What is done to single letters. */

const root = '/api/v1/letters';

async function post(path: string, body: object, idempotencyKey: string): Promise<LetterActResponse> {
  const answer = await request(`${root}/${path}`, { method: 'POST', body, idempotencyKey });
  return answer.body as LetterActResponse;
}

export function sendLetterNow(id: string, idempotencyKey: string): Promise<LetterActResponse> {
  return post(`${encodeURIComponent(id)}/send-now`, {}, idempotencyKey);
}

/** @param of a letter that waits in the ledger, or one that is foretold */
export function skipLetter(
  of: { id: string } | { key: string },
  body: Record<string, unknown>,
  idempotencyKey: string,
): Promise<LetterActResponse> {
  const place = 'id' in of ? encodeURIComponent(of.id) : `coming/${encodeURIComponent(of.key)}`;
  return post(`${place}/skip`, body, idempotencyKey);
}

export function unskipLetter(id: string, idempotencyKey: string): Promise<LetterActResponse> {
  return post(`${encodeURIComponent(id)}/unskip`, {}, idempotencyKey);
}

/** Somebody knows of a letter of unknown outcome whether it arrived. */
export function settleLetter(
  id: string,
  outcome: SettleLetterRequest['outcome'],
  idempotencyKey: string,
): Promise<LetterActResponse> {
  return post(`${encodeURIComponent(id)}/settlement`, { outcome }, idempotencyKey);
}

/** The reader came by the link of this letter. Idempotent by itself: the key is the letter's. */
export function letterSeen(id: string): Promise<LetterActResponse> {
  return post(`${encodeURIComponent(id)}/seen`, {}, `seen-${id}`);
}
