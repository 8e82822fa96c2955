import { z } from 'zod';
import { comingLetter } from './city-page';
import { dayOut, text } from './primitives';

/** `GET /api/v1/journeys/:id/forecast?months=` */
export const forecastQuery = z.strictObject({ months: z.coerce.number().int().min(1).max(24).default(18) });
export type ForecastQuery = z.input<typeof forecastQuery>;

/** `GET /api/v1/journeys/:id/forecast`: every letter that comes, and when each later step is expected to be done. */
export const forecastResponse = z
  .object({
    journeyId: z.string(),
    head: z.number(),
    untilOn: dayOut,
    /** Days from this one on are provisional: the holidays of their years are not published. */
    provisionalFromOn: dayOut,
    letters: z.array(comingLetter),
    steps: z.array(z.object({ ref: z.string(), title: text, forecastOn: dayOut.nullable() })),
  })
  .meta({ id: 'ForecastResponse' });
export type ForecastResponse = z.infer<typeof forecastResponse>;
