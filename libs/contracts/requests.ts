import { z } from 'zod';
import { evidenceAnswers } from './evidence';
import { day, key, longText, name, personId, timeOfDay } from './primitives';

/** The writes upon a journey: one request an act. Each goes with the header `Idempotency-Key`. */

const reasonOnly = z.strictObject({ reason: longText });

/** `POST /api/v1/journeys` */
export const joinRequest = z
  .strictObject({
    programme: key,
    city: key,
    /** Null: the city joined, but the day is not known. */
    joinedOn: day.nullable(),
    /** A running city is taken over: what is done is told, and no letter about the past. */
    takeover: z.boolean().default(false),
    /** A city to look at, whose dates are planned and not reported by it: every page and letter says so. */
    demonstration: z.boolean().default(false),
    seats: z
      .array(
        z.strictObject({
          seat: key,
          person: personId.nullable(),
          liaison: personId.nullable().optional(),
          fromOn: day.nullable(),
        }),
      )
      .max(40, 'too-many')
      .default([]),
    done: z
      .array(
        z.strictObject({
          step: key,
          happenedOn: day.nullable(),
          presumed: z.boolean().optional(),
          /** What is known of it, in words. */
          note: longText.optional(),
          items: z.array(name).max(50, 'too-many').optional(),
        }),
      )
      .max(100, 'too-many')
      .default([]),
  })
  .meta({ id: 'JoinRequest' });
export type JoinRequest = z.input<typeof joinRequest>;

/** `POST …/officer`: the city appoints the holder of the seat that the programme's appointment step fills. */
export const appointOfficerRequest = z
  .strictObject({ person: personId, liaison: personId.nullable().optional(), fromOn: day.nullable() })
  .meta({ id: 'AppointOfficerRequest' });
export type AppointOfficerRequest = z.input<typeof appointOfficerRequest>;

/** `POST …/seats/:seat/appointment` */
export const appointRequest = z
  .strictObject({ person: personId, liaison: personId.nullable().optional(), fromOn: day.nullable() })
  .meta({ id: 'AppointRequest' });
export type AppointRequest = z.input<typeof appointRequest>;

/** `POST …/seats/:seat/hand-over` */
export const handOverRequest = z
  .strictObject({ person: personId, fromOn: day.nullable() })
  .meta({ id: 'HandOverRequest' });
export type HandOverRequest = z.input<typeof handOverRequest>;

/** `POST …/seats/:seat/vacancy` */
export const vacateRequest = z.strictObject({ on: day }).meta({ id: 'VacateRequest' });
export type VacateRequest = z.input<typeof vacateRequest>;

/** `POST …/seats/:seat/liaison`; null: nobody any more. */
export const nameLiaisonRequest = z.strictObject({ person: personId.nullable() }).meta({ id: 'NameLiaisonRequest' });
export type NameLiaisonRequest = z.input<typeof nameLiaisonRequest>;

/** `POST …/steps/:ref/submission` */
export const submitRequest = z
  .strictObject({ evidence: evidenceAnswers.default({}), happenedOn: day.nullable().optional() })
  .meta({ id: 'SubmitRequest' });
export type SubmitRequest = z.input<typeof submitRequest>;

/** `POST …/steps/:ref/acceptance` */
export const acceptRequest = z.strictObject({ comment: longText.optional() }).meta({ id: 'AcceptRequest' });
export type AcceptRequest = z.input<typeof acceptRequest>;

/** `POST …/steps/:ref/return`; `to`: an earlier step of its loop. */
export const returnRequest = z.strictObject({ comment: longText, to: key.optional() }).meta({ id: 'ReturnRequest' });
export type ReturnRequest = z.input<typeof returnRequest>;

/** `POST …/steps/:ref/completion`; `happenedOn: null`: the day is not known. */
export const completeRequest = z
  .strictObject({
    happenedOn: day.nullable(),
    reason: longText.optional(),
    items: z.array(name).max(50, 'too-many').optional(),
  })
  .meta({ id: 'CompleteRequest' });
export type CompleteRequest = z.input<typeof completeRequest>;

/** `POST …/steps/:ref/waiver`; `proof`: where the proof is found. */
export const waiveRequest = z
  .strictObject({ reason: longText, proof: longText.optional() })
  .meta({ id: 'WaiveRequest' });
export type WaiveRequest = z.input<typeof waiveRequest>;

/** `POST …/steps/:ref/waiver-request`: hands in the wish to be let off the step, in place of its evidence. */
export const askWaiverRequest = z
  .strictObject({ reason: longText, proof: longText.optional() })
  .meta({ id: 'AskWaiverRequest' });
export type AskWaiverRequest = z.input<typeof askWaiverRequest>;

/** `POST …/steps/:ref/comments`. Who is mentioned is asked a question, and gets a letter. */
export const commentRequest = z
  .strictObject({
    comment: longText,
    /** `programme`: nobody of the city ever sees it, and nobody of the city can be mentioned. */
    audience: z.enum(['programme', 'everyone']),
    mentions: z.array(personId).max(5, 'too-many').default([]),
  })
  .meta({ id: 'CommentRequest' });
export type CommentRequest = z.input<typeof commentRequest>;

/** `POST …/steps/:ref/skip` */
export const skipRequest = reasonOnly.meta({ id: 'SkipRequest' });
export type SkipRequest = z.input<typeof skipRequest>;

/** `POST …/steps/:ref/reopening` */
export const reopenRequest = reasonOnly.meta({ id: 'ReopenRequest' });
export type ReopenRequest = z.input<typeof reopenRequest>;

/** `POST …/steps/:ref/reassignment`: another seat has the step from now on. */
export const reassignRequest = z.strictObject({ seat: key, reason: longText }).meta({ id: 'ReassignRequest' });
export type ReassignRequest = z.input<typeof reassignRequest>;

/** `POST …/steps/:ref/date`; `planned`: by CityPath, not agreed with the city. */
export const agreeDateRequest = z
  .strictObject({ dueOn: day, reason: longText, planned: z.boolean().default(false) })
  .meta({ id: 'AgreeDateRequest' });
export type AgreeDateRequest = z.input<typeof agreeDateRequest>;

/** `POST …/steps/:ref/acknowledgement`: "I own it until that day"; nobody above is told before. */
export const acknowledgeRequest = z
  .strictObject({ untilOn: day, note: longText.optional() })
  .meta({ id: 'AcknowledgeRequest' });
export type AcknowledgeRequest = z.input<typeof acknowledgeRequest>;

/** `POST …/steps/:ref/prepared-letter/release`; `words`: in place of what the letter says by itself. */
export const releaseRungRequest = z.strictObject({ words: longText.optional() }).meta({ id: 'ReleaseRungRequest' });
export type ReleaseRungRequest = z.input<typeof releaseRungRequest>;

/** `POST …/steps/:ref/prepared-letter/decline` */
export const declineRungRequest = reasonOnly.meta({ id: 'DeclineRungRequest' });
export type DeclineRungRequest = z.input<typeof declineRungRequest>;

/** Whole days; in which order and how far is for the rules to say. */
const daysCounted = z.array(z.int('field-malformed')).max(12, 'too-many');

/** `POST …/steps/:ref/cadence`, for all occurrences of the step, and `POST …/cadence`, for all steps without one of their own. */
export const setCadenceRequest = z
  .strictObject({
    cadence: z.strictObject({
      before: z.strictObject({
        unit: z.enum(['working-days', 'calendar-days']).default('working-days'),
        days: daysCounted,
      }),
      afterWorkingDays: daysCounted,
    }),
    reason: longText.optional(),
  })
  .meta({ id: 'SetCadenceRequest' });
export type SetCadenceRequest = z.input<typeof setCadenceRequest>;

/** `POST …/steps/:ref/programme-cadence` and `POST …/programme-cadence`: the days of the programme again. */
export const resetCadenceRequest = z.strictObject({ reason: longText.optional() }).meta({ id: 'ResetCadenceRequest' });
export type ResetCadenceRequest = z.input<typeof resetCadenceRequest>;

/** `POST …/steps/:ref/event`; `on: null` takes the day back to "to be confirmed". */
export const scheduleEventRequest = z
  .strictObject({ on: day.nullable(), time: timeOfDay.optional(), place: name.optional() })
  .meta({ id: 'ScheduleEventRequest' });
export type ScheduleEventRequest = z.input<typeof scheduleEventRequest>;

/** `POST …/hold`; `awaiting`: for whom or what the clock stops. */
export const holdRequest = z
  .strictObject({ awaiting: name, reason: longText, untilOn: day })
  .meta({ id: 'HoldRequest' });
export type HoldRequest = z.input<typeof holdRequest>;

/** `POST …/resume` */
export const resumeRequest = reasonOnly.meta({ id: 'ResumeRequest' });
export type ResumeRequest = z.input<typeof resumeRequest>;

/** `POST …/withdrawal` */
export const withdrawRequest = reasonOnly.meta({ id: 'WithdrawRequest' });
export type WithdrawRequest = z.input<typeof withdrawRequest>;

/** `POST …/finish` */
export const finishRequest = z.strictObject({ reason: longText.optional() }).meta({ id: 'FinishRequest' });
export type FinishRequest = z.input<typeof finishRequest>;

/** `POST …/readmission`: a journey that has ended goes on. */
export const readmitRequest = reasonOnly.meta({ id: 'ReadmitRequest' });
export type ReadmitRequest = z.input<typeof readmitRequest>;

/** `POST …/steps/:ref/go-to`: goes on there, and skips what is not settled before it. */
export const goToRequest = reasonOnly.meta({ id: 'GoToRequest' });
export type GoToRequest = z.input<typeof goToRequest>;

/** `POST …/steps/:ref/restart`: wants it once more, and sets back what was built on it. */
export const restartFromRequest = reasonOnly.meta({ id: 'RestartFromRequest' });
export type RestartFromRequest = z.input<typeof restartFromRequest>;

/** `POST …/acts/:command/undo`: takes an act of the last 24 hours back. */
export const undoRequest = reasonOnly.meta({ id: 'UndoRequest' });
export type UndoRequest = z.input<typeof undoRequest>;

/** `POST …/calendar`: takes the newest calendar of the city. */
export const adoptCalendarRequest = reasonOnly.meta({ id: 'AdoptCalendarRequest' });
export type AdoptCalendarRequest = z.input<typeof adoptCalendarRequest>;

/** `POST …/definition`: takes the newest definition of the programme. */
export const adoptDefinitionRequest = z
  .strictObject({
    reason: longText,
    /** Of steps that it lacks: the step that takes the place of each, or null: it is let go. */
    steps: z.record(key, key.nullable()).optional(),
  })
  .meta({ id: 'AdoptDefinitionRequest' });
export type AdoptDefinitionRequest = z.input<typeof adoptDefinitionRequest>;
