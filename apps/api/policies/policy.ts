import type { ActName } from '@citypath/contracts';
import { SetMetadata } from '@nestjs/common';
import type { PeopleAct, PersonAct } from './may-manage-people';

/**
 * Who may use a route. `anyone`: also without a session. `signed-in`: everybody with one; what comes is about oneself,
 * or what one may see. `sees-journey`, `sees-programme`: whoever may see the one in the address (may-see.ts).
 * `joins-cities`: the manager of the programme named in the body, or an administrator. `act`: asks the journey in the
 * address who may do that act to that step or seat (may-act.ts). `people`, `person`: asks who looks after people, and
 * after the one in the address (may-manage-people.ts).
 */
export type Policy =
  | { kind: 'anyone' }
  | { kind: 'signed-in' }
  | { kind: 'sees-journey' }
  | { kind: 'sees-programme' }
  | { kind: 'administrator' }
  | { kind: 'joins-cities' }
  | { kind: 'keeps-cities' }
  | { kind: 'people'; act: PeopleAct }
  | { kind: 'person'; act: PersonAct }
  | { kind: 'act'; act: ActName };

export const POLICY = 'citypath:policy';

/** Every route names its policy; the PolicyGuard denies one without. */
export const Allow = (policy: Policy) => SetMetadata(POLICY, policy);

export const anyone: Policy = { kind: 'anyone' };
export const signedIn: Policy = { kind: 'signed-in' };
/** Whoever may see the journey `:id`; the route gets it as `@Seen()`. */
export const seesJourney: Policy = { kind: 'sees-journey' };
/** Whoever may see the programme in the query. */
export const seesProgramme: Policy = { kind: 'sees-programme' };
export const administrator: Policy = { kind: 'administrator' };
/** The manager of the programme that the body names, or an administrator. */
export const joinsCities: Policy = { kind: 'joins-cities' };
/** Whoever runs a programme, or an administrator: cities are everybody's. */
export const keepsCities: Policy = { kind: 'keeps-cities' };
/** Whoever may do this with people as such: see may-manage-people.ts. */
export const people = (act: PeopleAct): Policy => ({ kind: 'people', act });
/** Whoever may do this with the person in the address: see may-manage-people.ts. */
export const person = (act: PersonAct): Policy => ({ kind: 'person', act });
/** Whoever may do this act now: see may-act.ts. */
export const may = (act: ActName): Policy => ({ kind: 'act', act });
