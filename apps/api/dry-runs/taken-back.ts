import type { Command, Fact } from '@citypath/journey';
import type { Texts } from '@citypath/store';
import type { KnownJourney } from '../journeys/journey-reader';
import { textRefsOf } from '../journeys/text-refs';
import type { ActTakenBack } from '../letters/days-ahead';

/** The act that is taken back by this one: its letters may go after all. */
export function takenBack(command: Command, { row, state }: KnownJourney): ActTakenBack[] {
  if (command.kind === 'undo') return [{ journeyId: row.id, command: command.act, endedAt: null }];
  const { ended } = state;
  return command.kind === 'readmit' && ended ? [{ journeyId: row.id, command: ended.command, endedAt: ended.at }] : [];
}

/** What people wrote of letters that may go after all. */
export async function writtenOf(texts: Texts, facts: readonly Fact[]): Promise<[string, string][]> {
  if (facts.length === 0) return [];
  const known = await texts.byRefs(facts.flatMap(textRefsOf));
  return [...known].flatMap(([ref, words]): [string, string][] => (typeof words === 'string' ? [[ref, words]] : []));
}
