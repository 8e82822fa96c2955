import { z } from 'zod';
import { comingLetter } from './city-page';
import { evidenceHandedIn, evidenceWanted } from './evidence';
import { historyEntry } from './history';
import { city, personShort } from './person';
import { dayOut, text } from './primitives';
import { sign } from './board';

/** `GET /api/v1/journeys/:id/seats/:seat/pack`: what the holder of a seat has to know who is new in it. */
export const packResponse = z
  .object({
    journeyId: z.string(),
    city,
    programme: text,
    seat: z.string(),
    seatTitle: text,
    holder: personShort.nullable(),
    liaison: personShort.nullable(),
    /** Whoever held the seat before; null: nobody, or it is not known. */
    predecessor: personShort.nullable(),
    fromOn: dayOut.nullable(),
    todayOn: dayOut,
    /** Days from this one on are provisional: the holidays of their years are not published. */
    provisionalFromOn: dayOut,
    demonstration: z.boolean(),
    /** What waits for this seat: to be done or to be accepted. */
    open: z.array(
      z.object({
        step: z.string(),
        title: text,
        sign,
        sentence: text,
        dueOn: dayOut.nullable(),
        counted: text.nullable(),
        workingDaysLeft: z.number().nullable(),
      }),
    ),
    done: z.array(z.object({ step: z.string(), title: text, on: dayOut.nullable() })),
    /** What was handed in, the newest round of each step. */
    papers: z.array(
      z.object({
        step: z.string(),
        title: text,
        on: dayOut.nullable(),
        handedIn: evidenceHandedIn,
        wanted: z.array(evidenceWanted),
      }),
    ),
    /** Everybody whom an answer may name. */
    people: z.array(personShort),
    contacts: z.array(z.object({ seatTitle: text, person: personShort, address: z.string() })),
    /** What comes to this seat by itself in the next 30 days. */
    letters: z.array(comingLetter),
    history: z.array(historyEntry),
  })
  .meta({ id: 'PackResponse' });
export type PackResponse = z.infer<typeof packResponse>;
