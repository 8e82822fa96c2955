import type { DataSource } from 'typeorm';
import { Calendars } from '../calendars';
import { Definitions } from '../definitions';

/** What of a command is pinned by its hash lies in the records once, and not with each of a thousand commands. */
const PINNED = { 'adopt-calendar': 'calendar', 'adopt-definition': 'definition' } as const;

interface Pinning {
  kind: keyof typeof PINNED;
  hash: string;
}

/** A command as a row keeps it. */
export function keptCommand(command: object): object {
  if (!pins(command)) return command;
  const { [PINNED[command.kind]]: _, ...kept } = command as Pinning & Record<string, unknown>;
  return kept;
}

/** @returns the same commands as journeys take them @throws Error when an edition that one names is not in the records */
export async function wholeCommands(dataSource: DataSource, kept: readonly object[]): Promise<object[]> {
  const hashesOf = (kind: Pinning['kind']) => [
    ...new Set(kept.flatMap((one) => (pins(one) && one.kind === kind ? [one.hash] : []))),
  ];
  const [calendars, definitions] = [hashesOf('adopt-calendar'), hashesOf('adopt-definition')];
  const editions = new Map<string, object>([
    ...(calendars.length > 0 ? await new Calendars(dataSource).byHashes(calendars) : []),
    ...(definitions.length > 0 ? await new Definitions(dataSource).byHashes(definitions) : []),
  ]);
  return kept.map((one) => {
    if (!pins(one)) return one;
    const edition = editions.get(one.hash);
    if (!edition) throw new Error(`Not in the records: the edition ${one.hash}`);
    return { ...one, [PINNED[one.kind]]: edition };
  });
}

function pins(command: object): command is Pinning {
  return 'kind' in command && typeof command.kind === 'string' && command.kind in PINNED;
}
