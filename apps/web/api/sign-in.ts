import type {
  AskSignInRequest,
  BeginOrganisationRequest,
  BeginOrganisationResponse,
  OrganisationAnswerRequest,
  OrganisationAnswerResponse,
  SignedInResponse,
  SignInLinkResponse,
  UseSignInCodeRequest,
  UseSignInLinkRequest,
} from '@citypath/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request';

/** What the door asks the api. */

export async function askSignIn(body: AskSignInRequest): Promise<void> {
  await request('/api/v1/sign-in', { method: 'POST', body });
}

export async function useSignInLink(body: UseSignInLinkRequest): Promise<SignedInResponse> {
  return (await request('/api/v1/sign-in/link', { method: 'POST', body })).body as SignedInResponse;
}

export async function useSignInCode(body: UseSignInCodeRequest): Promise<SignedInResponse> {
  return (await request('/api/v1/sign-in/code', { method: 'POST', body })).body as SignedInResponse;
}

/** @returns where the organisation's own page is */
export async function beginAtOrganisation(body: BeginOrganisationRequest): Promise<string> {
  const answer = await request('/api/v1/organisation/sign-in', { method: 'POST', body });
  return (answer.body as BeginOrganisationResponse).url;
}

/** The same, to link an account of the organisation to whoever is signed in. */
export async function beginLinking(): Promise<string> {
  const answer = await request('/api/v1/organisation/link', { method: 'POST', body: {} });
  return (answer.body as BeginOrganisationResponse).url;
}

/** @returns the path to go on to */
export async function bringAnswer(body: OrganisationAnswerRequest): Promise<string> {
  const answer = await request('/api/v1/organisation/answer', { method: 'POST', body });
  return (answer.body as OrganisationAnswerResponse).to;
}

export const signInLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['sign-in-link', token],
    queryFn: async ({ signal }) =>
      (await request(`/api/v1/sign-in/link/${encodeURIComponent(token)}`, { signal })).body as SignInLinkResponse,
    staleTime: 0,
  });
