import type { SeatKey } from './grammar';
import type { PersonId } from './ids';

/** To whom a letter goes: a seat, and the person who holds it (null for a programme's seat, resolved at sending). */
export interface Addressee {
  seat: SeatKey;
  holder: PersonId | null;
}
