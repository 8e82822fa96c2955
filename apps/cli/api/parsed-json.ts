import { InvalidArgumentError } from 'commander';

/** A body as it is typed behind an option. @throws InvalidArgumentError when it is no JSON */
export function parsedJson(given: string): unknown {
  try {
    return JSON.parse(given) as unknown;
  } catch {
    throw new InvalidArgumentError('It is no JSON.');
  }
}
