import { rightsRole, type RightsResponse, type RightsRow, type Text } from '@citypath/contracts';
import { Injectable } from '@nestjs/common';
import { DRY_RUN } from '../commands/given.decorator';
import { actDone } from './act-done';
import { cutsItsAnswer } from '../policies/allows';
import type { Policy } from '../policies/policy';
import { whoMay } from '../policies/who-may';
import { FEATURE_TITLES } from './feature-titles';
import { rightsReachOf } from './reach';
import { ROLE_TITLES } from './role-titles';
import { Routes, type ApiRoute } from './routes';

/** The matrix of role × programme × city × act, drawn from the routes as they are. */
@Injectable()
export class RightsService {
  private drawn: RightsResponse | null = null;

  constructor(private readonly routes: Routes) {}

  /** Computed once: routes and policies do not change while the api runs. */
  matrix(): RightsResponse {
    this.drawn ??= this.draw();
    return this.drawn;
  }

  private draw(): RightsResponse {
    // Whoever may act may look at it beforehand.
    const routes = this.routes.all().filter(({ path }) => !path.endsWith(DRY_RUN));
    return {
      roles: rightsRole.options.map((role) => ({ role, title: ROLE_TITLES[role] })),
      features: Object.entries(FEATURE_TITLES)
        .map(([feature, title]) => ({
          feature,
          title,
          rows: routes.filter((route) => featureOf(route) === feature).flatMap(rowOf),
        }))
        .filter(({ rows }) => rows.length > 0),
    };
  }
}

function featureOf({ feature, path }: ApiRoute): string {
  if (feature !== 'journeys') return feature in FEATURE_TITLES ? feature : 'other';
  if (path.includes('/steps/')) return 'steps';
  return path.includes('/seats/') || path.endsWith('/officer') ? 'seats' : 'journeys';
}

function rowOf({ method, path, policy, does }: ApiRoute): RightsRow[] {
  if (policy === undefined) return [];
  const reaches = rightsRole.options.map((role) => rightsReachOf(policy, role, path));
  const words = does ?? wordsOf(policy, `${method} ${path}`);
  return [{ method, path, does: words, who: whoMay(policy), cuts: cutsItsAnswer(policy), reaches }];
}

function wordsOf(policy: Policy, route: string): Text {
  return policy.kind === 'act' ? actDone[policy.act] : { en: route, zh: route };
}
