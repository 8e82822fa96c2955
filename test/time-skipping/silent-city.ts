import { silentMonthsCalendar } from '../support/silent-months-calendar';
import type { CityToTravel } from './travelling-city';

/** Who gets letters in Silent City: by the seat, and by the address that its letters have to reach. */
const seats: Record<string, { person: string; address: string }> = {
  cro: { person: 'p-cro', address: 'officer@silentcity.example' },
  mayors_office: { person: 'p-mayor', address: 'office@silentcity.example' },
  manager: { person: 'p-manager', address: 'manager@programme.example' },
  director: { person: 'p-director', address: 'director@programme.example' },
};

/** The city of which nothing is heard for eighteen months. */
export const silentCityToTravel: CityToTravel = {
  key: 'silentcity',
  nameEn: 'Silent City',
  calendar: silentMonthsCalendar,
  people: Object.fromEntries(
    Object.entries(seats).map(([seat, { person, address }]) => [
      person,
      { familyName: 'Silent', givenName: seat, address, language: 'en' },
    ]),
  ),
  programmeSeats: { manager: 'p-manager', director: 'p-director' },
};

/** The seat whose letters go to an address. */
export function seatAt(address: string): string | undefined {
  return Object.keys(seats).find((key) => seats[key]?.address === address);
}
