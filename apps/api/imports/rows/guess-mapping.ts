import type { ImportMapping } from '@citypath/contracts';
import { lettersOf } from '../../cities/plain-name';
import type { ImportField } from './import-fields';

/**
 * Which column is what, by its title in either language or in both ("City / 城市英文名"). A column is taken once, by
 * the first field that knows its title; nothing is taken by mere likeness.
 */
export function guessMapping(header: readonly string[], fields: readonly ImportField[]): ImportMapping {
  const columns: Record<string, number> = {};
  const taken = new Set<number>();
  const spellings = header.map(spellingsOf);
  const names = fields.map(({ key, title, also }) => ({
    key,
    sure: new Set([title.en, title.zh].map(lettersOf)),
    likely: new Set([`${title.en}${title.zh}`, ...also].map(lettersOf)),
  }));
  // Sure ones first, so that "Name" never takes what another column says in full.
  for (const kind of ['sure', 'likely'] as const) {
    for (const name of names) {
      if (columns[name.key] !== undefined) continue;
      const column = spellings.findIndex(
        (written, index) => !taken.has(index) && written.some((spelling) => name[kind].has(spelling)),
      );
      if (column < 0) continue;
      columns[name.key] = column;
      taken.add(column);
    }
  }
  return { columns, dayOrder: 'ask' };
}

/** The title as a whole, without what stands in brackets, and each of the parts around a stroke or a line break. */
function spellingsOf(title: string): string[] {
  const parts = title.split(/[/／|｜\n]/u);
  const bare = title.replace(/[（(][^（()）]*[)）]/gu, '');
  return [title, bare, ...parts].map(lettersOf).filter((spelling) => spelling !== '');
}
