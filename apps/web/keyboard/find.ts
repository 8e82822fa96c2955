import type { BoardRow } from '@citypath/contracts';

/** Something that the search can lead to. */
export interface Place {
  to: string;
  /** All names that people may type: both languages, people of the line. */
  names: string[];
  kind: 'page' | 'city';
  row?: BoardRow;
  title?: string;
}

/** How many places the search shows. */
const most = 12;

/**
 * @param typed what was typed so far; nothing typed finds the first places
 * @returns places whose names hold every word typed, those that begin with it first
 */
export function find(places: Place[], typed: string): Place[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return places.slice(0, most);
  return places
    .map((place, order) => ({ place, order, text: fold(place.names.join(' ')) }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .sort(
      (a, b) =>
        Number(!a.text.startsWith(words[0] ?? '')) - Number(!b.text.startsWith(words[0] ?? '')) || a.order - b.order,
    )
    .slice(0, most)
    .map(({ place }) => place);
}

/** Small letters without marks: "Haiyàn" is found by "haiyan". */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The line of a city on the board, to be found by the names of the city and of those who have its steps. */
export function placeOfRow(row: BoardRow): Place {
  const people = [row.next?.who.person, ...row.cells.map((cell) => cell.who)];
  const names = people.flatMap((person) => (person ? [person.name, person.nameZh ?? ''] : []));
  return {
    to: `/journeys/${encodeURIComponent(row.journeyId)}`,
    kind: 'city',
    row,
    names: [row.city.nameEn, row.city.nameZh ?? '', ...new Set(names)],
  };
}
