import type { Language } from '@citypath/contracts';
import type { PersonId } from '@citypath/journey';
import type { SeatInCity } from '@citypath/store';

/** Who asks, with every seat as it is held at this moment. */
export interface Reader {
  person: PersonId;
  language: Language;
  administrator: boolean;
  /** Seats of whole programmes. */
  seats: { programme: string; seat: string }[];
  /** Seats of cities, as holder or liaison. */
  citySeats: SeatInCity[];
  /** Names the session itself, never the token. */
  tokenHash: string;
}
