import { z } from 'zod';
import { city, party } from './person';
import { dayOut, instantOut, journeyId, longText, name, day, text, timeZone } from './primitives';

/** A country's calendar by the two letters of the country, small: 'cn', 'de'. */
export const calendarKey = z.string().regex(/^[a-z]{2}$/, 'key-malformed');

/** The number of a notice or of a closure. */
export const calendarMarkId = z.string().regex(/^m-[0-9a-f]{24}$/, 'key-malformed');

/** Working days as the rules read them. */
export const calendarBody = z
  .object({
    format: z.literal(1),
    key: z.string(),
    title: text,
    zone: z.string(),
    offsets: z.array(z.object({ from: instantOut, minutes: z.number() })),
    weekend: z.array(z.number()),
    morning: z.string(),
    /** `own`: a city's, not the country's. */
    closures: z.array(z.object({ from: dayOut, to: dayOut, title: text, own: z.literal(true).optional() })),
    makeUpDays: z.array(z.object({ on: dayOut, title: text })),
    /** Days of all other years may still change. */
    publishedYears: z.array(z.number()),
  })
  .meta({ id: 'CalendarBody' });

/** What an administrator laid over a country's calendar. */
export const calendarNotice = z
  .object({
    id: z.string(),
    kind: z.enum(['closure', 'make-up', 'year-published']),
    fromOn: dayOut,
    toOn: dayOut,
    title: text,
    source: z.string(),
    since: instantOut,
  })
  .meta({ id: 'CalendarNotice' });
export type CalendarNotice = z.infer<typeof calendarNotice>;

/** `GET /api/v1/calendars/:key?timeZone=`: the newest edition of a country's working days, as journeys that join today get it. */
export const calendarQuery = z.strictObject({ timeZone: timeZone.default('UTC') });

export const calendarResponse = z
  .object({ hash: z.string(), calendar: calendarBody, notices: z.array(calendarNotice) })
  .meta({ id: 'CalendarResponse' });
export type CalendarResponse = z.infer<typeof calendarResponse>;

/** `GET /api/v1/calendars`: the countries whose cities are here, and all whose holidays are known. */
export const calendarsResponse = z
  .object({
    countries: z.array(z.object({ key: z.string(), country: z.string(), cities: z.number() })),
    known: z.array(z.string()),
  })
  .meta({ id: 'CalendarsResponse' });
export type CalendarsResponse = z.infer<typeof calendarsResponse>;

const LONGEST_DAYS = 92;
const endsAfterItBegins = ({ fromOn, toOn }: { fromOn: string; toOn: string }) => toOn >= fromOn;
const lastsAQuarterAtMost = ({ fromOn, toOn }: { fromOn: string; toOn: string }) =>
  Date.parse(toOn) - Date.parse(fromOn) < LONGEST_DAYS * 86_400_000;
const endsBefore = { path: ['toOn'], message: 'days-end-before-they-begin' };
const tooManyDays = { path: ['toOn'], message: 'too-many' };

/** `POST /api/v1/calendars/:key/notices` */
export const addNoticeRequest = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.enum(['closure', 'make-up']),
        fromOn: day,
        toOn: day,
        titleEn: name,
        titleZh: name,
        /** Where it is published. */
        source: name,
      })
      .refine(endsAfterItBegins, endsBefore)
      .refine(lastsAQuarterAtMost, tooManyDays),
    z.strictObject({ kind: z.literal('year-published'), year: z.int().min(1990).max(2190), source: name }),
  ])
  .meta({ id: 'AddNoticeRequest' });
export type AddNoticeRequest = z.input<typeof addNoticeRequest>;

/** `POST /api/v1/cities/:key/closures` */
export const addClosureRequest = z
  .strictObject({ fromOn: day, toOn: day, titleEn: name, titleZh: name, reason: longText })
  .refine(endsAfterItBegins, endsBefore)
  .refine(lastsAQuarterAtMost, tooManyDays)
  .meta({ id: 'AddClosureRequest' });
export type AddClosureRequest = z.input<typeof addClosureRequest>;

/** `GET /api/v1/cities/:key/closures`, and the answer to a change of them. */
export const closuresResponse = z
  .object({
    city,
    /** By which the city counts, its own closures included. */
    calendar: calendarBody,
    closures: z.array(
      z.object({
        id: z.string(),
        fromOn: dayOut,
        toOn: dayOut,
        title: text,
        reason: z.string(),
        by: z.string(),
        since: instantOut,
      }),
    ),
  })
  .meta({ id: 'ClosuresResponse' });
export type ClosuresResponse = z.infer<typeof closuresResponse>;

/** An open step whose date a newer calendar would move. */
export const movedStep = z
  .object({
    ref: z.string(),
    title: text,
    /** Whose clock: of the one who does it, or of the one who accepts it. */
    clock: z.enum(['responsible', 'accepting']),
    previousOn: dayOut.nullable(),
    dueOn: dayOut.nullable(),
    /** How the new day was counted. */
    counted: text.nullable(),
    /** Who gets the letter. */
    who: party,
  })
  .meta({ id: 'MovedStep' });
export type MovedStep = z.infer<typeof movedStep>;

/** A journey that has not adopted the newest edition of its city's calendar. */
export const calendarOffer = z
  .object({
    journeyId: z.string(),
    city,
    programme: z.object({ key: z.string(), title: text }),
    demonstration: z.boolean(),
    /** Which edition was looked at: what is adopted is this one or none. */
    hash: z.string(),
    /** Days from this one on are provisional: the holidays of their years are not published in that edition. */
    provisionalFromOn: dayOut,
    moved: z.array(movedStep),
    /** Why the rules would not take it. */
    refused: text.nullable(),
  })
  .meta({ id: 'CalendarOffer' });
export type CalendarOffer = z.infer<typeof calendarOffer>;

/** `GET /api/v1/calendar-adoptions`: nothing is changed by looking. */
export const offersResponse = z
  .object({
    offers: z.array(calendarOffer),
    /** How many people would get a letter: one each. */
    readers: z.number(),
    movedSteps: z.number(),
  })
  .meta({ id: 'OffersResponse' });
export type OffersResponse = z.infer<typeof offersResponse>;

/** Few enough to be answered within the patience of a page. */
export const MOST_ADOPTIONS = 10;

/** `POST /api/v1/calendar-adoptions`: safe to send again, also in part. */
export const adoptionsRequest = z
  .strictObject({
    reason: longText,
    journeys: z
      .array(z.strictObject({ journeyId, hash: z.string().max(128, 'text-too-long') }))
      .min(1, 'field-missing')
      .max(MOST_ADOPTIONS, 'too-many'),
  })
  .meta({ id: 'AdoptionsRequest' });
export type AdoptionsRequest = z.input<typeof adoptionsRequest>;

export const adoptionResult = z
  .object({
    journeyId: z.string(),
    /** `changed`: the calendar is another one than was looked at. `pending`: taken, recorded in a moment. */
    outcome: z.enum(['adopted', 'already', 'changed', 'refused', 'pending']),
    /** Why not, or what to do. */
    sentence: text.nullable(),
  })
  .meta({ id: 'AdoptionResult' });
export type AdoptionResult = z.infer<typeof adoptionResult>;

export const adoptionsResponse = z.object({ results: z.array(adoptionResult) }).meta({ id: 'AdoptionsResponse' });
export type AdoptionsResponse = z.infer<typeof adoptionsResponse>;
