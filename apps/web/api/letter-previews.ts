import type { LetterPreviewResponse, TestLetter, TestLetterRequest, TestLettersResponse } from '@citypath/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './request';

/** Which letter of which city is looked at; what is null the api chooses. */
export interface PreviewAsk {
  journey: string;
  kind: string | null;
  step: string | null;
}

export const letterPreviewQuery = ({ journey, kind, step }: PreviewAsk) =>
  queryOptions({
    queryKey: ['journey', journey, 'letter-preview', kind, step],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams();
      if (kind !== null) asked.set('kind', kind);
      if (step !== null) asked.set('step', step);
      const { body } = await request(`${pathOf(journey)}/letter-previews?${asked.toString()}`, { signal });
      return body as LetterPreviewResponse;
    },
    placeholderData: keepPreviousData,
  });

/** How often it is asked whether a test letter has gone. */
const ASK_AGAIN_MS = 1_000;

/** What became of one's own test letters; asked again while one of them is on its way. */
export const testLettersQuery = queryOptions({
  queryKey: ['test-letters'],
  queryFn: async ({ signal }) => (await request('/api/v1/test-letters', { signal })).body as TestLettersResponse,
  refetchInterval: ({ state }) => {
    const isOnItsWay = state.data?.letters.some(({ status }) => status === 'waiting' || status === 'posting');
    return isOnItsWay ? ASK_AGAIN_MS : false;
  },
});

/** @param idempotencyKey one for each press of the button: sending it again is the same letter */
export async function sendTestLetter(
  journey: string,
  body: TestLetterRequest,
  idempotencyKey: string,
): Promise<TestLetter> {
  return (await request(`${pathOf(journey)}/test-letters`, { method: 'POST', body, idempotencyKey }))
    .body as TestLetter;
}

function pathOf(journey: string): string {
  return `/api/v1/journeys/${encodeURIComponent(journey)}`;
}
