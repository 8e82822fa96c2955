import { z } from 'zod';
import { personShort } from './person';
import { text } from './primitives';

export const actName = z
  .enum([
    'appoint',
    'hand-over',
    'vacate',
    'name-liaison',
    'submit',
    'ask-waiver',
    'accept',
    'return',
    'complete',
    'waive',
    'skip',
    'reopen',
    'reassign',
    'comment',
    'acknowledge',
    'release-rung',
    'decline-rung',
    'set-cadence',
    'reset-cadence',
    'agree-date',
    'schedule-event',
    'hold',
    'resume',
    'withdraw',
    'finish',
    'readmit',
    'adopt-calendar',
    'adopt-definition',
    'go-to',
    'restart-from',
    'undo',
  ])
  .meta({ id: 'ActName' });
export type ActName = z.infer<typeof actName>;

/** Something that the signed-in person may do now. The body to POST is the request that goes with `act`. */
export const actOffered = z
  .object({
    act: actName,
    /** Where to POST it, from the root: '/api/v1/journeys/100rc-cn.yiwu/steps/asw_report/submission'. */
    href: z.string(),
    step: z.string().nullable(),
    seat: z.string().nullable(),
    /** A verb and its object: "Accept the report". */
    title: text,
    /** What it causes, where it reaches other people: "tells Xiong Tao; opens three steps". */
    causes: text.nullable(),
    /** History will say "by … for …" this person. */
    onBehalfOf: personShort.nullable(),
    /** The thing to do now; all others belong behind "More". */
    main: z.boolean(),
  })
  .meta({ id: 'ActOffered' });
export type ActOffered = z.infer<typeof actOffered>;
