import type { SignInPeopleResponse } from '@citypath/contracts';

/** Somebody to sign in as, with what he or she may do here. */
export type SignInPerson = SignInPeopleResponse['people'][number];

/** Everybody that a local installation lets you be. */
export async function signInPeople(apiUrl: string): Promise<SignInPerson[]> {
  const response = await fetch(`${apiUrl}/api/v1/session/people`);
  if (!response.ok) throw new Error(`The api did not say whom to sign in as (${response.status}).`);
  const { people } = (await response.json()) as SignInPeopleResponse;
  return people;
}
