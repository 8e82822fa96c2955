import { z } from 'zod';
import { city } from './person';
import { instantOut, text } from './primitives';
import { runAct } from './runs';

/** What the watch over all journeys looks for. */
export const findingKind = z
  .enum([
    'workflow-missing',
    'workflow-superfluous',
    'run-differs',
    'read-model-differs',
    'journal-gap',
    'step-adrift',
    'letters-late',
  ])
  .meta({ id: 'FindingKind' });
export type FindingKind = z.infer<typeof findingKind>;

export const finding = z
  .object({
    id: z.string(),
    kind: findingKind,
    /** Null: it touches all. */
    journeyId: z.string().nullable(),
    /** False: a workflow goes by this name, and there is no such journey. */
    inRecords: z.boolean(),
    city: city.nullable(),
    sinceAt: instantOut,
    /** When it was looked for and not there any more; null: it is there. */
    goneAt: instantOut.nullable(),
    /** What is wrong and since when. */
    sentence: text,
    /** What mends it: in words, what an administrator can have done here, and the page that helps. */
    mends: z.object({ title: text, acts: z.array(runAct), page: z.string().nullable() }),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof finding>;

/** `GET /api/v1/findings`: what is wrong, the oldest first, then what has gone within a day. */
export const findingsResponse = z
  .object({
    /** Null: nothing was looked at yet. */
    lookedAt: instantOut.nullable(),
    /** The look is overdue: the watch itself does not run. */
    overdue: z.boolean(),
    /** How many journeys were looked at. */
    journeys: z.number(),
    findings: z.array(finding),
  })
  .meta({ id: 'FindingsResponse' });
export type FindingsResponse = z.infer<typeof findingsResponse>;
