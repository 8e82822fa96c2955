import type { Language } from '@citypath/contracts';
import type { PersonId } from '@citypath/journey';

/** Who asks. Seats of cities are facts of journeys and are looked up there. */
export interface Reader {
  person: PersonId;
  language: Language;
  administrator: boolean;
  /** Seats of whole programmes. */
  seats: { programme: string; seat: string }[];
  /** Names the session itself, never the token. */
  tokenHash: string;
}
