import type {
  addCityRequest,
  CitiesResponse,
  cityProposalQuery,
  CityProposalResponse,
  CityRow,
  PutCityResponse,
} from '@citypath/contracts';
import { apiProblems, fillIn } from '@citypath/contracts';
import { canonicalJson, Cities, type City, type CityInList } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { cursorOf, keyIn } from '../journeys/cursor';
import { CalendarStack, type CalendarWish } from '../calendars/calendar-stack';
import { cityText } from '../journeys/names';
import { ProblemError } from '../problems/problem-error';
import { cityKey, freeKey } from './city-key';
import { gbComplaint, gbParams, placeOfCode, placeOfName, type GbComplaint } from './gb-code';
import { lettersOf } from './plain-name';
import { SameCities } from './same-city';

type CityBody = z.output<typeof addCityRequest>;

/** The cities that may join programmes: found again under every spelling, with codes that are theirs. */
@Injectable()
export class CitiesService {
  constructor(
    private readonly cities: Cities,
    private readonly calendars: CalendarStack,
  ) {}

  /** One statement. */
  async list({ q, after, limit }: { q?: string; after?: string; limit: number }): Promise<CitiesResponse> {
    const all = await this.cities.list();
    const from = keyIn<{ key: string }>(after, { key: 'string' });
    const wanted = q === undefined || q.trim() === '' ? all : all.filter((city) => matches(city, q.trim()));
    const rest = from === undefined ? wanted : wanted.slice(wanted.findIndex(({ key }) => key === from.key) + 1);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return {
      cities: page.map(cityRow),
      total: all.length,
      next: last && rest.length > limit ? cursorOf({ key: last.key }) : null,
    };
  }

  /** What is to be said of a city while it is typed. */
  async proposal(typed: z.output<typeof cityProposalQuery>): Promise<CityProposalResponse> {
    const [nameEn, nameZh, gbCode] = [typed.nameEn.trim(), orNull(typed.nameZh), orNull(typed.gbCode)];
    const isChina = typed.country === 'CN';
    const complaint =
      !isChina || gbCode === null || !/^\d{6}$/.test(gbCode)
        ? null
        : gbComplaint(gbCode, typed.level ?? placeOfCode(gbCode)?.level ?? 'county', nameZh);
    const others = (await this.cities.all()).filter(({ key }) => key !== typed.key);
    const known = new Set(others.map(({ key }) => key));
    const key = cityKey(nameEn, nameZh);
    const names = { nameEn, nameZh, gbCode, country: typed.country, level: typed.level ?? '' };
    const doubles = nameEn === '' && nameZh === null ? [] : new SameCities(others).doublesOf(names);
    return {
      key: key === null ? null : freeKey(key, gbCode, (candidate) => known.has(candidate)),
      code: isChina && nameZh !== null ? placeOfName(nameZh, typed.level) : null,
      complaints: complaint === null ? [] : [{ field: fieldOf(complaint), sentence: sentenceOf(complaint) }],
      doubles: doubles.slice(0, 5).map(({ city, because, mayBeAnother }) => ({
        city: { key: city.key, nameEn: city.nameEn, nameZh: city.nameZh },
        because,
        mayBeAnother,
      })),
    };
  }

  /**
   * Adds a city. The same one again is nothing new.
   * @throws ProblemError city-key-taken, and what {@link check} says
   */
  async add(body: CityBody): Promise<PutCityResponse> {
    const all = await this.cities.all();
    const wanted = body.key ?? cityKey(body.nameEn, body.nameZh ?? null);
    if (wanted === null) {
      throw new ProblemError('malformed-request', { errors: [{ pointer: '/key', code: 'field-missing' }] });
    }
    const city = await this.cityOf(wanted, body);
    const taken = all.find(({ key }) => key === wanted);
    if (taken && isSame(taken, city)) return answer(city);
    this.check(city, all, body.anotherOne);
    if (taken && body.key !== undefined) {
      const params = { key: wanted, city: cityText(taken) };
      throw new ProblemError('city-key-taken', { params, errors: [{ pointer: '/key', code: 'city-key-taken' }] });
    }
    const known = new Set(all.map(({ key }) => key));
    const key = freeKey(wanted, city.gbCode, (candidate) => known.has(candidate));
    await this.cities.put({ ...city, key });
    return answer({ ...city, key });
  }

  /** Adds a city under this very key, or corrects what is known of it. @throws ProblemError as {@link check} says */
  async put(key: string, body: CityBody): Promise<PutCityResponse> {
    const city = await this.cityOf(key, body);
    const all = await this.cities.all();
    const known = all.find((other) => other.key === key);
    // What is not changed is not judged anew: another correction must not be stopped by it.
    if (!known || !isSame({ ...known, topicEn: null, topicZh: null }, { ...city, topicEn: null, topicZh: null })) {
      this.check(
        city,
        all.filter((other) => other.key !== key),
        body.anotherOne,
      );
    }
    await this.cities.put(city);
    return answer(city);
  }

  /** @throws ProblemError when the code is not this city's, or the city is here already under another key */
  private check(city: City, others: readonly City[], anotherOne: boolean): void {
    if (city.country === 'CN' && city.gbCode !== null) {
      const complaint = gbComplaint(city.gbCode, city.level as CityBody['level'], city.nameZh);
      if (complaint !== null) {
        throw new ProblemError(complaint.code, {
          params: gbParams(complaint),
          errors: [{ pointer: '/gbCode', code: complaint.code }],
        });
      }
    }
    const [first] = new SameCities(others).doublesOf(city);
    if (!first || (first.mayBeAnother && anotherOne)) return;
    const params = { city: cityText(first.city), because: first.because };
    throw new ProblemError(first.mayBeAnother ? 'city-maybe-known' : 'city-known-already', { params });
  }

  private async cityOf(key: string, body: CityBody): Promise<City> {
    const { nameEn, level, country, nameZh = null, gbCode = null, topicEn = null, topicZh = null } = body;
    const calendarHash = await this.calendars.put(calendarOf(body), key);
    return { key, nameEn, nameZh, level, gbCode, country, calendarHash, topicEn, topicZh };
  }
}

/** China's calendar has its own zone, whatever else is said. */
function calendarOf({ calendar, country, timeZone = 'UTC' }: CityBody): CalendarWish {
  if (calendar === 'cn' || (calendar === 'country' && country === 'CN')) return { calendar: 'cn' };
  return { calendar, country, timeZone };
}

/** A complaint about a code, in both languages. */
export function sentenceOf(complaint: GbComplaint): { en: string; zh: string } {
  const params = Object.entries(gbParams(complaint));
  const { sentence } = apiProblems[complaint.code];
  const filled = (language: 'en' | 'zh') =>
    fillIn(
      sentence[language],
      Object.fromEntries(params.map(([name, value]) => [name, typeof value === 'string' ? value : value[language]])),
    );
  return { en: filled('en'), zh: filled('zh') };
}

function fieldOf({ code }: GbComplaint): 'gbCode' | 'nameZh' | 'level' {
  if (code === 'city-code-of-another-name') return 'nameZh';
  return code === 'city-code-of-another-level' ? 'level' : 'gbCode';
}

function matches(city: City, q: string): boolean {
  const letters = lettersOf(q);
  return (
    city.gbCode?.startsWith(q) === true ||
    city.nameZh?.includes(q) === true ||
    (letters !== '' && (lettersOf(city.nameEn).includes(letters) || city.key.includes(letters)))
  );
}

function isSame(a: City, b: City): boolean {
  return canonicalJson({ ...a }) === canonicalJson({ ...b });
}

function cityRow({ calendarHash: _, calendarKey, ...city }: CityInList): CityRow {
  return { ...city, calendar: calendarKey };
}

function answer({ key, nameEn, nameZh }: City): PutCityResponse {
  return { city: { key, nameEn, nameZh } };
}

function orNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}
