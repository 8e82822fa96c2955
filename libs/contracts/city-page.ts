import { z } from 'zod';
import { actOffered } from './act';
import { journeyStatus, sign } from './board';
import { evidenceHandedIn, evidenceWanted } from './evidence';
import { gap } from './gaps';
import { city, party, personShort } from './person';
import { dayOut, instantOut, text } from './primitives';

/** Where the delay of a step stands with those above it. `ended`: everybody was told, and nothing follows by itself. */
export const ladderInWords = z
  .object({
    kind: z.enum(['to-release', 'ended', 'acknowledged', 'broken', 'contact-lost', 'awaiting-post']),
    /** Since that day; of what somebody took on: until it. */
    on: dayOut,
    sentence: text,
  })
  .meta({ id: 'LadderInWords' });
export type LadderInWords = z.infer<typeof ladderInWords>;

/** What is wanted now: of whom, by when, and how that day was counted. */
export const wantedNow = z
  .object({
    step: z.string(),
    title: text,
    sign,
    round: z.number(),
    /** "Xiong Tao hands in the report of the workshop." */
    sentence: text,
    /** The owner; of a submitted step the one who accepts. */
    of: party,
    /** Of a submitted step: the day by which it is to be accepted or returned. */
    dueOn: dayOut.nullable(),
    planned: z.boolean(),
    /** How the due day was counted; null when it was agreed or is to be confirmed. */
    counted: text.nullable(),
    workingDaysLeft: z.number().nullable(),
    ladder: ladderInWords.nullable(),
    acts: z.array(actOffered),
  })
  .meta({ id: 'WantedNow' });
export type WantedNow = z.infer<typeof wantedNow>;

/** A letter that comes by itself if nobody acts. */
export const comingLetter = z
  .object({
    at: instantOut,
    on: dayOut,
    kind: z.string(),
    step: z.string().nullable(),
    to: party,
    /** "Thu 29 Oct: the programme manager is told that the workshop report is late." */
    sentence: text,
  })
  .meta({ id: 'ComingLetter' });
export type ComingLetter = z.infer<typeof comingLetter>;

/** One round of a step: handed in, and what became of it. */
export const stepRound = z
  .object({
    round: z.number(),
    submittedOn: dayOut.nullable(),
    submittedBy: personShort.nullable(),
    onBehalfOf: personShort.nullable(),
    /** Null: there was no due day to measure against. */
    inTime: z.boolean().nullable(),
    handedIn: evidenceHandedIn.nullable(),
    /** Nothing was handed in: the city asked to be let off the step. Words that were erased are null. */
    waiver: z.object({ reason: z.string().nullable(), proof: z.string().nullable() }).nullable(),
    outcome: z.enum(['open', 'waits-for-acceptance', 'accepted', 'returned', 'waived', 'completed']),
    decidedOn: dayOut.nullable(),
    decidedBy: personShort.nullable(),
    comment: z.string().nullable(),
  })
  .meta({ id: 'StepRound' });
export type StepRound = z.infer<typeof stepRound>;

/** Something that was said about a step. */
export const stepComment = z
  .object({
    seq: z.number(),
    saidOn: dayOut,
    by: personShort.nullable(),
    /** `programme`: the city does not see it. */
    audience: z.enum(['programme', 'everyone']),
    /** Null: the words were erased. */
    words: z.string().nullable(),
    /** Who was asked, and whether somebody of that seat has answered since. */
    asked: z.array(z.object({ party, answered: z.boolean() })),
    /** The reader is asked and has not answered. */
    waitsForReader: z.boolean(),
  })
  .meta({ id: 'StepComment' });
export type StepComment = z.infer<typeof stepComment>;

/** How the reader may comment on steps; the same for all of them. */
export const commenting = z
  .object({
    /** Whom a comment may be for; the first one is what the form begins with. */
    audiences: z.array(z.enum(['programme', 'everyone'])),
    /** Whom one may ask, in which seat. Those of the city cannot be asked in what only the programme sees. */
    askable: z.array(z.object({ person: personShort, seatTitle: text, of: z.enum(['city', 'programme']) })),
  })
  .meta({ id: 'Commenting' });
export type Commenting = z.infer<typeof commenting>;

/** `GET /api/v1/journeys/:id/steps/:ref/prepared-letter` */
export const preparedLetterResponse = z
  .object({
    /** Null: no letter about the step waits to be released. */
    letter: z
      .object({
        to: party,
        /** As it would read if it went on that day. */
        on: dayOut,
        /** In the recipient's language; in both where that is not known. `words`: what a person may put their own in place of. */
        versions: z.array(
          z.object({ language: z.enum(['en', 'zh']), subject: z.string(), text: z.string(), words: z.string() }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'PreparedLetterResponse' });
export type PreparedLetterResponse = z.infer<typeof preparedLetterResponse>;

/** The days on which the owner of a step is reminded, counted from its due day. */
export const cadenceInWords = z
  .object({
    unit: z.enum(['working-days', 'calendar-days']),
    /** The largest first; 0 is the due day itself. */
    before: z.array(z.number()),
    /** Working days after it, the smallest first. */
    after: z.array(z.number()),
    /** Whose choice it is. */
    of: z.enum(['programme', 'city', 'step']),
    /** "Reminders go 7, 3, 1 working days before it; on the due day; 1, 4 working days after it." */
    sentence: text,
  })
  .meta({ id: 'CadenceInWords' });
export type CadenceInWords = z.infer<typeof cadenceInWords>;

export const cityStep = z
  .object({
    ref: z.string(),
    step: z.string(),
    stage: z.string(),
    kind: z.enum(['document', 'decision', 'appointment', 'event', 'assessment', 'period', 'review']),
    title: text,
    sign,
    /** How it was settled without being done; null otherwise. */
    settledAs: z.enum(['waived', 'skipped']).nullable(),
    settledBecause: z.string().nullable(),
    optional: z.boolean(),
    round: z.number(),
    responsible: party,
    accepts: party,
    /** Titles of what it still waits for. */
    waitsFor: z.array(text),
    dates: z.object({
      baselineOn: dayOut.nullable(),
      agreedOn: dayOut.nullable(),
      forecastOn: dayOut.nullable(),
      actualOn: dayOut.nullable(),
      /** It is done, but the day is not known. */
      actualUnknown: z.boolean(),
      presumed: z.boolean(),
      planned: z.boolean(),
      /** Neither a rule nor people gave it a due day yet. */
      toBeConfirmed: z.boolean(),
    }),
    openedOn: dayOut.nullable(),
    eventOn: dayOut.nullable(),
    /** Of the meeting on that day, where they are known: a time on the city's clock, and a place in somebody's words. */
    eventTime: z.string().nullable(),
    eventPlace: z.string().nullable(),
    counted: text.nullable(),
    workingDaysLeft: z.number().nullable(),
    rounds: z.array(stepRound),
    /** In order of time; only those that the reader may see. */
    comments: z.array(stepComment),
    evidenceWanted: z.array(evidenceWanted),
    /** Steps that it may be returned to, besides itself. */
    mayReturnTo: z.array(z.object({ step: z.string(), title: text })),
    /** Seats that it may be given to. */
    mayBeGivenTo: z.array(z.object({ seat: z.string(), title: text })),
    waiver: z.object({ proof: z.boolean() }).nullable(),
    ladder: ladderInWords.nullable(),
    cadence: cadenceInWords,
    acts: z.array(actOffered),
  })
  .meta({ id: 'CityStep' });
export type CityStep = z.infer<typeof cityStep>;

export const citySeat = z
  .object({
    seat: z.string(),
    title: text,
    of: z.enum(['city', 'programme']),
    holder: personShort.nullable(),
    liaison: personShort.nullable(),
    fromOn: dayOut.nullable(),
    /** Nobody holds this seat of the city, and an open step is missing somebody. */
    vacant: z.boolean(),
    readOnly: z.boolean(),
    /** The reader may read its handover pack. */
    pack: z.boolean(),
    acts: z.array(actOffered),
  })
  .meta({ id: 'CitySeat' });
export type CitySeat = z.infer<typeof citySeat>;

/** `GET /api/v1/journeys/:id` */
export const cityPageResponse = z
  .object({
    journeyId: z.string(),
    city,
    programme: z.object({
      key: z.string(),
      title: text,
      stages: z.array(z.object({ key: z.string(), title: text })),
    }),
    topic: z.object({ en: z.string().nullable(), zh: z.string().nullable() }).nullable(),
    status: journeyStatus,
    joinedOn: dayOut.nullable(),
    takeover: z.boolean(),
    demonstration: z.boolean(),
    /** Today in the city's zone. */
    todayOn: dayOut,
    /** Days from this one on are provisional: the holidays of their years are not published. */
    provisionalFromOn: dayOut,
    head: z.number(),
    /** The read model could not be written: what stands here may be old. */
    stale: z.boolean(),
    /** Where it stands, in one sentence. */
    sentence: text,
    now: z.array(wantedNow),
    nextByItself: z.array(comingLetter),
    /** Who is missing in the chains of what is open; empty for those who do not run the programme. */
    gaps: z.array(gap),
    /** In order of need. */
    steps: z.array(cityStep),
    /** Steps that earlier versions of the programme had under another name (`now`), or had at all (null). */
    formerSteps: z.array(z.object({ ref: z.string(), title: text, now: z.string().nullable() })),
    seats: z.array(citySeat),
    hold: z
      .object({
        awaiting: z.string(),
        reason: z.string(),
        sinceAt: instantOut,
        untilOn: dayOut,
      })
      .nullable(),
    heldWorkingDays: z.number(),
    /** Acts upon the journey as a whole: hold, resume, withdraw, finish, adopt. */
    acts: z.array(actOffered),
    /** Null: the reader may not comment. */
    commenting: commenting.nullable(),
    /** Whom forms may name: people known to this journey and programme. */
    people: z.array(personShort),
  })
  .meta({ id: 'CityPageResponse' });
export type CityPageResponse = z.infer<typeof cityPageResponse>;
