import type { Dossier } from '@citypath/letters';
import type { Person } from '@citypath/store';

/**
 * Who gets a copy of a message: the liaison who does the work of the reader's seat, where that is the same person for
 * every letter in it. Nobody else's letters are shown to a liaison, and nobody's who is on leave to an office at random.
 */
export function copyOf(dossiers: readonly Dossier[], reader: Person): Person | null {
  const liaisons = new Set(dossiers.map((dossier) => liaisonFor(dossier, reader)));
  const [only] = liaisons;
  if (liaisons.size !== 1 || only === undefined || only === null) return null;
  const person = dossiers[0]?.people.get(only);
  if (person === undefined || person.erasedAt !== null || person.bounced !== null) return null;
  return person.address.trim() === '' ? null : person;
}

function liaisonFor({ letter, state }: Dossier, reader: Person): string | null {
  const seat = state.seats[letter.seat];
  return seat?.holder === reader.id && seat.liaison !== reader.id ? seat.liaison : null;
}
