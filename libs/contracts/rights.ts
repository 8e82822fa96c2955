import { z } from 'zod';
import { text } from './primitives';

/** The roles that the page of rights compares, from the widest to none. */
export const rightsRole = z
  .enum([
    'administrator',
    'manager',
    'director',
    'evaluator',
    'responsible',
    'liaison',
    'accepting',
    'other-seat',
    'other-city',
    'nobody',
  ])
  .meta({ id: 'RightsRole' });
export type RightsRole = z.infer<typeof rightsRole>;

/**
 * How far somebody may: in every city of every programme, in every city of the own programme, in the own city, only
 * what is one's own, or not at all.
 */
export const rightsReach = z.enum(['everywhere', 'programme', 'city', 'own', 'no']).meta({ id: 'RightsReach' });
export type RightsReach = z.infer<typeof rightsReach>;

/** One route: what one does with it, who may in words, and how far each role may. */
export const rightsRow = z
  .object({
    /** 'POST', and the path as the description of the api writes it: '/api/v1/journeys/{id}/hold'. */
    method: z.string(),
    path: z.string(),
    does: text,
    who: text,
    /** It answers everybody who is signed in (or sits in the programme), and leaves out what is beyond their reach. */
    cuts: z.boolean(),
    /** One a role, in the order of `roles`. */
    reaches: z.array(rightsReach),
  })
  .meta({ id: 'RightsRow' });
export type RightsRow = z.infer<typeof rightsRow>;

/** `GET /api/v1/rights`: who may do what, computed from the policies that the routes ask. */
export const rightsResponse = z
  .object({
    roles: z.array(z.object({ role: rightsRole, title: text })),
    features: z.array(z.object({ feature: z.string(), title: text, rows: z.array(rightsRow) })),
  })
  .meta({ id: 'RightsResponse' });
export type RightsResponse = z.infer<typeof rightsResponse>;
