import { addresseeOf } from '@citypath/post';
import type { Dossier, KnownPerson } from './dossier';

/** Who would get the letter if nobody stood in. */
export function holderOf({ letter, programmeSeats, people }: Dossier): KnownPerson | undefined {
  const addressee = addresseeOf(letter, programmeSeats);
  return addressee.kind === 'person' ? people.get(addressee.person) : undefined;
}
