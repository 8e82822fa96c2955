import { maskAddresses } from '@citypath/runtime';

const LONGEST = 200;
/** As our own processes and Temporal's driver call themselves: number of the process, and machine. */
const PROCESS = /^\d+@[\w.-]+$/;
/** Temporal's command line, with whose account it ran under behind it. */
const COMMAND_LINE = /^temporal-cli\b/;

/** What was said about a failure, without anybody's address; null: nothing was. */
export function withoutPeople(said: string | null | undefined): string | null {
  const trimmed = said?.trim() ?? '';
  return trimmed === '' ? null : maskAddresses(trimmed).slice(0, LONGEST);
}

/** Who talks to Temporal, where that is a program and no person; null: it may be a person. */
export function identityOf(identity: string | null | undefined): string | null {
  const said = identity ?? '';
  if (PROCESS.test(said)) return said;
  return COMMAND_LINE.test(said) ? 'temporal-cli' : null;
}
