import type { Command } from '@citypath/journey';
import type { Caller } from '../../support/caller';
import type { NetworkInHand } from '../../support/network-in-hand';
import type { Beginning } from './four-cities-at-their-reports';

/** How an act upon Yiwu is asked for over HTTP, and what command that is. */
export interface ActUponYiwu {
  path: string;
  body: {
    reason?: string;
    comment?: string;
    note?: string;
    words?: string;
    evidence?: object;
    [field: string]: unknown;
  };
  /** @param ref stands for the words in it */
  command: (ref: string, network: NetworkInHand) => Command | Promise<Command>;
  by: string;
  /** What was done before, on the same morning, by hand where no command does it. */
  after: (Command | ((manager: Caller) => Promise<void>))[];
  /** Else Yiwu is taken over on the first day, four days before its report is due. */
  begins: Beginning | null;
  /** Steps that have another name by it; null: none any more. */
  renames: Record<string, string | null>;
}

type More = Partial<Omit<ActUponYiwu, 'path' | 'body' | 'command'>>;

/** An act of the manager's, upon a city of which nothing else is told. */
export function act(
  path: ActUponYiwu['path'],
  body: ActUponYiwu['body'],
  command: ActUponYiwu['command'],
  more: More = {},
): ActUponYiwu {
  return { by: 'p-manager', after: [], begins: null, renames: {}, ...more, path, body, command };
}

/** Something that was done is taken back. */
export function takingBack(done: string): ActUponYiwu {
  return act(`acts/${done}/undo`, { reason: 'It was another city.' }, (reason) => ({
    kind: 'undo',
    act: done,
    reason,
  }));
}

/** What somebody wrote in an act: words, or the answers of a form. */
export function wordsOf({ body: { reason, comment, note, words, evidence } }: ActUponYiwu): unknown {
  return reason ?? comment ?? note ?? words ?? evidence ?? '';
}
