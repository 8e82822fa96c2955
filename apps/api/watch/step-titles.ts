import { stepDefinition, type JourneyId } from '@citypath/journey';
import type { TitleOfStep } from '@citypath/letters';
import { Journeys } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { PinnedData } from '../journeys/pinned-data';

/** Titles of steps of a few journeys. */
@Injectable()
export class StepTitles {
  constructor(
    private readonly journeys: Journeys,
    private readonly pinned: PinnedData,
  ) {}

  async of(journeyIds: JourneyId[]): Promise<TitleOfStep> {
    const ids = [...new Set(journeyIds)];
    const { items } =
      ids.length === 0 ? { items: [] } : await this.journeys.list({ ids, sight: null }, { limit: ids.length });
    await this.pinned.load(items);
    const definitions = new Map(items.map((row) => [row.id, this.pinned.context(row).definition]));
    return (journeyId, ref) => {
      const definition = definitions.get(journeyId);
      return (definition && stepDefinition(definition, ref)?.title) ?? { en: ref, zh: ref };
    };
  }
}
