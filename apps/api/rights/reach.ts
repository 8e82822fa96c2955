import type { RightsReach, RightsRole } from '@citypath/contracts';
import { reachOf } from '../policies/allows';
import type { Policy } from '../policies/policy';
import { aboutCity, readerAs } from './model-city';

/** How far a role may go with a route: its policy is asked in three cities, of the own programme and of another. */
export function rightsReachOf(policy: Policy, role: RightsRole, path: string): RightsReach {
  const reader = readerAs(role);
  const target = path.includes('/steps/') || path.includes('/papers') ? 'step' : isSeat(path) ? 'seat' : 'journey';
  const ask = (city: Parameters<typeof aboutCity>[0]) => reachOf(policy, reader, aboutCity(city, target));
  const here = ask('here');
  if (here === 'nothing') return 'no';
  if (here === 'own') return 'own';
  if (ask('far-away') === 'all') return 'everywhere';
  return ask('next-door') === 'all' ? 'programme' : 'city';
}

function isSeat(path: string): boolean {
  return path.includes('/seats/') || path.endsWith('/officer');
}
