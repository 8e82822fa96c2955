import type { Text } from '@citypath/contracts';
import { Injectable, RequestMethod, type OnApplicationBootstrap, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { DOES, POLICY, type Policy } from '../policies/policy';

/** Where @nestjs/swagger keeps what @ApiTags says. */
const TAGS_METADATA = 'swagger/apiUseTags';

/** A route as its decorators say it. */
export interface ApiRoute {
  method: string;
  /** As the description of the api writes it: '/api/v1/journeys/{id}'. */
  path: string;
  feature: string;
  /** 'JourneysController.board' */
  handler: string;
  policy: Policy | undefined;
  does: Text | undefined;
}

/** Every route of the api, by its own metadata. One without a policy keeps the api from starting. */
@Injectable()
export class Routes implements OnApplicationBootstrap {
  constructor(
    private readonly modules: ModulesContainer,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error that names the routes without a policy */
  onApplicationBootstrap(): void {
    const unguarded = this.all().filter(({ policy }) => policy === undefined);
    if (unguarded.length === 0) return;
    const names = unguarded.map(({ method, path, handler }) => `${method} ${path} (${handler})`);
    throw new Error(`No policy says who may use ${names.join(', ')}: give it one with @Allow.`);
  }

  all(): ApiRoute[] {
    return [...this.modules.values()]
      .flatMap(({ controllers }) => [...controllers.values()])
      .flatMap(({ metatype }) => (typeof metatype === 'function' ? this.routesOf(metatype as Type) : []));
  }

  private routesOf(controller: Type): ApiRoute[] {
    const [feature = 'other'] = this.reflector.get<string[] | undefined>(TAGS_METADATA, controller) ?? [];
    const prefix = this.reflector.get<string>(PATH_METADATA, controller);
    const prototype = controller.prototype as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
      // An act has a second address, where it is only looked at; whoever may act may look.
      const [rest = ''] = [this.reflector.get<string | string[]>(PATH_METADATA, handler as Type)].flat();
      const whole = [prefix, rest].flatMap((part) => part.split('/')).filter((part) => part !== '');
      return [
        {
          method: RequestMethod[this.reflector.get<RequestMethod>(METHOD_METADATA, handler as Type)],
          path: `/${whole.map((part) => part.replace(/^:(.*)$/, '{$1}')).join('/')}`,
          feature,
          handler: `${controller.name}.${name}`,
          policy: this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [handler as Type, controller]),
          does: this.reflector.get<Text | undefined>(DOES, handler as Type),
        },
      ];
    });
  }
}
