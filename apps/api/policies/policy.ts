import type { ActName, Text } from '@citypath/contracts';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import type { PeopleAct, PersonAct } from './may-manage-people';

/**
 * Who may use a route; allows.ts decides each kind and who-may.ts says it in words. `anyone`: also without a session.
 * `signed-in`: everybody with one. `oneself`: what comes is about the one who asks. `what-one-sees`, `letters-one-reads`,
 * `papers-one-reads`, `gaps-one-reads`, `trail-one-reads`, `cities-one-sees`: the route itself cuts what comes to what the reader may see. `sees-journey`,
 * `sees-programme`: whoever may see the one in the address. `runs-journey`: whoever acts in its programme. `sees-pack`: whoever has to do with the seat in the address.
 * `joins-cities`: the manager of the programme named in the body. `imports-cities`: the same of the one in the query, or of
 * the import in the address. `acts-on-many`: the same of the one in the body or the query, or of the bulk act. `act`: asks the journey.
 * `people`, `person`: asks who looks after people, and after the one in the address.
 */
export type Policy =
  | { kind: 'anyone' }
  | { kind: 'signed-in' }
  | { kind: 'oneself' }
  | { kind: 'what-one-sees' }
  | { kind: 'letters-one-reads' }
  | { kind: 'keeps-letters' }
  | { kind: 'papers-one-reads' }
  | { kind: 'gaps-one-reads' }
  | { kind: 'trail-one-reads' }
  | { kind: 'sees-journey' }
  | { kind: 'runs-journey' }
  | { kind: 'sees-pack' }
  | { kind: 'sees-programme' }
  | { kind: 'cities-one-sees' }
  | { kind: 'administrator' }
  | { kind: 'joins-cities' }
  | { kind: 'keeps-cities' }
  | { kind: 'imports-cities' }
  | { kind: 'acts-on-many' }
  | { kind: 'people'; act: PeopleAct }
  | { kind: 'person'; act: PersonAct }
  | { kind: 'act'; act: ActName };

export const POLICY = 'citypath:policy';
/** What a route does, in words for the page of rights. */
export const DOES = 'citypath:does';

/**
 * Every route names its policy; without one the PolicyGuard denies it and the api does not start.
 *
 * @param does what one does with the route, as a verb and its object ("Look at a city"); an act has its own words
 */
export const Allow = (policy: Policy, does?: Text) =>
  applyDecorators(SetMetadata(POLICY, policy), SetMetadata(DOES, does));

export const anyone: Policy = { kind: 'anyone' };
export const signedIn: Policy = { kind: 'signed-in' };
/** Everybody with a session, for themselves: the route takes the person from `@AskedBy()` and from nowhere else. */
export const oneself: Policy = { kind: 'oneself' };
/** Everybody with a session: the route cuts its list with may-see.ts. */
export const whatOneSees: Policy = { kind: 'what-one-sees' };
/** Everybody with a session: the route gives the letters that may-read-letters.ts allows, and one's own. */
export const lettersOneReads: Policy = { kind: 'letters-one-reads' };
/** The manager of the programme that the letter `:id`, or the coming letter `:key`, belongs to; or an administrator. */
export const keepsLetters: Policy = { kind: 'keeps-letters' };
/** Everybody with a session: the route gives a paper of a step that may-see.ts allows, and no other. */
export const papersOneReads: Policy = { kind: 'papers-one-reads' };
/** Everybody with a session: the route lists the gaps of programmes that may-see-gaps.ts allows, and no other. */
export const gapsOneReads: Policy = { kind: 'gaps-one-reads' };
/** Everybody with a session: the route lists what was done in programmes that may-see-gaps.ts allows, and no other. */
export const trailOneReads: Policy = { kind: 'trail-one-reads' };
/** Whoever may see the journey `:id`; the route gets it as `@Seen()`. */
export const seesJourney: Policy = { kind: 'sees-journey' };
/** Whoever acts in a seat of the programme of the journey `:id`; the route gets it as `@Seen()`. */
export const runsJourney: Policy = { kind: 'runs-journey' };
/** Whoever may read the handover pack of the seat `:seat`; the route gets the journey as `@Seen()`. */
export const seesPack: Policy = { kind: 'sees-pack' };
/** Whoever may see the programme in the query, or in the address as `:key`. */
export const seesProgramme: Policy = { kind: 'sees-programme' };
/** The same, for a list of its cities: the route cuts it with may-see.ts. */
export const citiesOneSees: Policy = { kind: 'cities-one-sees' };
export const administrator: Policy = { kind: 'administrator' };
/** The manager of the programme that the body names, or an administrator. */
export const joinsCities: Policy = { kind: 'joins-cities' };
/** Whoever runs a programme, or an administrator: cities are everybody's. */
export const keepsCities: Policy = { kind: 'keeps-cities' };
/** The manager of the programme that the query names, or of that of the import `:id`; or an administrator. */
export const importsCities: Policy = { kind: 'imports-cities' };
/** The manager of the programme that the body or the query names, or of that of the bulk act `:id`; or an administrator. */
export const actsOnMany: Policy = { kind: 'acts-on-many' };
/** Whoever may do this with people as such: see may-manage-people.ts. */
export const people = (act: PeopleAct): Policy => ({ kind: 'people', act });
/** Whoever may do this with the person in the address: see may-manage-people.ts. */
export const person = (act: PersonAct): Policy => ({ kind: 'person', act });
/** Whoever may do this act now: see act-rules.ts. */
export const may = (act: ActName): Policy => ({ kind: 'act', act });
