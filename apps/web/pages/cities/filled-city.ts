import type { AddCityRequest, CityRow } from '@citypath/contracts';

/** What the form of a city holds. */
export interface FilledCity {
  nameEn: string;
  nameZh: string;
  level: AddCityRequest['level'];
  gbCode: string;
  country: string;
  calendar: 'country' | 'weekdays';
  /** Asked for only where the calendar has no zone of its own. */
  timeZone: string;
  topicEn: string;
  topicZh: string;
  anotherOne: boolean;
}

export const emptyCity: FilledCity = {
  nameEn: '',
  nameZh: '',
  level: 'prefecture',
  gbCode: '',
  country: 'CN',
  calendar: 'country',
  timeZone: '',
  topicEn: '',
  topicZh: '',
  anotherOne: false,
};

export function filledCity(city: CityRow): FilledCity {
  return {
    nameEn: city.nameEn,
    nameZh: city.nameZh ?? '',
    level: city.level as FilledCity['level'],
    gbCode: city.gbCode ?? '',
    country: city.country,
    calendar: city.calendar === 'weekdays' ? 'weekdays' : 'country',
    timeZone: city.timeZone,
    topicEn: city.topicEn ?? '',
    topicZh: city.topicZh ?? '',
    anotherOne: false,
  };
}

/** China's calendar has its own zone; all others are asked for theirs. */
export function needsZone({ country, calendar }: Pick<FilledCity, 'country' | 'calendar'>): boolean {
  return calendar === 'weekdays' || country.trim().toUpperCase() !== 'CN';
}

/** What is empty is left out: the api takes no empty names. */
export function requestOf({
  nameEn,
  level,
  country,
  calendar,
  timeZone,
  anotherOne,
  ...filled
}: FilledCity): AddCityRequest {
  const optional = needsZone({ country, calendar }) ? { ...filled, timeZone } : filled;
  const given = Object.entries(optional)
    .map(([field, value]) => [field, value.trim()] as const)
    .filter(([, value]) => value !== '');
  return {
    nameEn: nameEn.trim(),
    level,
    country: country.trim().toUpperCase(),
    calendar,
    anotherOne,
    ...Object.fromEntries(given),
  };
}
