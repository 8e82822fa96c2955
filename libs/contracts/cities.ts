import { z } from 'zod';
import { city } from './person';
import { cursor, key, limit, name, text, timeZone } from './primitives';

export const cityLevel = z
  .enum(['municipality', 'prefecture', 'county-level-city', 'county', 'district'])
  .meta({ id: 'CityLevel' });
export type CityLevel = z.infer<typeof cityLevel>;

const country = z.string().regex(/^[A-Z]{2}$/, 'code-malformed');

const cityFields = {
  nameEn: name,
  nameZh: name.optional(),
  level: cityLevel,
  /** GB/T 2260. */
  gbCode: z
    .string()
    .regex(/^\d{6}$/, 'code-malformed')
    .optional(),
  /** ISO 3166, two letters. */
  country,
  /**
   * Which calendar counts its working days. 'cn' has its own zone; 'country' has the public holidays of `country`, where
   * they are known; 'weekdays' has none.
   */
  calendar: z.enum(['cn', 'country', 'weekdays']),
  /** Of the calendars 'country' (but China) and 'weekdays': where their days begin and end. */
  timeZone: timeZone.optional(),
  topicEn: name.optional(),
  topicZh: name.optional(),
  /** There is a city that looks like this one, and this is another one all the same. */
  anotherOne: z.boolean().default(false),
};

const zoneMissing = { path: ['timeZone'], message: 'field-missing' };
const hasZone = (city: { calendar: string; country: string; timeZone?: string | undefined }) =>
  city.calendar === 'cn' || (city.calendar === 'country' && city.country === 'CN') || city.timeZone !== undefined;

/** `PUT /api/v1/cities/:key`: adds a city under this key or corrects what is known of it. */
export const putCityRequest = z.strictObject(cityFields).refine(hasZone, zoneMissing).meta({ id: 'PutCityRequest' });
export type PutCityRequest = z.input<typeof putCityRequest>;

/** `POST /api/v1/cities`: adds a city; its key is made from its English name unless given. */
export const addCityRequest = z
  .strictObject({ ...cityFields, key: key.optional() })
  .refine(hasZone, zoneMissing)
  .meta({ id: 'AddCityRequest' });
export type AddCityRequest = z.input<typeof addCityRequest>;

export const putCityResponse = z.object({ city }).meta({ id: 'PutCityResponse' });
export type PutCityResponse = z.infer<typeof putCityResponse>;

/** A city as the list of cities shows one. */
export const cityRow = z
  .object({
    key: z.string(),
    nameEn: z.string(),
    nameZh: z.string().nullable(),
    level: z.string(),
    gbCode: z.string().nullable(),
    country: z.string(),
    /** 'cn', another country's letters ('de'), or 'weekdays'. */
    calendar: z.string(),
    /** IANA name of the zone that its calendar counts in. */
    timeZone: z.string(),
    topicEn: z.string().nullable(),
    topicZh: z.string().nullable(),
    journeys: z.array(z.object({ journeyId: z.string(), programme: z.string() })),
  })
  .meta({ id: 'CityRow' });
export type CityRow = z.infer<typeof cityRow>;

/** `GET /api/v1/cities?q=&after=&limit=`, by English name. `q`: part of a name, a code or a key. */
export const citiesQuery = z.strictObject({
  q: z.string().max(200, 'text-too-long').optional(),
  after: cursor.optional(),
  limit: limit(500, 100),
});

export const citiesResponse = z
  .object({
    cities: z.array(cityRow),
    /** Whatever the search. */
    total: z.number(),
    next: z.string().nullable(),
  })
  .meta({ id: 'CitiesResponse' });
export type CitiesResponse = z.infer<typeof citiesResponse>;

/** `GET /api/v1/cities/proposal`: what is typed so far, whole or not. `key`: of the city that is corrected. */
export const cityProposalQuery = z.strictObject({
  nameEn: z.string().max(200, 'text-too-long').default(''),
  nameZh: z.string().max(200, 'text-too-long').default(''),
  level: cityLevel.optional(),
  gbCode: z.string().max(20, 'text-too-long').default(''),
  country: z.string().max(2).default('CN'),
  key: key.optional(),
});

/** What the records and the list of codes say to a city that is being typed. */
export const cityProposalResponse = z
  .object({
    /** Made from the English name; null while there is none. */
    key: z.string().nullable(),
    /** The place of this Chinese name in GB/T 2260, where there is exactly one. */
    code: z.object({ gbCode: z.string(), name: z.string(), level: cityLevel }).nullable(),
    complaints: z.array(z.object({ field: z.enum(['gbCode', 'nameZh', 'level']), sentence: text })),
    /** Cities that are here already and look like this one. */
    doubles: z.array(z.object({ city, because: text, mayBeAnother: z.boolean() })),
  })
  .meta({ id: 'CityProposalResponse' });
export type CityProposalResponse = z.infer<typeof cityProposalResponse>;
