import type { ProgrammeDefinition } from '@citypath/journey';
import { programmes } from '@citypath/programmes';
import { contentHash, Definitions } from '@citypath/store';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ProblemError } from '../problems/problem-error';

export interface DefinitionEdition {
  hash: string;
  definition: ProgrammeDefinition;
}

/** The newest editions of programmes: what new journeys begin with, and running ones may adopt. */
@Injectable()
export class Editions implements OnApplicationBootstrap {
  private readonly definitions = new Map(
    programmes.map((definition) => [definition.key, { hash: contentHash(definition), definition }]),
  );

  constructor(private readonly definitionStore: Definitions) {}

  /** Journeys name definitions by hash, so each must be in the records before the first of them begins. */
  async onApplicationBootstrap(): Promise<void> {
    for (const { definition } of this.definitions.values()) await this.definitionStore.put(definition);
  }

  all(): DefinitionEdition[] {
    return [...this.definitions.values()];
  }

  /** @throws ProblemError programme-unknown */
  newest(programme: string): DefinitionEdition {
    const edition = this.definitions.get(programme);
    if (!edition) throw new ProblemError('programme-unknown', { params: { programme } });
    return edition;
  }
}
