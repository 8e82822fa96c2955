import type { Text } from './primitives';

/**
 * What a problem says. Placeholders are `{name|in case it is not known}`: the params of a refusal never hold
 * a person's name, and not every refusal knows every one of them.
 */
export interface ProblemWording {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 500 | 503 | 507;
  title: Text;
  sentence: Text;
}

/** @returns the sentence with its placeholders filled in. */
export function fillIn(sentence: string, params: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_whole, key: string, otherwise: string | undefined) =>
    String(params[key] ?? otherwise ?? '–'),
  );
}
