import { z } from 'zod';
import { city, party, personShort } from './person';
import { cursor, dayOut, key, limit, text } from './primitives';

/** The signs of look.md; `presumed`, `known` and `planned` stand beside them. */
export const sign = z
  .enum(['done', 'open', 'late', 'submitted', 'on-hold', 'waiting', 'not-needed'])
  .meta({ id: 'Sign' });
export type Sign = z.infer<typeof sign>;

export const journeyStatus = z.enum(['active', 'on-hold', 'completed', 'withdrawn']).meta({ id: 'JourneyStatus' });
export type JourneyStatus = z.infer<typeof journeyStatus>;

/** The last three may be true beside any of the others: something waits for the reader, to be accepted, or a seat is vacant. */
export const boardFilter = z.enum(['all', 'late', 'at-risk', 'on-hold', 'closed', 'mine', 'to-accept', 'vacancy']);
export type BoardFilter = z.infer<typeof boardFilter>;

/** `GET /api/v1/journeys?programme=&filter=&after=&limit=` */
export const boardQuery = z.strictObject({
  programme: key,
  filter: boardFilter.default('all'),
  after: cursor.optional(),
  limit: limit(200, 100),
});
export type BoardQuery = z.input<typeof boardQuery>;

/** `GET /api/v1/board-export?programme=&filter=&format=`: the same view as a file. */
export const boardExportQuery = z.strictObject({
  programme: key,
  filter: boardFilter.default('all'),
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
});

export const boardCell = z
  .object({
    stage: z.string(),
    sign,
    /** Of what is done: the day is known. "✓ ?" on the board when it is not. */
    known: z.boolean(),
    /** Done by presumption, not by a report. */
    presumed: z.boolean(),
    /** Steps of the stage that are settled, of those that are not optional. */
    done: z.number(),
    of: z.number(),
    /** The step of this stage that is wanted next; null when none is open. */
    step: z.object({ ref: z.string(), title: text }).nullable(),
    /** Who has it; in the stage of an appointment that is done: who was appointed. */
    who: personShort.nullable(),
    dueOn: dayOut.nullable(),
    /** `dueOn` was planned by CityPath and not agreed with the city. */
    planned: z.boolean(),
    workingDaysLate: z.number().nullable(),
  })
  .meta({ id: 'BoardCell' });
export type BoardCell = z.infer<typeof boardCell>;

export const boardRow = z
  .object({
    journeyId: z.string(),
    city,
    status: journeyStatus,
    head: z.number(),
    /** Its dates are the demonstration's: planned by CityPath, not reported by the city. */
    demonstration: z.boolean(),
    /** Days from this one on are provisional: the holidays of their years are not published. */
    provisionalFromOn: dayOut,
    /** In the order of the programme's stages. */
    cells: z.array(boardCell),
    /** What is wanted first of all. */
    next: z
      .object({
        step: z.string(),
        title: text,
        sign,
        dueOn: dayOut.nullable(),
        planned: z.boolean(),
        /** From today to the due day in working days; negative when it is past, null without a due day. */
        workingDaysLeft: z.number().nullable(),
        who: party,
      })
      .nullable(),
    /** What the journey waits for, in one sentence. */
    why: text,
    /** Everybody above was told of this step, and nothing follows by itself; the first of several. */
    toldToTheTop: z.object({ step: z.string(), title: text, since: dayOut }).nullable(),
    /** How many gaps the chains of its open steps have; null: that is not for the reader. */
    gaps: z.number().nullable(),
  })
  .meta({ id: 'BoardRow' });
export type BoardRow = z.infer<typeof boardRow>;

export const boardResponse = z
  .object({
    programme: z.object({
      key: z.string(),
      title: text,
      stages: z.array(z.object({ key: z.string(), title: text })),
    }),
    /** Over all cities of the programme, whatever the filter. */
    counts: z.object({
      cities: z.number(),
      late: z.number(),
      atRisk: z.number(),
      onHold: z.number(),
      closed: z.number(),
      /** Something waits for the reader. */
      mine: z.number(),
      toAccept: z.number(),
      vacancy: z.number(),
    }),
    /** The next quarterly review that any of these cities owes. */
    nextReviewOn: dayOut.nullable(),
    rows: z.array(boardRow),
    /** `after` of the next page; null on the last one. */
    next: z.string().nullable(),
  })
  .meta({ id: 'BoardResponse' });
export type BoardResponse = z.infer<typeof boardResponse>;

/** `GET /api/v1/programmes` */
export const programmesResponse = z
  .object({ programmes: z.array(z.object({ key: z.string(), title: text, cities: z.number() })) })
  .meta({ id: 'ProgrammesResponse' });
export type ProgrammesResponse = z.infer<typeof programmesResponse>;
