import { layOver, type CalendarData, type CalendarMark } from '@citypath/calendar';
import {
  CalendarMarks,
  Calendars,
  Cities,
  contentHash,
  type CalendarNotice,
  type City,
  type CityClosure,
} from '@citypath/store';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock';
import { chinaCalendar } from './china';
import { countryCalendar, hasHolidays } from './country';
import { weekdaysCalendar } from './weekdays';

export interface CalendarEdition {
  hash: string;
  calendar: CalendarData;
}

/** The calendar that a city wants to count by: its country's holidays on its zone's clock, or weekdays only. */
export type CalendarWish = { calendar: 'cn' } | { calendar: 'country' | 'weekdays'; country: string; timeZone: string };

type CityCalendar = Pick<City, 'key' | 'country' | 'calendarHash'>;

/** Before any city of the seed set out. */
const FIRST_YEAR_OF_CHINA = 2016;
/** Elsewhere a calendar is longer, and no journey is that old. */
const YEARS_BACK = 4;
/** Journeys plan a few years ahead; years without a notice yet are provisional. */
const YEARS_AHEAD = 5;

/**
 * The calendar of a city, layer upon layer: the package's holidays of its country, the notices that an administrator
 * entered, the city's own closures. Each state of the stack is an edition under the hash of its content; a journey goes
 * on with the one that it has adopted.
 */
@Injectable()
export class CalendarStack implements OnApplicationBootstrap {
  /** What has a hash never changes, so it is kept for the life of the process. */
  private readonly known = new Map<string, CalendarData>();
  private readonly kept = new Set<string>();
  private readonly packages = new Map<string, CalendarData>();
  /** Editions by package, and by the marks laid over it: many cities share one. */
  private readonly editions = new WeakMap<CalendarData, Map<string, CalendarEdition>>();

  constructor(
    private readonly calendars: Calendars,
    private readonly marks: CalendarMarks,
    private readonly cities: Cities,
    private readonly clock: Clock,
  ) {}

  /** Whatever changed while no api ran: another package, another year. */
  async onApplicationBootstrap(): Promise<void> {
    await this.refresh(await this.cities.all());
  }

  /**
   * Gives cities their newest editions, which new journeys begin with; running ones go on with the one that they have
   * adopted. Two statements where nothing has changed.
   */
  async refresh(cities: readonly CityCalendar[]): Promise<void> {
    const newest = await this.newestOf(cities);
    const changed = cities.filter(({ key, calendarHash }) => newest.get(key)?.hash !== calendarHash);
    for (const edition of new Set(changed.map(({ key }) => newest.get(key)))) if (edition) await this.keep(edition);
    if (changed.length === 0) return;
    await this.cities.giveCalendars(
      new Map(changed.map(({ key, calendarHash }) => [key, newest.get(key)?.hash ?? calendarHash])),
    );
  }

  /** What the city was given last: the newest edition when its closures, its country's notices or the api last changed. */
  async given({ calendarHash }: Pick<City, 'calendarHash'>): Promise<CalendarEdition> {
    const calendar = this.known.get(calendarHash) ?? (await this.calendars.byHash(calendarHash));
    if (!calendar) throw new Error(`Not in the records: calendar ${calendarHash}`);
    this.known.set(calendarHash, calendar);
    return { hash: calendarHash, calendar };
  }

  /**
   * The newest edition of each of these cities, by the city's key, whether it is in the records or not. Two statements,
   * and one for calendars that this process has not seen.
   */
  async newestOf(cities: readonly CityCalendar[]): Promise<Map<string, CalendarEdition>> {
    await this.load(cities.map(({ calendarHash }) => calendarHash));
    const [notices, closures] = await Promise.all([
      this.marks.notices([...new Set(cities.map(({ country }) => country))]),
      this.marks.closures([...new Set(cities.map(({ key }) => key))]),
    ]);
    return new Map(
      cities.map((city) => {
        const marks = [
          ...notices.filter(({ country }) => country === city.country).map(markOfNotice),
          ...closures.filter(({ cityKey }) => cityKey === city.key).map(markOfClosure),
        ];
        return [city.key, this.edition(this.packageOf(this.wishOf(city)), marks)];
      }),
    );
  }

  /** The newest edition of one city. */
  async newest(city: CityCalendar): Promise<CalendarEdition> {
    const edition = (await this.newestOf([city])).get(city.key);
    if (!edition) throw new Error(`No calendar of ${city.key}`);
    return edition;
  }

  /** The same, and it is in the records from now on. */
  async adoptable(city: CityCalendar): Promise<CalendarEdition> {
    const edition = await this.newest(city);
    await this.keep(edition);
    return edition;
  }

  /** A country's calendar with its notices, without any city's closures. */
  ofCountry(wish: CalendarWish, notices: readonly CalendarNotice[]): CalendarEdition {
    return this.edition(this.packageOf(wish), notices.map(markOfNotice));
  }

  /**
   * Puts the calendar that a wish names into the records, with the closures of the city where one is named.
   * @returns its hash
   */
  async put(wish: CalendarWish, cityKey: string | null = null): Promise<string> {
    const [notices, closures] = await Promise.all([
      this.marks.notices([wish.calendar === 'cn' ? 'CN' : wish.country]),
      cityKey === null ? [] : this.marks.closures([cityKey]),
    ]);
    const marks = [...notices.map(markOfNotice), ...closures.map(markOfClosure)];
    const edition = this.edition(this.packageOf(wish), marks);
    await this.keep(edition);
    return edition.hash;
  }

  async keep({ hash, calendar }: CalendarEdition): Promise<void> {
    if (this.kept.has(hash)) return;
    await this.calendars.put(calendar);
    this.kept.add(hash);
    this.known.set(hash, calendar);
  }

  private async load(hashes: string[]): Promise<void> {
    const missing = [...new Set(hashes)].filter((hash) => !this.known.has(hash));
    if (missing.length === 0) return;
    for (const [hash, calendar] of await this.calendars.byHashes(missing)) this.known.set(hash, calendar);
  }

  /** What a city counts by is told by the calendar that it was given. */
  private wishOf({ country, calendarHash }: CityCalendar): CalendarWish {
    const given = this.known.get(calendarHash);
    if (!given) throw new Error(`Not in the records: calendar ${calendarHash}`);
    if (given.key === 'cn') return { calendar: 'cn' };
    return { calendar: given.key === 'weekdays' ? 'weekdays' : 'country', country, timeZone: given.zone };
  }

  private packageOf(wish: CalendarWish): CalendarData {
    const thisYear = Number(this.clock.now().slice(0, 4));
    const key = `${thisYear} ${JSON.stringify(wish)}`;
    const known = this.packages.get(key);
    if (known) return known;
    const calendar = packageFor(wish, thisYear);
    this.packages.set(key, calendar);
    return calendar;
  }

  private edition(base: CalendarData, marks: CalendarMark[]): CalendarEdition {
    let ofBase = this.editions.get(base);
    if (!ofBase) this.editions.set(base, (ofBase = new Map<string, CalendarEdition>()));
    const key = JSON.stringify(marks);
    let edition = ofBase.get(key);
    if (!edition) {
      const calendar = layOver(base, marks);
      ofBase.set(key, (edition = { hash: contentHash(calendar), calendar }));
    }
    return edition;
  }
}

function packageFor(wish: CalendarWish, thisYear: number): CalendarData {
  const toYear = thisYear + YEARS_AHEAD;
  if (wish.calendar === 'cn') return chinaCalendar(FIRST_YEAR_OF_CHINA, toYear);
  const fromYear = thisYear - YEARS_BACK;
  return wish.calendar === 'country' && hasHolidays(wish.country)
    ? countryCalendar(wish.country, wish.timeZone, { fromYear, toYear, thisYear })
    : weekdaysCalendar(wish.timeZone, fromYear, toYear, wish.country);
}

function markOfNotice({ kind, fromOn, toOn, titleEn, titleZh }: CalendarNotice): CalendarMark {
  if (kind === 'year-published') return { kind, year: Number(fromOn.slice(0, 4)) };
  return { kind, from: fromOn, to: toOn, title: { en: titleEn, zh: titleZh } };
}

function markOfClosure({ fromOn, toOn, titleEn, titleZh }: CityClosure): CalendarMark {
  return { kind: 'closure', from: fromOn, to: toOn, title: { en: titleEn, zh: titleZh }, own: true };
}
