import { z } from 'zod';
import { mailAddress, personDetails, personShort, postWindow } from './person';
import { cursor, day, dayOut, language, limit, longText, personId, text } from './primitives';
import { role } from './session';

/** `GET /api/v1/people?find=`: by name in either order, Chinese name, its spelling, or address. */
export const peopleQuery = z.strictObject({
  find: z.string().trim().max(200, 'text-too-long').optional(),
  after: cursor.optional(),
  limit: limit(100, 50),
});
export type PeopleQuery = z.input<typeof peopleQuery>;

export const personInList = z
  .object({
    person: personShort,
    /** The preferred one. */
    address: z.string(),
    /** Null: not known. */
    language: language.nullable(),
    roles: z.array(role),
    /** Away today, until and with this day. */
    awayUntilOn: dayOut.nullable(),
  })
  .meta({ id: 'PersonInList' });
export type PersonInList = z.infer<typeof personInList>;

export const peopleResponse = z
  .object({
    people: z.array(personInList),
    /** How many there are in all that fit. */
    count: z.number(),
    next: z.string().nullable(),
  })
  .meta({ id: 'PeopleResponse' });
export type PeopleResponse = z.infer<typeof peopleResponse>;

/** A step that waits for a person. */
export const openWithPerson = z
  .object({
    journeyId: z.string(),
    city: z.object({ key: z.string(), nameEn: z.string(), nameZh: z.string().nullable() }),
    step: z.string(),
    title: text,
    wanted: z.enum(['doing', 'accepting']),
    dueOn: dayOut.nullable(),
    /** Days from this one on are provisional: the holidays of their years are not published. */
    provisionalFromOn: dayOut,
  })
  .meta({ id: 'OpenWithPerson' });
export type OpenWithPerson = z.infer<typeof openWithPerson>;

/** `GET /api/v1/people/:id` */
export const personResponse = z
  .object({
    person: personShort,
    familyName: z.string(),
    givenName: z.string(),
    displayName: z.string().nullable(),
    nameZh: z.string().nullable(),
    address: z.string(),
    otherAddresses: z.array(z.string()),
    /** Null: not known; letters come in both. */
    language: language.nullable(),
    timeZone: z.string().nullable(),
    titleEn: z.string().nullable(),
    titleZh: z.string().nullable(),
    leave: z.object({ fromOn: dayOut, untilOn: dayOut, substitute: personShort.nullable() }).nullable(),
    /** When letters go to the person. */
    post: z.object({
      /** On working days between these times of the person's clock; null: at any hour of any day. */
      window: postWindow.nullable(),
      /** No letter before this day. */
      heldUntilOn: dayOut.nullable(),
    }),
    roles: z.array(role),
    /** What waits for the person in the seats of cities, and how much in those of programmes. */
    open: z.array(openWithPerson),
    /** What the reader may do here. */
    may: z.object({
      correct: z.boolean(),
      setLeave: z.boolean(),
      setPost: z.boolean(),
      changeAdministrator: z.boolean(),
      export: z.boolean(),
      erase: z.boolean(),
    }),
  })
  .meta({ id: 'PersonResponse' });
export type PersonResponse = z.infer<typeof personResponse>;

/** `GET /api/v1/programmes/:key`: what it is, and who holds its seats. */
export const programmeResponse = z
  .object({
    key: z.string(),
    title: text,
    cities: z.number(),
    seats: z.array(
      z.object({
        seat: z.string(),
        title: text,
        /** Sees what the programme lets it see, and changes nothing. */
        readOnly: z.boolean(),
        person: personShort.nullable(),
      }),
    ),
    /** Whether the reader gives and withdraws these seats. */
    mayGiveSeats: z.boolean(),
  })
  .meta({ id: 'ProgrammeResponse' });
export type ProgrammeResponse = z.infer<typeof programmeResponse>;

/** `PUT /api/v1/people/:id`: all of it; what is left out is not there any more. */
export const putPersonRequest = personDetails.meta({ id: 'PutPersonRequest' });
export type PutPersonRequest = z.input<typeof putPersonRequest>;

/** `PUT /api/v1/people/:id/leave`; null: no leave. */
export const putLeaveRequest = z
  .strictObject({
    leave: z
      .strictObject({ fromOn: day, untilOn: day, substitute: personId.nullable() })
      .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ['untilOn'], error: 'leave-ends-before-it-begins' })
      .nullable(),
  })
  .meta({ id: 'PutLeaveRequest' });
export type PutLeaveRequest = z.input<typeof putLeaveRequest>;

/** `PUT /api/v1/people/:id/post-window`; null: at any hour of any day. */
export const putPostWindowRequest = z
  .strictObject({ window: postWindow.nullable() })
  .meta({ id: 'PutPostWindowRequest' });
export type PutPostWindowRequest = z.input<typeof putPostWindowRequest>;

/** `PUT /api/v1/people/:id/letter-hold`: the first day on which letters go again; null: they go. */
export const putLetterHoldRequest = z.strictObject({ untilOn: day.nullable() }).meta({ id: 'PutLetterHoldRequest' });
export type PutLetterHoldRequest = z.input<typeof putLetterHoldRequest>;

/** `PUT /api/v1/people/:id/administrator` */
export const putAdministratorRequest = z
  .strictObject({ administrator: z.boolean() })
  .meta({ id: 'PutAdministratorRequest' });
export type PutAdministratorRequest = z.input<typeof putAdministratorRequest>;

/** `POST /api/v1/people/:id/erasure`: the address is typed to say that this person is meant. */
export const eraseRequest = z.strictObject({ reason: longText, address: mailAddress }).meta({ id: 'EraseRequest' });
export type EraseRequest = z.input<typeof eraseRequest>;

/** `GET /api/v1/people/:id/export`: rows of the records, by what they are. */
export const personExport = z
  .object({
    format: z.literal(1),
    person: z.string(),
    exportedAt: z.string(),
    kept: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  })
  .meta({ id: 'PersonExport' });
export type PersonExport = z.infer<typeof personExport>;
