import type { ActName } from '@citypath/contracts';
import { SetMetadata } from '@nestjs/common';

/**
 * Who may use a route. `anyone`: also without a session. `act`: asks the journey in the address who may do that act
 * to that step or seat. `manager`: of the programme named in the body or address, or an administrator.
 */
export type Policy =
  | { kind: 'anyone' }
  | { kind: 'signed-in' }
  | { kind: 'administrator' }
  | { kind: 'joins-cities' }
  | { kind: 'keeps-cities' }
  | { kind: 'act'; act: ActName };

export const POLICY = 'citypath:policy';

/** Every route names its policy; the PolicyGuard denies one without. */
export const Allow = (policy: Policy) => SetMetadata(POLICY, policy);

export const anyone: Policy = { kind: 'anyone' };
export const signedIn: Policy = { kind: 'signed-in' };
export const administrator: Policy = { kind: 'administrator' };
/** The manager of the programme that the body names, or an administrator. */
export const joinsCities: Policy = { kind: 'joins-cities' };
/** Whoever runs a programme, or an administrator: cities are everybody's. */
export const keepsCities: Policy = { kind: 'keeps-cities' };
/** Whoever may do this act now: see may-act.ts. */
export const may = (act: ActName): Policy => ({ kind: 'act', act });
