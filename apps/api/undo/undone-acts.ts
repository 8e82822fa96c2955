import type { Text } from '@citypath/contracts';
import type { Fact } from '@citypath/journey';
import type { Journal } from '@citypath/store';
import { actorText } from '../journeys/history-sentences/actor';
import type { Names } from '../journeys/names';

/** The first facts of the acts that these facts took back, by the command that gave them. */
export async function undoneActs(journal: Journal, facts: readonly Fact[]): Promise<Map<string, Fact>> {
  const commands = facts.flatMap((fact) => (fact.kind === 'act-undone' ? [fact.command] : []));
  const known = await Promise.all(commands.map((command) => journal.ofCommand(command)));
  return new Map(
    known.flatMap((act) => {
      const [first] = act?.facts ?? [];
      return first ? [[first.commandId, first] as const] : [];
    }),
  );
}

/** Who took back what, in the words in which that was told. */
export function undidText(fact: Fact, undone: Text, names: Names): Text {
  const actor = actorText(fact, names);
  return { en: `${actor.en} undid this: ${undone.en}`, zh: `${actor.zh}撤销了以下操作：${undone.zh}` };
}

/** Facts without the acts that were taken back: what counts of the story. */
export function standingFacts(facts: readonly Fact[]): Fact[] {
  const undone = new Set(facts.flatMap((fact) => (fact.kind === 'act-undone' ? [fact.command] : [])));
  return undone.size === 0 ? [...facts] : facts.filter(({ commandId }) => !undone.has(commandId));
}
