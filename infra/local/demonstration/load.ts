import { dayAt, type CalendarData, type Instant } from '@citypath/calendar';
import type { CreatePersonResponse } from '@citypath/contracts';
import { ApiDoor } from './api-door';
import { cast, programmeSeats, type CastKey } from './cast';
import { fourCities, type SeedCity } from './four-cities';
import { planDates, type PlannedDates } from './plan';

const PROGRAMME = '100rc-cn';
const PLANNED = 'Demonstration: planned by CityPath, not reported by the city.';

export interface DemonstrationWish {
  apiUrl: string;
  /** An administrator to sign in as. */
  administrator: string;
  /** The instant around which dates are planned. The same one again makes the same requests, so that a broken load can go on. */
  now: Instant;
}

/**
 * Loads the network of four as a programme manager would: people, seats, cities, then each city is taken over and its
 * dates are planned. It only sends requests; every journey and letter comes of them.
 */
export async function loadDemonstration({ apiUrl, administrator, now }: DemonstrationWish): Promise<void> {
  const door = new ApiDoor(apiUrl);
  await door.signInAs(administrator);
  const people = await createPeople(door);
  for (const { seat, holder } of programmeSeats) {
    await door.write('PUT', `/programmes/${PROGRAMME}/seats/${seat}`, { person: people[holder] }, `seat-${seat}`);
  }
  const { calendar } = await door.get<{ calendar: CalendarData }>('/calendars/cn');
  const plans = planDates(calendar, dayAt(calendar, now));
  for (const seed of fourCities) await takeOver(door, seed, people);
  for (const plan of plans) await agreeDates(door, plan);
  for (const plan of plans) await handIn(door, plan, people);
}

async function createPeople(door: ApiDoor): Promise<Record<CastKey, string>> {
  const ids: Partial<Record<CastKey, string>> = {};
  for (const [key, request] of Object.entries(cast) as [CastKey, (typeof cast)[CastKey]][]) {
    // Whoever looks at the demonstration wants to see what happens, also in the evening and on a Sunday.
    const atAnyHour = { ...request, postWindow: null };
    const { person } = await door.write<CreatePersonResponse>('POST', '/people', atAnyHour, `person-${key}`);
    ids[key] = person.id;
  }
  return ids as Record<CastKey, string>;
}

async function takeOver(
  door: ApiDoor,
  { key, city, seats, done }: SeedCity,
  people: Record<CastKey, string>,
): Promise<void> {
  await door.write('PUT', `/cities/${key}`, city, `city-${key}`);
  const held = seats.map(({ seat, holder }) => ({ seat, person: people[holder], fromOn: null }));
  const joining = {
    programme: PROGRAMME,
    city: key,
    joinedOn: null,
    takeover: true,
    demonstration: true,
    seats: held,
    done,
  };
  await door.write('POST', '/journeys', joining, `take-over-${key}`);
}

async function agreeDates(door: ApiDoor, { city, dates }: PlannedDates): Promise<void> {
  for (const { step, dueOn } of dates) {
    const body = { dueOn, reason: PLANNED, planned: true };
    await door.write('POST', `/journeys/${PROGRAMME}.${city}/steps/${step}/date`, body, `date-${city}-${step}`);
  }
}

/** The officer signs in and hands the step in, with the two papers it asks for. */
async function handIn(
  door: ApiDoor,
  { city, submitted }: PlannedDates,
  people: Record<CastKey, string>,
): Promise<void> {
  const officer = fourCities.find(({ key }) => key === city)?.seats.find(({ seat }) => seat === 'cro')?.holder;
  if (officer === undefined || submitted.length === 0) return;
  await door.signInAs(people[officer]);
  for (const step of submitted) {
    const paper = (title: string): object => ({ kind: 'document', title, link: `https://${city}.example/${step}` });
    const evidence = { outreach: paper('Outreach plan'), survey: paper('Survey result') };
    await door.write(
      'POST',
      `/journeys/${PROGRAMME}.${city}/steps/${step}/submission`,
      { evidence },
      `submit-${city}-${step}`,
    );
  }
}
