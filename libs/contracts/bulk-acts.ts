import { z } from 'zod';
import { boardFilter } from './board';
import { letterChange, stepChange } from './dry-run';
import { party, personShort } from './person';
import { dayOut, instantOut, journeyId, key, longText, stepRef, text } from './primitives';
import {
  adoptCalendarRequest,
  adoptDefinitionRequest,
  agreeDateRequest,
  completeRequest,
  finishRequest,
  goToRequest,
  holdRequest,
  readmitRequest,
  reassignRequest,
  reopenRequest,
  restartFromRequest,
  resumeRequest,
  scheduleEventRequest,
  skipRequest,
  waiveRequest,
  withdrawRequest,
} from './requests';

/** The acts that many journeys can be given at once, each with the body that one journey takes. */
const OF_A_STEP = {
  skip: skipRequest,
  reopen: reopenRequest,
  complete: completeRequest,
  waive: waiveRequest,
  'agree-date': agreeDateRequest,
  'go-to': goToRequest,
  'restart-from': restartFromRequest,
  reassign: reassignRequest,
  'schedule-event': scheduleEventRequest,
};
const OF_A_JOURNEY = {
  hold: holdRequest,
  resume: resumeRequest,
  withdraw: withdrawRequest,
  finish: finishRequest,
  readmit: readmitRequest,
  /** Each city its own newest one. */
  'adopt-calendar': adoptCalendarRequest,
  /** The newest version, by cities whose steps it has. */
  'adopt-definition': adoptDefinitionRequest.omit({ steps: true }),
};

export type BulkActName = keyof typeof OF_A_STEP | keyof typeof OF_A_JOURNEY;
export const bulkStepActs = Object.keys(OF_A_STEP) as (keyof typeof OF_A_STEP)[];
export const bulkJourneyActs = Object.keys(OF_A_JOURNEY) as (keyof typeof OF_A_JOURNEY)[];

/** So many journeys are named at most; a filter of the board may leave more. */
export const MOST_NAMED = 2_000;

/** Each with what a dry run gave for it as `seen`. */
const named = z
  .array(z.strictObject({ id: journeyId, seen: z.string().max(80, 'text-too-long').optional() }))
  .min(1, 'field-missing')
  .max(MOST_NAMED, 'too-many');

const whom = {
  programme: key,
  /** Either these, */
  journeys: named.optional(),
  /** or those that this filter of the board leaves at this moment. */
  filter: boardFilter.optional(),
};

const ofAStep = <Act extends keyof typeof OF_A_STEP>(act: Act) =>
  z.strictObject({ act: z.literal(act), step: stepRef, body: OF_A_STEP[act], ...whom });
const ofAJourney = <Act extends keyof typeof OF_A_JOURNEY>(act: Act) =>
  z.strictObject({ act: z.literal(act), body: OF_A_JOURNEY[act], ...whom });

/** `POST /api/v1/bulk-acts` and `/bulk-acts/dry-run`: one act upon many journeys of a programme. */
export const bulkActRequest = z
  .discriminatedUnion('act', [
    ofAStep('skip'),
    ofAStep('reopen'),
    ofAStep('complete'),
    ofAStep('waive'),
    ofAStep('agree-date'),
    ofAStep('go-to'),
    ofAStep('restart-from'),
    ofAStep('reassign'),
    ofAStep('schedule-event'),
    ofAJourney('hold'),
    ofAJourney('resume'),
    ofAJourney('withdraw'),
    ofAJourney('finish'),
    ofAJourney('readmit'),
    ofAJourney('adopt-calendar'),
    ofAJourney('adopt-definition'),
  ])
  .refine(({ journeys, filter }) => (journeys === undefined) !== (filter === undefined), {
    path: ['journeys'],
    message: 'field-missing',
  })
  .meta({ id: 'BulkActRequest' });
export type BulkActRequest = z.input<typeof bulkActRequest>;

/** `GET /api/v1/bulk-acts/choices?programme=`: what an act upon many cities may name. */
export const bulkChoicesResponse = z
  .object({
    /** Steps that come once, and those that come again as they are open somewhere now. */
    steps: z.array(z.object({ ref: z.string(), title: text, isMeeting: z.boolean() })),
    /** Seats that steps can be given to. */
    seats: z.array(z.object({ key: z.string(), title: text })),
  })
  .meta({ id: 'BulkChoicesResponse' });
export type BulkChoicesResponse = z.infer<typeof bulkChoicesResponse>;

/** `POST /api/v1/bulk-acts/:id/undo` and `…/undo/dry-run`: takes it back for these, or for all that have it. */
export const bulkUndoRequest = z
  .strictObject({ reason: longText, journeys: named.optional() })
  .meta({ id: 'BulkUndoRequest' });
export type BulkUndoRequest = z.input<typeof bulkUndoRequest>;

const cityShort = z.object({ key: z.string(), nameEn: z.string(), nameZh: z.string().nullable() });

/** Why one journey is not given the act. */
export const bulkRefusal = z.object({ code: z.string(), title: text, detail: text }).meta({ id: 'BulkRefusal' });
export type BulkRefusal = z.infer<typeof bulkRefusal>;

export const bulkDryRunRow = z
  .object({
    journeyId: z.string(),
    city: cityShort,
    /** Send it with the journey: where that has changed by then, it alone is refused. Null: it is refused as it stands. */
    seen: z.string().nullable(),
    refusal: bulkRefusal.nullable(),
    /** "4 steps change; 3 letters go no more." */
    sentence: text.nullable(),
    steps: z.array(stepChange),
    letters: z.array(letterChange.omit({ words: true })),
    /** Days from this one on are provisional: the holidays of their years are not published. */
    provisionalFromOn: dayOut,
    final: z.array(text),
  })
  .meta({ id: 'BulkDryRunRow' });
export type BulkDryRunRow = z.infer<typeof bulkDryRunRow>;

export const bulkDryRunResponse = z
  .object({
    /** "38 of 40 cities; 76 steps change; 38 letters go no more; 4 people get a letter today." */
    sentence: text,
    totals: z.object({
      journeys: z.number(),
      refused: z.number(),
      /** Steps that stand otherwise. */
      steps: z.number(),
      /** Those of them whose day moves. */
      dates: z.number(),
      letters: z.object({ cancelled: z.number(), moved: z.number(), added: z.number() }),
      people: z.number(),
    }),
    journeys: z.array(bulkDryRunRow),
    /** What goes today because of it: one message a person, whatever the number of cities. */
    messages: z.array(z.object({ to: party, letters: z.number(), subject: z.string(), text: z.string() })),
    /** How many messages are not shown. */
    moreMessages: z.number(),
    people: z.array(party),
  })
  .meta({ id: 'BulkDryRunResponse' });
export type BulkDryRunResponse = z.infer<typeof bulkDryRunResponse>;

export const bulkActStatus = z
  .enum(['waiting', 'running', 'done', 'stopped', 'rights-ended'])
  .meta({ id: 'BulkActStatus' });
export type BulkActStatus = z.infer<typeof bulkActStatus>;

const progress = z.object({ journeys: z.number(), done: z.number(), refused: z.number(), waiting: z.number() });

const inList = {
  id: z.string(),
  act: z.string(),
  /** "Skip: Workshop report" */
  title: text,
  status: bulkActStatus,
  /** Null: somebody whom the records do not know any more. */
  by: personShort.nullable(),
  createdAt: instantOut,
  endedAt: instantOut.nullable(),
  progress,
};

/** `GET /api/v1/bulk-acts/:id` */
export const bulkActResponse = z
  .object({
    ...inList,
    programme: z.object({ key: z.string(), title: text }),
    step: z.string().nullable(),
    /** Null words: they were erased. Null: no reason was given. */
    reason: z.object({ words: z.string().nullable() }).nullable(),
    /** How it stands, and what can be done about it. */
    sentence: text,
    /** The bulk act that is taken back by it; null: none is. */
    takesBack: z.string().nullable(),
    /** The newest first. */
    takenBackBy: z.array(z.object({ id: z.string(), createdAt: instantOut })),
    /** Its nature and age allow it; whether each city still can is seen in the dry run. */
    mayBeTakenBack: z.boolean(),
  })
  .meta({ id: 'BulkActResponse' });
export type BulkActResponse = z.infer<typeof bulkActResponse>;

/** `GET /api/v1/bulk-acts?programme=`, the newest first */
export const bulkActsQuery = z.strictObject({ programme: key });
export const bulkActsResponse = z.object({ bulkActs: z.array(z.object(inList)) }).meta({ id: 'BulkActsResponse' });
export type BulkActsResponse = z.infer<typeof bulkActsResponse>;

/** `GET /api/v1/bulk-acts/:id/journeys?only=&after=&limit=`; `after`: the last place of the page before. */
export const bulkActJourneysQuery = z.strictObject({
  only: z.enum(['all', 'done', 'refused', 'waiting']).default('all'),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

export const bulkActJourney = z
  .object({
    place: z.number(),
    journeyId: z.string(),
    city: cityShort,
    /** `stopped`: not yet, and not by itself any more. */
    result: z.enum(['done', 'refused', 'not-yet', 'stopped']),
    refusal: bulkRefusal.nullable(),
  })
  .meta({ id: 'BulkActJourney' });
export type BulkActJourney = z.infer<typeof bulkActJourney>;

export const bulkActJourneysResponse = z
  .object({ journeys: z.array(bulkActJourney), next: z.number().nullable() })
  .meta({ id: 'BulkActJourneysResponse' });
export type BulkActJourneysResponse = z.infer<typeof bulkActJourneysResponse>;
