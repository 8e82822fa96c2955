import { z } from 'zod';
import { comingLetter } from './city-page';
import { city, party } from './person';
import { dayOut, text } from './primitives';

/** `GET /api/v1/programmes/:key/outline`: what may be told of a city that joins. */
export const programmeOutlineResponse = z
  .object({
    key: z.string(),
    title: text,
    stages: z.array(z.object({ key: z.string(), title: text })),
    /** The seats of a city. */
    seats: z.array(z.object({ key: z.string(), title: text, office: z.boolean() })),
    /** Steps that may be done already when a city joins. */
    steps: z.array(
      z.object({
        key: z.string(),
        title: text,
        stage: z.string(),
        optional: z.boolean(),
        /** Later steps are made from its list: its rows are asked for when it is done. */
        items: text.nullable(),
      }),
    ),
  })
  .meta({ id: 'ProgrammeOutlineResponse' });
export type ProgrammeOutlineResponse = z.infer<typeof programmeOutlineResponse>;

/** `POST /api/v1/journeys/preview`, with the body of a joining: what would follow from it. Nothing is changed. */
export const joinPreviewResponse = z
  .object({
    journeyId: z.string(),
    city,
    /** Where the city would stand, in one sentence. */
    sentence: text,
    /** What would be open. */
    steps: z.array(
      z.object({
        ref: z.string(),
        title: text,
        of: party,
        dueOn: dayOut.nullable(),
        /** How the day was counted; null where it is to be confirmed. */
        counted: text.nullable(),
      }),
    ),
    /** Letters that go at once. */
    atOnce: z.array(comingLetter),
    /** Letters of the thirty days after it, if nobody acts. */
    coming: z.array(comingLetter),
    /** Days from this one on are provisional: the holidays of their years are not published. */
    provisionalFromOn: dayOut,
    untilOn: dayOut,
  })
  .meta({ id: 'JoinPreviewResponse' });
export type JoinPreviewResponse = z.infer<typeof joinPreviewResponse>;
