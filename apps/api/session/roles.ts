import type { Role } from '@citypath/contracts';
import type { CitySeat, PersonWithSeats } from '@citypath/store';
import type { DefinitionEdition } from '../journeys/editions';
import { Names, NO_PEOPLE } from '../journeys/names';

/** What a person may be here: administrator, seats of programmes, seats of cities as holder or liaison. */
export function rolesOf(
  person: Pick<PersonWithSeats, 'id' | 'isAdministrator' | 'programmeSeats'>,
  citySeats: readonly CitySeat[],
  editions: readonly DefinitionEdition[],
): Role[] {
  const title = (programme: string, seat: string) => {
    const edition = editions.find(({ definition }) => definition.key === programme);
    return edition ? new Names(edition.definition, NO_PEOPLE).seatTitle(seat) : { en: seat, zh: seat };
  };
  return [
    ...(person.isAdministrator ? [{ role: 'administrator' as const }] : []),
    ...person.programmeSeats.map(({ programme, seat }) => ({
      role: 'programme' as const,
      programme,
      seat,
      seatTitle: title(programme, seat),
    })),
    ...citySeats
      .filter(({ holder, liaison }) => holder === person.id || liaison === person.id)
      .map(({ journeyId, programme, city, seat, holder }) => ({
        role: 'city' as const,
        journeyId,
        programme,
        city,
        seat,
        seatTitle: title(programme, seat),
        liaison: holder !== person.id,
      })),
  ];
}
