import type { Request } from 'express';
import type { GivenAct } from '../commands/given-act';
import type { KnownJourney } from '../journeys/journey-reader';
import type { SeatedPerson } from '../policies/may-manage-people';
import type { Reader } from './reader';

/** A request as it goes on after the session and the policy were looked at. */
export interface ApiRequest extends Request {
  /** Null when nobody is signed in. */
  reader?: Reader | null;
  /** The journey in the address, of a route that only looks at it. */
  seen?: KnownJourney;
  /** Of an act that the policy allows. */
  given?: Omit<GivenAct, 'idempotencyKey'>;
  /** The person in the address, where the policy is about one. */
  about?: SeatedPerson;
}
