import type { ApiRequest } from '../session/api-request';

/** What the policy of this route allowed. @throws Error on a route whose policy is no act */
export function givenOf({ given }: ApiRequest): NonNullable<ApiRequest['given']> {
  if (!given) throw new Error('Only a route whose policy is an act has a given act');
  return given;
}
