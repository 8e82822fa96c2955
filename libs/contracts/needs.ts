import { z } from 'zod';
import { sign } from './board';
import { city, party, personShort } from './person';
import { cursor, dayOut, limit, text } from './primitives';

/** What somebody is needed for. `late`: somebody else is late, in a programme that the reader manages. */
export const needSection = z
  .enum(['question', 'to-release', 'to-accept', 'to-do', 'contact', 'ladder-ended', 'vacancy', 'late'])
  .meta({ id: 'NeedSection' });
export type NeedSection = z.infer<typeof needSection>;

/** `GET /api/v1/needs?section=&after=&limit=` */
export const needsQuery = z.strictObject({
  section: needSection.optional(),
  after: cursor.optional(),
  limit: limit(200, 50),
});
export type NeedsQuery = z.input<typeof needsQuery>;

/** One thing that waits for the reader, with its one act. */
export const need = z
  .object({
    /** Names it among all. */
    id: z.string(),
    section: needSection,
    journeyId: z.string(),
    city,
    /** Its dates were planned by CityPath, not reported by the city. */
    demonstration: z.boolean(),
    programme: z.object({ key: z.string(), title: text }),
    step: z.object({ ref: z.string(), title: text }).nullable(),
    /** The title of the seat that it is about: that nobody holds, that letters do not reach, or to which a letter is to be released. */
    vacant: text.nullable(),
    sign: sign.nullable(),
    /** An optional step is asked for, and never late. */
    optional: z.boolean(),
    dueOn: dayOut.nullable(),
    /** Today in the city's zone. */
    todayOn: dayOut,
    /** Days from this one on are provisional: the holidays of their years are not published. */
    provisionalFromOn: dayOut,
    workingDaysLeft: z.number().nullable(),
    /** Who has it, in which seat. */
    who: party,
    /** The reader does the office work of this person: history will say "by … for …". */
    onBehalfOf: personShort.nullable(),
    /** Of a question: who asked what. Null for the words where they were erased. */
    asked: z.object({ by: personShort.nullable(), words: z.string().nullable(), on: dayOut.nullable() }).nullable(),
    /** A verb and its object, and the page on which it is done. */
    act: z.object({ title: text, page: z.string() }),
  })
  .meta({ id: 'Need' });
export type Need = z.infer<typeof need>;

export const needsResponse = z
  .object({
    /** Over all pages and sections. */
    counts: z.object({
      question: z.number(),
      'to-release': z.number(),
      'to-accept': z.number(),
      'to-do': z.number(),
      contact: z.number(),
      'ladder-ended': z.number(),
      vacancy: z.number(),
      late: z.number(),
    }),
    /** By section, each by its day. */
    needs: z.array(need),
    /** `after` of the next page; null on the last one. */
    next: z.string().nullable(),
  })
  .meta({ id: 'NeedsResponse' });
export type NeedsResponse = z.infer<typeof needsResponse>;
