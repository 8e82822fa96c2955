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

/** A step of a journey that the newest version of its programme lacks: the request says what becomes of it, in `steps`. */
const droppedStep = z
  .object({
    step: z.string(),
    title: text,
    /** The steps that can take its place. */
    becomes: z.array(z.object({ step: z.string(), title: text })),
    /** Nobody gave it anything, so that it may be let go: null in the request. */
    mayLetGo: z.boolean(),
  })
  .meta({ id: 'DroppedStep' });
export type DroppedStep = z.infer<typeof droppedStep>;

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
    /** Only of the act that takes a new version. */
    dropped: z.array(droppedStep).optional(),
  })
  .meta({ id: 'ActOffered' });
export type ActOffered = z.infer<typeof actOffered>;
