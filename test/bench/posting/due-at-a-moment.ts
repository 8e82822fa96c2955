import { dayAt, type CalendarData, type Instant, type TimeOfDay } from '@citypath/calendar';
import { Calendars, Cities, People, type DataSource } from '@citypath/store';
import type { House } from '../../support/house';
import { silentMonthsCalendar } from '../../support/silent-months-calendar';

const MS_PER_MINUTE = 60_000;
/** So many cities join at a time. */
const ABREAST = 4;
const MANAGER = 'p-manager';

/** When all mornings begin, and by which calendar. */
export interface Moment {
  at: Instant;
  calendar: CalendarData;
}

/** The first full minute after so long, as the morning of a calendar without days off. */
export function momentIn(seconds: number, nowMs: number): Moment {
  const atMs = Math.ceil((nowMs + seconds * 1_000) / MS_PER_MINUTE) * MS_PER_MINUTE;
  const at = new Date(atMs).toISOString() as Instant;
  const calendar: CalendarData = {
    ...silentMonthsCalendar,
    key: 'cn-morning-soon',
    zone: 'UTC',
    offsets: [{ from: '1991-09-14T17:00:00.000Z', minutes: 0 }],
    weekend: [],
    morning: at.slice(11, 16) as TimeOfDay,
    closures: [],
    makeUpDays: [],
  };
  return { at, calendar };
}

/**
 * So many cities, each with an officer of its own, join through the api; the workshop report of each is due on the day
 * of the moment, so that the timer of each workflow waits for that moment to remind its officer.
 */
export async function citiesDueAt(house: House, { at, calendar }: Moment, count: number): Promise<void> {
  const { dataSource } = house;
  const calendarHash = await new Calendars(dataSource).put(calendar);
  const administrator = await house.asAdministrator();
  for (const seat of ['manager', 'director']) {
    await addPerson(dataSource, `p-${seat}`);
    await administrator.put('PUT', `/programmes/100rc-cn/seats/${seat}`, { person: `p-${seat}` });
  }
  await addPerson(dataSource, 'p-mayor');
  const manager = await house.as(MANAGER);
  const dueOn = dayAt(calendar, at);
  const numbers = Array.from({ length: count }, (_, index) => index + 1).values();
  const joinInTurn = async (): Promise<void> => {
    for (const number of numbers) {
      const [city, officer] = [`town-${number}`, `p-officer-${number}`];
      await addPerson(dataSource, officer);
      await addCity(dataSource, city, calendarHash);
      const { journeyId } = await administrator.does('/journeys', joining(city, officer));
      const agreed = { dueOn, reason: 'As agreed.' };
      await manager.does(`/journeys/${journeyId}/steps/asw_report/date`, agreed);
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, joinInTurn));
}

function joining(city: string, officer: string): object {
  return {
    programme: '100rc-cn',
    city,
    joinedOn: null,
    takeover: true,
    seats: [
      { seat: 'cro', person: officer, fromOn: null },
      { seat: 'mayors_office', person: 'p-mayor', fromOn: null },
    ],
    done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({ step, happenedOn: null })),
  };
}

async function addPerson(dataSource: DataSource, id: string): Promise<void> {
  const nobody = { displayName: null, zhName: null, titleEn: null, titleZh: null, isAdministrator: false };
  const names = { familyName: 'Holder', givenName: id, address: `${id}@towns.example`, language: 'zh' as const };
  await new People(dataSource).put({ id, ...nobody, ...names });
}

async function addCity(dataSource: DataSource, key: string, calendarHash: string): Promise<void> {
  const unknown = { nameZh: null, gbCode: null, topicEn: null, topicZh: null };
  const city = { key, nameEn: key, level: 'county', country: 'CN', calendarHash, ...unknown };
  await new Cities(dataSource).put(city);
}
