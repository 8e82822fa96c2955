import { z } from 'zod';
import { dayOut, instantOut, text } from './primitives';

/** `GET /api/v1/calendars/:key`: the newest edition of a country's working days, as journeys that join today get it. */
export const calendarResponse = z
  .object({
    hash: z.string(),
    calendar: z.object({
      format: z.literal(1),
      key: z.string(),
      title: text,
      zone: z.string(),
      offsets: z.array(z.object({ from: instantOut, minutes: z.number() })),
      weekend: z.array(z.number()),
      morning: z.string(),
      closures: z.array(z.object({ from: dayOut, to: dayOut, title: text })),
      makeUpDays: z.array(z.object({ on: dayOut, title: text })),
      /** Days of all other years may still change. */
      publishedYears: z.array(z.number()),
    }),
  })
  .meta({ id: 'CalendarResponse' });
export type CalendarResponse = z.infer<typeof calendarResponse>;
