import { z } from 'zod';
import { actName } from './act';
import { city, party } from './person';
import { runAct } from './runs';
import { cursor, dayOut, instantOut, key, limit, text } from './primitives';

/** What holds a journey up, in the order of the list: what somebody has to mend, then what takes its course. */
export const stuckCause = z
  .enum([
    'contact-lost',
    'to-release',
    'ladder-ended',
    'vacancy',
    'never-met',
    'acceptance-overdue',
    'overdue',
    'on-hold',
    'to-accept',
    'to-be-confirmed',
    'on-its-way',
    'nothing-open',
  ])
  .meta({ id: 'StuckCause' });
export type StuckCause = z.infer<typeof stuckCause>;

/** `GET /api/v1/stuck?programme=&cause=&after=&limit=` */
export const stuckQuery = z.strictObject({
  programme: key.optional(),
  cause: stuckCause.optional(),
  after: cursor.optional(),
  limit: limit(200, 50),
});
export type StuckQuery = z.input<typeof stuckQuery>;

/** Something to do about it. */
export const stuckOption = z
  .object({
    /** Null: it is done to people or seats of the programme, not to the journey. */
    act: actName.nullable(),
    /** A verb and its object; says who does it where the reader does not. */
    title: text,
    /** Where the reader does it; null: somebody else does. */
    page: z.string().nullable(),
  })
  .meta({ id: 'StuckOption' });
export type StuckOption = z.infer<typeof stuckOption>;

/** Why one journey stands where it stands. */
export const stuckLine = z
  .object({
    journeyId: z.string(),
    city,
    programme: z.object({ key: z.string(), title: text }),
    demonstration: z.boolean(),
    cause: stuckCause,
    step: z.object({ ref: z.string(), title: text }).nullable(),
    /** Who is waited for. */
    who: party.nullable(),
    /** Since when it is so; null: not known. */
    sinceOn: dayOut.nullable(),
    /** The day on which something happens by itself; null: nothing does. */
    nextOn: dayOut.nullable(),
    /** Whom it waits for, to do what, since when, what happens next by itself, and what one can do: one sentence. */
    sentence: text,
    options: z.array(stuckOption),
  })
  .meta({ id: 'StuckLine' });
export type StuckLine = z.infer<typeof stuckLine>;

export const stuckResponse = z
  .object({
    /** All running journeys of the programmes that the reader runs, whatever the cause asked for; none where nothing is. */
    counts: z.array(z.object({ cause: stuckCause, count: z.number() })),
    lines: z.array(stuckLine),
    next: z.string().nullable(),
  })
  .meta({ id: 'StuckResponse' });
export type StuckResponse = z.infer<typeof stuckResponse>;

/** What of the machinery may be wrong. Of a single journey where it names one. */
export const machineryKind = z
  .enum([
    'temporal-away',
    'no-worker',
    'workflow-missing',
    'workflow-ended',
    'journal-disagrees',
    'workflow-task-failing',
    'activity-failing',
    'moment-missed',
    'read-model-stale',
    'outbox-stalled',
    'restore-unrecovered',
    'mail-refusing',
  ])
  .meta({ id: 'MachineryKind' });
export type MachineryKind = z.infer<typeof machineryKind>;

export const machineryFinding = z
  .object({
    /** Names it among all. */
    id: z.string(),
    kind: machineryKind,
    /** Null: it touches all. */
    journeyId: z.string().nullable(),
    city: city.nullable(),
    /** Null: not known. */
    sinceAt: instantOut.nullable(),
    /** What is wrong, since when, what it keeps from happening, and what follows by itself. */
    sentence: text,
    /** What mends it: in words, with the command line where one does it, and what an administrator can have done here. */
    mends: z.object({ title: text, command: z.string().nullable(), acts: z.array(runAct) }),
  })
  .meta({ id: 'MachineryFinding' });
export type MachineryFinding = z.infer<typeof machineryFinding>;

/** `GET /api/v1/stuck/machinery` */
export const machineryResponse = z
  .object({
    /** What stands here was looked at then, at most half a minute ago. */
    lookedAt: instantOut,
    findings: z.array(machineryFinding),
  })
  .meta({ id: 'MachineryResponse' });
export type MachineryResponse = z.infer<typeof machineryResponse>;
