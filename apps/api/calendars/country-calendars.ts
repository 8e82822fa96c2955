import type { Day } from '@citypath/calendar';
import type { addNoticeRequest, CalendarResponse, CalendarsResponse } from '@citypath/contracts';
import { CalendarMarks, Cities, type CalendarNotice, type NewNotice } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { CalendarStack, type CalendarWish } from './calendar-stack';
import { hasHolidays, knownCountries } from './country';
import { markId } from './mark-id';

type NoticeBody = z.output<typeof addNoticeRequest>;

/** The calendars of countries, and the notices that an administrator lays over them. */
@Injectable()
export class CountryCalendars {
  constructor(
    private readonly stack: CalendarStack,
    private readonly marks: CalendarMarks,
    private readonly cities: Cities,
    private readonly clock: Clock,
  ) {}

  /** China, and the countries of the other cities; one statement. */
  async list(): Promise<CalendarsResponse> {
    const count = new Map([['CN', 0]]);
    for (const { country } of await this.cities.all()) count.set(country, (count.get(country) ?? 0) + 1);
    return {
      countries: [...count]
        .filter(([country]) => country === 'CN' || hasHolidays(country))
        .map(([country, cities]) => ({ key: country.toLowerCase(), country, cities })),
      known: ['CN', ...knownCountries],
    };
  }

  /** One statement. @throws ProblemError calendar-unknown */
  async newest(key: string, timeZone: string): Promise<CalendarResponse> {
    const country = key.toUpperCase();
    if (country !== 'CN' && !hasHolidays(country)) throw new ProblemError('calendar-unknown', { params: { country } });
    const wish: CalendarWish = country === 'CN' ? { calendar: 'cn' } : { calendar: 'country', country, timeZone };
    const notices = await this.marks.notices([country]);
    return { ...this.stack.ofCountry(wish, notices), notices: notices.map(noticeOut) };
  }

  /** The same request again is the same notice. @throws ProblemError calendar-unknown */
  async addNotice(reader: Reader, key: string, onceKey: string, body: NoticeBody): Promise<CalendarResponse> {
    await this.newest(key, 'UTC');
    const stamp = { id: markId(reader.person, key, onceKey), byPerson: reader.person, since: this.clock.now() };
    await this.marks.addNotice({ ...stamp, country: key.toUpperCase(), source: body.source, ...daysOf(body) });
    return this.changed(key);
  }

  /** @throws ProblemError notice-unknown */
  async takeBackNotice(reader: Reader, key: string, id: string): Promise<CalendarResponse> {
    const there = await this.marks.takeBackNotice(id, { by: reader.person, now: this.clock.now() });
    if (!there) throw new ProblemError('notice-unknown');
    return this.changed(key);
  }

  private async changed(key: string): Promise<CalendarResponse> {
    const country = key.toUpperCase();
    const cities = await this.cities.all();
    await this.stack.refresh(cities.filter((city) => city.country === country));
    return this.newest(key, 'UTC');
  }
}

function daysOf(body: NoticeBody): Pick<NewNotice, 'kind' | 'fromOn' | 'toOn' | 'titleEn' | 'titleZh'> {
  if (body.kind !== 'year-published') {
    const { kind, titleEn, titleZh } = body;
    return { kind, fromOn: body.fromOn as Day, toOn: body.toOn as Day, titleEn, titleZh };
  }
  const { kind, year } = body;
  return {
    kind,
    fromOn: `${year}-01-01` as Day,
    toOn: `${year}-12-31` as Day,
    titleEn: `All holidays of ${year} are entered`,
    titleZh: `${year}年放假安排已全部登记`,
  };
}

function noticeOut({ id, kind, fromOn, toOn, titleEn, titleZh, source, since }: CalendarNotice) {
  return { id, kind, fromOn, toOn, title: { en: titleEn, zh: titleZh }, source, since };
}
