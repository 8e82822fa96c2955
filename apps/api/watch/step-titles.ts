import type { JourneyId } from '@citypath/journey';
import type { TitleOfStep } from '@citypath/letters';
import { Journeys } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Names, NO_PEOPLE } from '../journeys/names';
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
    const names = new Map(
      items.map((row) => [row.id, new Names(this.pinned.context(row).definition, NO_PEOPLE, row.state)]),
    );
    return (journeyId, ref) => names.get(journeyId)?.stepTitle(ref) ?? { en: ref, zh: ref };
  }
}
