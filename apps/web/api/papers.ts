import type { DraftAnswers, DraftResponse, PaperResponse, PaperShort, PutDraftResponse } from '@citypath/contracts';
import { request } from './request';

/** Files of a step and the draft of its form. */

/** Looking through a file and scanning it takes longer than any other answer. */
const finishPatienceMs = 120_000;

/** Makes a paper of an upload whose bytes have all arrived; asked again it is the same paper. */
export async function finishUpload(uploadUrl: string): Promise<PaperShort> {
  const { body } = await request(new URL(uploadUrl, location.href).pathname, {
    method: 'PUT',
    patienceMs: finishPatienceMs,
  });
  return (body as PaperResponse).paper;
}

export async function readDraft(href: string): Promise<DraftResponse> {
  return (await request(href)).body as DraftResponse;
}

/** @param basedOn the version that these answers go on from @returns the new one */
export async function saveDraft(href: string, basedOn: number, answers: DraftAnswers): Promise<number> {
  const { body } = await request(href, { method: 'PUT', body: { basedOn, answers } });
  return (body as PutDraftResponse).version;
}
