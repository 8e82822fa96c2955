import type { LetterToThread } from '@citypath/store';
import type { MessageToWrite } from './sort-decisions';

/** How many earlier letters a mail names: all of a long thread would make a header that some servers refuse. */
const NAMED = 10;

/** What puts a mail into its thread (RFC 5322, 3.6.4). */
export interface ThreadHeaders {
  inReplyTo?: string;
  references?: string[];
}

/** The letters about steps that are to go as messages of their own, each to the person that it goes to. */
export function lettersToThread(messages: readonly MessageToWrite[]): LetterToThread[] {
  return messages.flatMap(({ to: recipient, dossiers: [{ letter }, ...others] }) => {
    const { id, journeyId, step } = letter;
    return others.length === 0 && step !== null ? [{ id, journeyId, step, recipient }] : [];
  });
}

/**
 * Answers the newest letter of a thread. Of a long one its beginning and its newest letters are named: mail readers
 * know a thread by its beginning.
 * @param before the Message-IDs of the thread so far, oldest first
 */
export function threadHeaders(before: readonly string[] = []): ThreadHeaders {
  const newest = before.at(-1);
  if (newest === undefined) return {};
  const [first = newest] = before;
  return {
    inReplyTo: newest,
    references: before.length <= NAMED ? [...before] : [first, ...before.slice(1 - NAMED)],
  };
}
